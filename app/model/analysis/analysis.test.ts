import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ImpossibleEvidence } from "../answer/conflict.ts";
import { evaluate } from "../answer/evaluate.ts";
import { anyInputs, renamed, shuffled, smallCase } from "../answer/random.test-help.ts";
import type { Case, Inputs } from "../case/types.ts";
import { withPushAdded } from "../case/rules.ts";
import { causesOf } from "../case/structure.ts";
import { SHIPPED, shippedCase } from "../shipped.test-help.ts";
import { attribution, strainAttribution } from "./attribution.ts";
import { linkInfluence } from "./links.ts";
import { quantile, range, RangeRun, spreadOf } from "./range.ts";
import { shapleyValues } from "./shapley.ts";
import { strainRung } from "./strain.ts";
import { breakFromView } from "./views.ts";

const theCase = shippedCase("russia-iran-syria");

/** P(break) by horizon with some factors as set and the others at their lowest; null where evidence is impossible. */
function coalition(c: Case, inputs: Inputs, kept: ReadonlySet<string>): Record<string, number> | null {
  const lowest = Object.fromEntries(
    c.factors.filter(({ id }) => !kept.has(id)).map(({ id }) => [id, "VL" as const]),
  );
  try {
    const { horizons } = evaluate(c, { ...inputs, set: { ...inputs.set, ...lowest } });
    return Object.fromEntries(Object.entries(horizons).map(([h, at]) => [h, at.break]));
  } catch (error) {
    if (error instanceof ImpossibleEvidence) return null;
    throw error;
  }
}

/** Average marginal gain over all orders of the players, taken literally. */
function byOrders(
  players: readonly string[],
  value: (kept: ReadonlySet<string>) => number,
): Record<string, number> {
  const gains: Record<string, number> = Object.fromEntries(players.map((p) => [p, 0]));
  let orders = 0;
  const go = (left: readonly string[], kept: ReadonlySet<string>): void => {
    if (left.length === 0) orders += 1;
    for (const p of left) {
      const next = new Set([...kept, p]);
      const rest = left.filter((q) => q !== p);
      gains[p]! += (value(next) - value(kept)) * factorial(rest.length);
      go(rest, next);
    }
  };
  go(players, new Set());
  return Object.fromEntries(players.map((p) => [p, (gains[p] ?? NaN) / orders]));
}
const factorial = (n: number): number => (n <= 1 ? 1 : n * factorial(n - 1));

