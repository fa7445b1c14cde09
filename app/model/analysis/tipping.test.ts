import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ImpossibleEvidence } from "../answer/conflict.ts";
import { shuffled } from "../answer/random.test-help.ts";
import { levelAt } from "../case/settings.ts";
import { type Case, type Inputs, LEVELS } from "../case/types.ts";
import { shippedCase } from "../shipped.test-help.ts";
import { wholePercent } from "../words/numbers.ts";
import { bandOf, ICD203 } from "../words/scale.ts";
import { breaksOf, smallCaseAndInputs } from "./cases.test-help.ts";
import type { Tipping } from "./shapes.ts";
import { tipping, TippingRun } from "./tipping.ts";

const theCase = shippedCase("russia-iran-syria");
const steps = (a: string, b: string) =>
  Math.abs(LEVELS.findIndex((l) => l === a) - LEVELS.findIndex((l) => l === b));
const costOf = ({ changes }: Tipping["sets"][number]) =>
  changes.reduce((sum, { from, to }) => sum + steps(from, to), 0);
const put = (inputs: Inputs, changes: Tipping["sets"][number]["changes"]): Inputs => ({
  ...inputs,
  set: { ...inputs.set, ...Object.fromEntries(changes.map(({ factor, to }) => [factor, to])) },
});

const placeOf = (p: number) => bandOf(wholePercent(p));

/** Whether an answer's word is this one or beyond, from where the answer stands; null where it has that word already. */
function crossing(answer: number, word: string): ((p: number) => boolean) | null {
  const wanted = ICD203.findIndex(({ id }) => id === word);
  if (placeOf(answer) < wanted) return (p) => placeOf(p) >= wanted;
  return placeOf(answer) > wanted ? (p) => placeOf(p) <= wanted : null;
}

/** Fewest steps that cross for each group of factors, by trying every combination of levels. */
function bruteSets(c: Case, inputs: Inputs, horizon: string, crosses: (p: number) => boolean) {
  const h = c.horizons.findIndex(({ id }) => id === horizon);
  const best = new Map<string, number>();
  const go = (
    i: number,
    changed: readonly string[],
    cost: number,
    set: Record<string, (typeof LEVELS)[number]>,
  ) => {
    const factor = c.factors[i];
    if (!factor) {
      if (changed.length === 0 || changed.length > 3) return;
      const p = breaksOf(c, { ...inputs, set: { ...inputs.set, ...set } })?.[h];
      const key = [...changed].sort().join();
      if (p !== undefined && crosses(p)) best.set(key, Math.min(cost, best.get(key) ?? Infinity));
      return;
    }
    go(i + 1, changed, cost, set);
    const from = levelAt(c, inputs, factor.id, horizon);
    for (const to of LEVELS)
      if (to !== from)
        go(i + 1, [...changed, factor.id], cost + steps(from, to), { ...set, [factor.id]: to });
  };
  go(0, [], 0, {});
  return [...best].filter(
    ([key]) =>
      ![...best.keys()].some(
        (other) => other !== key && other.split(",").every((id) => key.split(",").includes(id)),
      ),
  );
}

/**
 * Small cases made to be crossed: three factors push evenly at the last mechanism, and phases are ten times as long,
 * so that answers lie all over the scale and one change is often not enough; inputs, a word and a horizon to ask for.
 */
const question = smallCaseAndInputs
  .map(([c, inputs]): [Case, Inputs] => {
    const [a] = c.factors;
    const last = c.mechanisms.at(-1);
    if (!a || !last) throw new Error("a small case has factors and mechanisms");
    const pushes = ["a", "b", "c"].map((id) => {
      return { strength: 0.35, weightOf: id, of: [{ gate: "level" as const, node: id }] };
    });
    const { table: _rowsOfTheOldRule, ...bare } = last;
    const grown = { ...bare, spread: 0.1, rule: { kind: "sum" as const, base: 0, pushes } };
    return [
      {
        ...c,
        horizons: c.horizons.map((horizon) => ({ ...horizon, years: 10 * horizon.years })),
        factors: [...c.factors, { ...a, id: "c" }],
        mechanisms: c.mechanisms.with(-1, grown),
      },
      inputs,
    ];
  })
  .filter(([c, inputs]) => breaksOf(c, inputs) !== null)
  .chain(([c, inputs]) =>
    fc.tuple(
      fc.constant(c),
      fc.constant(inputs),
      fc.constantFrom(...ICD203.map(({ id }) => id)),
      fc.constantFrom(...c.horizons.map(({ id }) => id)),
    ),
  );

