import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ImpossibleEvidence } from "../answer/conflict.ts";
import { anyInputs, renamed, shuffled } from "../answer/random.test-help.ts";
import { evaluate } from "../answer/evaluate.ts";
import type { Case, Inputs } from "../case/types.ts";
import { uniform } from "../random/generator.ts";
import { shippedCase } from "../shipped.test-help.ts";
import { blind, breaksOf, farthest, numbersIn, smallCaseAndInputs } from "./cases.test-help.ts";
import { strainRung } from "./strain.ts";
import { compare } from "./compare.ts";
import { averageGains, mirroredOrders } from "./orders.ts";
import { complete } from "./work.ts";
import { shapleyValues } from "./shapley.ts";

const theCase = shippedCase("russia-iran-syria");
const twoInputs = smallCaseAndInputs
  .chain(([c, from]) => fc.tuple(fc.constant(c), fc.constant(from), anyInputs(c)))
  .filter(([c, , to]) => breaksOf(c, to) !== null);

/** Inputs with one kind of entry taken from `to`, as text-book code: the entry is put in or taken out. */
function moved(from: Inputs, to: Inputs, changes: readonly { input: string; id: string }[]): Inputs {
  const parts: Record<string, unknown> = { ...from };
  for (const { input, id } of changes) {
    if (input === "view") parts["view"] = to.view ?? "article";
    else if (input === "evidence") {
      parts["observe"] = to.observe ?? {};
      parts["likelihood"] = to.likelihood ?? {};
    } else {
      const key = input as "set" | "weights" | "assume";
      const map: Record<string, unknown> = { ...(parts[key] as object | undefined) };
      const value = to[key]?.[id];
      if (value === undefined) Reflect.deleteProperty(map, id);
      else map[id] = value;
      parts[key] = map;
    }
  }
  return parts as Inputs;
}

function* permutations<T>(list: readonly T[]): Generator<T[]> {
  if (list.length === 0) yield [];
  for (const [i, one] of list.entries())
    for (const rest of permutations(list.toSpliced(i, 1))) yield [one, ...rest];
}

/** P(break) of a coalition; evidence that cannot be there is ignored. */
const valueOf = (c: Case, inputs: Inputs) => breaksOf(c, inputs) ?? breaksOf(c, blind(inputs)) ?? [];