describe("attribution", () => {
  test("values of a small game: symmetric players share, a dummy gets nothing", () => {
    // Players a, b, c: a and b together make 1, c nothing; coalition bits abc.
    expect(shapleyValues([0, 0, 0, 0, 0, 0, 1, 1], 3)).toEqual([0.5, 0.5, 0]);
  });

  test("equals the average over all orders, evidence as one more player", () => {
    fc.assert(
      fc.property(
        smallCase.chain((c) => fc.tuple(fc.constant(c), anyInputs(c))),
        ([c, inputs]) => {
          const all = new Set(c.factors.map(({ id }) => id));
          if (coalition(c, inputs, all) === null) return;
          const { observe: _, likelihood: __, ...blind } = inputs;
          const seen = Object.keys({ ...inputs.observe, ...inputs.likelihood }).length > 0;
          const players = [...all, ...(seen ? ["evidence"] : [])];
          const found = attribution(c, inputs);
          for (const { id: h } of c.horizons) {
            const value = (kept: ReadonlySet<string>) =>
              ((kept.has("evidence") ? coalition(c, inputs, kept) : null) ?? coalition(c, blind, kept))?.[
                h
              ] ?? NaN;
            const expected = byOrders(players, value);
            const at = found.horizons[h];
            for (const [id, points] of Object.entries(expected))
              expect(
                Math.abs(points - (id === "evidence" ? (at?.evidence ?? NaN) : (at?.points[id] ?? NaN))),
              ).toBeLessThan(1e-11);
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  test.each(SHIPPED)(
    "$name: start + points = answer to 1e-12, for any inputs without evidence",
    ({ name }) => {
      const c = shippedCase(name);
      fc.assert(
        fc.property(anyInputs(c), ({ observe: _, likelihood: __, ...inputs }) => {
          const { horizons } = attribution(c, inputs);
          const answer = evaluate(c, inputs);
          for (const [h, at] of Object.entries(horizons)) {
            const sum = Object.values(at.points).reduce((a, b) => a + b, at.start);
            expect(Math.abs(sum - at.answer)).toBeLessThan(1e-12);
            expect(Math.abs(at.answer - (answer.horizons[h]?.break ?? NaN))).toBeLessThan(1e-12);
          }
        }),
        { numRuns: 10 },
      );
    },
  );

  test("with evidence it sums too, and impossible evidence is refused", () => {
    const at = attribution(theCase, { observe: { guardsKilled: true } }).horizons["long"];
    expect(at?.evidence).toBeGreaterThan(0);
    const sum = Object.values(at?.points ?? {}).reduce(
      (a, b) => a + b,
      (at?.start ?? NaN) + (at?.evidence ?? NaN),
    );
    expect(Math.abs(sum - (at?.answer ?? NaN))).toBeLessThan(1e-12);
    expect(() => attribution(theCase, { observe: { losses: "VL" }, assume: { losses: "VH" } })).toThrow(
      ImpossibleEvidence,
    );
  });

  test("open strain now is attributed in the same way", () => {
    const strain = strainAttribution(theCase, {});
    const rung = strainRung(theCase) ?? "";
    const lowest = Object.fromEntries(theCase.factors.map(({ id }) => [id, "VL" as const]));
    expect(strain?.answer).toBeCloseTo(evaluate(theCase, {}).horizons["now"]?.rungs[rung] ?? NaN, 12);
    expect(strain?.start).toBeCloseTo(
      evaluate(theCase, { set: lowest }).horizons["now"]?.rungs[rung] ?? NaN,
      12,
    );
    expect(Object.values(strain?.points ?? {}).reduce((a, b) => a + b, strain?.start ?? NaN)).toBeCloseTo(
      strain?.answer ?? NaN,
      12,
    );
  });
});

describe("link influence", () => {
  test("is the answer minus the answer with the arrow cut, for every arrow the rules read", () => {
    fc.assert(
      fc.property(
        smallCase.chain((c) => fc.tuple(fc.constant(c), anyInputs(c))),
        ([c, inputs]) => {
          if (coalition(c, inputs, new Set(c.factors.map(({ id }) => id))) === null) return;
          const arrows = c.mechanisms.flatMap((m) => causesOf(m).map((from) => ({ from, to: m.id })));
          const base = evaluate(c, inputs);
          const cut = (() => {
            try {
              return arrows.map((arrow) => evaluate(c, inputs, arrow));
            } catch {
              return null; // cutting an arrow may make the evidence impossible
            }
          })();
          if (!cut) return;
          const { horizons, strainNow } = linkInfluence(c, inputs);
          const rung = strainRung(c) ?? "";
          for (const [h, points] of Object.entries(horizons)) {
            expect(Object.keys(points).sort()).toEqual(arrows.map(({ from, to }) => `${from}>${to}`).sort());
            arrows.forEach(({ from, to }, i) => {
              const expected = (base.horizons[h]?.break ?? NaN) - (cut[i]?.horizons[h]?.break ?? NaN);
              expect(Math.abs((points[`${from}>${to}`] ?? NaN) - expected)).toBeLessThan(1e-11);
            });
          }
          arrows.forEach(({ from, to }, i) => {
            const expected =
              (base.horizons["h1"]?.rungs[rung] ?? NaN) - (cut[i]?.horizons["h1"]?.rungs[rung] ?? NaN);
            expect(Math.abs((strainNow?.[`${from}>${to}`] ?? NaN) - expected)).toBeLessThan(1e-11);
          });
        },
      ),
      { numRuns: 40 },
    );
  });

  test("a case without a rung for open strain says nothing of it", () => {
    const plain: Case = { ...theCase, outcome: { ...theCase.outcome, notHappened: [{ rung: "managed" }] } };
    expect(linkInfluence(plain, {})).not.toHaveProperty("strainNow");
  });
});

describe("range", () => {
  test("same seed, same dots; another seed nearly the same", () => {
    expect(range(theCase, {})).toEqual(range(theCase, {}));
    const [a, b] = [range(theCase, {}).horizons["long"], range(theCase, {}, 2).horizons["long"]];
    expect(a).not.toEqual(b);
    expect(Math.abs((a?.low ?? NaN) - (b?.low ?? NaN))).toBeLessThan(0.01);
  });

  test("portions make no difference, and the order of factors none", () => {
    const run = new RangeRun(theCase, {}, 1, 200);
    while (!run.advance(7)) expect(run.result().draws).toBe(run.done);
    expect(run.result()).toEqual(range(theCase, {}, 1, 200));
    const other = range(shuffled(theCase, 3), {}, 1, 200).horizons["long"];
    expect(other?.mean).toBeCloseTo(run.result().horizons["long"]?.mean ?? NaN, 12);
  });

  test("dots ascend, low and high lie among them, and nothing drawn is the answer itself", () => {
    const at = range(theCase, {}, 1, 300).horizons["short"];
    expect(at?.dots).toHaveLength(50);
    expect([...(at?.dots ?? [])].sort((a, b) => a - b)).toEqual(at?.dots);
    expect(at?.low).toBeLessThan(at?.high ?? NaN);
    const still = Object.fromEntries(theCase.factors.map(({ id }) => [id, [5, 5] as const]));
    const fixed = range(theCase, { ranges: still }, 1, 20).horizons["long"];
    expect(fixed?.low).toBeCloseTo(evaluate(theCase, {}).horizons["long"]?.break ?? NaN, 7);
    expect(fixed?.high).toBeCloseTo(fixed?.low ?? NaN, 12);
  });

  test("a draw is a full evaluation at the drawn weights, evidence and assumptions included", () => {
    const inputs: Inputs = { observe: { guardsKilled: true }, assume: { passivity: "H" }, view: 0.5 };
    const still = Object.fromEntries(
      theCase.factors.map(({ id }, i) => [id, [4 + i / 4, 4 + i / 4] as const]),
    );
    const drawn = range(theCase, { ...inputs, ranges: still }, 1, 3);
    const weights = Object.fromEntries(Object.entries(still).map(([id, [w]]) => [id, w]));
    const expected = evaluate(theCase, { ...inputs, weights });
    for (const { id } of theCase.horizons)
      expect(
        Math.abs((drawn.horizons[id]?.mean ?? NaN) - (expected.horizons[id]?.break ?? NaN)),
      ).toBeLessThan(1e-7);
  });

  test("weights are drawn from the moved plausible range, a typed one as typed, a weight of 0 not at all", () => {
    const factor = theCase.factors[1];
    if (!factor) throw new Error("no factor");
    const at = (inputs: Inputs) => spreadOf(theCase, inputs, factor);
    expect(at({})).toEqual({ low: 3.5, mode: 5, high: 6.5 });
    expect(at({ weights: { [factor.id]: 9 } })).toEqual({ low: 7.5, mode: 9, high: 10 });
    expect(at({ weights: { [factor.id]: 0 } })).toBeNull();
    expect(at({ weights: { [factor.id]: 0 }, ranges: { [factor.id]: [0, 2] } })).toEqual({
      low: 0,
      mode: 0,
      high: 2,
    });
  });

  test("quantiles interpolate between sorted values", () => {
    expect(quantile([1, 2, 3, 4], 0.5)).toBe(2.5);
    expect(quantile([7], 0.3)).toBe(7);
  });
});

test("another view is a reading of the same levels", () => {
  fc.assert(
    fc.property(anyInputs(theCase), fc.double({ min: 0, max: 1, noNaN: true }), (inputs, view) => {
      try {
        const seen = breakFromView(theCase, evaluate(theCase, inputs), view);
        const asked = evaluate(theCase, { ...inputs, view });
        for (const { id } of theCase.horizons)
          expect(Math.abs((seen[id] ?? NaN) - (asked.horizons[id]?.break ?? NaN))).toBeLessThan(1e-12);
      } catch (error) {
        if (!(error instanceof ImpossibleEvidence)) throw error;
      }
    }),
    { numRuns: 30 },
  );
});

test("analyses follow renamed ids", () => {
  const [named, inputs] = renamed(theCase, { weights: { strikes: 7 } });
  const here = attribution(theCase, { weights: { strikes: 7 } }).horizons["long"];
  const there = attribution(named, inputs).horizons["long"];
  expect(Object.values(there?.points ?? {}).sort()).toEqual(
    Object.values(here?.points ?? {})
      .sort()
      .map((p) => expect.closeTo(p, 12) as number),
  );
});

test("a case with more factors than coalitions can be gone through is attributed by seeded orders, and sums", () => {
  const extra = Array.from({ length: 10 }, (_, i) => ({ ...theCase.factors[i]!, id: `extra${i}` }));
  const [first, ...rest] = theCase.mechanisms;
  if (first?.rule.kind !== "sum") throw new Error("no sum");
  const pushes = [
    ...first.rule.pushes,
    ...extra.slice(0, 5).map(({ id }) => ({ strength: 0.02, of: [{ gate: "level" as const, node: id }] })),
  ];
  const second = rest.find(({ id }) => id === "sharedInterest");
  if (second?.rule.kind !== "sum") throw new Error("no sum");
  const more = extra
    .slice(4)
    .map(({ id }) => ({ strength: -0.02, of: [{ gate: "level" as const, node: id }] }));
  const wide: Case = {
    ...theCase,
    factors: [...theCase.factors, ...extra],
    mechanisms: [
      { ...first, rule: { ...first.rule, pushes } },
      ...rest.map((m) => (m === second ? { ...m, rule: more.reduce(withPushAdded, m.rule) } : m)),
    ],
  };
  const found = attribution(wide, {});
  expect(found.orders).toBeGreaterThan(1);
  expect(found).toEqual(attribution(wide, {}));
  const at = found.horizons["long"];
  const exact = attribution(theCase, {}).horizons["long"];
  expect(Object.values(at?.points ?? {}).reduce((a, b) => a + b, at?.start ?? NaN)).toBeCloseTo(
    at?.answer ?? NaN,
    12,
  );
  expect(
    Math.abs((at?.points["stabilisation"] ?? NaN) - (exact?.points["stabilisation"] ?? NaN)),
  ).toBeLessThan(0.04);
});
