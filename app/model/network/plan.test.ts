import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Plan } from "./plan.ts";
import { type Scope, sizeOf } from "./step.ts";

interface Problem {
  readonly cards: readonly number[];
  readonly scopes: readonly Scope[];
  readonly keep: Scope;
  readonly values: readonly Float64Array[];
}

/** A handful of variables of 2 to 5 states, tensors over some of them, some variables kept, in any order. */
const problem: fc.Arbitrary<Problem> = fc
  .array(fc.integer({ min: 2, max: 5 }), { minLength: 1, maxLength: 5 })
  .chain((cards) => {
    const subset = (minLength: number) =>
      fc.shuffledSubarray(
        cards.map((_, v) => v),
        { minLength, maxLength: Math.min(3, cards.length) },
      );
    return fc.tuple(fc.constant(cards), fc.array(subset(0), { minLength: 1, maxLength: 6 }), subset(0));
  })
  .chain(([cards, scopes, keep]) =>
    fc
      .tuple(
        ...scopes.map((scope) => {
          const size = sizeOf(scope, cards);
          return fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: size, maxLength: size });
        }),
      )
      .map((values) => ({ cards, scopes, keep, values: values.map((v) => Float64Array.from(v)) })),
  );

/** The same sum by going through every combination of all variables. */
function enumerate({ cards, scopes, keep, values }: Problem): Float64Array {
  const used = [...new Set([...scopes.flat(), ...keep])];
  const out = new Float64Array(sizeOf(keep, cards));
  const at = (scope: Scope, state: ReadonlyMap<number, number>) =>
    scope.reduce((index, v) => index * (cards[v] ?? 1) + (state.get(v) ?? 0), 0);
  const go = (i: number, state: Map<number, number>): void => {
    const v = used[i];
    if (v === undefined) {
      out[at(keep, state)]! += scopes.reduce((p, scope, s) => p * (values[s]?.[at(scope, state)] ?? NaN), 1);
      return;
    }
    for (let k = 0; k < (cards[v] ?? 0); k++) go(i + 1, new Map([...state, [v, k]]));
  };
  go(0, new Map());
  return out;
}

function planOf({ scopes, keep, cards, values }: Problem): Plan {
  const plan = new Plan(scopes, keep, cards);
  values.forEach((value, i) => (plan.tensors[i] = value));
  return plan;
}

describe("a compiled elimination", () => {
  test("run again with some inputs changed, equals a run of its own", () => {
    fc.assert(
      fc.property(
        problem,
        fc.array(fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), { maxLength: 4 }),
        (given, ways) => {
          const plan = new Plan(given.scopes, given.keep, given.cards);
          let { values } = given;
          expect([...plan.rerun(values)]).toEqual([...planOf({ ...given, values }).run()]);
          for (const changes of ways) {
            values = values.map((value, i) => (changes[i] ? value.map((x) => 1 - x / 2) : value));
            expect([...plan.rerun(values)]).toEqual([...planOf({ ...given, values }).run()]);
          }
        },
      ),
    );
  });

  test("equals the sum over every combination", () => {
    fc.assert(
      fc.property(problem, (p) => {
        const expected = enumerate(p);
        planOf(p)
          .run()
          .forEach((value, i) => expect(Math.abs(value - (expected[i] ?? NaN))).toBeLessThan(1e-10));
      }),
      { numRuns: 400 },
    );
  });

  test("derivatives that are asked for are the same whatever else is asked for", () => {
    fc.assert(
      fc.property(problem, fc.nat(), (p, pick) => {
        const one = pick % p.values.length;
        const alone = new Plan(p.scopes, p.keep, p.cards, [one]);
        p.values.forEach((value, i) => (alone.tensors[i] = value));
        const all = planOf(p);
        const seed = all.run().map((_, i) => i + 1);
        alone.run();
        expect(alone.derivatives(seed)[one]).toEqual(all.derivatives(seed)[one]);
      }),
      { numRuns: 200 },
    );
  });

  test("its derivatives are those of the result: linear in every input", () => {
    fc.assert(
      fc.property(problem, fc.nat(), (p, pick) => {
        const plan = planOf(p);
        const before = plan.run().reduce((a, b) => a + b, 0);
        const which = pick % p.values.length;
        const gradient = plan.derivatives(plan.run().map(() => 1))[which] ?? new Float64Array(0);
        const other = (p.values[which] ?? new Float64Array(0)).map((v, i) => (v + i + 1) / 3);
        const predicted = other.reduce((sum, v, i) => sum + v * (gradient[i] ?? NaN), 0);
        plan.tensors[which] = other;
        const after = plan.run().reduce((a, b) => a + b, 0);
        expect(Math.abs(after - predicted)).toBeLessThan(1e-9 * (1 + Math.abs(before) + Math.abs(after)));
      }),
      { numRuns: 300 },
    );
  });
});
