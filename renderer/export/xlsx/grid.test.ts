import { expect, test } from "vitest";
import { Grid } from "./grid.ts";

test("a row is as high as its highest cell, whatever stands beside it", () => {
  const grid = new Grid("Sheet", null, "Title");
  const long = "People who moved by 5 points or more by their own weights";
  const row = grid.add([long, "Before any model", "Now"], "head");
  const { rowDefs } = grid.done(null, [14, 14, 14]);
  // "People who", "moved by 5", "points or", "more by", "their own", "weights".
  expect(rowDefs?.get(row)?.height).toBe(15 * 6);
  expect(grid.done(null, [80, 80, 80]).rowDefs?.get(row)).toBeUndefined();
});
