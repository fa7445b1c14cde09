// @vitest-environment jsdom
import { describe, expect, test, vi } from "vitest";
import { actionsOf, isTyping, keysText, matches, takesLetters } from "./actions.ts";
import { fakeApp, silentClient, syria } from "./fakes.test-help.ts";
import { createFiles } from "./files.ts";

const key = (name: string, held: KeyboardEventInit = {}) =>
  new KeyboardEvent("keydown", { key: name, ...held });

describe("a shortcut", () => {
  test.each([
    ["Mod+Z", key("z", { ctrlKey: true }), false, true],
    ["Mod+Z", key("z", { metaKey: true }), true, true],
    ["Mod+Z", key("z", { ctrlKey: true }), true, false],
    ["Mod+Z", key("Z", { ctrlKey: true, shiftKey: true }), false, false],
    ["Mod+Shift+Z", key("Z", { ctrlKey: true, shiftKey: true }), false, true],
    ["Mod+Z", key("z", { ctrlKey: true, altKey: true }), false, false],
    ["N", key("n"), false, true],
    ["N", key("N"), false, true],
    ["N", key("n", { ctrlKey: true }), false, false],
    ["N", key("N", { shiftKey: true }), false, false],
    ["?", key("?", { shiftKey: true }), false, true],
    ["?", key("?"), false, true],
  ])("%s", (keys, event, mac, expected) => {
    expect(matches(keys, event, mac)).toBe(expected);
  });

  test("is printed as the machine prints it", () => {
    expect([keysText("Mod+Shift+S", false), keysText("Mod+Shift+S", true), keysText("?", false)]).toEqual([
      "Ctrl+Shift+S",
      "⌘ Shift S",
      "?",
    ]);
  });
});

test("letters are typed into text, not into sliders and buttons", () => {
  const input = (type: string) => Object.assign(document.createElement("input"), { type });
  expect(["text", "search", "number"].map((type) => isTyping(input(type)))).toEqual([true, true, true]);
  expect(["range", "radio", "checkbox"].map((type) => isTyping(input(type)))).toEqual([false, false, false]);
  expect(isTyping(document.createElement("textarea"))).toBe(true);
  expect(isTyping(document.createElement("button"))).toBeFalsy();
  expect(isTyping(null)).toBe(false);
});

test("letters look for a choice in a list, open or closed", () => {
  const inside = (html: string) => {
    const box = document.createElement("div");
    box.insertAdjacentHTML("beforeend", html);
    return box.querySelector<HTMLElement>("[data-here]");
  };
  expect(takesLetters(document.createElement("select"))).toBe(true);
  expect(takesLetters(inside('<ul role="listbox"><li role="option" data-here>Low</li></ul>'))).toBe(true);
  expect(takesLetters(inside('<div role="menu"><div role="menuitem" data-here>Edit</div></div>'))).toBe(true);
  expect(takesLetters(inside('<button aria-haspopup="listbox" data-here>Low</button>'))).toBe(true);
  expect(takesLetters(inside('<button aria-haspopup="dialog" data-here>More</button>'))).toBeFalsy();
});

describe("the actions", () => {
  const setUp = () => {
    const fake = fakeApp({ connect: silentClient });
    const files = createFiles(fake.app);
    const find = (id: string) => {
      const found = actionsOf(fake.app, files).find((one) => one.id === id);
      if (!found) throw new Error(`no action ${id}`);
      return found;
    };
    return { ...fake, files, find, all: () => actionsOf(fake.app, files) };
  };

  test("have ids and shortcuts of their own", () => {
    const { all } = setUp();
    const ids = all().map(({ id }) => id);
    const keys = all().flatMap((one) => one.keys);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toEqual(expect.arrayContaining(["N", "S", "L", "F", "Mod+Z"]));
  });

  test("name what undo and redo would do, and are off where there is nothing to do", () => {
    const { app, find } = setUp();
    expect([find("undo"), find("redo"), find("backToArticle")].map(({ enabled }) => enabled)).toEqual([
      false,
      false,
      false,
    ]);
    app.change({ edit: "setWeight", factor: "strikes", weight: 8 });
    expect(find("undo")).toMatchObject({ enabled: true, label: "Undo weight of Israeli strikes 5 → 8" });
    expect(find("backToArticle").enabled).toBe(true);
    find("undo").run();
    expect(find("undo").enabled).toBe(false);
    expect(find("redo")).toMatchObject({ enabled: true, label: "Redo weight of Israeli strikes 5 → 8" });
    expect(app.isEdited()).toBe(false);
  });

  test("follow the case's own horizons", () => {
    const { app, find } = setUp();
    find("horizon.1").run();
    expect(app.look.getState().horizon).toBe("now");
    const theCase = syria();
    const [only] = theCase.horizons;
    if (!only) throw new Error("no horizon");
    app.show({ ...theCase, horizons: [only] }, { file: null, stamp: null, name: "one" });
    expect(() => find("horizon.2")).toThrow();
  });

  test("look around without touching the document", () => {
    const { app, all } = setUp();
    const before = app.document.getState();
    vi.stubGlobal("CSS", { escape: (name: string) => name });
    for (const action of all()) if (action.group === "View" || action.group === "Help") action.run();
    expect(app.document.getState()).toBe(before);
    expect(app.look.getState().dialog).toEqual({ kind: "about" });
    vi.unstubAllGlobals();
  });
});
