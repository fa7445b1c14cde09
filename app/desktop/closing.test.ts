import { describe, expect, test, vi } from "vitest";
import { type CloseChoice, type Closing, askToSave, guardClosing, mustAsk } from "./closing.ts";
import { FakeWindow, answering, as, preventable, settle } from "./testing.ts";

test.each<[Closing, boolean]>([
  [{ edited: true, alive: true, settled: false }, true],
  [{ edited: false, alive: true, settled: false }, false],
  [{ edited: true, alive: true, settled: true }, false],
  // A page that is dead cannot save; its draft is on disk.
  [{ edited: true, alive: false, settled: false }, false],
])("%j asks: %s", (state, asks) => {
  expect(mustAsk(state)).toBe(asks);
});

test.each<[number, CloseChoice]>([
  [0, "save"],
  [1, "discard"],
  [2, "cancel"],
  [9, "cancel"],
])("button %i means %s", async (button, choice) => {
  expect(await askToSave(as(answering(button)), as({}), "Syria")).toBe(choice);
});

describe("closing a window", () => {
  function guarded(state: Closing, choice: CloseChoice) {
    const window = new FakeWindow();
    const act = { save: vi.fn(), discard: vi.fn(), cancel: vi.fn() };
    const ask = vi.fn(() => Promise.resolve(choice));
    guardClosing(as(window), () => state, ask, act);
    const close = () => {
      const event = preventable();
      window.emit("close", event);
      return event.preventDefault.mock.calls.length === 0;
    };
    return { close, act, ask };
  }
  const edited = { edited: true, alive: true, settled: false };

  test.each(["save", "discard", "cancel"] as const)(
    "with changes asks once, then does what was chosen: %s",
    async (choice) => {
      const { close, act, ask } = guarded(edited, choice);
      expect([close(), close()]).toEqual([false, false]);
      await settle();
      expect(ask).toHaveBeenCalledOnce();
      expect(Object.values(act).map((done) => done.mock.calls.length)).toEqual(
        ["save", "discard", "cancel"].map((name) => (name === choice ? 1 : 0)),
      );
      close();
      expect(ask).toHaveBeenCalledTimes(2);
    },
  );

  test("with a dead page closes at once, without asking", () => {
    const { close, ask } = guarded({ ...edited, alive: false }, "cancel");
    expect(close()).toBe(true);
    expect(ask).not.toHaveBeenCalled();
  });
});
