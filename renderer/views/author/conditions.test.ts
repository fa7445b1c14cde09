import { expect, test } from "vitest";
import { newGate, onPart, weighed } from "./sentence.ts";

test("a condition on a factor counts by that factor's weight, one on a mechanism by none", () => {
  const gate = newGate("damps", "need");
  expect(onPart(gate, "need", true)).toEqual({ ...gate, weightOf: "need" });
  expect(onPart({ ...gate, weightOf: "need" }, "binders", false)).toEqual({ ...gate, node: "binders" });
  expect(onPart({ ...gate, weightOf: "need" }, "quiet", true)).toEqual({
    ...gate,
    node: "quiet",
    weightOf: "quiet",
  });
});

test("the weight of a condition is taken out and put back", () => {
  const gate = onPart(newGate("opens", "moscow"), "moscow", true);
  expect(weighed(gate, false)).not.toHaveProperty("weightOf");
  expect(weighed(weighed(gate, false), true)).toEqual(gate);
});
