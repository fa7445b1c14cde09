import { expect, test } from "vitest";
import type { ScreenId } from "../../state/screens.ts";
import { screenChart } from "./screenChart.ts";

const TIPPING = { word: null, by: "level", axes: null, tab: "two", corner: "two" } as const;
const look = (screen: ScreenId, fullMap = false) => ({ screen, fullMap, tipping: TIPPING });
const ALL = [
  "by-horizon",
  "answer",
  "full",
  "compare",
  "tipping-one",
  "tipping-map",
  "evidence-matrix",
  "said",
];

test.each([
  ["explore", "by-horizon"],
  ["compare", "compare"],
  ["tipping", "tipping-one"],
  ["evidence", "evidence-matrix"],
  ["verdict", "said"],
] as const)("from %s the export begins with %s, whatever another screen's was", (screen, own) => {
  expect(screenChart(look(screen), undefined, ALL, false)).toBe(own);
  const foreign = own === "by-horizon" ? "compare" : "by-horizon";
  expect(screenChart(look(screen), foreign, ALL, false)).toBe(own);
});

test("a chart of the same screen that was taken last comes again", () => {
  expect(screenChart(look("tipping"), "tipping-map", ALL, false)).toBe("tipping-map");
  expect(screenChart(look("explore"), "answer", ALL, false)).toBe("answer");
});

test("what is in sight alone comes first", () => {
  expect(screenChart(look("explore", true), "answer", ALL, false)).toBe("full");
  expect(screenChart(look("tipping"), "tipping-one", ALL, true)).toBe("tipping-map");
});

test("a chart that is still worked out is waited for, and a screen without charts keeps the last one", () => {
  expect(screenChart(look("tipping"), "by-horizon", ["by-horizon"], false)).toBe("tipping-one");
  expect(screenChart(look("workshop"), "tipping-map", ALL, false)).toBe("tipping-map");
});
