import * as v from "valibot";
import { describe, expect, test, vi } from "vitest";
import { type Answer, type CallName, calls, desktopCalls } from "./contract.ts";
import { type SenderFrame, answer, answerFrame, isOwnPage } from "./gate.ts";
import { bad, good } from "./samples.test-help.ts";

const names = Object.keys(desktopCalls) as (keyof typeof desktopCalls)[];
const own: SenderFrame = { origin: "app://entente", parent: null };
const strangers: [string, SenderFrame][] = [
  ["a vanished frame", null],
  ["a child frame", { origin: "app://entente", parent: {} }],
  ["a web page", { origin: "https://example.org", parent: null }],
  ["a look-alike host", { origin: "app://entente.example.org", parent: null }],
  ["a longer host", { origin: "app://ententes", parent: null }],
  ["another scheme", { origin: "http://entente", parent: null }],
  ["a file", { origin: "file://", parent: null }],
  ["an opaque origin", { origin: "null", parent: null }],
  ["a differently spelt origin", { origin: "app://ENTENTE", parent: null }],
  ["a port", { origin: "app://entente:80", parent: null }],
];

const handlersOf = (handler: (...args: unknown[]) => unknown) =>
  Object.fromEntries(names.map((name) => [name, handler]));
const codeOf = (given: Answer) => ("error" in given ? given.error.code : "answered");

test("the page's own main frame is let in, nobody else", () => {
  expect(isOwnPage(own)).toBe(true);
  for (const [, frame] of strangers) expect(isOwnPage(frame)).toBe(false);
});

describe.each(names)("%s", (name) => {
  test("reaches its handler with the arguments as given", async () => {
    const handler = vi.fn((..._args: unknown[]) => "done");
    const given = await answerFrame(own, handlersOf(handler), name, good[name], desktopCalls);
    expect(given).toEqual({ value: "done" });
    expect(handler.mock.calls).toEqual([good[name]]);
  });

  test.each(strangers)("is refused to %s", async (_who, frame) => {
    const handler = vi.fn();
    const given = await answerFrame(frame, handlersOf(handler), name, good[name], desktopCalls);
    expect(codeOf(given)).toBe("sender");
    expect(handler).not.toHaveBeenCalled();
  });

  const wrong: [string, unknown][] = [
    ["a surplus argument", [...good[name], "more"]],
    ["a list that is none", { 0: good[name][0], length: 1 }],
    ["no list", undefined],
    ...(good[name].length > 0 ? [["a missing argument", []] as [string, unknown]] : []),
    ...(bad[name] ? [["a wrong argument", bad[name]] as [string, unknown]] : []),
  ];
  test.each(wrong)("refuses %s", async (_what, args) => {
    const handler = vi.fn();
    const given = await answerFrame(own, handlersOf(handler), name, args, desktopCalls);
    expect(codeOf(given)).toBe("arguments");
    expect(handler).not.toHaveBeenCalled();
  });

  test("answers a handler's fault with one sentence", async () => {
    const given = await answerFrame(
      own,
      handlersOf(() => {
        throw new Error("disk on fire\n    at secret.ts:1");
      }),
      name,
      good[name],
      desktopCalls,
    );
    expect(given).toEqual({
      error: { code: "failed", message: `“${name}” could not be done: disk on fire.` },
    });
  });
});

test.each(names.filter((name) => good[name].length > 0))("%s has a wrong argument in this table", (name) => {
  expect(bad[name]).toBeDefined();
});

test.each(["files:delete", "__proto__", "constructor", "toString", "", "files:dropped"])(
  "the call %j is unknown to the contract's own table",
  async (name) => {
    expect(codeOf(await answer(handlersOf(vi.fn()), name, [], calls))).toBe("unknown");
  },
);

test("what every object has by birth is no call, be it in the table or among the handlers", async () => {
  expect(codeOf(await answer({ constructor: vi.fn() }, "constructor", [], calls))).toBe("unknown");
  const table = { toString: { args: v.strictTuple([]) } };
  expect(codeOf(await answer({}, "toString", [], table))).toBe("unknown");
});

test("a call the host leaves to its page is unknown", async () => {
  const name: CallName = "window:close";
  expect(codeOf(await answer({}, name, []))).toBe("unknown");
});