describe("compare", () => {
  test("from + points = to, and both are evaluate's, for any two inputs", () => {
    fc.assert(
      fc.property(twoInputs, ([c, from, to]) => {
        const { horizons } = compare(c, from, to);
        c.horizons.forEach(({ id }, h) => {
          const at = horizons[id];
          const sum = at?.changes.reduce((total, { points }) => total + points, at.from) ?? NaN;
          expect(Math.abs(sum - (at?.to ?? NaN))).toBeLessThan(1e-12);
          expect(Math.abs((at?.from ?? NaN) - (breaksOf(c, from)?.[h] ?? NaN))).toBeLessThan(1e-12);
          expect(Math.abs((at?.to ?? NaN) - (breaksOf(c, to)?.[h] ?? NaN))).toBeLessThan(1e-12);
        });
      }),
      { numRuns: 40 },
    );
  });

  test("points are the average over all orders of putting one changed input after another", () => {
    let counted = 0;
    fc.assert(
      fc.property(twoInputs, ([c, from, to]) => {
        const { horizons } = compare(c, from, to);
        const players = horizons[c.horizons[0]?.id ?? ""]?.changes ?? [];
        if (players.length > 4) return;
        counted += players.length;
        const orders = [...permutations(players.map((_, i) => i))];
        const gains = averageByHand(players.length, orders, (members) =>
          valueOf(
            c,
            moved(
              from,
              to,
              players.filter((_, i) => members.includes(i)),
            ),
          ),
        );
        c.horizons.forEach(({ id }, h) => {
          const points = horizons[id]?.changes.map((change) => change.points) ?? [];
          expect(
            farthest(
              points,
              gains.map((gain) => gain[h] ?? NaN),
            ),
          ).toBeLessThan(1e-12);
        });
      }),
      { numRuns: 60 },
    );
    expect(counted).toBeGreaterThan(20);
  });

  test("open strain now is shared out in the same way, and is evaluate's; absent where the case has none", () => {
    fc.assert(
      fc.property(twoInputs, ([c, from, to]) => {
        const { strainNow, horizons } = compare(c, from, to);
        const rung = strainRung(c);
        expect(strainNow === undefined).toBe(rung === undefined);
        if (!strainNow || rung === undefined) return;
        const first = c.horizons[0]?.id ?? "";
        expect(strainNow.changes.map(({ id }) => id)).toEqual(horizons[first]?.changes.map(({ id }) => id));
        const sum = strainNow.changes.reduce((total, { points }) => total + points, strainNow.from);
        expect(Math.abs(sum - strainNow.to)).toBeLessThan(1e-12);
        for (const [inputs, p] of [
          [from, strainNow.from],
          [to, strainNow.to],
        ] as const)
          expect(Math.abs((evaluate(c, inputs).horizons[first]?.rungs[rung] ?? NaN) - p)).toBeLessThan(1e-12);
      }),
      { numRuns: 40 },
    );
    expect(compare(theCase, {}, { set: { strikes: "VH" } }).strainNow?.changes).toHaveLength(1);
  });

  test("what says the same in other words is no change", () => {
    const [one, two] = theCase.factors;
    if (!one || !two) throw new Error("no factors");
    const level = one.levels["now"]?.level ?? "M";
    const same: Inputs = {
      set: { [one.id]: { now: level } },
      weights: { [two.id]: two.weight.default },
      view: 1,
      ranges: { [two.id]: [1, 9] },
    };
    expect(compare(theCase, {}, same).horizons["long"]?.changes).toEqual([]);
    const seen = compare(
      theCase,
      { likelihood: { guardsKilled: [1, 0.5] } },
      { likelihood: { guardsKilled: [2, 1] } },
    );
    expect(seen.horizons["long"]?.changes).toEqual([]);
  });

  test("more than twelve changes: sampled orders still sum exactly, and say that they are sampled", () => {
    const weights = Object.fromEntries(theCase.factors.map(({ id }, i) => [id, 4 + i / 3]));
    const set = Object.fromEntries(theCase.factors.slice(0, 4).map(({ id }) => [id, "VL" as const]));
    const found = compare(theCase, {}, { weights, set, view: "outside" });
    expect(found.orders).toBeGreaterThan(0);
    const at = found.horizons["long"];
    const sum = at?.changes.reduce((total, { points }) => total + points, at.from) ?? NaN;
    expect(at?.changes.length).toBeGreaterThan(12);
    expect(Math.abs(sum - (at?.to ?? NaN))).toBeLessThan(1e-12);
  });

  test("sampled orders come near the exact values, all orders reach them", () => {
    const values = Array.from({ length: 32 }, (_, s) => Math.sin(s * s) + s / 4);
    const value = (members: ReadonlySet<number>) => [
      values[[...members].reduce((sum, i) => sum + (1 << (4 - i)), 0)] ?? NaN,
    ];
    const exact = shapleyValues(values, 5);
    const all = complete(averageGains(5, [...permutations([0, 1, 2, 3, 4])], value))[0] ?? [];
    expect(farthest(all, exact)).toBeLessThan(1e-12);
    const some = complete(averageGains(5, mirroredOrders(5, 2000, uniform(1)), value))[0] ?? [];
    expect(farthest(some, exact)).toBeLessThan(0.05);
  });

  test("follows renamed and shuffled parts; impossible evidence on either side is refused", () => {
    const [a, b] = [{ weights: { strikes: 7 }, set: { presence: "VL" } }, { view: 0.5 }] as const;
    const here = numbersIn(compare(theCase, a, b));
    const [named, from] = renamed(theCase, a);
    expect(farthest(numbersIn(compare(named, from, b)), here)).toBeLessThan(1e-12);
    expect(farthest(numbersIn(compare(shuffled(theCase, 8), a, b)), here)).toBeLessThan(1e-12);
    const impossible: Inputs = { observe: { losses: "VL" }, assume: { losses: "VH" } };
    expect(() => compare(theCase, impossible, {})).toThrow(ImpossibleEvidence);
    expect(() => compare(theCase, {}, impossible)).toThrow(ImpossibleEvidence);
  });
});

/** [player][horizon] */
function averageByHand(
  players: number,
  orders: readonly (readonly number[])[],
  value: (members: readonly number[]) => readonly number[],
): number[][] {
  return Array.from({ length: players }, (_, player) => {
    const gains = orders.map((order) => {
      const before = order.slice(0, order.indexOf(player));
      const [without, withIt] = [value(before), value([...before, player])];
      return withIt.map((p, h) => p - (without[h] ?? NaN));
    });
    return (gains[0] ?? []).map(
      (_, h) => gains.reduce((sum, gain) => sum + (gain[h] ?? NaN), 0) / gains.length,
    );
  });
}
