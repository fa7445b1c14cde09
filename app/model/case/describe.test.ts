import { describe, expect, it } from "vitest";
import { applyEdit, changes, describeEdit, differences, type Edit } from "./edits.ts";
import { shippedCase } from "../shipped.test-help.ts";

const { confidence: _stated, ...shipped } = shippedCase("russia-iran-syria");
const scenario = "baseline";

const edits: readonly (readonly [Edit, string])[] = [
  [{ edit: "setWeight", scenario, factor: "strikes", weight: 7 }, "Weight of Israeli strikes 5 → 7"],
  [
    { edit: "setWeight", scenario, factor: "strikes", weight: 0.1 + 0.2 },
    "Weight of Israeli strikes 7 → 0.3",
  ],
  [{ edit: "setRange", scenario, factor: "strikes", range: [6, 8] }, "Range of Israeli strikes 6 to 8"],
  [
    { edit: "setRange", scenario, factor: "strikes", range: null },
    "Range of Israeli strikes as in the article",
  ],
  [
    { edit: "setLevel", scenario, factor: "strikes", horizon: "long", level: "VH" },
    "State of Israeli strikes, long run: high → very high",
  ],
  [
    { edit: "setLevel", scenario, factor: "strikes", horizon: "all", level: "VL" },
    "State of Israeli strikes, every horizon: very low",
  ],
  [
    { edit: "setLevel", scenario, factor: "strikes", horizon: "all", level: "L" },
    "State of Israeli strikes, every horizon: very low → low",
  ],
  [
    { edit: "setAssume", scenario, mechanism: "coordination", horizon: "now", level: "H" },
    "Assumption about Coordination with Israel, now: high",
  ],
  [
    { edit: "setAssume", scenario, mechanism: "coordination", horizon: "all", level: null },
    "Assumption about Coordination with Israel, every horizon: none",
  ],
  [
    { edit: "setObserve", scenario, id: "airDefenceSilent", value: true },
    "Seen: Air defences reported silent during a strike",
  ],
  [
    { edit: "setObserve", scenario, id: "airDefenceSilent", value: false },
    "Seen not to be: Air defences reported silent during a strike",
  ],
  [{ edit: "setObserve", scenario, id: "strikes", value: "H" }, "Observed: Israeli strikes, high"],
  [{ edit: "setObserve", scenario, id: "strikes", value: null }, "Observation of Israeli strikes taken back"],
  [
    { edit: "setLikelihood", scenario, indicator: "airDefenceSilent", likelihood: [1, 0.4] },
    "Evidence on Air defences reported silent during a strike: 1 if so, 0.4 if not",
  ],
  [
    { edit: "setLikelihood", scenario, indicator: "airDefenceSilent", likelihood: null },
    "Evidence on Air defences reported silent during a strike taken back",
  ],
  [{ edit: "setView", scenario, view: "outside" }, "The outside view"],
  [{ edit: "setView", scenario, view: 0.25 }, "View between the two, 25 % the article’s"],
  [{ edit: "setView", scenario, view: "article" }, "The article’s view"],
  [{ edit: "resetFactor", scenario, factor: "strikes" }, "Israeli strikes back to the article"],
  [
    {
      edit: "setFactors",
      scenario,
      to: [
        { factor: "aims", level: "VH" },
        { factor: "strikes", weight: 7.5 },
      ],
    },
    "Diverging aims very high, Israeli strikes weight 7.5",
  ],
  [
    { edit: "setFactors", scenario, to: [{ factor: "aims", level: "L" }] },
    "State of Diverging aims, every horizon: very high → low",
  ],
  [{ edit: "resetAll", scenario }, "Back to the article"],
  [{ edit: "newScenario", id: "mine", name: " My \n own ", parent: scenario }, "New scenario “My own”"],
  [{ edit: "setWeight", scenario: "mine", factor: "aims", weight: 2 }, "Weight of Diverging aims 5 → 2"],
  [{ edit: "resetFactor", scenario: "mine", factor: "aims" }, "Diverging aims back to “Article baseline”"],
  [{ edit: "resetAll", scenario: "mine" }, "Back to “Article baseline”"],
  [{ edit: "renameScenario", scenario: "mine", name: "Ours" }, "Scenario “My own” → “Ours”"],
  [{ edit: "setStory", scenario: "mine", story: "Once" }, "Story of “Ours”"],
  [{ edit: "setScenarioWords", scenario: "mine", to: { source: "P1" } }, "Source of “Ours”"],
  [{ edit: "setShape", scenario: "mine", shape: "square" }, "Shape of “Ours”: square"],
  [{ edit: "moveScenario", scenario: "mine", to: 0 }, "Scenario “Ours” moved to place 1"],
  [
    { edit: "duplicateScenario", scenario: "mine", id: "mine-2", name: "Copy of Ours" },
    "Duplicate of “Ours”",
  ],
  [{ edit: "removeScenario", scenario: "mine" }, "Scenario “Ours” removed"],
  [{ edit: "setConfidence", confidence: { level: "low", reasons: "" } }, "Confidence not stated → low"],
  [{ edit: "setConfidence", confidence: { level: "low", reasons: "thin" } }, "Reasons for the confidence"],
  [{ edit: "setConfidence", confidence: null }, "Confidence low → not stated"],
  [
    { edit: "setMarking", marking: { text: "Draft ", tlp: "TLP:AMBER+STRICT" } },
    "Marking Draft · TLP:AMBER+STRICT",
  ],
  [{ edit: "setMarking", marking: { text: "", tlp: "" } }, "Marking none"],
  [{ edit: "renameCase", title: "Ours" }, "Title “Russia and Iran in Syria” → “Ours”"],
  [
    { edit: "setWeight", scenario, factor: "toString", weight: 7 },
    'No change: the case has no factor "toString"',
  ],
];

