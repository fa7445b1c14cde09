import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyAuthorEdit } from "./edits.ts";
import { added, joined, leftOut, numbered, split, textOf, wholeWords, nameOfWords } from "./paragraphs.ts";
import { templateCase } from "./start.ts";

const texts = (text: string) => numbered(text).map((one) => one.text);

describe("a pasted text", () => {
  it("is parted at blank lines, whatever the machine it comes from", () => {
    const expected = ["One.", "Two.", "Three."];
    expect(texts("One.\n\nTwo.\n \t\n\n\nThree.\n")).toEqual(expected);
    expect(texts("\uFEFFOne.\r\n\r\nTwo.\r\n\r\nThree.")).toEqual(expected);
    expect(texts("One.\r\rTwo.\u2028\u2028Three.")).toEqual(expected);
    expect(numbered("One.\n\nTwo.").map(({ id }) => id)).toEqual(["P1", "P2"]);
  });

  it("that was wrapped is joined, and parted where a short line ends a sentence", () => {
    const mail = [
      "Friction between the two partners went on over the",
      "winter and the strikes of January did not help it",
      "along.",
      "Neither side wanted an open quarrel, though, and",
      "said so.",
    ].join("\n");
    expect(texts(mail)).toEqual([
      "Friction between the two partners went on over the winter and the strikes of January did not help it along.",
      "Neither side wanted an open quarrel, though, and said so.",
    ]);
  });

  it("with a paragraph on every line keeps them apart", () => {
    const long =
      "A sentence that goes on for a good while, so that nobody would have wrapped it there, ".repeat(2);
    expect(texts(`${long}end.\nShort one.\n${long}stop`)).toEqual([
      `${long}end.`,
      "Short one.",
      `${long}stop`,
    ]);
  });

  it("keeps bullets and numbered items apart", () => {
    expect(
      texts("Three things:\n• first, which is\n  long\n• second\n- third\n1. fourth\n(a) fifth"),
    ).toEqual(["Three things:", "• first, which is long", "• second", "- third", "1. fourth", "(a) fifth"]);
  });

  it("loses and changes no word", () => {
    const words = (text: string) => text.split(/\s+/u).filter((word) => word !== "");
    const line = fc.string({ unit: fc.constantFrom("a", "B", ".", " ", "-", "•", "é", "1") });
    fc.assert(
      fc.property(
        fc.array(line).map((lines) => lines.join("\n")),
        (text) => {
          const parts = numbered(text);
          expect(words(parts.map((one) => one.text).join(" "))).toEqual(words(text));
          expect(parts.every((one) => one.text !== "")).toBe(true);
        },
      ),
    );
  });
});

const paragraphs = fc
  .array(fc.stringMatching(/^[a-z]{1,8}( [a-z]{1,8}){0,5}$/), { minLength: 1, maxLength: 6 })
  .map((all) => all.map((text, i) => ({ id: `P${i + 1}`, text })));