describe("tipping points", () => {
  test("sets are just those that brute force finds, each with its full answer", () => {
    const met = new Set<number>();
    fc.assert(
      fc.property(question, ([c, inputs, word, horizon]) => {
        const h = c.horizons.findIndex(({ id }) => id === horizon);
        const found = tipping(c, inputs, word, horizon);
        const crosses = crossing(breaksOf(c, inputs)?.[h] ?? NaN, word);
        if (!crosses) {
          expect(found).toMatchObject({ single: [], sets: [] });
          return;
        }
        for (const set of found.sets) {
          expect(set.answer).toBe(breaksOf(c, put(inputs, set.changes))?.[h]);
          expect(crosses(set.answer)).toBe(true);
          for (const { factor, from } of set.changes) expect(from).toBe(levelAt(c, inputs, factor, horizon));
        }
        const named = found.sets.map((set) => [
          set.changes
            .map(({ factor }) => factor)
            .sort()
            .join(),
          costOf(set),
        ]);
        const expected = bruteSets(c, inputs, horizon, crosses);
        expect(named.sort()).toEqual(expected.sort());
        const order = found.sets.map((set) => set.changes.length * 100 + costOf(set));
        expect(order).toEqual([...order].sort((a, b) => a - b));
        met.add(expected.length === 0 ? 0 : Math.min(...found.sets.map(({ changes }) => changes.length)));
      }),
      { numRuns: 150 },
    );
    // Out of reach, and reached by one change, two, and only by three: all were met.
    expect([0, 1, 2, 3].every((size) => met.has(size))).toBe(true);
  });

  test("single changes: the nearest level and half step that cross, and nothing nearer does", () => {
    fc.assert(
      fc.property(question, ([c, inputs, word, horizon]) => {
        const h = c.horizons.findIndex(({ id }) => id === horizon);
        const { single } = tipping(c, inputs, word, horizon);
        const crosses = crossing(breaksOf(c, inputs)?.[h] ?? NaN, word);
        if (!crosses) return;
        expect(single.map(({ factor, input }) => `${factor}/${input}`)).toEqual(
          c.factors.flatMap(({ id }) => [`${id}/level`, `${id}/weight`]),
        );
        for (const tip of single) {
          const { factor } = tip;
          const weight =
            inputs.weights?.[factor] ?? c.factors.find(({ id }) => id === factor)?.weight.default ?? NaN;
          const level = levelAt(c, inputs, factor, horizon);
          const all =
            tip.input === "weight"
              ? Array.from({ length: 21 }, (_, i) => i / 2).map((to) => ({
                  to,
                  cost: Math.abs(to - weight),
                  p: breaksOf(c, { ...inputs, weights: { ...inputs.weights, [factor]: to } })?.[h],
                }))
              : LEVELS.map((to) => ({
                  to,
                  cost: steps(level, to),
                  p: breaksOf(c, { ...inputs, set: { ...inputs.set, [factor]: to } })?.[h],
                }));
          const enough = all.filter(({ cost, p }) => cost > 0 && p !== undefined && crosses(p));
          if ("reachable" in tip) expect(enough).toEqual([]);
          else {
            expect(tip.from).toBe(tip.input === "weight" ? weight : level);
            const chosen = enough.find(({ to }) => to === tip.to);
            expect(chosen?.p).toBe(tip.answer);
            expect(chosen?.cost).toBe(Math.min(...enough.map(({ cost }) => cost)));
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  test("the shipped case: sets of every size asked for hold, and no single change inside a set is enough", () => {
    const found = tipping(theCase, {}, "likely", "long");
    expect(found.target).toEqual([0.55, 0.8]);
    expect(found.sets.length).toBeGreaterThan(0);
    for (const { changes, answer } of found.sets) {
      expect(answer).toBe(breaksOf(theCase, put({}, changes))?.[2]);
      expect(placeOf(answer)).toBeGreaterThanOrEqual(4);
      for (const left of changes) {
        const rest = changes.filter((change) => change !== left);
        expect(placeOf(breaksOf(theCase, put({}, rest))?.[2] ?? NaN)).toBeLessThan(4);
      }
    }
  });

  test("a set is enough where the number shown has the word: 55% is a roughly even chance, not likely", () => {
    const shown: Inputs = { set: { strikes: "VH", secure: "VH" } };
    for (const inputs of [{}, shown])
      for (const { answer } of tipping(theCase, inputs, "likely", "long").sets)
        expect(wholePercent(answer)).toBeGreaterThan(55);
  });

  test("a search in portions comes to the same, and shows what it has on the way", () => {
    const run = new TippingRun(theCase, {}, "very-unlikely", "long");
    let [shown, reached] = [0, 0];
    const partials: Tipping[] = [];
    for (const { done, partial } of run.work) {
      expect(done).toBeGreaterThanOrEqual(reached);
      expect(done).toBeLessThanOrEqual(1 + 1e-12);
      reached = done;
      if (!partial) continue;
      const found = partial();
      expect(found.single.length + found.sets.length).toBeGreaterThan(shown);
      shown = found.single.length + found.sets.length;
      partials.push(found);
    }
    const all = tipping(theCase, {}, "very-unlikely", "long");
    expect(run.result()).toEqual(all);
    // Single changes come before sets.
    expect(partials.find(({ single }) => single.length === all.single.length)?.sets).toEqual(
      all.sets.filter(({ changes }) => changes.length === 1),
    );
  });

  test("the order of factors makes no difference", () => {
    const keys = (c: Case) =>
      tipping(c, {}, "likely", "long")
        .sets.map(({ changes }) =>
          changes
            .map(({ factor, to }) => `${factor}:${to}`)
            .sort()
            .join(),
        )
        .sort();
    expect(keys(shuffled(theCase, 4))).toEqual(keys(theCase));
  });

  test("unknown words and horizons, and impossible evidence, are refused in a sentence", () => {
    expect(() => tipping(theCase, {}, "probable", "long")).toThrow(/"probable" is not a word.*choose from/);
    expect(() => tipping(theCase, {}, "likely", "soon")).toThrow(/no horizon "soon"; choose from now/);
    const impossible: Inputs = { observe: { losses: "VL" }, assume: { losses: "VH" } };
    expect(() => tipping(theCase, impossible, "likely", "long")).toThrow(ImpossibleEvidence);
  });
});
