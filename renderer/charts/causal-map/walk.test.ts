import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ANY_CASE, CASES, MODES, somePoints, SYRIA } from "./fixtures.ts";
import { layoutArrows, layoutBoxes, layoutSlots } from "./layout.ts";
import type { Case } from "../../../app/model/case/types.ts";
import type { Mode } from "./structure.ts";
import { walk } from "./walk.ts";
import type { Step, Walker } from "./walk.ts";

function ground(c: Case, mode: Mode) {
  const geometry = layoutBoxes(c, mode, layoutSlots(c, mode), 1100, 640);
  const { arrows } = layoutArrows(c, mode, geometry, somePoints(c));
  const go = (from: Walker | string, ...steps: Step[]) =>
    steps.reduce<Walker>(
      (walker, step) => walk(walker, step, geometry.boxes, arrows),
      typeof from === "string" ? { at: from, came: null } : from,
    );
  return { boxes: geometry.boxes, arrows, go };
}

describe("walking", () => {
  it.each(CASES.flatMap((c) => MODES.map((mode) => ({ c, id: c.id, mode }))))("$id, $mode", ({ c, mode }) => {
    const { boxes, arrows, go } = ground(c, mode);
    for (const { id } of boxes) {
      const there = go(id, "effect");
      if (there.at === id) expect(arrows.some(({ from }) => from === id)).toBe(false);
      else {
        expect(arrows.some(({ from, to }) => from === id && to === there.at)).toBe(true);
        expect(go(there, "cause").at).toBe(id);
      }
      const back = go(id, "cause");
      if (back.at !== id) expect(go(back, "effect").at).toBe(id);
    }
  });

  it("reaches every box by going down from the first, and ends at the outcome", () => {
    fc.assert(
      fc.property(ANY_CASE, fc.constantFrom(...MODES), (c, mode) => {
        const { boxes, go } = ground(c, mode);
        const seen = [go("f0", "first")];
        for (let i = 1; i < boxes.length; i++) seen.push(go(seen.at(-1) ?? "f0", "down"));
        expect(new Set(seen.map(({ at }) => at))).toEqual(new Set(boxes.map(({ id }) => id)));
        expect(seen.at(-1)).toEqual(go("f0", "last"));
        expect(go(seen.at(-1) ?? "f0", "down")).toEqual(seen.at(-1));
      }),
      { numRuns: 30 },
    );
  });

  it("stays where there is no cause, and goes up and down within the column", () => {
    const { go } = ground(SYRIA, "overview");
    expect(go("strikes", "cause").at).toBe("strikes");
    expect(go("strikes", "down").at).toBe("presence");
    expect(go("presence", "up").at).toBe("strikes");
    expect(go("presence", "effect").at).toBe("losses");
    expect(go("presence", "effect", "cause", "effect").at).toBe("losses");
  });
});
