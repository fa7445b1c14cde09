import fc from "fast-check";
import { expect, it } from "vitest";
import { crossings, layered } from "./layers.ts";
import { type LaidOut, layoutNetwork, nonDecreasing } from "./layout.ts";

/** Networks whose boxes name earlier ones as causes. */
const boxes: fc.Arbitrary<LaidOut[]> = fc
  .array(fc.tuple(fc.array(fc.nat(), { maxLength: 3 }), fc.integer({ min: 40, max: 160 })), {
    minLength: 1,
    maxLength: 25,
  })
  .map((list) =>
    list.map(([parents, height], i) => ({
      id: `b${i}`,
      parents: i === 0 ? [] : [...new Set(parents.map((p) => `b${p % i}`))],
      height,
    })),
  );

function expectApart(list: readonly LaidOut[]) {
  const { boxes: placed, width, height } = layoutNetwork(list);
  placed.forEach((a, i) => {
    expect(a.x).toBeGreaterThanOrEqual(0);
    expect(a.y).toBeGreaterThanOrEqual(0);
    expect(a.x + a.width).toBeLessThanOrEqual(width);
    expect(a.y + a.height).toBeLessThanOrEqual(height);
    for (const b of placed.slice(i + 1)) {
      const overlap =
        a.x + a.width > b.x + 1e-6 &&
        b.x + b.width > a.x + 1e-6 &&
        a.y + a.height > b.y + 1e-6 &&
        b.y + b.height > a.y + 1e-6;
      expect(overlap).toBe(false);
    }
  });
}

it("boxes never overlap, stand inside the drawing, and effects stand below their causes", () => {
  fc.assert(
    fc.property(boxes, (list) => {
      expectApart(list);
      const placed = new Map(layoutNetwork(list).boxes.map((box) => [box.id, box]));
      for (const { id, parents } of list)
        for (const parent of parents) {
          const above = placed.get(parent);
          expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThan(placed.get(id)?.y ?? 0);
        }
      expect(layoutNetwork(list)).toEqual(layoutNetwork(list));
    }),
  );
});

it("there is one arrow for every cause", () => {
  fc.assert(
    fc.property(boxes, (list) => {
      expect(layoutNetwork(list).arrows.map(({ from, to }) => `${from}>${to}`)).toEqual(
        list.flatMap(({ id, parents }) => parents.map((parent) => `${parent}>${id}`)),
      );
    }),
  );
});

it("arrows that need not cross do not", () => {
  const list = ["a", "b", "c"].flatMap((id, i) => [
    { id, parents: [], height: 50 },
    { id: `${id}2`, parents: [["c", "a", "b"][i] ?? ""], height: 50 },
  ]);
  const { layers, slots } = layered(list);
  expect(crossings(layers, slots)).toBe(0);
});

it("where the file draws every box it is followed, apart enough to be read", () => {
  const drawn = [
    { id: "a", parents: [], height: 50, position: { x: 0, y: 0 } },
    { id: "b", parents: ["a"], height: 50, position: { x: 40, y: 10 } },
    { id: "c", parents: ["a"], height: 50, position: { x: 0, y: 60 } },
  ];
  expectApart(drawn);
  const [a, b, c] = layoutNetwork(drawn).boxes;
  expect(b?.x).toBeGreaterThan(a?.x ?? 0);
  expect(c?.x).toBe(a?.x);
  expect(c?.y).toBeGreaterThan(b?.y ?? 0);
  expectApart(drawn.map((box) => ({ ...box, position: { x: 1, y: 1 } })));
});

it("the nearest non-decreasing list is in order and nearest", () => {
  expect(nonDecreasing([3, 1, 2, 5])).toEqual([2, 2, 2, 5]);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 12 }), (wanted) => {
      const found = nonDecreasing(wanted);
      found.slice(1).forEach((x, i) => expect(x).toBeGreaterThanOrEqual(found[i] ?? 0));
      const off = found.reduce((sum, x, i) => sum + x - (wanted[i] ?? 0), 0);
      expect(Math.abs(off)).toBeLessThan(1e-6);
    }),
  );
});