it("every edit has a name that tells from what to what", () => {
  let now = shipped;
  for (const [edit, name] of edits) {
    expect(describeEdit(now, edit)).toBe(name);
    now = applyEdit(now, edit);
  }
});

describe("the differences from the article", () => {
  it("are none in the baseline", () => {
    expect(changes(shipped, "baseline")).toEqual([]);
    expect(changes(shipped, "no such scenario")).toEqual([]);
  });

  it("name every input that differs, and only those", () => {
    const run: readonly Edit[] = [
      { edit: "setView", scenario, view: 0.5 },
      { edit: "setObserve", scenario, id: "airDefenceSilent", value: true },
      { edit: "setWeight", scenario, factor: "aims", weight: 8 },
      { edit: "setLevel", scenario, factor: "strikes", horizon: "long", level: "VH" },
      { edit: "setAssume", scenario, mechanism: "coordination", horizon: "all", level: "L" },
      { edit: "setRange", scenario, factor: "strikes", range: [4, 9] },
      { edit: "setLikelihood", scenario, indicator: "clashStory", likelihood: [1, 0.5] },
    ];
    expect(changes(run.reduce(applyEdit, shipped), scenario)).toEqual([
      { input: "weights", id: "aims", text: "Weight of Diverging aims 8 (article: 5)" },
      {
        input: "set",
        id: "strikes",
        text: "Israeli strikes: very high in the long run (article: high)",
      },
      { input: "assume", id: "coordination", text: "Coordination with Israel: assumed low throughout" },
      {
        input: "observe",
        id: "airDefenceSilent",
        text: "Seen: Air defences reported silent during a strike",
      },
      {
        input: "likelihood",
        id: "clashStory",
        text: "Evidence on A story of clashes is circulating: 1 if so, 0.5 if not",
      },
      { input: "ranges", id: "strikes", text: "Range of Israeli strikes 4 to 9" },
      { input: "view", text: "View between the two, 50 % the article’s" },
    ]);
  });

  it("leave out what a file says although it is as in the article", () => {
    const settings = {
      set: { strikes: { now: shipped.factors[0]!.levels["now"]!.level } },
      weights: { strikes: 5 },
      view: 1,
    };
    const scenarios = [{ ...shipped.scenarios[0]!, settings }];
    expect(changes({ ...shipped, scenarios }, "baseline")).toEqual([]);
  });

  it.each<[string, string, string[]]>([
    [
      "russia-iran-syria",
      "day-after",
      ["Assad secure: very high from the short–medium term on (article: medium, then high)"],
    ],
    [
      "russia-iran-syria",
      "assad-wobbles",
      ["Assad secure: low now, then very low, then low (article: medium, then high)"],
    ],
    [
      "russia-iran-syria",
      "air-campaign",
      [
        "Israeli strikes: very high throughout (article: high)",
        "Air defences silent: assumed very high throughout",
      ],
    ],
    [
      "soviet-egypt-1971",
      "no-war-no-peace",
      [
        "Israeli raids: very low now and in the short–medium term, low in the long run (sources: low, then medium)",
        "Soviet-US thaw: high from the short–medium term on (sources: medium)",
      ],
    ],
    ["us-saudi-1973", "threat-fades", ["low in the short–medium term, then very low (sources: "]],
  ])("of %s, %s are told by when", (name, scenario, starts) => {
    const texts = changes(shippedCase(name), scenario).map(({ text }) => text);
    for (const start of starts) expect(texts.join("\n")).toContain(start);
  });

  it("are told from the parent where there is one, and what the parent has alone is taken back", () => {
    const run: readonly Edit[] = [
      { edit: "setWeight", scenario, factor: "aims", weight: 8 },
      { edit: "setObserve", scenario, id: "airDefenceSilent", value: true },
      { edit: "setAssume", scenario, mechanism: "coordination", horizon: "now", level: "L" },
      { edit: "setView", scenario, view: "outside" },
      { edit: "newScenario", id: "child", name: "Child", parent: scenario },
    ];
    const grown = run.reduce(applyEdit, shipped);
    expect(changes(grown, "child")).toEqual([]);
    const away: readonly Edit[] = [
      { edit: "setWeight", scenario: "child", factor: "aims", weight: 5 },
      { edit: "setObserve", scenario: "child", id: "airDefenceSilent", value: null },
      { edit: "setAssume", scenario: "child", mechanism: "coordination", horizon: "all", level: null },
      { edit: "setView", scenario: "child", view: "article" },
    ];
    expect(changes(away.reduce(applyEdit, grown), "child").map(({ text }) => text)).toEqual([
      "Weight of Diverging aims 5 (Article baseline: 8)",
      "Coordination with Israel: not assumed now (Article baseline: low)",
      "Taken back: Seen: Air defences reported silent during a strike",
      "The article’s view",
    ]);
    const back: Edit = { edit: "resetAll", scenario: "child" };
    expect(changes([...away, back].reduce(applyEdit, grown), "child")).toEqual([]);
  });

  it("name horizons that are no stretch of time as they are called", () => {
    const horizons = shipped.horizons.map((h, i) => ({ ...h, label: ["Today", "Spring", "Later"][i]! }));
    const named = { ...shipped, horizons };
    const set = { stabilisation: { short: "VH", long: "VH" }, aims: { now: "VL", long: "VL" } } as const;
    expect(differences(named, { set }).map(({ text }) => text.split(" (")[0])).toEqual([
      "Diverging aims: very low today and at “Later”",
      "Assad secure: very high from “Spring” on",
    ]);
    const [only] = shipped.horizons;
    expect(differences({ ...shipped, horizons: [only!] }, { set }).map(({ text }) => text)).toEqual([
      "Diverging aims: very low (article: high)",
    ]);
  });

  it("say in one line what holds at every horizon", () => {
    expect(changes(shipped, "sky-closes").map(({ text }) => text)).toEqual([
      "Air defences silent: assumed very low throughout",
    ]);
  });
});
