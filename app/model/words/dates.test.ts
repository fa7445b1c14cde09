import { expect, it } from "vitest";
import { longDate, shortDate, shortTime, yearsLater } from "./dates.ts";

it("dates are printed as people read them; what is none stays as it is", () => {
  expect(longDate("2019-01-30")).toBe("30 January 2019");
  expect([longDate("1978-07"), shortDate("1978-07"), longDate("1978-13")]).toEqual([
    "July 1978",
    "Jul 1978",
    "1978-13",
  ]);
  expect(shortDate("2026-11-27T10:05:00.000Z")).toBe("27 Nov 2026");
  expect(shortTime("2026-11-27T10:05:00.000Z")).toBe("27 Nov 2026, 10:05");
  expect([longDate("early 1971"), shortDate("2019-02-30"), shortTime("")]).toEqual([
    "early 1971",
    "2019-02-30",
    "",
  ]);
});

it("years are added by the calendar", () => {
  expect(yearsLater("1971-07-07", 0.5)).toBe("1972-01-07");
  expect(yearsLater("2020-02-29", 1)).toBe("2021-02-28");
  expect(yearsLater("2019-08-31", 0.5)).toBe("2020-02-29");
  expect(yearsLater("2019-01-30", 10)).toBe("2029-01-30");
  expect([yearsLater("soon", 1), yearsLater("2019-01-01", 1e9)]).toEqual([null, null]);
});
