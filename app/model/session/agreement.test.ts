import { describe, expect, it } from "vitest";
import { concordText } from "./agreement.ts";

describe("agreement on the order", () => {
  it.each([
    [0, "hardly agree"],
    [0.299, "hardly agree"],
    [0.3, "agree in part"],
    [0.5, "agree roughly"],
    [0.7, "largely agree"],
    [0.9, "nearly all agree"],
    [1, "nearly all agree"],
  ])("of %d is said as “%s”, with its number", (w, words) => {
    expect(concordText({ w, p: 0.5 })).toBe(
      `People ${words} on the order of the factors (${w.toFixed(2)} of 1; shuffled orders agree as much in 500 of 1,000 tries).`,
    );
  });
  it.each([
    [0, "in fewer than 1 of 1,000"],
    [0.0009, "in fewer than 1 of 1,000"],
    [0.001, "in 1 of 1,000"],
    [0.0394, "in 39 of 1,000"],
    [1, "in 1,000 of 1,000"],
  ])("by shuffling, at a chance of %d, is said as “%s”", (p, often) => {
    expect(concordText({ w: 0.64, p })).toContain(`agree as much ${often} tries`);
  });
});
