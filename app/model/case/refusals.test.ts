import { describe, expect, it } from "vitest";
import { openCase, problemSentence } from "./door.ts";
import { tinyText, tinyWith } from "./tiny.test-help.ts";

function sentenceFor(text: string): string {
  const opened = openCase(text);
  return opened.ok ? "opened" : problemSentence(opened.problem);
}

const chain = (length: number) =>
  Array.from({ length }, (_, i) => ({
    id: `m${i}`,
    spread: 0.1,
    rule: {
      kind: "sum",
      base: 0,
      pushes: [{ strength: 1, of: [{ node: `m${(i + 1) % length}`, gate: "level" }] }],
    },
  }));
const crowd = Array.from({ length: 10 }, (_, i) => ({
  id: `f${i}`,
  weight: { default: 5, min: 4, max: 6 },
  levels: { soon: { level: "M", spread: 0.1 }, later: { level: "M", spread: 0.1 } },
  fade: 0,
}));
const readsAll = [
  {
    id: "anger",
    spread: 0.1,
    rule: {
      kind: "sum",
      base: 0,
      pushes: crowd.map(({ id }) => ({ strength: 1, of: [{ node: id, gate: "level" }] })),
    },
  },
];

/** What is put where, and all that is then said. */
const refusals: readonly (readonly [path: string, value: unknown, sentence: string])[] = [
  [
    "scenarios",
    [{ id: "a", shape: "heart" }],
    'scenarios[0] "a".shape must be one of circle, triangle, square, diamond, cross, hexagon, not "heart".',
  ],
  [
    "scenarios",
    [{ id: "a", parent: "a" }],
    'scenarios[0] "a".parent must be the id of another scenario of this case, not "a".',
  ],
  [
    "scenarios",
    [{ id: "a" }, { id: "b", parent: "toString" }],
    'scenarios[1] "b".parent must be the id of another scenario of this case, not "toString".',
  ],
  [
    "scenarios",
    [
      { id: "a", parent: "b" },
      { id: "b", parent: "a" },
    ],
    "scenarios must not be their own parents, as b, a are.",
  ],
  [
    "format",
    "other",
    'The file is not an Entente case: its "format" must be "entente-case" and is "other"; choose a file that ends in .entente.',
  ],
  [
    "format",
    undefined,
    'The file is not an Entente case: its "format" must be "entente-case" and is missing; choose a file that ends in .entente.',
  ],
  [
    "version",
    4,
    "The case was written by a newer Entente (file version 4, and this one reads up to 3); install the newer Entente to open it, the file was left untouched.",
  ],
  ["version", -1, "version must be a whole number from 1, not -1."],
  [
    "id",
    "a b",
    'id must be an id of up to 100 letters, digits, _ and - that begins with a letter or _, not "a b".',
  ],
  ["title", 7, "title must be text, not 7."],
  ["integration", "exact", 'integration must be "midpoint", not "exact".'],
  [
    "mechanisms.0.integration",
    "agena5",
    'mechanisms[0] "anger".integration must be "midpoint", not "agena5".',
  ],
  ["levels", undefined, "levels is missing; it must be the five levels VL, L, M, H, VH in this order."],
  ["levels.1.id", "M", 'levels[1] "M".id must be "L", not "M".'],
  ["levels.4", undefined, "levels[4] must be an object, not null."],
  ["horizons", [], "horizons must be a list of at least one horizon, not an empty list."],
  [
    "horizons.1.id",
    "soon",
    'horizons[1] "soon" has the id "soon", which horizons[0] "soon" already has; give one of them another id.',
  ],
  ["horizons.0.id", "all", 'horizons must not have an id "all", because that word means every horizon.'],
  ["horizons.0.years", 0, 'horizons[0] "soon".years must be a number above 0, not 0.'],
  [
    "horizons.0.id",
    "1st",
    'horizons[0].id must be an id of up to 100 letters, digits, _ and - that begins with a letter or _, not "1st".',
  ],
  [
    "horizons.0.id",
    "valueOf",
    'horizons[0] "valueOf".id must be another word, because "valueOf" is reserved.',
  ],
  ["factors", {}, "factors must be a list, not an object."],
  ["factors", [], "factors must be a list of at least one factor, not an empty list."],
  [
    "factors.0.id",
    "outcome",
    'factors[0] "outcome".id must be another word, because "outcome" is the outcome.',
  ],
  [
    "factors.0.id",
    "anger",
    'mechanisms[0] "anger" has the id "anger", which factors[0] "anger" already has; give one of them another id.',
  ],
  [
    "factors.0.id",
    "constructor",
    'factors[0] "constructor".id must be another word, because "constructor" is reserved.',
  ],
  ["factors.0.label", ["x"], 'factors[0] "rain".label must be text, not a list of 1.'],
  [
    "factors.0.group",
    "alone",
    'factors[0] "rain".group must be one of apart, timing, together, rival, not "alone".',
  ],
  ["factors.0.starred", "yes", 'factors[0] "rain".starred must be true or false, not "yes".'],
  [
    "factors.0.weight",
    undefined,
    'factors[0] "rain".weight.min is missing; it must be a number from 0 to 10.',
  ],
  [
    "factors.0.weight.default",
    0,
    'factors[0] "rain".weight.default must be a number above 0 and up to 10, not 0.',
  ],
  ["factors.0.weight.min", "12", 'factors[0] "rain".weight.min must be a number from 0 to 10, not "12".'],
  ["factors.0.weight.max", 2, 'factors[0] "rain".weight.max must be a number from min (3) to 10, not 2.'],
  [
    "factors.0.levels.later",
    undefined,
    'factors[0] "rain".levels.later.level is missing; it must be one of VL, L, M, H, VH.',
  ],
  [
    "factors.0.levels.soon.level",
    "XL",
    'factors[0] "rain".levels.soon.level must be one of VL, L, M, H, VH, not "XL".',
  ],
  [
    "factors.0.levels.soon.spread",
    0,
    'factors[0] "rain".levels.soon.spread must be a number above 0, not 0.',
  ],
  ["factors.0.fade", 1.1, 'factors[0] "rain".fade must be a number from 0 to 1, not 1.1.'],
  [
    "factors.0.place",
    { column: 1 },
    'factors[0] "rain".place.row is missing; it must be a number from -1000 to 1000.',
  ],
  ["mechanisms.0.spread", -0.1, 'mechanisms[0] "anger".spread must be a number above 0, not -0.1.'],
  [
    "mechanisms.0.rule.kind",
    "noisyOr",
    'mechanisms[0] "anger".rule.kind must be one of sum, anyOf, wmean, wmin, wmax, mixminmax, partitioned, not "noisyOr".',
  ],
  ["mechanisms.1.rule.base", null, 'mechanisms[1] "wet".rule.base must be a number, not null.'],
  ["mechanisms.0.rule.pushes", 3, 'mechanisms[0] "anger".rule.pushes must be a list, not 3.'],
  [
    "mechanisms.0.rule.pushes.0.strength",
    "1",
    'mechanisms[0] "anger".rule.pushes[0].strength must be a number, not "1".',
  ],
  [
    "mechanisms.0.rule.pushes.0.weightOf",
    "wet",
    'mechanisms[0] "anger".rule.pushes[0].weightOf must be the id of a factor, and "wet" is a mechanism.',
  ],
  [
    "mechanisms.0.rule.pushes.0.of.0.node",
    "dry",
    'mechanisms[0] "anger".rule.pushes[0].of[0].node must be the id of a factor or mechanism of this case, not "dry".',
  ],
  [
    "mechanisms.0.rule.pushes.0.of.0.node",
    "story",
    'mechanisms[0] "anger".rule.pushes[0].of[0].node must be the id of a factor or mechanism, and "story" is an indicator.',
  ],
  [
    "mechanisms.0.rule.pushes.0.of.0.gate",
    "shuts",
    'mechanisms[0] "anger".rule.pushes[0].of[0].gate must be one of level, opens, needs, damps, not "shuts".',
  ],
  [
    "mechanisms.0.rule.pushes.1.of.0.closed",
    undefined,
    'mechanisms[0] "anger".rule.pushes[1].of[0].closed is missing; it must be a number.',
  ],
  [
    "mechanisms.1.rule.pushes.0.of.0.full",
    0.1,
    'mechanisms[1] "wet".rule.pushes[0].of[0].full must be a number above none (0.1), not 0.1.',
  ],
  [
    "mechanisms.1.rule.pushes.0.of.1.depth",
    "deep",
    'mechanisms[1] "wet".rule.pushes[0].of[1].depth must be a number, not "deep".',
  ],
  [
    "mechanisms.1.rule.pushes.0.of.0.node",
    "anger",
    "Causes must not run in a circle, and these do: wet → anger → wet; remove one of these arrows.",
  ],
  [
    "mechanisms.1.rule.pushes.0.of.0.node",
    "wet",
    "Causes must not run in a circle, and these do: wet → wet; remove one of these arrows.",
  ],
  [
    "indicators.1.of",
    "puddles",
    'indicators[1] "story".of names the indicator "puddles", which must be marked "latent": true to have signs.',
  ],
  [
    "indicators.1",
    { id: "story", of: "story", p: [0, 1], latent: true },
    "Causes must not run in a circle, and these do: story → story; remove one of these arrows.",
  ],
  [
    "indicators.0.p",
    [0.1, 0.2, 0.3, 0.4, 0.5],
    'indicators[0] "puddles".p must be a list of 2 numbers, not a list of 5.',
  ],
  ["indicators.1.p.2", 1.5, 'indicators[1] "story".p[2] must be a number from 0 to 1, not 1.5.'],
  ["outcome", undefined, "outcome.rungs is missing; it must be a list."],
  ["outcome.rungs.0.happened", 1, 'outcome.rungs[0] "quarrel".happened must be true or false, not 1.'],
  [
    "outcome.rungs.0.id",
    "peace",
    'outcome.rungs[2] "peace" has the id "peace", which outcome.rungs[0] "peace" already has; give one of them another id.',
  ],
  ["outcome.event.of", "rain", 'outcome.event.of must be the id of a mechanism, and "rain" is a factor.'],
  [
    "outcome.event.hazardPerYear.article.0",
    0,
    "outcome.event.hazardPerYear.article[0] must be a number above 0 and below 1 (a yearly rate), not 0.",
  ],
  [
    "outcome.event.hazardPerYear.outside.4",
    1,
    "outcome.event.hazardPerYear.outside[4] must be a number above 0 and below 1 (a yearly rate), not 1.",
  ],
  [
    "outcome.event.hazardPerYear.outside",
    [0.1],
    "outcome.event.hazardPerYear.outside must be a list of 5 numbers, not a list of 1.",
  ],
  ["outcome.happened", [], "outcome.happened must be a list of at least one entry, not an empty list."],
  [
    "outcome.happened.0.rung",
    "war",
    'outcome.happened[0].rung must be the id of one of outcome.rungs, not "war".',
  ],
  [
    "outcome.happened.1.rung",
    "parting",
    'outcome.happened[1].rung lists "parting" a second time; remove one of the two entries.',
  ],
  [
    "outcome.happened.1.rung",
    "peace",
    'outcome.happened[1].rung lists "peace", and outcome.rungs has it with "happened": false; move the entry to notHappened.',
  ],
  [
    "outcome.happened.1.of",
    "wet",
    "outcome.happened[1].of must be left out, because the last entry takes the rest.",
  ],
  [
    "outcome.happened.0.of",
    undefined,
    "outcome.happened[0].of is missing; it must be the id of a factor or mechanism of this case.",
  ],
  ["outcome.happened.0.p.4", -0.5, "outcome.happened[0].p[4] must be a number from 0 to 1, not -0.5."],
  [
    "outcome.happened",
    [{ rung: "quarrel" }],
    'outcome.happened does not list "parting"; add an entry for it.',
  ],
  [
    "scenarios",
    [{ id: "a" }, { id: "a" }],
    'scenarios[1] "a" has the id "a", which scenarios[0] "a" already has; give one of them another id.',
  ],
  [
    "scenarios",
    [{ id: "wild", settings: { weights: { rain: 12 } } }],
    'scenarios[0] "wild".settings.weights.rain must be a number from 0 to 10, not 12.',
  ],
  [
    "scenarios",
    [{ id: "wild", settings: { assume: { rain: "H" } } }],
    'scenarios[0] "wild".settings.assume.rain is a factor, which this input does not take; use "set" or "observe".',
  ],
  [
    "claims",
    [{ id: "C1" }, { id: "C1" }],
    'claims[1] "C1" has the id "C1", which claims[0] "C1" already has; give one of them another id.',
  ],
  ["claims", [{ id: "C1", horizon: [7] }], 'claims[0] "C1".horizon[0] must be text, not 7.'],
  [
    "marking",
    { text: "", tlp: "TLP:WHITE" },
    'marking.tlp must be one of "", TLP:CLEAR, TLP:GREEN, TLP:AMBER, TLP:AMBER+STRICT, TLP:RED, not "TLP:WHITE".',
  ],
  ["marking", { tlp: "" }, "marking.text is missing; it must be one line of up to 80 characters."],
  [
    "marking",
    { text: "a\nb", tlp: "" },
    'marking.text must be one line of up to 80 characters, not "a\\nb".',
  ],
  ["confidence", { level: "sure" }, 'confidence.level must be one of low, moderate, high, not "sure".'],
  ["source", "a book", 'source must be an object, not "a book".'],
];

