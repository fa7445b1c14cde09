import fc from "fast-check";
import { expect, test } from "vitest";
import type { Case } from "../../../app/model/case/types.ts";
import { shownLabel, shownPercent, shownRungs, unitFor } from "./shown.ts";

const theCase = (happened: readonly boolean[]) =>
  ({ outcome: { rungs: happened.map((one, i) => ({ id: `r${i}`, happened: one })) } }) as unknown as Case;

test("fives where the range is wider than 20 points, whole points else", () => {
  expect(unitFor({ low: 0.2, high: 0.45 })).toBe(5);
  expect(unitFor({ low: 0.2, high: 0.39 })).toBe(1);
  expect(unitFor(null)).toBe(1);
});

test("never 0 or 100, whatever it is rounded to", () => {
  expect(shownPercent(0.33, 5)).toBe(35);
  expect(shownPercent(0.02, 5)).toBe(2);
  expect(shownPercent(0.985, 5)).toBe(99);
  expect(shownLabel(shownPercent(0.001, 5))).toBe("<1%");
  expect(shownLabel(shownPercent(0.9999, 1))).toBe(">99%");
  expect(shownLabel(40)).toBe("40%");
});

test("the parts of a column add up to the break as shown, and all to 100", () =>
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 1000 }), fc.boolean()), { minLength: 2, maxLength: 6 }),
      fc.constantFrom(1 as const, 5 as const),
      (parts, unit) => {
        const flags = parts.map(([, happened], i) => (i === 0 ? true : i === 1 ? false : happened));
        const total = parts.reduce((sum, [n]) => sum + n, 0);
        const rungs = Object.fromEntries(parts.map(([n], i) => [`r${i}`, n / total]));
        const at = { rungs, break: parts.reduce((sum, [n], i) => (flags[i] ? sum + n / total : sum), 0) };
        const shown = shownRungs(theCase(flags), at, unit);
        const sum = (happened: boolean | null) =>
          flags.reduce(
            (all, one, i) => (happened === null || one === happened ? all + (shown[`r${i}`] ?? NaN) : all),
            0,
          );
        expect(sum(null)).toBe(100);
        const percent = shownPercent(at.break, unit);
        if (percent > 0 && percent < 100) expect(sum(true)).toBe(percent);
      },
    ),
  ));
