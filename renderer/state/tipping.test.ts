import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { smallCaseAndInputs } from "../../app/model/analysis/cases.test-help.ts";
import { reach } from "../../app/model/analysis/reach.ts";
import { signs } from "../../app/model/analysis/signs.ts";
import { sweep } from "../../app/model/analysis/sweep.ts";
import { tipping } from "../../app/model/analysis/tipping.ts";
import { tornado } from "../../app/model/analysis/tornado.ts";
import { evaluate } from "../../app/model/answer/evaluate.ts";
import { levelAt, weightOf } from "../../app/model/case/settings.ts";
import { LEVELS } from "../../app/model/case/types.ts";
import { SHIPPED, shippedCase } from "../../app/model/shipped.test-help.ts";
import { percentLabel, wholePercent } from "../../app/model/words/numbers.ts";
import { bandOf, bandRange, ICD203 } from "../../app/model/words/scale.ts";
import { swingOf } from "../charts/tornado.ts";
import {
  axesOf,
  firstWord,
  isInReach,
  SHOWN_BANDS,
  shortOf,
  sideOf,
  signRows,
  standsAt,
  tippingRows,
  tipOf,
  tornadoRows,
  triedOf,
  wordInSentence,
  wordWithRange,
} from "./tipping.ts";

/** What a test knows to be there. */
function there<T>(value: T | undefined | null): T {
  if (value === undefined || value === null) throw new Error("It is not there.");
  return value;
}
const chance = fc.double({ min: 0, max: 1, noNaN: true });
const band = fc.constantFrom(...ICD203);
const cases = SHIPPED.map(({ name }) => [name, shippedCase(name)] as const);

describe("the word asked about", () => {
  test("lies above, below or around the answer, and its own word is never asked for", () => {
    fc.assert(
      fc.property(chance, band, (p, one) => {
        const side = sideOf(p, one);
        expect(side === "inside").toBe(ICD203[bandOf(wholePercent(p))] === one);
        if (side === "more") expect(p).toBeLessThan(one.high / 100);
        if (side === "less") expect(p).toBeGreaterThan(one.low / 100);
      }),
      {
        examples: [
          [0.552, there(ICD203[4])],
          [0.552, there(ICD203[3])],
          [0.8, there(ICD203[5])],
          [0.998, there(ICD203[6])],
        ],
      },
    );
  });

  test("a number that falls short of it is never printed inside its range without its own word", () => {
    fc.assert(
      fc.property(chance, band, (p, one) => {
        fc.pre(sideOf(p, one) !== "inside");
        const shown = wholePercent(p);
        const said = shortOf(p, one);
        if (shown < one.low || shown > one.high) expect(said).toBe(percentLabel(p));
        else expect(said).toContain(there(ICD203[bandOf(shown)]).word.replace(" chance", ""));
      }),
      { examples: [[0.553, there(ICD203[4])], [0.451, there(ICD203[2])], [0.05, there(ICD203[0])]] },
    );
    expect(shortOf(0.553, there(ICD203[4]))).toBe("55%, still roughly even");
  }); // prettier-ignore

  test("is at first the nearest one up that is within reach, else one down", () => {
    fc.assert(
      fc.property(chance, chance, chance, (p, a, b) => {
        const within = { low: Math.min(p, a, b), high: Math.max(p, a, b) };
        const word = firstWord(p, within);
        const side = sideOf(p, word);
        expect(side).not.toBe("inside");
        const reachable = ICD203.filter((one) => sideOf(p, one) !== "inside" && isInReach(one, sideOf(p, one), within)); // prettier-ignore
        if (reachable.length === 0) return;
        expect(reachable).toContain(word);
        const up = reachable.filter((one) => sideOf(p, one) === "more");
        if (up.length > 0) expect(word).toBe(up[0]);
      }),
    );
  });

  test.each(cases)("in %s", (_, theCase) => {
    const { horizons } = evaluate(theCase, {});
    const bounds = reach(theCase, {});
    for (const { id } of theCase.horizons) {
      const [p, at] = [there(horizons[id]).break, there(bounds.horizons[id])];
      expect(isInReach(firstWord(p, at), sideOf(p, firstWord(p, at)), at)).toBe(true);
    }
  });

  test("always has its range in brackets", () => {
    for (const one of ICD203) {
      expect(wordWithRange(one)).toContain(`(${bandRange(one)})`);
      expect(wordInSentence(one)).not.toMatch(/^almost no|even chance/);
    }
  });
});

