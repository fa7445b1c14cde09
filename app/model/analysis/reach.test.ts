import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyInputs, renamed, shuffled } from "../answer/random.test-help.ts";
import { type Case, type Inputs, type Level, LEVELS, type Mechanism, type Push } from "../case/types.ts";
import { SHIPPED, shippedCase } from "../shipped.test-help.ts";
import { blind, breaksOf, farthest, numbersIn, smallCaseAndInputs } from "./cases.test-help.ts";
import { directionInTable, directionOfList } from "./direction.ts";
import { reach } from "./reach.ts";

/** The extremes by trying all levels of both factors in every phase, each phase on its own. */
function bruteReach(c: Case, inputs: Inputs): { low: number; high: number }[] {
  const all = LEVELS.flatMap((a) => LEVELS.map((b) => ({ a, b }))).map(
    (set) => breaksOf(c, { ...blind(inputs), set }) ?? [],
  );
  const alive = (breaks: readonly number[], h: number) => 1 - (h < 0 ? 0 : (breaks[h] ?? NaN));
  let [most, least] = [1, 1];
  return c.horizons.map((_, h) => {
    const stays = all.map((breaks) => alive(breaks, h) / alive(breaks, h - 1));
    most *= Math.max(...stays);
    least *= Math.min(...stays);
    return { low: 1 - most, high: 1 - least };
  });
}

/** n factors, each strongest in the middle (a push by it that it also damps), added up one after another. */
function humps(n: number): Case {
  const c = shippedCase("russia-iran-syria");
  const [factor] = c.factors;
  const [mechanism] = c.mechanisms;
  if (!factor || !mechanism) throw new Error("no parts");
  const sum = (id: string, pushes: readonly Push[]): Mechanism => ({
    ...mechanism,
    id,
    spread: 0.05,
    rule: { kind: "sum", base: 0, pushes },
  });
  const level = (node: string) => ({ gate: "level" as const, node });
  const levels = Object.fromEntries(c.horizons.map(({ id }) => [id, { level: "L" as const, spread: 0.05 }]));
  const each = Array.from({ length: n }, (_, i) => i);
  const isKept = ({ id }: { readonly id: string }) => id === "broken" || id === "managed";
  return {
    ...c,
    factors: each.map((i) => ({ ...factor, id: `f${i}`, levels })),
    mechanisms: each.flatMap((i) => [
      sum(`none${i}`, [{ strength: 1, of: [{ gate: "damps", node: `f${i}`, depth: 1 }] }]),
      sum(`both${i}`, [{ strength: 4, of: [level(`f${i}`), level(`none${i}`)] }]),
      sum(`all${i}`, [
        { strength: i === 0 ? 1 : 0.4, of: [level(`both${i}`)] },
        ...(i === 0 ? [] : [{ strength: 0.6, of: [level(`all${i - 1}`)] }]),
      ]),
    ]),
    indicators: [],
    outcome: {
      ...c.outcome,
      event: { ...c.outcome.event, of: `all${n - 1}` },
      happened: [{ rung: "broken" }],
      notHappened: [{ rung: "managed" }],
      rungs: c.outcome.rungs.filter(isKept),
    },
    scenarios: [],
  };
}

