import { expect, test } from "vitest";
import { renamed } from "./renamed.ts";
import { blankCase } from "./start.ts";

test("a short name goes along with a new name until someone has written it", () => {
  expect(renamed({ label: "Trade", short: "Trade" }, "Trade in grain")).toEqual({
    label: "Trade in grain",
    short: "Trade in grain",
  });
  expect(renamed({ label: "Trade in grain", short: "Grain" }, "Trade in wheat")).toEqual({
    label: "Trade in wheat",
  });
});

test("what a blank case came with was written by nobody", () => {
  const { factors, mechanisms, outcome } = blankCase();
  for (const part of [...factors, ...mechanisms, ...outcome.rungs])
    expect(renamed(part, "Ours")).toEqual({ label: "Ours", short: "Ours" });
});
