import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LinkPoints } from "../../../app/model/analysis/shapes.ts";
import type { Case } from "../../../app/model/case/types.ts";
import { samples } from "./curve.ts";
import { ANY_CASE, CASES, MODES, SIZES, somePoints, SYRIA, SYRIA_POINTS } from "./fixtures.ts";
import type { PlacedBox } from "./geometry.ts";
import { captionsOf, layoutArrows, layoutBoxes, layoutSlots } from "./layout.ts";
import type { Mode } from "./structure.ts";

function layout(c: Case, mode: Mode, width: number, height: number, points: LinkPoints | null) {
  const geometry = layoutBoxes(c, mode, layoutSlots(c, mode), width, height);
  return { geometry, ...layoutArrows(c, mode, geometry, points) };
}

const meets = (a: PlacedBox, b: PlacedBox): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && Math.abs(a.y - b.y) < (a.height + b.height) / 2;

const overlaps = (boxes: readonly PlacedBox[]) =>
  boxes.flatMap((a, i) => boxes.slice(i + 1).flatMap((b) => (meets(a, b) ? [`${a.id} ${b.id}`] : [])));

/** Arrows that pass inside a box they do not join. */
function trespassers({ geometry, bundles }: ReturnType<typeof layout>): readonly string[] {
  return bundles.flat().flatMap(({ arrows, path }) => {
    const ends = new Set(arrows.flatMap(({ from, to }) => [from, to]));
    return geometry.boxes.flatMap(({ id, x, y, width, height }) =>
      !ends.has(id) &&
      samples(path, 60).some((p) => p.x > x && p.x < x + width && Math.abs(p.y - y) < height / 2 - 0.5)
        ? [`${arrows.map(({ key }) => key).join("+")} through ${id}`]
        : [],
    );
  });
}

const TABLE = CASES.flatMap((c) =>
  MODES.flatMap((mode) => SIZES.map(([w, h]) => ({ c, id: c.id, mode, w, h }))),
);

describe.each(TABLE)("$id, $mode, $w × $h", ({ c, mode, w, h }) => {
  const readings = [
    null,
    ...(c === SYRIA ? [SYRIA_POINTS] : []),
    somePoints(c),
    somePoints(c, 17),
    somePoints(c, 40),
  ];
  const drawn = readings.map((points) => layout(c, mode, w, h, points));

  it("keeps boxes apart, in the drawing, and where they are when points change", () => {
    for (const { geometry } of drawn) {
      expect(overlaps(geometry.boxes)).toEqual([]);
      expect(geometry.boxes).toEqual(drawn[0]?.geometry.boxes);
      for (const box of geometry.boxes) {
        expect(box.x).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width).toBeLessThanOrEqual(geometry.width);
        expect(box.y - box.height / 2).toBeGreaterThanOrEqual(18);
        expect(box.y + box.height / 2).toBeLessThanOrEqual(geometry.height);
      }
    }
  });

  it("fills the room it is given wherever its boxes can be read in it", () => {
    const { width, height } = drawn[0]?.geometry ?? { width: 0, height: 0 };
    expect(height).toBeCloseTo(h);
    if (mode === "overview" || w >= 1100) expect(width).toBeCloseTo(w);
    else expect(width).toBeGreaterThanOrEqual(w);
  });

  it("draws every arrow once and none through a box it does not join", () => {
    for (const one of drawn) {
      expect(trespassers(one)).toEqual([]);
      const ended = one.bundles
        .flat()
        .flatMap(({ head, arrows }) => (head ? arrows.map(({ key }) => key) : []));
      expect([...ended].sort()).toEqual(one.arrows.map(({ key }) => key).sort());
    }
  });

  it("gives every arrow its own place on the edge of a box", () => {
    for (const { bundles } of drawn) {
      const heads = bundles
        .flat()
        .flatMap(({ head, arrows }) => (head && arrows[0] ? [{ to: arrows[0].to, ...head.at }] : []));
      for (const [i, a] of heads.entries()) {
        for (const b of heads.slice(i + 1)) {
          if (a.to === b.to) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(4);
        }
      }
      const starts = bundles.flatMap((bundle) => {
        const strokes = bundle.length > 1 ? bundle.slice(0, -1) : bundle;
        return strokes.flatMap(({ path, arrows }) =>
          path[0] ? [{ from: arrows[0]?.from, ...path[0][0] }] : [],
        );
      });
      for (const [i, a] of starts.entries()) {
        for (const b of starts.slice(i + 1)) {
          if (a.from === b.from) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(2);
        }
      }
    }
  });

  it("prints points clear of boxes and of each other", () => {
    for (const { labels, geometry } of drawn) {
      const asBoxes = labels.map((label) => ({ ...label, x: label.x - label.width / 2, id: label.text }));
      for (const [i, a] of asBoxes.entries()) {
        for (const b of [...geometry.boxes, ...asBoxes.slice(i + 1)]) {
          const apart =
            a.x >= b.x + b.width || b.x >= a.x + a.width || Math.abs(a.y - b.y) >= (a.height + b.height) / 2;
          expect(apart).toBe(true);
        }
      }
    }
  });
});

