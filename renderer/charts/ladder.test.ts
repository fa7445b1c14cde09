import fc from "fast-check";
import { expect, test } from "vitest";
import { placeSegments, segmentAt } from "./ladder.ts";
import type { RungInfo } from "./ladder.ts";

const rung = (id: string, happened: boolean): RungInfo => ({
  id,
  label: id,
  short: id,
  tone: "r1",
  happened,
});
const infos = [rung("a", false), rung("b", false), rung("c", false), rung("d", true), rung("e", true)];
const shares = (values: readonly number[]) =>
  values.map((value, i) => ({ id: infos[i]?.id ?? "", value, percent: 0 }));
const total = (segments: readonly { lead: number; width: number }[]) =>
  segments.reduce((sum, { lead, width }) => sum + lead + width, 0);

test("segments and gaps fill the bar exactly, and what is possible can be seen", () => {
  const values = fc.array(fc.double({ min: 1e-6, max: 1, noNaN: true }), { minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(values, fc.integer({ min: 60, max: 900 }), (drawn, length) => {
      const segments = placeSegments(shares(drawn), infos, length);
      expect(total(segments)).toBeCloseTo(length, 6);
      for (const { width } of segments) expect(width).toBeGreaterThanOrEqual(3 - 1e-6);
    }),
  );
});

test("where none is thin, widths are in proportion", () => {
  const [a, b] = placeSegments(shares([0.2, 0.4, 0.1, 0.1, 0.2]), infos, 512);
  expect(b?.width).toBeCloseTo(2 * (a?.width ?? 0), 6);
});

test("two px between rungs, four more where the break begins", () => {
  const segments = placeSegments(shares([0.2, 0.2, 0.2, 0.2, 0.2]), infos, 500);
  expect(segments.map(({ lead }) => lead)).toEqual([0, 2, 2, 6, 2]);
});

test("an impossible rung takes no room, nor does its gap", () => {
  const segments = placeSegments(shares([0, 0.5, 0, 0.5, 0]), infos, 106);
  expect(segments).toEqual([
    { id: "b", lead: 0, width: 50 },
    { id: "d", lead: 6, width: 50 },
  ]);
});

test("a bar shorter than its gaps is still drawn", () => {
  for (const { width } of placeSegments(shares([0.2, 0.2, 0.2, 0.2, 0.2]), infos, 14))
    expect(width).toBeGreaterThanOrEqual(0);
});

test("the pointer finds the segment it is on", () => {
  const segments = placeSegments(shares([0, 0.5, 0, 0.5, 0]), infos, 106);
  expect([0, 49, 52, 105, 107].map((x) => segmentAt(segments, x)?.id)).toEqual([
    "b",
    "b",
    "d",
    "d",
    undefined,
  ]);
});
