import fc from "fast-check";
import { expect, test } from "vitest";
import { fileName, slug } from "./names.ts";

test("a name tells case, chart, horizon and scenario", () => {
  expect(
    fileName(
      { case: "russia-iran-syria", chart: "By horizon", horizon: "Long run", scenario: "Baseline" },
      "png",
    ),
  ).toBe("russia-iran-syria by-horizon long-run baseline.png");
});

test("any words make a name that every system takes", () => {
  const words = fc.string({ unit: "grapheme", maxLength: 60 });
  fc.assert(
    fc.property(words, words, words, words, (case_, chart, horizon, scenario) => {
      const name = fileName({ case: case_, chart, horizon, scenario }, "svg");
      expect(name).toMatch(/^[\p{L}\p{N}][\p{L}\p{N} -]*\.svg$/u);
      expect([...name].length).toBeLessThanOrEqual(125);
      expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)\.svg$/i);
    }),
  );
});

test("names of devices and empty names are avoided", () => {
  const name = (text: string) => fileName({ case: text, chart: "", horizon: "", scenario: "" }, "csv");
  expect(name("CON")).toBe("con-.csv");
  expect(name("..")).toBe("chart.csv");
  expect(slug("Łódź / Сирия: 2019?")).toBe("łodz-сирия-2019");
});
