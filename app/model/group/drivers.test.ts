import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shapleyValues } from "../analysis/shapley.ts";
import { checks, sigmoidModel } from "./checks.test-help.ts";
import { AFFORDABLE, drivers } from "./drivers.ts";

const model = (w: Float64Array) => [sigmoidModel(w)];
const wanted = checks.disagreementShapley.recommended_productDistribution;
const people = (persons: number, factors: number) =>
  fc.array(fc.array(fc.integer({ min: 0, max: 10 }), { minLength: factors, maxLength: factors }), {
    minLength: persons,
    maxLength: persons,
  });

describe("disagreement drivers", () => {
  test("agree with the check file", () => {
    const got = drivers(wanted.W, model)[0];
    expect(got?.exact).toBe(true);
    expect(got?.product).toBeCloseTo(wanted.productVariance, 7);
    expect(got?.actual).toBeCloseTo(wanted.actualVariance, 7);
    expect(got?.coupling).toBeCloseTo(wanted.coupling, 7);
    const agree = (values: readonly number[] | undefined, to: readonly number[]) =>
      values?.forEach((x, i) => expect(x).toBeCloseTo(to[i] ?? NaN, 6));
    agree(got?.effects, wanted.shapley);
    agree(got?.shares, wanted.share);
    agree(got?.first, wanted.firstOrder);
    agree(got?.total, wanted.total);
  });

  test("agree with the check file where parts are independent: each has its own variance", () => {
    const { cov, shapley } = checks.shapleyEffects.independent;
    // Two people as far from each other in each part as its variance says.
    const rows = [-1, 1].map((side) => cov.map((row, i) => side * Math.sqrt(row[i] ?? 0)));
    const got = drivers(rows, (w) => [w.reduce((sum, x) => sum + x, 0)])[0];
    got?.shares.forEach((share, i) => expect(share).toBeCloseTo(shapley[i] ?? NaN, 6));
    expect(got?.shares).toHaveLength(shapley.length);
  });

  test("keep apart what parts have in common: the check file’s dependent parts spread as each alone, and couple", () => {
    const { beta, cov, shapley } = checks.shapleyEffects.linearGaussian;
    // Six people whose parts vary and hang together as the file says: steps along the lower root of the matrix.
    const root = cov.map(() => cov.map(() => 0));
    const at = (i: number, j: number) => root[i]?.[j] ?? 0;
    cov.forEach((row, i) =>
      row.slice(0, i + 1).forEach((value, j) => {
        const rest = value - row.slice(0, j).reduce((sum, _, k) => sum + at(i, k) * at(j, k), 0);
        root[i]![j] = i === j ? Math.sqrt(rest) : rest / at(j, j);
      }),
    );
    const rows = cov.flatMap((_, k) =>
      [-1, 1].map((side) => root.map((row) => side * Math.sqrt(3) * row[k]!)),
    );
    const got = drivers(rows, (w) => [w.reduce((sum, x, i) => sum + beta[i]! * x, 0)])[0];
    const own = cov.map((row, i) => beta[i]! ** 2 * row[i]!);
    const whole = cov.reduce(
      (sum, row, i) => sum + row.reduce((s, x, j) => s + beta[i]! * beta[j]! * x, 0),
      0,
    );
    got?.effects.forEach((effect, i) => expect(effect).toBeCloseTo(own[i]!, 9));
    expect(got?.actual).toBeCloseTo(whole, 9);
    expect(got?.coupling).toBeCloseTo(whole - own.reduce((sum, x) => sum + x, 0), 9);
    // Shared out among the parts as they hang together, as the file does, the same whole falls otherwise.
    const of = (set: number) => {
      const has = (i: number) => (set >> (2 - i)) & 1;
      // The first part stands alone; of the other two, either tells what it knows of both.
      const pair = [has(1), has(2)];
      const [v1, v2, c] = [cov[1]![1]!, cov[2]![2]!, cov[1]![2]!];
      const both = v1 + v2 + 2 * c;
      const told =
        pair[0] && pair[1] ? both : pair[0] ? (v1 + c) ** 2 / v1 : pair[1] ? (v2 + c) ** 2 / v2 : 0;
      return (has(0) ? cov[0]![0]! : 0) + told;
    };
    shapleyValues(
      Array.from({ length: 8 }, (_, set) => of(set) / whole),
      3,
    ).forEach((share, i) =>
      // prettier-ignore
      expect(share).toBeCloseTo(shapley[i]!, 6),
    );
  });

  test("a sum has the variances of its parts; the coupling is twice their covariances", () =>
    fc.assert(
      fc.property(people(4, 3), (rows) => {
        const got = drivers(rows, (w) => [w.reduce((sum, x) => sum + x, 0)])[0];
        const variances = [0, 1, 2].map((f) => {
          const mean = rows.reduce((sum, row) => sum + (row[f] ?? 0) / 4, 0);
          return rows.reduce((sum, row) => sum + ((row[f] ?? 0) - mean) ** 2 / 4, 0);
        });
        got?.effects.forEach((effect, f) => expect(effect).toBeCloseTo(variances[f] ?? NaN, 9));
        const totals = rows.map((row) => row.reduce((sum, x) => sum + x, 0));
        const mean = totals.reduce((sum, x) => sum + x, 0) / 4;
        expect(got?.actual).toBeCloseTo(
          totals.reduce((sum, x) => sum + (x - mean) ** 2 / 4, 0),
          9,
        );
      }),
    ));

  test("effects sum to the variance, are never negative, and nothing comes from what all weigh alike", () =>
    fc.assert(
      fc.property(people(5, 3), (rows) => {
        const alike = rows.map(([a, , c]) => [a ?? 0, 4, c ?? 0]);
        const got = drivers(alike, model)[0];
        expect(Math.min(...(got?.effects ?? []))).toBeGreaterThanOrEqual(0);
        expect(got?.effects.reduce((sum, x) => sum + x, 0)).toBeCloseTo(got?.product ?? NaN, 9);
        expect(got?.effects[1]).toBe(0);
      }),
    ));

  /** Everybody's weights with everybody else's, one by one. */
  const inFull = (rows: readonly (readonly number[])[]) => {
    const n = rows.length;
    const all = rows.flatMap((a) => rows.flatMap((b) => rows.map((c) => [a[0]!, b[1]!, c[2]!])));
    const answers = all.map((w) => sigmoidModel(w));
    const mean = answers.reduce((sum, y) => sum + y / answers.length, 0);
    const fixed = Array.from({ length: 8 }, (_, set) => {
      const groups = new Map<number, number[]>();
      answers.forEach((y, i) => {
        const places = [Math.floor(i / (n * n)), Math.floor(i / n) % n, i % n];
        const key = places.reduce((sum, place, f) => sum * n + ((set >> (2 - f)) & 1 ? place : 0), 0);
        groups.set(key, [...(groups.get(key) ?? []), y]);
      });
      const means = [...groups.values()].map((ys) => ys.reduce((sum, y) => sum + y / ys.length, 0));
      return means.reduce((sum, y) => sum + (y - mean) ** 2 / means.length, 0);
    });
    return { effects: shapleyValues(fixed, 3), product: fixed[7]! };
  };

  test("with more combinations than are worked out, a few points for each factor come to the same", () => {
    const rows = Array.from({ length: 23 }, (_, i) => [5, 7, 11].map((step) => (((i * step) % 23) / 23) ** 2 * 10)); // prettier-ignore
    expect(rows.length ** 3).toBeGreaterThan(AFFORDABLE);
    const got = drivers(rows, model)[0];
    const { effects, product } = inFull(rows);
    expect(got?.exact).toBe(false);
    expect(got?.product).toBeCloseTo(product, 9);
    got?.effects.forEach((effect, f) => expect(effect).toBeCloseTo(effects[f] ?? NaN, 9));
  });

  test("and keep questions apart, and what all weigh alike without effect", () => {
    const rows = Array.from({ length: 12 }, (_, i) => [...[5, 7, 11, 1].map((step) => ((i * step) % 12) * 0.8), 3]); // prettier-ignore
    const linear = (w: Float64Array) => [3 * w[0]! + 2 * w[1]! + w[2]! + w[4]!, w[3]!];
    const [one, other] = drivers(rows, linear, 2);
    const spread = rows.map((row) => row[0]!);
    const mean = spread.reduce((sum, x) => sum + x / 12, 0);
    const variance = spread.reduce((sum, x) => sum + (x - mean) ** 2 / 12, 0);
    [9, 4, 1, 0, 0].forEach((times, f) => expect(one?.effects[f]).toBeCloseTo(times * variance, 9));
    [0, 0, 0, 1, 0].forEach((share, f) => expect(other?.shares[f]).toBeCloseTo(share, 12));
  });

  test("one person, or people who agree: nothing spreads, nothing drives", () => {
    expect(drivers([[1, 2, 3]], model)[0]).toMatchObject({ shares: [0, 0, 0], product: 0, coupling: 0 });
    expect(
      drivers(
        [
          [1, 2],
          [1, 2],
        ],
        model,
      )[0]?.shares,
    ).toEqual([0, 0]);
  });
});
