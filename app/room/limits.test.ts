import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { elicitationChecks } from "../model/shipped.test-help.ts";
import { Guesses, PAUSE, Recent } from "./limits.ts";
import { CODE_LENGTH, LETTERS, newCode, newSecret, sameWord, tidyCode } from "./secrets.ts";

describe("wrong codes in all", () => {
  test("sixty within a minute, from wherever, pause typing for half a minute at least; the facilitator hears once", () => {
    let now = 0;
    const guesses = new Guesses(() => now);
    const begun = Array.from({ length: 60 }, (_, n) => guesses.wrong(`10.0.0.${String(n)}`));
    expect(begun.filter(Boolean)).toEqual([true]);
    expect(begun.at(-1)).toBe(true);
    expect(guesses.mayTry("10.0.1.1")).toBe(false);
    now = PAUSE + 1;
    expect(guesses.mayTry("10.0.1.1")).toBe(false);
    now = 60_001;
    expect(guesses.mayTry("10.0.1.1")).toBe(true);
  });

  test("spread over time they are never more than sixty in any minute, and the pause holds", () => {
    let now = 0;
    const guesses = new Guesses(() => now);
    const tried: number[] = [];
    for (; now < 600_000; now += 100) {
      const address = `10.0.${String(Math.floor(now / 1000) % 250)}.1`;
      if (!guesses.mayTry(address)) continue;
      tried.push(now);
      guesses.wrong(address);
    }
    for (const from of tried)
      expect(tried.filter((time) => time >= from && time < from + 60_000).length).toBeLessThanOrEqual(60);
    // The sixtieth within a minute begins 30 s of silence.
    for (let n = 59; n + 1 < tried.length; n += 1) {
      const window = tried.filter((time) => time > (tried[n] ?? 0) - 60_000 && time <= (tried[n] ?? 0));
      if (window.length === 60) expect((tried[n + 1] ?? 0) - (tried[n] ?? 0)).toBeGreaterThanOrEqual(PAUSE);
    }
    expect(tried.length).toBeGreaterThan(300);
  });

  test("five from one address do not stop another", () => {
    const guesses = new Guesses(() => 0);
    for (let n = 0; n < 5; n += 1) guesses.wrong("10.0.0.1");
    expect([guesses.mayTry("10.0.0.1"), guesses.mayTry("10.0.0.2")]).toEqual([false, true]);
  });
});

test("what is counted is forgotten after its while", () => {
  let now = 0;
  const recent = new Recent(100, () => now);
  expect([recent.take("a", 2), recent.take("a", 2), recent.take("a", 2), recent.take("b", 2)]).toEqual([
    true,
    true,
    false,
    true,
  ]);
  now = 100;
  expect(recent.take("a", 2)).toBe(true);
});

describe("words that open", () => {
  test("a code has six of thirty signs that are not mistaken for each other", () => {
    expect([LETTERS.length, new Set(LETTERS).size, CODE_LENGTH]).toEqual([30, 30, 6]);
    expect(LETTERS).not.toMatch(/[ILOU01]/);
    const codes = Array.from({ length: 200 }, newCode);
    for (const code of codes) expect(code).toMatch(new RegExp(`^[${LETTERS}]{6}$`));
    expect(new Set(codes).size).toBe(200);
    expect(new Set(codes.join("")).size).toBe(30);
    const { roomCode } = elicitationChecks<{ roomCode: { alphabet: string; bits_6: number } }>();
    expect([...LETTERS].sort().join("")).toBe(roomCode.alphabet.replace(/ .*/, ""));
    expect(CODE_LENGTH * Math.log2(LETTERS.length)).toBeCloseTo(roomCode.bits_6, 2);
  });
  test("a secret has 128 bits", () => {
    expect(Buffer.from(newSecret(), "base64url")).toHaveLength(16);
    expect(newSecret()).not.toBe(newSecret());
  });
  test("are compared whole, and as people type them", () => {
    expect([
      sameWord("abc", "abc"),
      sameWord("abc", "abd"),
      sameWord("abc", ""),
      sameWord("abc", "abcd"),
    ]).toEqual([true, false, false, false]);
    expect(tidyCode(" k7m–4 pd-")).toBe("K7M4PD");
  });
});

test("words are the same only when every letter is", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      expect(sameWord(a, b)).toBe(a === b);
      expect(sameWord(a, a)).toBe(true);
    }),
  );
});
