import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { clauseStart, LEXICONS, lexiconOf, rangeOf, termFor, termText, wordOf } from "./lexicon.ts";
import { applyFix, lint, type LintContext } from "./lint.ts";
import { bandOf, ICD203 } from "./scale.ts";
import { sentences } from "./sentences.ts";

const icd: LintContext = { lexicon: lexiconOf("icd203") };
const rules = (text: string, context = icd) => lint(text, context).map(({ rule }) => rule);
const marked = (text: string, context = icd) =>
  lint(text, context).map(({ start, end }) => text.slice(start, end));
/** The text after every fix and every "likely" pick. */
function mended(text: string, context = icd): string {
  let now = text;
  for (let round = 0; round < 20; round++) {
    const [fix] = lint(now, context).flatMap(
      (one) => one.fix ?? one.picks?.find((p) => /^\w+ \(5/.test(p.word))?.fix ?? [],
    );
    if (!fix) return now;
    now = applyFix(now, fix);
  }
  throw new Error(`never settled: ${now}`);
}

describe("nothing to say of", () => {
  it.each([
    "",
    "Within ten years, it is unlikely (20–45%) that the pact breaks.",
    "There is a roughly even chance (45–55%) that it holds.",
    "There is almost no chance (01–05%) that it ends.",
    "It is almost certain (95–99%) that the talks go on.",
    "Our confidence is low. It rests on one article.",
    "We have moderate confidence in this reading.",
    "Raids are more likely in spring than in winter.",
    "The most likely target is the port.",
    "In May 2019 the port was hit; by late May it worked again.",
    "Its military might is great, and the might of the fleet greater.",
    "Remote areas were hit. A remote village burnt.",
    "The likelihood rose with each raid.",
    "The share of trade is 40%.",
    "Seat 8 puts it at very unlikely (05–20%): such alliances are seldom broken.",
    "Oil rose to U.S. $40. It fell again.",
  ])("%s", (text) => {
    expect(lint(text, icd)).toEqual([]);
  });
});

describe("likelihood and confidence in one sentence", () => {
  it.each([
    [
      "With low confidence we think a break is then likely.",
      "A break is then likely (55–80%). Our confidence is low.",
    ],
    [
      "We judge with high confidence that it is likely (55–80%) that it holds.",
      "It is likely (55–80%) that it holds. Our confidence is high.",
    ],
    [
      "It is likely (55–80%) that it holds, with medium confidence.",
      "It is likely (55–80%) that it holds. Our confidence is moderate.",
    ],
    [
      "A break is unlikely (20–45%), and our confidence is low.",
      "A break is unlikely (20–45%). Our confidence is low.",
    ],
    [
      "A break is unlikely (20–45%) (low confidence).",
      "A break is unlikely (20–45%). Our confidence is low.",
    ],
    [
      "In moderate confidence, a break has a chance of 30%.",
      "A break has a chance of 30%. Our confidence is moderate.",
    ],
  ])("%s", (text, mend) => {
    const [first] = lint(text, icd);
    expect(first?.rule).toBe("two-in-one");
    expect(first?.fix && applyFix(text, first.fix)).toBe(mend);
    expect(lint(mend, icd)).toEqual([]);
  });

  it("is found where it cannot be mended, too", () => {
    const text = "We are confident that a break is likely (55–80%).";
    expect(rules(text)).toEqual(["two-in-one"]);
    expect(lint(text, icd)[0]?.fix).toBeUndefined();
  });

  it("is fine in two sentences", () => {
    expect(rules("A break is likely (55–80%). We have low confidence.")).toEqual([]);
    expect(rules("A break is likely (55–80%)\nConfidence is low")).toEqual([]);
  });
});

describe("word against number", () => {
  it.each([
    ["A break is likely (20–45%).", "A break is unlikely (20–45%)."],
    ["A break is unlikely (60%).", "A break is likely (55–80%)."],
    ["Likely (5 to 20 per cent) it breaks.", "Very unlikely (05–20%) it breaks."],
    ["A break is likely, at about 30%.", "A break is unlikely (20–45%), at about 30%."],
  ])("%s", (text, mend) => {
    expect(rules(text)).toEqual(["word-number"]);
    expect(mended(text)).toBe(mend);
  });

  it("a number inside the word's range still needs the range", () => {
    expect(rules("A break is unlikely (33%).")).toEqual(["range-missing"]);
    expect(mended("A break is unlikely (33%).")).toBe("A break is unlikely (20–45%).");
  });

  it("a word alone needs its range", () => {
    expect(marked("A break is very unlikely now, and likely later.")).toEqual(["very unlikely", "likely"]);
    expect(mended("Probably not.", { lexicon: lexiconOf("icd203-synonyms") })).toBe("Probably (55–80%) not.");
    expect(mended("A break is very unlikely.")).toBe("A break is very unlikely (05–20%).");
  });

  it("a denied word says nothing of how far", () => {
    expect(rules("A break is not likely.")).toEqual(["denied"]);
    expect(mended("A break is not likely (55–80%).")).toBe("A break is unlikely (20–45%).");
  });
});

describe("the model's numbers", () => {
  const numbers = [
    { phrase: "within ten years", p: 0.33 },
    { phrase: "within six months", p: 0.01 },
    { phrase: "within six months", about: "open strain", p: 0.27 },
  ];
  const context = { ...icd, numbers };
  it("a word other than the model's is said, with the model's", () => {
    const [one] = lint("Within ten years a break is likely (55–80%).", context);
    expect(one).toMatchObject({ rule: "model" });
    expect(one?.sentence).toContain("33% within ten years: unlikely (20–45%)");
    expect(mended("Within ten years a break is likely (55–80%).", context)).toBe(
      "Within ten years a break is unlikely (20–45%).",
    );
  });
  it("what has a number of its own is compared with that", () => {
    expect(rules("Open strain within six months is unlikely (20–45%) too.", context)).toEqual([]);
    expect(rules("A break within six months is unlikely (20–45%).", context)).toEqual(["model"]);
  });
  it("nothing is compared where it is not clear which number is meant", () => {
    expect(rules("Within six months or within ten years it is likely (55–80%).", context)).toEqual([]);
    expect(rules("One day it is likely (55–80%).", context)).toEqual([]);
  });
});

describe("hedges without an estimate", () => {
  const isName = (word: string) => word === "Moscow";
  it.each([
    [
      "Raids could make the quarrel louder.",
      "It is likely (55–80%) that raids will make the quarrel louder.",
    ],
    ["Moscow might leave.", "It is likely (55–80%) that Moscow will leave."],
    ["It is possible that Moscow leaves.", "It is likely (55–80%) that Moscow leaves."],
    ["Perhaps Moscow leaves.", "It is likely (55–80%) that Moscow leaves."],
    ["The talks, possibly, fail.", "It is likely (55–80%) that the talks, fail."],
    ["There is a risk that it breaks.", "It is likely (55–80%) that it breaks."],
    ["If it rains, there is a chance that it breaks.", "If it rains, it is likely (55–80%) that it breaks."],
  ])("%s", (text, mend) => {
    expect(rules(text)).toEqual(["no-estimate"]);
    expect(mended(text, { ...icd, isName })).toBe(mend);
  });

  it("offers the words of one row, each with its range, lowest first", () => {
    const [one] = lint("Raids could follow.", icd);
    expect(one?.picks?.map(({ word }) => word)).toEqual(
      ICD203.map(({ word }, i) => `${word} ${rangeOf(icd.lexicon.terms[i]!)}`),
    );
    const put = (i: number) => applyFix("Raids could follow.", one!.picks![i]!.fix);
    expect(put(0)).toBe("There is almost no chance (01–05%) that raids will follow.");
    expect(put(3)).toBe("There is a roughly even chance (45–55%) that raids will follow.");
  });

  it("is found where no rewriting is sure", () => {
    expect(lint("A break cannot be ruled out.", icd)[0]).toMatchObject({ rule: "no-estimate" });
    expect(lint("A break cannot be ruled out.", icd)[0]?.picks).toBeUndefined();
    expect(rules("Could Moscow leave?")).toEqual(["no-estimate"]);
  });

  it("is no fault beside an estimate", () => {
    expect(rules("It is unlikely (20–45%) that raids could grow.")).toEqual([]);
  });
});

describe("rows of words", () => {
  it("words of another row are told, with the word that says it here", () => {
    expect(rules("It is likely (55–80%) now and probable (55–80%) later.")).toEqual(["mixed-rows"]);
    expect(mended("A break is highly improbable (05–20%).")).toBe("A break is very unlikely (05–20%).");
    expect(mended("A break is highly likely (80–90%).")).toBe("A break is very likely (80–95%).");
  });
  it("the same text in the other row", () => {
    const context = { lexicon: lexiconOf("icd203-synonyms") };
    expect(rules("A break is improbable (20–45%).", context)).toEqual([]);
    expect(mended("A break is unlikely (20–45%).", context)).toBe("A break is improbable (20–45%).");
    expect(rules("There is a remote chance (01–05%) that it breaks.", context)).toEqual([]);
  });
  it("PHIA has its own ranges", () => {
    const context = { lexicon: lexiconOf("phia") };
    expect(rules("A break is unlikely (25–35%).", context)).toEqual([]);
    expect(mended("A break is unlikely (20–45%).", context)).toBe("A break is unlikely (25–35%).");
  });
  it("a scale of one's own is data like the others", () => {
    const own = {
      id: "own",
      name: "Own",
      terms: [
        { forms: ["slim"], low: 1, high: 50 },
        { forms: ["good"], low: 50, high: 99 },
      ],
    };
    expect(mended("The odds are slim.", { lexicon: own })).toBe("The odds are slim (01–50%).");
    expect(mended("A break is likely (55–80%).", { lexicon: own })).toBe("A break is good (50–99%).");
  });
});

test("certainty is not on the scale", () => {
  expect(marked("A break will certainly come, it is inevitable, 100% so.")).toEqual([
    "certainly",
    "inevitable",
    "100%",
  ]);
  expect(rules("A break is almost certainly (95–99%) near.")).toEqual([]);
});

test("the text's confidence is the one that was picked", () => {
  const context = { ...icd, confidence: "low" };
  expect(rules("Our confidence is low.", context)).toEqual([]);
  expect(mended("High confidence: two sources agree.", context)).toBe("Low confidence: two sources agree.");
});

describe("any text", () => {
  const piece = fc.constantFrom(
    "likely",
    "Very unlikely",
    "(20–45%)",
    "(60%)",
    "could",
    "with low confidence",
    "probable",
    "30%",
    "not likely",
    ".",
    "\n",
    "e.g.",
    "Moscow",
    "remote",
    "🙂",
    "<b>",
    "(",
  );
  const text = fc.oneof(
    fc.string(),
    fc.array(piece, { maxLength: 14 }).map((parts) => parts.join(" ")),
  );
  it("places lie in the text, in order, and every fix changes it", () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...LEXICONS), (own, lexicon) => {
        let last = 0;
        for (const one of lint(own, { lexicon })) {
          expect(one.start).toBeGreaterThanOrEqual(last);
          expect(one.end).toBeGreaterThan(one.start);
          expect(one.end).toBeLessThanOrEqual(own.length);
          last = one.start;
          const fixes = [...(one.fix ? [one.fix] : []), ...(one.picks ?? []).map(({ fix }) => fix)];
          for (const fix of fixes) expect(applyFix(own, fix)).not.toBe(own);
        }
      }),
      { numRuns: 400 },
    );
  });
  it("sentences cover everything but space, in order", () => {
    fc.assert(
      fc.property(text, (own) => {
        const spans = sentences(own);
        const joined = spans.map(({ start, end }) => own.slice(start, end)).join("");
        expect(joined.replace(/\s/g, "")).toBe(own.replace(/\s/g, ""));
        for (let i = 1; i < spans.length; i++)
          expect(spans[i]!.start).toBeGreaterThanOrEqual(spans[i - 1]!.end);
      }),
    );
  });
  it("a long text is read in one go", () => {
    const own = "A break is unlikely (20–45%) p. 3 and could come, e.g. in May. ".repeat(2000);
    expect(lint(own, icd).length).toBeLessThan(1);
    const stops = "a. ".repeat(20_000);
    expect(sentences(stops).length).toBe(1);
  });
});

