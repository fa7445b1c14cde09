import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEdit, changes, describeEdit, type Edit, levelAt, settingsOf, weightOf } from "./edits.ts";
import { openCase, saveCase } from "./door.ts";
import { type Case, type Inputs, LEVELS } from "./types.ts";
import { readInputs } from "./inputs.ts";
import { TLP } from "./marking.ts";
import { anyScenarioEdit } from "./scenarios.test-help.ts";
import { shippedCase } from "../shipped.test-help.ts";

const { confidence: _stated, ...unsure } = shippedCase("russia-iran-syria");
const shipped: Case = unsure;
const scenario = "baseline";
const after = (...edits: readonly Edit[]) => edits.reduce(applyEdit, shipped);
const inputsAfter = (...edits: readonly Edit[]) => settingsOf(after(...edits), scenario);

const weight = (factor: string, weight: number): Edit => ({ edit: "setWeight", scenario, factor, weight });
const level = (factor: string, horizon: string, level: (typeof LEVELS)[number]): Edit => ({
  edit: "setLevel",
  scenario,
  factor,
  horizon,
  level,
});
const assume = (horizon: string, level: (typeof LEVELS)[number] | null): Edit => ({
  edit: "setAssume",
  scenario,
  mechanism: "passivity",
  horizon,
  level,
});

describe("an edit writes the shortest entry", () => {
  // In the article: stabilisation M now, and its later levels as the case has them.
  const at = (horizon: string) => levelAt(shipped, {}, "stabilisation", horizon);
  it.each<[string, readonly Edit[], Inputs]>([
    ["a weight", [weight("strikes", 7)], { weights: { strikes: 7 } }],
    ["a weight and back", [weight("strikes", 7), weight("strikes", 5)], {}],
    [
      "a range",
      [{ edit: "setRange", scenario, factor: "aims", range: [6, 8] }],
      { ranges: { aims: [6, 8] } },
    ],
    [
      "a range and back",
      [
        { edit: "setRange", scenario, factor: "aims", range: [6, 8] },
        { edit: "setRange", scenario, factor: "aims", range: null },
      ],
      {},
    ],
    ["one horizon", [level("stabilisation", "long", "VL")], { set: { stabilisation: { long: "VL" } } }],
    ["every horizon", [level("stabilisation", "all", "VL")], { set: { stabilisation: "VL" } }],
    [
      "one after another until all are alike",
      [
        level("stabilisation", "now", "VL"),
        level("stabilisation", "long", "VL"),
        level("stabilisation", "short", "VL"),
      ],
      { set: { stabilisation: "VL" } },
    ],
    [
      "all, but one back to the article",
      [level("stabilisation", "all", "VL"), level("stabilisation", "now", at("now"))],
      { set: { stabilisation: { short: "VL", long: "VL" } } },
    ],
    [
      "all, then each back to the article",
      [
        level("stabilisation", "all", "VL"),
        ...["now", "short", "long"].map((horizon) => level("stabilisation", horizon, at(horizon))),
      ],
      {},
    ],
    ["an assumption", [assume("short", "H")], { assume: { passivity: { short: "H" } } }],
    ["an assumption at every horizon", [assume("all", "H")], { assume: { passivity: "H" } }],
    [
      "an assumption taken back in part",
      [assume("all", "H"), assume("now", null)],
      { assume: { passivity: { short: "H", long: "H" } } },
    ],
    ["an assumption taken back", [assume("now", "H"), assume("all", null)], {}],
    [
      "what is seen",
      [
        { edit: "setObserve", scenario, id: "airDefenceSilent", value: false },
        { edit: "setObserve", scenario, id: "friction", value: "H" },
        { edit: "setObserve", scenario, id: "airDefenceSilent", value: null },
      ],
      { observe: { friction: "H" } },
    ],
    [
      "soft evidence",
      [{ edit: "setLikelihood", scenario, indicator: "airDefenceSilent", likelihood: [1, 0.4] }],
      { likelihood: { airDefenceSilent: [1, 0.4] } },
    ],
    ["the view", [{ edit: "setView", scenario, view: "outside" }], { view: "outside" }],
    [
      "the view and back",
      [
        { edit: "setView", scenario, view: 0.5 },
        { edit: "setView", scenario, view: 1 },
      ],
      {},
    ],
    [
      "a factor reset",
      [
        weight("strikes", 7),
        weight("aims", 8),
        level("strikes", "all", "VL"),
        { edit: "setRange", scenario, factor: "strikes", range: [1, 2] },
        { edit: "resetFactor", scenario, factor: "strikes" },
      ],
      { weights: { aims: 8 } },
    ],
    [
      "several factors at once",
      [
        {
          edit: "setFactors",
          scenario,
          to: [
            { factor: "strikes", weight: 7 },
            { factor: "stabilisation", level: "VL" },
          ],
        },
      ],
      { set: { stabilisation: "VL" }, weights: { strikes: 7 } },
    ],
    ["everything reset", [weight("strikes", 7), assume("all", "H"), { edit: "resetAll", scenario }], {}],
  ])("for %s", (_what, edits, inputs) => {
    expect(inputsAfter(...edits)).toEqual(inputs);
  });

  it("in the order of the case, whatever the order of the edits", () => {
    const [one, two] = [weight("aims", 8), weight("strikes", 7)];
    expect(Object.keys(inputsAfter(one, two).weights ?? {})).toEqual(["strikes", "aims"]);
    expect(saveCase(after(one, two))).toBe(saveCase(after(two, one)));
  });
});

