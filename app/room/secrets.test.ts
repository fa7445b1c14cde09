import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { CODE, openRoom, type Opened, SECRET, stage } from "./room.test-help.ts";
import { sameWord } from "./secrets.ts";

const compared = vi.hoisted(() => vi.fn<(a: Uint8Array, b: Uint8Array) => void>());
vi.mock("node:crypto", async (actual) => {
  const crypto = await actual<typeof import("node:crypto")>();
  const timingSafeEqual: typeof crypto.timingSafeEqual = (a, b) => {
    compared(a as Uint8Array, b as Uint8Array);
    return crypto.timingSafeEqual(a, b);
  };
  return { ...crypto, timingSafeEqual };
});

let room: Opened;
beforeEach(async () => {
  room = await openRoom();
  room.say({ to: "show", stage: stage() });
  compared.mockClear();
});
afterEach(() => room.close());

test("words of whatever length are compared in constant time, as sums of one length", () => {
  for (const [a, b] of [
    ["abc", "abc"],
    ["abc", "xbc"],
    ["abc", ""],
    ["a".repeat(5_000), "abc"],
  ] as const) {
    expect(sameWord(a, b)).toBe(a === b);
    expect(compared.mock.lastCall?.map(({ byteLength }) => byteLength)).toEqual([32, 32]);
  }
  expect(compared).toHaveBeenCalledTimes(4);
});

test.each([
  ["the right code", { code: CODE }, 200],
  ["a wrong code", { code: "AAAAAA" }, 403],
  ["a code too short", { code: "A" }, 403],
  ["the right secret", { secret: SECRET }, 200],
  ["a wrong secret", { secret: "n".repeat(22) }, 403],
])("%s is compared so when somebody joins", async (_what, word, status) => {
  expect((await room.join("Dana", word)).status).toBe(status);
  expect(compared).toHaveBeenCalledTimes(1);
});
