import { arrowsOf, placeBoxes } from "../../model/author/layout.ts";
import { OUTCOME } from "../../model/case/names.ts";
import type { Case, Factor, Gate, Indicator, Level, Mechanism, Push } from "../../model/case/types.ts";
import { LEVELS } from "../../model/case/types.ts";
import { type Uniform, uniform } from "../../model/random/generator.ts";

/** Strands of four factors and five mechanisms; six mechanisms bring them together: 24 + 36 parts. */
const STRANDS = 6;
const FACTORS = 4;

/** What a mechanism comes from: `+` pushes, `-` holds back, `opens` lets another cause through. */
type Cause = readonly [id: string, how: "+" | "-" | "opens"];

const described = (id: string, label: string) => ({
  id,
  label,
  short: label,
  why: `Made to measure the program with a large argument: ${label.toLowerCase()}.`,
  anchors: LEVELS.map((_, k) => `Stage ${String(k + 1)} of ${label.toLowerCase()}`),
  paragraphs: [],
});

/**
 * An argument of 60 factors and mechanisms, in strands as people write them: each mechanism has two or three causes
 * near it, one strand touches the next, and they come together pair by pair. The same seed, the same argument.
 * @param base gives levels, horizons, rungs and rates
 */
export function sixtyCase(base: Case, seed = 1): Case {
  const next = uniform(seed);
  const factors: Factor[] = [];
  const mechanisms: Mechanism[] = [];
  const add = (id: string, label: string, causes: readonly Cause[]) =>
    mechanisms.push(mechanismOf(id, label, causes, next));
  for (let s = 1; s <= STRANDS; s++) {
    const f = (n: number, strand = s) => `f${String(((strand - 1) % STRANDS) + 1)}x${String(n)}`;
    const m = (n: number) => `m${String(s)}x${String(n)}`;
    const name = (what: string, n: number) => `${what} ${String(s)}.${String(n)}`;
    for (let n = 1; n <= FACTORS; n++) factors.push(factorOf(f(n), name("Factor", n), base, next));
    add(m(1), name("Mechanism", 1), [[f(1), "+"], [f(2), "opens"]]); // prettier-ignore
    add(m(2), name("Mechanism", 2), [[m(1), "+"], [f(3), "-"]]); // prettier-ignore
    add(m(3), name("Mechanism", 3), [[m(1), "+"], [f(4), "+"], [f(1, s + 1), "-"]]); // prettier-ignore
    add(m(4), name("Mechanism", 4), [[m(2), "+"], [m(3), "+"]]); // prettier-ignore
    add(m(5), name("Mechanism", 5), [[m(4), "+"], [f(2), "-"]]); // prettier-ignore
  }
  const joined = (id: string, label: string, a: string, b: string) => add(id, label, [[a, "+"], [b, "+"]]); // prettier-ignore
  joined("j1", "Joint 1", "m1x5", "m2x5");
  joined("j2", "Joint 2", "m3x5", "m4x5");
  joined("j3", "Joint 3", "m5x5", "m6x5");
  joined("j4", "Joint 4", "j1", "j2");
  joined("j5", "Joint 5", "j3", "j4");
  add("j6", "Pressure", [["j5", "+"], ["f1x1", "+"], ["f6x4", "-"]]); // prettier-ignore
  const parts = [...factors, ...mechanisms];
  const { outcome, scenarios } = base;
  // The base's breaks of the stick, hung on parts of this argument.
  const hung = ["j5", "j3", "j4"];
  const shares = (list: Case["outcome"]["happened"]) =>
    list.map((share, i) => (share.of === undefined ? share : { ...share, of: hung[i % hung.length] ?? "" }));
  const { place: _place, overview: _overview, ...shown } = outcome;
  const drawn: Case = {
    ...base,
    id: `sixty-${String(seed)}`,
    title: "Sixty factors and mechanisms",
    source: { title: "Generated", author: "", publisher: "", note: "Made to measure the program." },
    factors,
    mechanisms,
    outcome: {
      ...shown,
      event: { ...outcome.event, of: "j6" },
      happened: shares(outcome.happened),
      notHappened: shares(outcome.notHappened),
    },
    indicators: mechanisms.filter((_, i) => i % 2 === 0).map((one, i) => signOf(one, i + 1, next)),
    links: [],
    tour: [],
    scenarios: scenarios.slice(0, 1).map((one) => ({ ...one, settings: {} })),
    claims: [],
    dateConflicts: [],
    hedges: [],
  };
  delete (drawn as { next?: unknown }).next;
  delete (drawn as { events?: unknown }).events;
  delete (drawn as { statements?: unknown }).statements;
  const places = slotsOf(drawn);
  const placeOf = (id: string) => {
    const place = places.get(id);
    return place && { place };
  };
  const placed = <T extends { readonly id: string }>(one: T) => ({ ...one, ...placeOf(one.id) });
  return {
    ...drawn,
    factors: factors.map(placed),
    mechanisms: mechanisms.map(placed),
    outcome: { ...drawn.outcome, ...placeOf(OUTCOME) },
    links: arrowsOf(drawn)
      .filter(({ to }) => parts.some(({ id }) => id === to))
      .map(({ from, to }) => ({ from, to, raises: true, reason: "", paragraphs: [] })),
  };
}

