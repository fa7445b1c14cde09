import { describe, expect, it } from "vitest";
import { applyEdit, changes, describeEdit, type Edit } from "./edits.ts";
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
  [{ edit: "setView", scenario, view: 0.25 }, "View between the two, 25 % the article's"],
  [{ edit: "setView", scenario, view: "article" }, "The article's view"],
  [{ edit: "resetFactor", scenario, factor: "strikes" }, "Israeli strikes back to the article"],
  [{ edit: "resetAll", scenario }, "Back to the article"],
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
      { input: "weights", id: "aims", text: "Weight of Diverging aims 8 (article 5)" },
      {
        input: "set",
        id: "strikes",
        horizon: "long",
        text: "State of Israeli strikes, long run: very high (article high)",
      },
      { input: "assume", id: "coordination", text: "Assumed: Coordination with Israel, every horizon: low" },
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
      { input: "view", text: "View between the two, 50 % the article's" },
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

  it("say in one line what holds at every horizon", () => {
    expect(changes(shipped, "sky-closes").map(({ text }) => text)).toEqual([
      "Assumed: Air defences silent, every horizon: very low",
    ]);
  });
});