describe("lexicons", () => {
  it("ICD 203 by lexicon agrees with the scale everywhere", () => {
    for (let percent = 0; percent <= 100; percent++) {
      const term = termFor(icd.lexicon, percent);
      expect(term && wordOf(term)).toBe(ICD203[bandOf(percent)]?.word ?? null);
    }
  });
  it("NATO's five words cover all there is, each with its range", () => {
    const nato = lexiconOf("nato");
    const words = [0.05, 0.33, 0.5, 0.7, 0.97].map((p) => termText(nato, p));
    expect(words).toEqual([
      "highly unlikely (0–10%)",
      "unlikely (10–40%)",
      "even chance (40–60%)",
      "likely (60–90%)",
      "highly likely (90–100%)",
    ]);
    expect(clauseStart("even chance (40–60%)")).toBe("there is an even chance (40–60%)");
    expect(mended("A break is unlikely (20–45%).", { lexicon: nato })).toBe("A break is unlikely (10–40%).");
  });
  it("in a gap the nearest word is taken", () => {
    const phia = lexiconOf("phia");
    const word = (percent: number) => wordOf(termFor(phia, percent)!);
    expect([2, 7, 8, 22, 37, 38, 52, 53, 77, 78, 93, 99].map(word)).toEqual([
      "remote chance",
      "remote chance",
      "highly unlikely",
      "highly unlikely",
      "unlikely",
      "realistic possibility",
      "realistic possibility",
      "likely",
      "likely",
      "highly likely",
      "almost certain",
      "almost certain",
    ]);
    expect(termText(phia, 0.02)).toBe("remote chance (0–5%)");
    expect(termText(phia, 0.001)).toBe("below the scale (under 1%)");
  });
});
