import fc from "fast-check";
import { expect, it } from "vitest";
import { instant } from "./instant.ts";

it("agrees with the clock's own reckoning", () => {
  fc.assert(
    fc.property(
      fc.date({
        min: new Date("0001-01-01T00:00:00Z"),
        max: new Date("9999-12-31T23:59:59Z"),
        noInvalidDate: true,
      }),
      (date) => instant(date.toISOString()) === date.getTime(),
    ),
  );
});

it("is null for what is no time", () => {
  for (const text of ["", "yesterday", "2026-11-27", "2026-13-01T00:00:00Z", "2026-11-27T25:00:00Z"])
    expect(instant(text)).toBeNull();
});