describe("one change alone", () => {
  test("tips where the model's own search says so, by state and by weight", () => {
    fc.assert(
      fc.property(smallCaseAndInputs, fc.nat(), band, ([c, inputs], h, word) => {
        const horizon = there(c.horizons[h % c.horizons.length]).id;
        const answer = there(evaluate(c, inputs).horizons[horizon]).break;
        const side = sideOf(answer, word);
        const found = tipping(c, inputs, word.id, horizon).single;
        fc.pre(side !== "inside");
        const swings = there(tornado(c, inputs).horizons[horizon]);
        const ways = {
          level: triedOf(c, swings, null),
          weight: triedOf(c, swings, there(sweep(c, inputs).horizons[horizon])),
        };
        for (const tip of found) {
          const values = there(ways[tip.input].get(tip.factor));
          const from = tip.input === "level" ? levelAt(c, inputs, tip.factor, horizon) : weightOf(c, inputs, tip.factor); // prettier-ignore
          const own = tipOf(values, from, word, side);
          // Two ways of computing may part where the number shown turns into the next.
          const turns = (p: number) => Math.abs(p * 100 - Math.floor(p * 100) - 0.5) < 1e-7;
          if (values.some(({ chance: p }) => p !== null && turns(p))) continue;
          if ("reachable" in tip) expect(own).toBeNull();
          else {
            expect(own?.value).toBe(tip.to);
            expect(own?.chance).toBeCloseTo(tip.answer, 9);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test.each(cases)("says in %s how far each goes, and who goes farthest stands on top", (_, theCase) => {
    const horizon = there(theCase.horizons.at(-1)).id;
    const answer = there(evaluate(theCase, {}).horizons[horizon]).break;
    const tried = triedOf(theCase, there(tornado(theCase, {}).horizons[horizon]), null);
    for (const word of ICD203) {
      const side = sideOf(answer, word);
      const rows = tippingRows(theCase, {}, horizon, tried, word, side, "level");
      const ends = rows.map(({ marks }) => {
        const all = marks.map(({ chance: p }) => p ?? NaN);
        return side === "less" ? Math.min(...all) : -Math.max(...all);
      });
      expect(ends).toEqual([...ends].sort((a, b) => a - b));
      for (const [i, row] of rows.entries()) {
        expect(row.marks.filter(({ isTip }) => isTip)).toHaveLength(row.isEnough ? 1 : 0);
        if (!row.isEnough && side !== "inside")
          expect(row.says.replace("not alone · ", "")).toBe(`at ${side === "less" ? "least" : "most"} ${shortOf(Math.abs(there(ends[i])), word)}`); // prettier-ignore
      }
    }
  });

  test("where every value is impossible says so, and draws none", () => {
    const theCase = shippedCase("russia-iran-syria");
    const none = new Map(theCase.factors.map(({ id }) => [id, LEVELS.map((value) => ({ value, chance: null }))]));
    const [row] = tippingRows(theCase, {}, "long", none, there(ICD203[4]), "more", "level");
    expect(row?.says).toBe("cannot be, given what was seen");
    expect(row?.isEnough).toBe(false);
  }); // prettier-ignore
});

test("bars are sorted by length and span all that was tried", () => {
  fc.assert(
    fc.property(smallCaseAndInputs, fc.constantFrom("level" as const, "weight" as const), ([c, inputs], by) => {
      for (const swings of Object.values(tornado(c, inputs).horizons)) {
        const rows = tornadoRows(c, swings, by);
        expect(rows.map(({ id }) => id).sort()).toEqual(c.factors.map(({ id }) => id).sort());
        const lengths = rows.map(swingOf);
        expect(lengths).toEqual([...lengths].sort((a, b) => b - a));
        for (const { id, low, high } of rows) {
          const all = by === "level" ? Object.values(there(swings.levels[id])) : [there(swings.weights[id]).min[1], there(swings.weights[id]).max[1]];
          const known = all.filter((p) => p !== null);
          if (known.length === 0) expect([low.chance, high.chance]).toEqual([null, null]);
          else expect([low.chance, high.chance]).toEqual([Math.min(...known), Math.max(...known)]);
        }
      }
    }),
    { numRuns: 40 },
  );
}); // prettier-ignore

describe("the map", () => {
  test("starts with the two longest bars, and keeps a choice the case has", () => {
    const theCase = shippedCase("us-saudi-1973");
    const all = tornado(theCase, {});
    const [first, second] = tornadoRows(theCase, there(all.horizons["long"]), "level");
    expect(axesOf(theCase, all, "long", "level", null)).toEqual([first?.id, second?.id]);
    expect(axesOf(theCase, all, "long", "level", ["money", "force"])).toEqual(["money", "force"]);
    // Of another case, or the same factor twice: as if nothing had been chosen.
    for (const bad of [["strikes", "aims"], ["money", "money"]] as const)
      expect(axesOf(theCase, all, "long", "level", bad)).toEqual([first?.id, second?.id]); // prettier-ignore
    expect(axesOf(theCase, null, "long", "level", null)).toBeNull();
  });

  test("the case stands on its state, or between states that differ over time", () => {
    const theCase = shippedCase("russia-iran-syria");
    expect(standsAt(theCase, { set: { aims: "L" } }, "aims", "long", "level")).toBe(1);
    const moving = { set: { aims: { now: "L", short: "M", long: "VH" } } } as const;
    expect(standsAt(theCase, moving, "aims", "long", "level")).toBeCloseTo((1 + 2 + 4) / 3, 12);
    expect(standsAt(theCase, moving, "aims", "now", "level")).toBe(1);
    expect(standsAt(theCase, { weights: { aims: 7.5 } }, "aims", "long", "weight")).toBe(7.5);
  });

  test("its borders lie where the word of the number shown changes", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 0.99, noNaN: true }), (p) => {
        const shown = SHOWN_BANDS.findLastIndex(({ low }) => p >= low);
        expect(shown).toBe(bandOf(wholePercent(p)));
      }),
      { examples: [[0.445], [0.555], [0.05], [0.8049]] },
    );
  });
});

test.each(cases)("signs of %s: most telling first, five steps for the first, none latent", (_, theCase) => {
  const at = there(signs(theCase, {}).horizons["long"]);
  const rows = signRows(theCase, at);
  const bits = rows.map(({ id }) => there(at[id]).bits);
  expect(bits).toEqual([...bits].sort((a, b) => b - a));
  expect(rows[0]?.steps).toBe(5);
  expect(rows.every(({ steps }, i) => i === 0 || steps <= there(rows[i - 1]).steps)).toBe(true);
  const latent = theCase.indicators.filter((one) => one.latent === true).map(({ id }) => id);
  expect(rows.filter(({ id }) => latent.includes(id))).toEqual([]);
});
