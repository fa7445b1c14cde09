// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
import { SETUP } from "../../../app/model/session/session.test-help.ts";
import { METHODS, type WeightMethod } from "../../../app/model/session/types.ts";
import { paperSheet } from "./paperSheet.ts";

const ROUND = { id: "r1", kind: "weights", n: 1 } as const;
const read = (html: string) => new DOMParser().parseFromString(html, "text/html").body;
const sheet = (method: WeightMethod) => read(paperSheet({ ...SETUP, method }, ROUND).html);

/** How many boxes to write in a method needs beside those of the chances; pairs are rings in rows. */
const n = SETUP.factors.length;
const BOXES: Readonly<Record<WeightMethod, number>> = {
  swing: n,
  rank: n,
  points: n,
  slider: n,
  bestWorst: 2 + 2 * n,
  pairs: 0,
};

describe("a printed sheet", () => {
  test.each(METHODS)("asked by %s has a place for everything that is typed from it", (method) => {
    const page = sheet(method);
    expect(page.querySelectorAll(".box")).toHaveLength(3 * SETUP.chances.length + BOXES[method]);
    expect(page.querySelectorAll(".pairs tr")).toHaveLength(method === "pairs" ? (n * (n - 1)) / 2 : 0);
    for (const { label } of SETUP.factors) expect(page.textContent).toContain(label);
  });

  test("has a scale as long as the method's numbers", () => {
    const ends = (method: WeightMethod) =>
      [...sheet(method).querySelectorAll(".scale")].map(
        (scale) => [...scale.querySelectorAll("text")].at(-1)?.textContent,
      );
    expect(ends("slider")).toEqual(SETUP.factors.map(() => "10"));
    expect(ends("swing")).toEqual(SETUP.factors.map(() => "100"));
    expect(ends("rank")).toEqual([]);
  });

  test("of the warm-up asks its questions in their units, and no factor", () => {
    const warmups = [
      { kind: "quantity", id: "w", text: "How high?", unit: "m", answer: 312 },
      { kind: "quantity", id: "v", text: "How many?", unit: "", answer: 7 },
    ] as const;
    const page = read(paperSheet({ ...SETUP, warmups }, { id: "w", kind: "warmup", n: 0 }).html);
    expect(page.querySelectorAll(".box")).toHaveLength(6);
    expect([...page.querySelectorAll("tbody th")].map((one) => one.textContent)).toEqual([
      "How high?m",
      "How many?",
    ]);
    expect(page.textContent).not.toMatch(/312|How much each/);
  });

  test("keeps the texts of a case as text", () => {
    const factors = SETUP.factors.map((one) => ({ ...one, label: '<img src="x">', calm: "<b>" }));
    for (const method of METHODS) {
      const page = read(paperSheet({ ...SETUP, method, factors, question: "<script>" }, ROUND).html);
      expect(page.querySelectorAll("img, script")).toHaveLength(0);
      expect(page.textContent).toContain('<img src="x">');
    }
  });
});
