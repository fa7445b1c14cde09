import { describe, expect, test } from "vitest";
import { ImpossibleEvidence } from "../answer/conflict.ts";
import { shuffled } from "../answer/random.test-help.ts";
import { strata, uniform } from "../random/generator.ts";
import { shippedCase } from "../shipped.test-help.ts";
import { farthest, numbersIn } from "./cases.test-help.ts";
import { SaltelliRun } from "./saltelli.ts";
import { sobol, SobolRun } from "./sobol.ts";

const theCase = shippedCase("russia-iran-syria");
const columns = (inputs: number, rows: number, seed: number) =>
  Array.from({ length: inputs }, (_, i) => strata(rows, uniform(seed, i)));

describe("variance shares of any function", () => {
  const rows = 1 << 14;
  const ishigami = (u: Float64Array) => {
    const [x = 0, y = 0, z = 0] = u.map((v) => Math.PI * (2 * v - 1));
    return [Math.sin(x) + 7 * Math.sin(y) ** 2 + 0.1 * z ** 4 * Math.sin(x)];
  };

  test("Ishigami's function, worked out by hand in the literature", () => {
    const run = new SaltelliRun(ishigami, 1, rows, columns(3, rows, 1), columns(3, rows, 2));
    run.advance(Infinity);
    const { first, total } = run.result();
    expect(farthest(first[0] ?? [], [0.31391, 0.44241, 0])).toBeLessThan(0.02);
    expect(farthest(total[0] ?? [], [0.55759, 0.44241, 0.24368])).toBeLessThan(0.02);
  });

  test("a sum: shares are the terms' variances, first and total alike; another output does not disturb it", () => {
    const sum = (u: Float64Array) => [(u[0] ?? NaN) + 3 * (u[1] ?? NaN), 7];
    const run = new SaltelliRun(sum, 2, 2000, columns(3, 2000, 1), columns(3, 2000, 2));
    run.advance(Infinity);
    const { first, total } = run.result();
    expect(farthest(first[0] ?? [], [0.1, 0.9, 0])).toBeLessThan(0.02);
    expect(farthest(total[0] ?? [], [0.1, 0.9, 0])).toBeLessThan(0.03);
    expect([first[1], total[1]]).toEqual([
      [0, 0, 0],
      [0, 0, 0],
    ]);
  });
});

describe("global sensitivity", () => {
  test("same seed, same shares; another seed nearly the same; portions make no difference", () => {
    const whole = sobol(theCase, {}, 1, 256);
    const run = new SobolRun(theCase, {}, 1, 256);
    while (!run.advance(100)) expect(run.done).toBeLessThan(run.rows);
    expect(run.result()).toEqual(whole);
    const other = sobol(theCase, {}, 2, 256);
    expect(other).not.toEqual(whole);
    for (const [id, share] of Object.entries(whole.horizons["long"]?.total ?? {}))
      expect(Math.abs(share - (other.horizons["long"]?.total[id] ?? NaN))).toBeLessThan(0.15);
  });

  test("totals are never negative and cover the variance; first-order shares are at most the totals", () => {
    const { first, total } = sobol(theCase, {}, 1, 256).horizons["long"] ?? { first: {}, total: {} };
    expect(Object.keys(first)).toEqual(theCase.factors.map(({ id }) => id));
    expect(Math.min(...Object.values(total))).toBeGreaterThanOrEqual(0);
    expect(Object.values(total).reduce((a, b) => a + b, 0)).toBeGreaterThan(0.9);
    for (const [id, share] of Object.entries(first)) expect(share).toBeLessThan((total[id] ?? NaN) + 0.06);
  });

  test("what is not drawn gets 0: a weight of 0, a range without width; alone, a weight gets everything", () => {
    const [one, ...rest] = theCase.factors.map(({ id }) => id);
    if (!one) throw new Error("no factor");
    const ranges = Object.fromEntries(rest.map((id) => [id, [5, 5] as const]));
    const alone = sobol(theCase, { ranges }, 1, 200).horizons["long"];
    for (const id of rest) expect([alone?.first[id], alone?.total[id]]).toEqual([0, 0]);
    expect(Math.abs((alone?.first[one] ?? NaN) - 1)).toBeLessThan(0.15);
    expect(Math.abs((alone?.total[one] ?? NaN) - 1)).toBeLessThan(0.15);
    const nothing = sobol(theCase, { ranges, weights: { [one]: 0 } }, 1, 10);
    expect(new Set(numbersIn(nothing))).toEqual(new Set([0]));
  });

  test("the order of factors makes no difference; impossible evidence is refused", () => {
    const [here, there] = [sobol(theCase, {}, 1, 40), sobol(shuffled(theCase, 3), {}, 1, 40)];
    expect(farthest(numbersIn(there), numbersIn(here))).toBeLessThan(1e-9);
    expect(() => sobol(theCase, { observe: { losses: "VL" }, assume: { losses: "VH" } })).toThrow(
      ImpossibleEvidence,
    );
  });
});