describe("an edit", () => {
  it("shares what it does not touch", () => {
    const edited = after(weight("strikes", 7));
    expect(edited).not.toBe(shipped);
    expect(edited.factors).toBe(shipped.factors);
    expect(edited.scenarios.slice(1).every((one, i) => one === shipped.scenarios[i + 1])).toBe(true);
    const again = applyEdit(edited, weight("aims", 2));
    const more = applyEdit(again, assume("all", "L"));
    expect(settingsOf(more, scenario).weights).toBe(settingsOf(again, scenario).weights);
    expect(settingsOf(shipped, scenario)).toEqual({});
  });

  it.each<[string, Edit]>([
    ["repeats the article", weight("strikes", 5)],
    ["repeats a level", level("strikes", "all", levelAt(shipped, {}, "strikes", "now"))],
    ["takes back nothing", assume("all", null)],
    ["has nothing to reset", { edit: "resetAll", scenario }],
    ["has nothing to reset for a factor", { edit: "resetFactor", scenario, factor: "strikes" }],
    ["has the article's view", { edit: "setView", scenario, view: "article" }],
    ["takes back a confidence not stated", { edit: "setConfidence", confidence: null }],
    ["keeps the title", { edit: "renameCase", title: shipped.title }],
    ["names an unknown scenario", { ...weight("strikes", 7), scenario: "toString" } as Edit],
    ["names an unknown factor", weight("constructor", 7)],
    ["names an unknown horizon", level("strikes", "toString", "VL")],
    ["assumes a factor", { edit: "setAssume", scenario, mechanism: "strikes", horizon: "all", level: "H" }],
    ["sees a level of an indicator", { edit: "setObserve", scenario, id: "airDefenceSilent", value: "H" }],
    ["leaves the scale", weight("strikes", 10.5)],
    ["is no number", weight("strikes", NaN)],
    ["turns a range round", { edit: "setRange", scenario, factor: "strikes", range: [8, 6] }],
  ])("that %s leaves the same case", (what, edit) => {
    const base = what === "repeats a level" ? applyEdit(shipped, edit) : shipped;
    expect(applyEdit(base, edit)).toBe(base);
  });

  it("repeated changes nothing more, even where a file says it at length", () => {
    const long: Edit = { ...assume("all", "VL"), scenario: "sky-closes" } as Edit;
    expect(settingsOf(shipped, "sky-closes").assume).toEqual({
      passivity: { now: "VL", short: "VL", long: "VL" },
    });
    expect(applyEdit(shipped, long)).toBe(shipped);
  });

  it("of the document itself renames it and states a confidence", () => {
    expect(after({ edit: "renameCase", title: "Ours" }).title).toBe("Ours");
    const marking = { text: "Draft", tlp: "TLP:GREEN" } as const;
    expect(after({ edit: "setMarking", marking }).marking).toEqual(marking);
    const unfit = { edit: "setMarking", marking: { text: "two\nlines", tlp: "" } } as const;
    expect(applyEdit(shipped, unfit)).toBe(shipped);
    const stated = after({ edit: "setConfidence", confidence: { level: "low", reasons: "one article" } });
    expect(stated.confidence).toEqual({ level: "low", reasons: "one article" });
    expect(applyEdit(stated, { edit: "setConfidence", confidence: null })).toEqual(shipped);
  });
});

