import fc from "fast-check";
import { expect, it } from "vitest";
import { shippedCase } from "../shipped.test-help.ts";
import { fiveLabel, fiveOf, rungFives } from "./fives.ts";
import { wholePercent } from "./numbers.ts";
import { bandOf } from "./scale.ts";

const share = fc.double({ min: 0, max: 1, noNaN: true });

it("rounds to a multiple of five near by, and never to another word", () => {
  fc.assert(
    fc.property(share, (p) => {
      const five = fiveOf(p);
      expect(five % 5).toBe(0);
      expect(Math.abs(five - p * 100)).toBeLessThanOrEqual(5.01);
      if (five > 0 && five < 100) expect(bandOf(five)).toBe(bandOf(wholePercent(p)));
      else expect([0, 6, -1, 7]).toContain(bandOf(wholePercent(p)));
    }),
  );
  expect([0.33, 0.44, 0.46, 0.18, 0.03, 0.97].map(fiveLabel)).toEqual([
    "35%",
    "40%",
    "45%",
    "15%",
    "<5%",
    ">95%",
  ]);
});

it("rungs in fives add up to the break, and to all", () => {
  const theCase = shippedCase("russia-iran-syria");
  const { rungs } = theCase.outcome;
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0.001, max: 1, noNaN: true }), { minLength: rungs.length, maxLength: rungs.length }), (raw) => {
      const sum = raw.reduce((a, b) => a + b, 0);
      const at = Object.fromEntries(rungs.map(({ id }, i) => [id, raw[i]! / sum]));
      const broke = rungs.reduce((all, { id, happened }) => all + (happened ? at[id]! : 0), 0);
      const whole = rungFives(theCase, { rungs: at, break: broke });
      const total = (of: boolean) => rungs.reduce((all, { id, happened }) => all + (happened === of ? whole[id]! : 0), 0);
      expect(total(true)).toBe(fiveOf(broke));
      expect(total(true) + total(false)).toBe(100);
      for (const { id } of rungs) expect(whole[id]).toBeGreaterThanOrEqual(0);
    }),
  );
}); // prettier-ignore
