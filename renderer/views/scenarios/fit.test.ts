import fc from "fast-check";
import { expect, test } from "vitest";
import { tabsThatFit } from "./fit.ts";

const list = fc.array(fc.integer({ min: 40, max: 240 }), { minLength: 1, maxLength: 12 });

test("the open tab is always there, in order, and what is shown fits with the button for the rest", () => {
  fc.assert(
    fc.property(list, fc.nat(), fc.integer({ min: 0, max: 1500 }), (widths, pick, room) => {
      const open = pick % widths.length;
      const shown = tabsThatFit(widths, open, room, 58);
      expect(shown).toContain(open);
      expect(new Set(shown).size).toBe(shown.length);
      const total = shown.reduce((sum, i) => sum + (widths[i] ?? 0), 0);
      if (shown.length > 1)
        expect(total).toBeLessThanOrEqual(shown.length === widths.length ? room : room - 58);
      expect([...shown].sort((a, b) => a - b)).toEqual([...shown]);
    }),
  );
});

test("with room for all, all are shown; the first ones else", () => {
  expect(tabsThatFit([100, 100, 100], 2, 300, 58)).toEqual([0, 1, 2]);
  expect(tabsThatFit([100, 100, 100, 100], 3, 300, 58)).toEqual([0, 3]);
  expect(tabsThatFit([100, 100, 100, 100], 0, 300, 58)).toEqual([0, 1]);
});