describe("the door refuses", () => {
  it("nothing of the tiny case itself", () => {
    expect(sentenceFor(tinyText)).toBe("opened");
  });

  it.each(refusals)("%s = %j", (path, value, sentence) => {
    expect(sentenceFor(tinyWith(path, value))).toBe(sentence);
    // One sentence: outside quotation marks nothing ends before its end.
    expect(sentence.replaceAll(/"[^"]*"/g, "").slice(0, -1)).not.toMatch(/[.!?](\s|$)/);
  });

  it("what is no object at all", () => {
    for (const text of ["null", "[]", '"entente-case"', "7", "true"])
      expect(sentenceFor(text)).toContain("is not an Entente case");
  });

  it("more text than a case may hold, before reading any of it", () => {
    expect(sentenceFor(" ".repeat(40_000_000))).toBe(
      "The file holds 40 million characters and a case may hold 32 million; take pasted documents out of it and open it again.",
    );
  });

  it("a part with more causes than a table can hold, by its name", () => {
    const file = {
      ...(JSON.parse(tinyText) as object),
      factors: crowd,
      mechanisms: readsAll,
      indicators: [],
    };
    expect(sentenceFor(JSON.stringify(file).replace('"wet"', '"anger"'))).toBe(
      '"anger" has 10 direct causes and may have 9; join some of them in a mechanism of their own.',
    );
  });

  it("a circle of 20,000 mechanisms without running out of stack", () => {
    const file = { ...(JSON.parse(tinyText) as object), mechanisms: chain(20_000), indicators: [] };
    const text = JSON.stringify(file).replace('"anger"', '"m0"').replace('"wet"', '"m0"');
    expect(sentenceFor(text)).toContain("run in a circle");
  });

  it("a disguised value without repeating the disguise", () => {
    const sentence = sentenceFor(tinyWith("factors.0.group", "\u202egnp.exe\u0007"));
    expect(sentence).toContain('not "\\u202egnp.exe\\u0007');
    expect(sentenceFor(tinyWith("factors.0.group", "y".repeat(9999))).length).toBeLessThan(200);
  });
});
