import { describe, expect, it } from "vitest";
import { evaluate } from "../answer/evaluate.ts";
import { readInputs } from "../case/inputs.ts";
import type { Case } from "../case/types.ts";
import { shippedCase } from "../shipped.test-help.ts";
import { compare } from "./compare.ts";
import { callOf, hindsight, inputsThen, readingOf, settlement, timeline } from "./verdict.ts";

const egypt = shippedCase("soviet-egypt-1971");
const saudi = shippedCase("us-saudi-1973");

describe("a settled case", () => {
  it("the miss is a miss: it broke, and the model had said unlikely", () => {
    const settled = settlement(egypt)!;
    expect(settled.rows.map(({ horizon, broke }) => [horizon, broke])).toEqual([
      ["now", false],
      ["short", true],
      ["long", true],
    ]);
    expect(settled.rows.map(({ call }) => call)).toEqual(["right", "wrong", "wrong"]);
    expect(settled.mean.article.brier).toBeGreaterThan(settled.mean.coin.brier);
  });
  it("the one that held was called right at every horizon", () => {
    const settled = settlement(saudi)!;
    expect(settled.rows.every(({ call, broke }) => call === "right" && !broke)).toBe(true);
    expect(settled.mean.article.brier).toBeLessThan(settled.mean.coin.brier);
  });
  it("numbers are those of the case at its time, scores those of the literature", () => {
    const { horizons } = evaluate(egypt, inputsThen(egypt));
    for (const { horizon, broke, by } of settlement(egypt)!.rows) {
      expect(by.article.p).toBeCloseTo(horizons[horizon]!.break, 12);
      expect(by.article.brier).toBeCloseTo((by.article.p - Number(broke)) ** 2, 12);
      expect(by.coin).toMatchObject({ p: 0.5, brier: 0.25 });
      expect(by.coin.log).toBeCloseTo(Math.LN2, 12);
    }
  });
  it("nothing settled, nothing said", () => {
    expect(settlement(shippedCase("russia-iran-syria"))).toBeNull();
    expect(settlement({ ...egypt, verdict: { byHorizon: {} } })).toBeNull();
  });
  it("calls follow the displayed number", () => {
    expect([0.44, 0.446, 0.55, 0.556, 0.9].map((p) => callOf(p, true))).toEqual([
      "wrong",
      "open",
      "open",
      "right",
      "right",
    ]);
    expect(callOf(0.9, false)).toBe("wrong");
  });
});

describe("what was not known", () => {
  it("events come by date; those from the break on are after it", () => {
    const all = timeline(egypt);
    expect(all.map(({ event }) => event.date)).toEqual([...all.map(({ event }) => event.date)].sort());
    expect(all.find(({ event }) => event.id === egypt.verdict!.event)?.before).toBe(false);
    expect(timeline(saudi).every(({ before }) => before)).toBe(true);
  });
  it("an event is read in the model's own terms, a direction without a size is kept apart", () => {
    const event = {
      ...egypt.events![0]!,
      date: "1972-02-01",
      about: { detente: "H", aims: "+", nobody: "H" },
    };
    const reading = readingOf(egypt, event);
    expect(reading.levels).toEqual([{ id: "detente", level: "H" }]);
    expect(reading.directions).toEqual([{ id: "aims", up: true }]);
    expect(reading.horizon).toBe("short");
    expect(readingOf(egypt, { ...event, date: "soon" }).horizon).toBeNull();
  });
  it("hindsight is valid inputs, and its difference is shared out exactly", () => {
    for (const theCase of [egypt, saudi]) {
      const inputs = hindsight(theCase);
      expect(readInputs(theCase, inputs).ok).toBe(true);
      const { horizons } = compare(theCase, inputsThen(theCase), inputs);
      for (const at of Object.values(horizons))
        expect(at.from + at.changes.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(at.to, 12);
      expect(Object.keys(inputs.set ?? {}).length).toBeGreaterThan(0);
    }
  });
  it("what happened from the break on is not used", () => {
    const later: Case = {
      ...egypt,
      events: egypt.events!.filter(({ date }) => date >= egypt.verdict!.date!),
    };
    expect(hindsight(later)).toEqual(inputsThen(egypt));
  });
});
