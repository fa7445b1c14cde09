/** The smallest case that uses every kind of part, as a file's object; texts are left out where they may be. */
export const tiny = {
  format: "entente-case",
  version: 1,
  levels: [{ id: "VL" }, { id: "L" }, { id: "M" }, { id: "H" }, { id: "VH" }],
  horizons: [
    { id: "soon", years: 1 },
    { id: "later", label: "Later on", years: 4 },
  ],
  factors: [
    {
      id: "rain",
      short: "Rain",
      weight: { default: 5, min: 3, max: 8 },
      levels: { soon: { level: "M", spread: 0.1 }, later: { level: "H", spread: 0.2 } },
      fade: 0.5,
    },
    {
      id: "shelter",
      weight: { default: 4, min: 4, max: 4 },
      levels: { soon: { level: "L", spread: 0.1 }, later: { level: "L", spread: 0.1 } },
      fade: 0,
    },
  ],
  mechanisms: [
    {
      id: "anger",
      spread: 0.1,
      rule: {
        kind: "anyOf",
        pushes: [
          { strength: 0.9, weightOf: "rain", of: [{ node: "wet", gate: "level" }] },
          {
            strength: 0.1,
            weightOf: null,
            of: [{ node: "rain", gate: "opens", closed: 0.2, weightOf: "rain" }],
          },
        ],
      },
    },
    {
      id: "wet",
      spread: 0.2,
      rule: {
        kind: "sum",
        base: 0.1,
        pushes: [
          {
            strength: 0.8,
            of: [
              { node: "rain", gate: "needs", none: 0.1, full: 0.9 },
              { node: "shelter", gate: "damps", depth: 0.5, weightOf: "shelter" },
            ],
          },
        ],
      },
    },
  ],
  outcome: {
    rungs: [
      { id: "quarrel", happened: true },
      { id: "parting", happened: true },
      { id: "peace", happened: false },
    ],
    event: {
      of: "anger",
      hazardPerYear: { article: [0.01, 0.02, 0.05, 0.1, 0.3], outside: [0.01, 0.01, 0.02, 0.03, 0.04] },
    },
    happened: [{ rung: "parting", of: "wet", p: [0, 0.1, 0.2, 0.5, 1] }, { rung: "quarrel" }],
    notHappened: [{ rung: "peace" }],
  },
  indicators: [
    { id: "puddles", of: "story", p: [0.1, 0.9] },
    { id: "story", of: "wet", p: [0.1, 0.2, 0.3, 0.6, 0.9], latent: true },
  ],
  evidence: [
    {
      id: "wetShoes",
      title: "Wet shoes in the hall",
      eventDate: "2020-05-01",
      sources: [{ name: "The maid", reliability: "B", credibility: 2, link: "note 7" }],
      origin: "hall",
      bearsOn: [
        { indicator: "puddles", seen: true },
        { node: "rain", level: "H" },
        { node: "wet", strength: -1 },
      ],
      counts: true,
    },
  ],
  evidenceGrades: {
    A: [1, 0.9, 0.7, 0.5, 0.2, 0],
    B: [0.9, 0.8, 0.6, 0.4, 0.1, 0],
    C: [0.8, 0.6, 0.4, 0.2, 0.1, 0],
    D: [0.5, 0.4, 0.3, 0.2, 0.1, 0],
    E: [0.3, 0.2, 0.1, 0, 0, 0],
    F: [0.2, 0.1, 0, 0, 0, 0],
  },
  next: {
    events: [{ id: "E1", date: "2021", title: "Flood", about: { rain: "VH" }, observe: { puddles: true } }],
  },
};

type Part = Record<string, unknown>;

/** The tiny case with the thing at `path` ("factors.0.fade") replaced, or taken out where `value` is undefined. */
export function tinyWith(path: string, value: unknown): string {
  const file = JSON.parse(JSON.stringify(tiny)) as Part;
  const keys = path.split(".");
  const last = keys.pop()!;
  const parent = keys.reduce<Part>((part, key) => part[key] as Part, file);
  parent[last] = value;
  return JSON.stringify(file);
}

export const tinyText = JSON.stringify(tiny);