const scenarioId = fc.constantFrom("baseline", "sky-closes", "air-campaign", "nowhere");
const factor = fc.constantFrom(...shipped.factors.map(({ id }) => id), "nobody");
const mechanism = fc.constantFrom(...shipped.mechanisms.map(({ id }) => id), "strikes");
const indicator = fc.constantFrom(...shipped.indicators.map(({ id }) => id), "strikes");
const horizon = fc.constantFrom("now", "short", "long", "all", "never");
const someLevel = fc.constantFrom(...LEVELS);
const points = fc.oneof(
  fc.integer({ min: 0, max: 20 }).map((x) => x / 2),
  fc.double(),
);
const pair = fc.tuple(points, points);
const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const head = fc.constantFrom("bottomLine" as const, "assumptions" as const, "dissent" as const);
const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ edit: fc.constant("setWeight" as const), scenario: scenarioId, factor, weight: points }),
  fc.record({ edit: fc.constant("setRange" as const), scenario: scenarioId, factor, range: orNull(pair) }),
  fc.record({
    edit: fc.constant("setLevel" as const),
    scenario: scenarioId,
    factor,
    horizon,
    level: someLevel,
  }),
  fc.record({
    edit: fc.constant("setAssume" as const),
    scenario: scenarioId,
    mechanism,
    horizon,
    level: orNull(someLevel),
  }),
  fc.record({
    edit: fc.constant("setObserve" as const),
    scenario: scenarioId,
    id: fc.oneof(factor, mechanism, indicator),
    value: orNull(fc.oneof(fc.boolean(), someLevel)),
  }),
  fc.record({
    edit: fc.constant("setLikelihood" as const),
    scenario: scenarioId,
    indicator,
    likelihood: orNull(pair),
  }),
  fc.record({
    edit: fc.constant("setView" as const),
    scenario: scenarioId,
    view: fc.oneof(fc.constantFrom("article" as const, "outside" as const), fc.double({ min: -1, max: 2 })),
  }),
  fc.record({ edit: fc.constant("resetFactor" as const), scenario: scenarioId, factor }),
  fc.record({
    edit: fc.constant("setFactors" as const),
    scenario: scenarioId,
    to: fc.array(
      fc.oneof(fc.record({ factor, level: someLevel }), fc.record({ factor, weight: fc.double() })),
      { minLength: 1, maxLength: 3 },
    ),
  }),
  fc.record({ edit: fc.constant("resetAll" as const), scenario: scenarioId }),
  fc.record({
    edit: fc.constant("setConfidence" as const),
    confidence: orNull(
      fc.record({ level: fc.constantFrom("low" as const, "high" as const), reasons: fc.string() }),
    ),
  }),
  fc.record({
    edit: fc.constant("setMarking" as const),
    marking: fc.record({ text: fc.string({ maxLength: 100, unit: "binary" }), tlp: fc.constantFrom(...TLP) }),
  }),
  fc.record({ edit: fc.constant("renameCase" as const), title: fc.string() }),
  anyScenarioEdit(scenarioId),
  fc.record({ edit: fc.constant("editJudgement" as const), head, text: fc.string() }),
  fc.record({ edit: fc.constant("addToJudgement" as const), head, line: fc.string() }),
  fc.record({ edit: fc.constant("setJudgementRow" as const), row: fc.constantFrom("icd203", "phia", "own") }),
  fc.record({
    edit: fc.constant("seedJudgement" as const),
    text: fc.string(),
    seeded: fc.record({ scenario: scenarioId, horizon, text: fc.string() }),
  }),
  fc.record({
    edit: fc.constant("resolve" as const),
    verdict: orNull(fc.record({ byHorizon: fc.dictionary(horizon, fc.record({ broke: fc.boolean() })) })),
  }),
);

describe("any run of edits", () => {
  const edits = fc.array(anyEdit, { maxLength: 12 });
  it("leaves a case that can be saved and opened again as it is", () => {
    fc.assert(
      fc.property(edits, (run) => {
        const edited = after(...run);
        const text = saveCase(edited);
        const again = openCase(text);
        expect(again.ok && saveCase(again.case)).toBe(text);
      }),
      { numRuns: 200 },
    );
  });

  it("says each edit once: the same edit again gives the very same case", () => {
    fc.assert(
      fc.property(edits, anyEdit, (run, edit) => {
        const once = applyEdit(after(...run), edit);
        expect(applyEdit(once, edit)).toBe(once);
      }),
      { numRuns: 300 },
    );
  });

  it("ends as in the article when every scenario goes back to it", () => {
    fc.assert(
      fc.property(edits, (run) => {
        const before = after(...run);
        const ids = before.scenarios.map(({ id }) => id);
        // As often as there are generations: a child goes back to what its parent has by then.
        const back = ids.flatMap(() => ids.map((id): Edit => ({ edit: "resetAll", scenario: id })));
        const edited = back.reduce(applyEdit, before);
        for (const id of ids) expect(changes(edited, id)).toEqual([]);
        expect(edited.factors).toBe(shipped.factors);
      }),
      { numRuns: 100 },
    );
  });

  it("reads back what it set", () => {
    fc.assert(
      fc.property(edits, factor, someLevel, fc.integer({ min: 0, max: 10 }), (run, id, to, points) => {
        fc.pre(id !== "nobody" && after(...run).scenarios.some((one) => one.id === scenario));
        const edited = [...run, level(id, "long", to), weight(id, points)].reduce(applyEdit, shipped);
        const inputs = settingsOf(edited, scenario);
        expect(levelAt(edited, inputs, id, "long")).toBe(to);
        expect(weightOf(edited, inputs, id)).toBe(points);
        expect(readInputs(edited, inputs).ok).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it("has a name for every edit, without a line break", () => {
    fc.assert(
      fc.property(edits, anyEdit, (run, edit) => {
        expect(describeEdit(after(...run), edit).length).toBeGreaterThan(5);
      }),
    );
  });
});

describe("lookups", () => {
  it("say so where the case has no such part", () => {
    expect(settingsOf(shipped, "nowhere")).toEqual({});
    expect(() => weightOf(shipped, {}, "constructor")).toThrow('The case has no factor "constructor".');
    expect(() => levelAt(shipped, {}, "strikes", "toString")).toThrow('The case has no horizon "toString".');
  });

  it("do not read what objects inherit", () => {
    const odd: Case = { ...shipped, factors: [{ ...shipped.factors[0]!, id: "valueOf" }] };
    expect(weightOf(odd, { weights: {} }, "valueOf")).toBe(5);
  });
});
