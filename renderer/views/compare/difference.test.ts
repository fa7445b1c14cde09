import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compare } from "../../../app/model/analysis/compare.ts";
import { settingsOf } from "../../../app/model/case/edits.ts";
import { SHIPPED, shippedCase } from "../../../app/model/shipped.test-help.ts";
import { wholePercent } from "../../../app/model/words/numbers.ts";
import { type Difference, differenceOf, findingText } from "./difference.ts";
import { scaleEnd } from "./say.ts";

const cases = SHIPPED.map(({ name }) => shippedCase(name));
const some = fc.constantFrom(...cases).chain((c) => {
  const id = fc.constantFrom(...c.scenarios.map((one) => one.id));
  return fc.tuple(fc.constant(c), id, id, fc.constantFrom(...c.horizons.map((one) => one.id)));
});

test("printed points of every pair of shipped scenarios sum to the difference of the printed answers", () => {
  fc.assert(
    fc.property(some, ([c, a, b, horizon]) => {
      const at = compare(c, settingsOf(c, a), settingsOf(c, b)).horizons[horizon];
      if (!at) throw new Error("no horizon");
      const [from, to] = [wholePercent(at.from), wholePercent(at.to)];
      const { total, rows } = differenceOf(c, at, from, to);
      expect(total).toBe(to - from);
      expect(rows.reduce((sum, { points }) => sum + points, 0)).toBe(total);
      for (const { points, value } of rows) expect(Math.abs(points - value)).toBeLessThan(2);
      for (const [i, row] of rows.slice(1).entries())
        expect(Math.abs(row.value)).toBeLessThanOrEqual(Math.abs(rows[i]?.value ?? 0));
    }),
    { numRuns: 25 },
  );
});

describe("the finding says what most of a difference comes from", () => {
  const of = (...points: readonly (readonly [string, number])[]): Difference => ({
    total: points.reduce((sum, [, n]) => sum + n, 0),
    rows: points.map(([label, n]) => ({ id: label, label, points: n, value: n })),
  });
  test.each<[Difference, Difference | null, string]>([
    [of(["A", 17]), of(), "adds 17 points to a break soon, all of it through A; nothing acts on strain now."],
    [of(["A", 9], ["B", 1]), null, "adds 10 points to a break soon, most of it through A (+9)."],
    [
      of(["A", 4], ["B", 4]),
      of(["A", 5], ["B", 4]),
      "adds 8 points to a break soon, most of it through A (+4) and B (+4); it adds 9 points to strain now.",
    ],
    [of(["A", -1]), null, "takes 1 point off a break soon, all of it through A."],
    [of(["A", 10], ["B", -9]), null, "adds 1 point to a break soon, A (+10) against B (−9)."],
    [of(["A", 5], ["B", -5]), null, "leaves a break soon where it is, A (+5) against B (−5)."],
    [of(), of(["A", 3]), "does nothing to a break soon and adds 3 points to strain now."],
  ])("%#", (difference, strain, text) => {
    expect(findingText(difference, "soon", strain && { name: "strain", difference: strain })).toBe(text);
  });
});

test("the common scale ends at the border of a word, with everything inside", () => {
  expect([[0.1], [0.3, 0.52], [0.54], [0.79], []].map(scaleEnd)).toEqual([0.2, 0.55, 0.8, 1, 0.2]);
});
