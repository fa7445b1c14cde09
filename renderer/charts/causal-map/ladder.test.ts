import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SYRIA } from "./fixtures.ts";
import { CARD_LABEL, outcomeWidth } from "./columns.ts";
import { layLadder, LINE } from "./ladder.ts";
import { mapStructure } from "./structure.ts";

const RUNGS = SYRIA.outcome.rungs;
const lay = (shares: readonly number[]) => {
  const sum = shares.reduce((a, b) => a + b, 0);
  const entries = RUNGS.map(({ id }, i) => [id, (shares[i] ?? 0) / sum] as const);
  const percents = Object.fromEntries(entries.map(([id, share]) => [id, Math.round(100 * share)]));
  return layLadder(RUNGS, Object.fromEntries(entries), percents, { top: 100, bottom: 480 }, 66, 11);
};

describe("the ladder", () => {
  it("fills its height with breaks on top, and its names never overlap", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 1e-6, max: 1, noNaN: true }), { minLength: 5, maxLength: 5 }),
        (shares) => {
          const { steps, bracket } = lay(shares);
          expect(steps.map(({ id }) => id)).toEqual(["spilled", "broken", "strained", "managed", "alliance"]);
          expect(steps[0]?.top).toBe(100);
          steps.forEach((step, i) => {
            expect(step.height).toBeGreaterThanOrEqual(3 - 1e-9);
            const next = steps[i + 1];
            const foot = step.top + step.height;
            expect(foot).toBeLessThanOrEqual(next ? next.top : 480);
            if (next) {
              expect(next.labelY - step.labelY).toBeGreaterThanOrEqual(
                ((step.lines.length + next.lines.length) * LINE) / 2,
              );
            }
          });
          const broken = steps[1];
          expect(bracket?.bottom).toBeCloseTo((broken?.top ?? 0) + (broken?.height ?? 0));
        },
      ),
    );
  });

  it("prints a share in its bar, or with the name where the bar is too low", () => {
    const { steps } = lay([0.009, 0.331, 0.33, 0.21, 0.12]);
    expect(steps.map(({ inside }) => inside)).toEqual(["12%", "21%", "33%", "33%", null]);
    expect(steps.at(-1)?.lines.join(" ")).toBe("Strategic alliance 1%");
    expect(lay([0.002, 0.4, 0.4, 0.1, 0.1]).steps.at(-1)?.lines.at(-1)).toContain("<1%");
  });

  it("sets breaks apart by a wider gap", () => {
    const { steps } = lay([1, 1, 1, 1, 1]);
    const gaps = steps.slice(1).map((step, i) => step.top - ((steps[i]?.top ?? 0) + (steps[i]?.height ?? 0)));
    expect(gaps[1]).toBeGreaterThan((gaps[0] ?? 0) + 4);
    expect(gaps[2]).toBeCloseTo(gaps[0] ?? 0);
  });
});

describe("the outcome card", () => {
  it("has room for the name of a break that is one word", () => {
    for (const short of ["Dissolved", "Separation", "Abandoned"]) {
      const rungs = RUNGS.map((rung) =>
        rung.happened ? { ...rung, short } : { ...rung, short: "As it is" },
      );
      const width = outcomeWidth(mapStructure(SYRIA, "full", null), rungs, { name: 12, small: 11 });
      const shares = Object.fromEntries(rungs.map(({ id }) => [id, 1 / rungs.length]));
      const { steps } = layLadder(rungs, shares, shares, { top: 0, bottom: 400 }, width - CARD_LABEL - 5, 11);
      expect(steps.filter(({ happened }) => happened).flatMap(({ lines }) => lines)).toContain(short);
    }
  });
});
