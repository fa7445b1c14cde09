import { strToU8 } from "fflate";
import { afterEach, expect, test, vi } from "vitest";
import { zipped } from "./zip.ts";

afterEach(() => {
  vi.useRealTimers();
});

test("the same files are the same bytes at whatever hour they are packed", () => {
  vi.useFakeTimers();
  const at = (hour: string) => {
    vi.setSystemTime(new Date(`2026-11-27T${hour}`));
    return zipped({ "a.txt": strToU8("a") }, "2026-11-27");
  };
  const [morning, evening] = [at("08:00:00"), at("21:30:10")];
  expect(evening).toEqual(morning);
  // Day, month and years since 1980, as ZIP has them.
  const date = new DataView(morning.buffer).getUint16(12, true);
  expect([(date >> 9) + 1980, (date >> 5) & 15, date & 31]).toEqual([2026, 11, 27]);
});

test("and where the clocks leave out the midnight of that day", () => {
  const zone = process.env["TZ"];
  const packedIn = (place: string) => {
    process.env["TZ"] = place;
    return zipped({ "a.txt": strToU8("a") }, "2026-03-29");
  };
  try {
    const [here, there] = [packedIn("UTC"), packedIn("Asia/Beirut")];
    expect(there).toEqual(here);
  } finally {
    if (zone === undefined) delete process.env["TZ"];
    else process.env["TZ"] = zone;
  }
});