function factorOf(id: string, label: string, { horizons }: Case, next: Uniform): Factor {
  const level = (): Level => LEVELS[1 + Math.floor(3 * next())] ?? "M";
  const group = (["apart", "timing", "together"] as const)[Math.floor(3 * next())] ?? "apart";
  return {
    ...described(id, label),
    group,
    starred: next() < 0.3,
    question: `How much of ${label.toLowerCase()} is there?`,
    beyondArticle: false,
    weight: { default: 5, min: 3, max: 7 },
    levels: Object.fromEntries(
      horizons.map((one) => [one.id, { level: level(), spread: 0.12 + 0.1 * next() }]),
    ),
    fade: 0.5,
  };
}

function mechanismOf(id: string, label: string, causes: readonly Cause[], next: Uniform): Mechanism {
  const opened: Gate[] = causes
    .filter(([, how]) => how === "opens")
    .map(([node]) => ({ gate: "opens", node, closed: 0.2, weightOf: node.startsWith("f") ? node : null }));
  const pushes = causes
    .filter(([, how]) => how !== "opens")
    .map(([node, how]): Push => {
      const strength = (0.5 + 0.4 * next()) * (how === "-" ? -0.6 : 1);
      const weightOf = node.startsWith("f") ? node : null;
      return { strength, weightOf, of: [{ gate: "level", node }, ...(how === "+" ? opened : [])] };
    });
  const base = pushes.some(({ strength }) => strength < 0) ? 0.15 : 0;
  return {
    ...described(id, label),
    spread: 0.1 + 0.08 * next(),
    rule: { kind: "sum", base, pushes },
    detail: next() < 0.3,
  };
}

function signOf({ id, label }: Mechanism, n: number, next: Uniform): Indicator {
  const least = 0.02 + 0.1 * next();
  const p = LEVELS.map((_, k) => least + (0.85 * k) / (LEVELS.length - 1));
  return { id: `sign${String(n)}`, label: `Sign of ${label.toLowerCase()}`, of: id, p, paragraphs: [] };
}

/** The same, no part put anywhere: its map has to be found. */
export const unplaced = (theCase: Case): Case => ({
  ...theCase,
  factors: theCase.factors.map(({ place: _, ...one }) => one),
  mechanisms: theCase.mechanisms.map(({ place: _, ...one }) => one),
});

/** Where the map puts every part that nobody has put anywhere, and the outcome. */
export const slotsOf = (theCase: Case) =>
  placeBoxes(
    theCase,
    "full",
    [...theCase.factors, ...theCase.mechanisms].map(({ id }) => id).concat(OUTCOME),
    arrowsOf(theCase),
  );
