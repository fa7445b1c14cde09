import fc from "fast-check";
import { it } from "vitest";
import { samples } from "./curve.ts";
import { corridorsOf } from "./corridors.ts";
import { ANY_CASE, MODES, SIZES, somePoints } from "./fixtures.ts";
import { layoutArrows, layoutBoxes, layoutSlots } from "./layout.ts";
it("d", () => {
  let n = 0;
  fc.assert(
    fc.property(
      ANY_CASE,
      fc.constantFrom(...MODES),
      fc.constantFrom(...SIZES),
      fc.nat(60),
      (c, mode, [w, h], turn) => {
        const g = layoutBoxes(c, mode, layoutSlots(c, mode), w, h);
        const { bundles } = layoutArrows(c, mode, g, somePoints(c, turn));
        for (const s of bundles.flat())
          for (const b of g.boxes) {
            const ends = new Set(s.arrows.flatMap((a) => [a.from, a.to]));
            if (
              !ends.has(b.id) &&
              samples(s.path, 60).some(
                (p) => p.x > b.x && p.x < b.x + b.width && Math.abs(p.y - b.y) < b.height / 2 - 0.5,
              )
            ) {
              n++;
              if (n < 8)
                console.log(
                  mode,
                  w,
                  h,
                  s.arrows.map((a) => a.key).join("+"),
                  "through",
                  b.id,
                  "col",
                  b.column,
                  JSON.stringify(corridorsOf(g)[b.column]),
                  JSON.stringify(
                    g.boxes
                      .filter((x) => x.column === b.column)
                      .map((x) => [x.id, Math.round(x.y), Math.round(x.height)]),
                  ),
                  JSON.stringify(s.path.map((q) => q.map((p) => [Math.round(p.x), Math.round(p.y)]))),
                );
            }
          }
      },
    ),
    { numRuns: 6000, seed: 7 },
  );
  console.log("bad", n);
}, 280000);