describe("reach", () => {
  test("is what trying all settings gives", () => {
    fc.assert(
      fc.property(smallCaseAndInputs, ([c, inputs]) => {
        const found = reach(c, inputs);
        bruteReach(c, inputs).forEach(({ low, high }, h) => {
          const at = found.horizons[c.horizons[h]?.id ?? ""];
          expect(Math.abs((at?.low ?? NaN) - low)).toBeLessThan(1e-10);
          expect(Math.abs((at?.high ?? NaN) - high)).toBeLessThan(1e-10);
        });
      }),
      { numRuns: 60 },
    );
  });

  test.each(SHIPPED)("$name: no settings lead beyond it", ({ name }) => {
    const c = shippedCase(name);
    const levels = fc.record(
      Object.fromEntries(
        c.factors.map(({ id }) => [
          id,
          fc.record(Object.fromEntries(c.horizons.map((h) => [h.id, fc.constantFrom(...LEVELS)]))),
        ]),
      ),
    );
    fc.assert(
      fc.property(anyInputs(c), fc.array(levels, { minLength: 15, maxLength: 15 }), (any, settings) => {
        const inputs = blind(any);
        const { horizons } = reach(c, inputs);
        for (const set of settings)
          breaksOf(c, { ...inputs, set })?.forEach((p, h) => {
            const at = horizons[c.horizons[h]?.id ?? ""];
            expect(p).toBeGreaterThanOrEqual((at?.low ?? NaN) - 1e-10);
            expect(p).toBeLessThanOrEqual((at?.high ?? NaN) + 1e-10);
          });
      }),
      { numRuns: 8 },
    );
  });

  test("a factor that pulls both ways may be best in the middle", () => {
    const hump = humps(1);
    const at = (level: Level) => breaksOf(hump, { set: { f0: level } })?.[0] ?? NaN;
    const { low, high } = reach(hump, {}).horizons["now"] ?? { low: NaN, high: NaN };
    expect(high).toBeCloseTo(at("M"), 12);
    expect(at("M")).toBeGreaterThan(2 * Math.max(at("VL"), at("VH")));
    expect(low).toBeCloseTo(Math.min(at("VL"), at("VH")), 12);
  });

  test("eight of them are gone through, eleven are refused in a sentence", () => {
    const c = humps(8);
    const at = (level: Level) =>
      breaksOf(c, { set: Object.fromEntries(c.factors.map(({ id }) => [id, level])) })?.[0] ?? NaN;
    const { low, high } = reach(c, {}).horizons["now"] ?? { low: NaN, high: NaN };
    expect(high).toBeCloseTo(at("M"), 12);
    expect(low).toBeLessThanOrEqual(Math.min(at("VL"), at("VH")) + 1e-12);
    expect(high - low).toBeGreaterThan(1e-4);
    expect(() => reach(humps(11), {})).toThrow(/at most 10 factors that pull both ways; here 11 do/);
  });

  test("what is set or seen is set aside; weights, assumptions and view count", () => {
    const c = shippedCase("russia-iran-syria");
    const plain = reach(c, {});
    expect(reach(c, { set: { strikes: "VL" }, observe: { guardsKilled: true } })).toEqual(plain);
    const outside = reach(c, { view: "outside", weights: { strikes: 0 } }).horizons["long"]?.high;
    expect(outside).toBeLessThan(plain.horizons["long"]?.high ?? NaN);
  });

  test("follows renamed and shuffled parts", () => {
    const c = shippedCase("us-saudi-1973");
    const here = numbersIn(reach(c, {}));
    expect(farthest(numbersIn(reach(renamed(c, {})[0], {})), here)).toBeLessThan(1e-12);
    expect(farthest(numbersIn(reach(shuffled(c, 6), {})), here)).toBeLessThan(1e-12);
  });
});

describe("directions", () => {
  test("of a list", () => {
    expect(
      [
        [1, 2, 2],
        [3, 1],
        [2, 2],
        [1, 2, 1],
      ].map(directionOfList),
    ).toEqual(["up", "down", "still", "mixed"]);
  });

  test("in a table: by upper tails, whatever the other parent does", () => {
    const certain = (level: number) => Array.from({ length: 5 }, (_, k) => (k === level ? 1 : 0));
    const table = (levelOf: (a: number, b: number) => number) =>
      Float64Array.from(
        Array.from({ length: 25 }, (_, row) => certain(levelOf(Math.floor(row / 5), row % 5))).flat(),
      );
    const both = table((a, b) => Math.max(0, a - b));
    expect([directionInTable(both, 0, 2), directionInTable(both, 1, 2)]).toEqual(["up", "down"]);
    const turns = table((a, b) => (b < 3 ? a : 4 - a));
    expect(directionInTable(turns, 0, 2)).toBe("mixed");
    expect(
      directionInTable(
        table((a) => a),
        1,
        2,
      ),
    ).toBe("still");
  });
});