describe("the Russia–Iran map", () => {
  it("prints the points of every strong arrow in the full map, and none in the overview", () => {
    const { labels, arrows } = layout(SYRIA, "full", 1250, 700, SYRIA_POINTS);
    const strong = arrows.filter(({ key, carrier, points }) => key === carrier && Math.abs(points ?? 0) >= 5);
    expect(labels.map(({ key }) => key).sort()).toEqual(strong.map(({ key }) => key).sort());
    expect(labels.find(({ key }) => key === "sharedInterest>pressure")?.text).toBe("−27");
    expect(layout(SYRIA, "overview", 741, 492, SYRIA_POINTS).labels).toEqual([]);
  });

  it("lets three thin arrows into Cost to Moscow flow together", () => {
    const { bundles } = layout(SYRIA, "overview", 741, 492, SYRIA_POINTS);
    const trunk = bundles.flat().find(({ arrows }) => arrows.length > 1);
    expect(trunk?.arrows.map(({ from }) => from).sort()).toEqual(["israelTies", "presence", "strikes"]);
    expect(trunk?.points).toBeCloseTo(3.4 + 4.6 + 2.4);
  });

  it("heads its columns", () => {
    const heads = (mode: Mode) =>
      captionsOf(SYRIA, layout(SYRIA, mode, 1250, 700, null).geometry, mode).map((one) => one.text);
    expect(heads("overview")).toEqual(["WHAT DRIVES IT", "HOW IT WORKS", "WHAT HAPPENS"]);
    expect(heads("full")).toEqual(["WHAT DRIVES IT", "HOW IT WORKS", "WHERE IT MEETS", "WHAT HAPPENS"]);
  });
});

it("grows down rather than sideways in a window that is low and narrow", () => {
  const { geometry } = layout(SYRIA, "overview", 648, 390, null);
  expect(geometry.compact).toBe(false);
  expect(geometry.width).toBeLessThan(720);
  expect(geometry.height).toBeGreaterThan(390);
  expect(layout(SYRIA, "overview", 1100, 300, null).geometry.compact).toBe(true);
});

describe("any case", () => {
  it("is laid out without overlaps and inside the drawing, always alike, no arrow through a foreign box", () => {
    fc.assert(
      fc.property(
        ANY_CASE,
        fc.constantFrom(...MODES),
        fc.constantFrom(...SIZES),
        fc.nat(60),
        (c, mode, [w, h], turn) => {
          const one = layout(c, mode, w, h, somePoints(c, turn));
          const { boxes, width, height } = one.geometry;
          expect(overlaps(boxes)).toEqual([]);
          for (const box of boxes) {
            expect(box.x).toBeGreaterThanOrEqual(0);
            expect(box.x + box.width).toBeLessThanOrEqual(width);
            expect(box.y - box.height / 2).toBeGreaterThanOrEqual(18);
            expect(box.y + box.height / 2).toBeLessThanOrEqual(height);
          }
          for (const p of one.bundles.flat().flatMap(({ path }) => samples(path))) {
            expect(p.x >= 0 && p.x <= width && p.y >= 0 && p.y <= height).toBe(true);
          }
          expect(trespassers(one)).toEqual([]);
          expect(layout(c, mode, w, h, somePoints(c, turn))).toEqual(one);
        },
      ),
      { numRuns: 80 },
    );
  });
});
