import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { elicitationChecks } from "../../../app/model/shipped.test-help.ts";

const { legibility } = elicitationChecks<{
  legibility: { cases: { distance_m: number; arcmin: number; height_mm: number }[] };
}>();

/** Height of letters, in mm, that is seen under an angle from so many metres. */
const heightFor = (metres: number, arcmin: number): number =>
  2 * metres * 1000 * Math.tan(((arcmin / 60) * Math.PI) / 180 / 2);

test("the heights that can be read agree with the check file", () => {
  for (const { distance_m, arcmin, height_mm } of legibility.cases)
    expect(heightFor(distance_m, arcmin)).toBeCloseTo(height_mm, 2);
});

test("what is on a slide two metres wide can be read from five metres, and but for its small print with ease", () => {
  // A slide is 90 rem wide; Inter's capitals are 0.727 of its size.
  const capitals = (rem: number) => rem * (2000 / 90) * 0.727;
  const rules = ["Slides", "RoomSlide", "Faces", "Stage"].flatMap((name) => [
    ...readFileSync(new URL(`./${name}.module.css`, import.meta.url), "utf8").matchAll(
      /([^{}]+)\{([^{}]*)\}/g,
    ),
  ]);
  const sizes = rules.flatMap(([, selector = "", body = ""]) =>
    [...body.matchAll(/font(?:-size)?:[^;]*?([\d.]+)rem/g)].map(([, rem]) => ({
      selector: selector.trim(),
      height: capitals(Number(rem)),
    })),
  );
  expect(sizes.length).toBeGreaterThan(20);
  for (const { selector, height } of sizes)
    expect([selector, height >= heightFor(5, 10)]).toEqual([selector, true]);
  const small = sizes.filter(({ height }) => height < heightFor(5, 16));
  expect(small.length).toBeLessThanOrEqual(2);
});