describe("cutting and joining", () => {
  it("keeps the text and the numbers in order", () => {
    fc.assert(
      fc.property(paragraphs, fc.nat(5), fc.nat(40), (all, i, at) => {
        const one = all[i % all.length]!;
        for (const { paragraphs: now } of [split(all, one.id, at), joined(all, one.id)]) {
          expect(textOf(now).replace(/\s/g, "")).toBe(textOf(all).replace(/\s/g, ""));
          expect(now.map(({ id }) => id)).toEqual(now.map((_, k) => `P${k + 1}`));
        }
      }),
    );
  });

  it("undo each other", () => {
    fc.assert(
      fc.property(paragraphs, fc.nat(5), fc.nat(40), (all, i, at) => {
        const one = all[i % all.length]!;
        const place = one.text.indexOf(" ", at % one.text.length);
        fc.pre(place > 0);
        expect(joined(split(all, one.id, place).paragraphs, one.id).paragraphs).toEqual(all);
      }),
    );
  });

  it("what named a paragraph still names its words", () => {
    const texts = ["Aims differ.", "Incidents happen.", "They talk.", "They trade."];
    const text = texts.map((one, i) => ({ id: `P${i + 1}`, text: one }));
    const named = applyAuthorEdit(templateCase(), {
      edit: "together",
      label: "",
      edits: [
        { edit: "setParagraphs", paragraphs: text },
        { edit: "changeFactor", factor: "aims", to: { paragraphs: ["P1", "P2"] } },
        { edit: "changeFactor", factor: "exchange", to: { paragraphs: ["P4"] } },
      ],
    });
    const of = (theCase: typeof named) =>
      ["aims", "exchange"].map((id) => theCase.factors.find((one) => one.id === id)?.paragraphs);
    const cut = applyAuthorEdit(named, { edit: "setParagraphs", ...split(text, "P2", 9) });
    expect(of(cut)).toEqual([["P1", "P2"], ["P5"]]);
    const one = applyAuthorEdit(cut, { edit: "setParagraphs", ...joined(cut.source.paragraphs!, "P1") });
    expect(of(one)).toEqual([["P1"], ["P4"]]);
    const none = applyAuthorEdit(one, {
      edit: "setParagraphs",
      paragraphs: one.source.paragraphs!.slice(0, 2),
    });
    expect(of(none)).toEqual([["P1"], []]);
  });
});

it("leaves a paragraph out and takes it in again", () => {
  const all = numbered("One.\n\nTwo.");
  expect(leftOut(all, "P2", true)).toEqual([all[0], { ...all[1], left: true }]);
  expect(leftOut(leftOut(all, "P2", true), "P2", false)).toEqual(all);
});

it("numbers on what is added", () => {
  expect(added(numbered("One."), "Two.\n\nThree.").map(({ id }) => id)).toEqual(["P1", "P2", "P3"]);
});

describe("a selection that cuts words", () => {
  const said = (text: string, start: number, end: number) => text.slice(...wholeWords(text, start, end));
  it.each([
    ["China cut its aid.", 7, 16, "cut its aid"],
    ["China cut its aid.", 6, 17, "cut its aid"],
    ["China cut its aid.", 5, 9, " cut"],
    ["Hanoi’s plan, and more", 3, 9, "Hanoi’s plan"],
    ["China cut its aid.", 6, 6, ""],
    ["a — b", 2, 3, "—"],
  ])("%s, %i to %i: “%s”", (text, start, end, whole) => expect(said(text, start, end)).toBe(whole));

  it("never loses what was selected, and making it whole twice changes nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.nat(), fc.nat(), (text, a, b) => {
        const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [
          number,
          number,
        ];
        const whole = wholeWords(text, start, end);
        expect(whole[0]).toBeLessThanOrEqual(start);
        expect(whole[1]).toBeGreaterThanOrEqual(end);
        expect(wholeWords(text, ...whole)).toEqual(whole);
      }),
    );
  });
});

describe("a name made of words", () => {
  const long = "the contract between the two of them can be ended with no more than a single year's notice";
  it.each([
    ["struck  twice.", "Struck twice"],
    ["arms from the U.S.", "Arms from the U.S."],
    ["its pilots,", "Its pilots"],
    [long, "The contract between the two of them can be ended with no more than a single"],
    ["x".repeat(90), `X${"x".repeat(79)}`],
    ["", ""],
  ])("%s: “%s”", (words, name) => expect(nameOfWords(words)).toBe(name));

  it("is never longer than 80 signs and never ends within a word that it could leave out", () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,20}$/), { maxLength: 20 }), (parts) => {
        const name = nameOfWords(parts.join(" "));
        expect(name.length).toBeLessThanOrEqual(80);
        const kept = name === "" ? [] : name.toLowerCase().split(" ");
        expect(parts.slice(0, kept.length)).toEqual(kept);
      }),
    );
  });
});
