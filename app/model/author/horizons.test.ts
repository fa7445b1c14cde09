import { expect, test } from "vitest";
import type { Horizon, Setting } from "../case/types.ts";
import { phrasesFollow, withSetting } from "./horizons.ts";

const phase = (id: string, years: number, phrase: string): Horizon => ({ id, label: id, phrase, years });
const before = [
  phase("now", 1, "within a year"),
  phase("mid", 2, "before the vote"),
  phase("long", 7, "within ten years"),
];
const phrases = (now: readonly Horizon[]) => phrasesFollow(before, now).map(({ phrase }) => phrase);

test("a phrase that says when its phase ends follows every change before it, one that someone wrote stays", () => {
  expect(phrases(before)).toEqual(before.map(({ phrase }) => phrase));
  const longer = before.map((one) => (one.id === "now" ? { ...one, years: 3 } : one));
  expect(phrases(longer)).toEqual(["within three years", "before the vote", "within twelve years"]);
  expect(phrases(before.slice(0, 1).concat(before.slice(2)))).toEqual([
    "within a year",
    "within eight years",
  ]);
});

test("a phrase just written is kept, whatever it says", () => {
  const written = before.map((one) => (one.id === "long" ? { ...one, phrase: "in our time" } : one));
  expect(phrases(written)).toEqual(["within a year", "before the vote", "in our time"]);
});

test("what the first phase is set to goes for all, until a later one is set apart", () => {
  const M: Setting = { level: "M", spread: 0.15 };
  const start = { now: M, mid: M, long: M };
  const high = withSetting(before, start, "now", { level: "H" });
  expect(Object.values(high).map(({ level }) => level)).toEqual(["H", "H", "H"]);
  const apart = withSetting(before, high, "mid", { level: "L" });
  expect(apart).toEqual({ now: high["now"], mid: { level: "L", spread: 0.15 }, long: high["long"] });
  const later = withSetting(before, apart, "now", { spread: 0.3 });
  expect(later).toEqual({ ...apart, now: { level: "H", spread: 0.3 } });
});
