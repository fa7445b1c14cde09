import { expect, test } from "vitest";
import { clockText, minutesText } from "./clock.ts";

const MINUTE = 60_000;

test("a clock tells minutes and seconds, and whole hours and days of what was left overnight", () => {
  expect(clockText(4 * MINUTE + 20_000)).toBe("4:20");
  expect(clockText(-35_000)).toBe("+0:35");
  expect(clockText(0)).toBe("0:00");
  expect(clockText(-179 * MINUTE)).toBe("+179:00");
  expect(clockText(-26 * 60 * MINUTE)).toBe("+26 hours");
  expect(clockText(-300 * 24 * 60 * MINUTE)).toBe("+300 days");
});

test("minutes are told in words, one without s", () => {
  expect([1, 25.9, 179, 180, 48 * 60 - 1, 48 * 60].map(minutesText)).toEqual([
    "1 minute",
    "25 minutes",
    "179 minutes",
    "3 hours",
    "47 hours",
    "2 days",
  ]);
});
