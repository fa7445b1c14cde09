import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  keyCommand,
  leftOf,
  OFF,
  present,
  type PresentCommand,
  type Presentation,
  SLIDES,
} from "./presentation.ts";

const key = (name: string, more: Partial<KeyboardEvent> = {}, things = 3) =>
  keyCommand({ key: name, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more }, things);
const press = (state: Presentation, ...names: string[]): Presentation =>
  names.reduce((at, name) => {
    const command = key(name);
    return command ? present(at, command, 0) : at;
  }, state);
const HERE: Presentation = { ...OFF, where: "here" };

describe("keys", () => {
  test.each([
    ["ArrowRight", "ArrowLeft"],
    ["PageDown", "PageUp"],
  ])("%s goes on and %s back, never past an end", (on, back) => {
    expect(press(HERE, on, on).slide).toBe(2);
    expect(press(HERE, on, on, back).slide).toBe(1);
    expect(press(HERE, back).slide).toBe(0);
    expect(press(HERE, ...Array<string>(9).fill(on)).slide).toBe(SLIDES.length - 1);
  });

  test("digits, Home and End name a slide; a digit without a slide does nothing", () => {
    SLIDES.forEach((_, i) => expect(press(HERE, "3", String(i + 1)).slide).toBe(i));
    expect(press(HERE, "3", "End").slide).toBe(SLIDES.length - 1);
    expect(press(HERE, "3", "Home").slide).toBe(0);
    expect(key("9")).toBeNull();
    expect(key("0")).toBeNull();
  });

  test("R shows one thing after another, then all; another slide shows all of its own", () => {
    expect(press(HERE, "r").shown).toBe(1);
    expect(press(HERE, "r", "r").shown).toBe(2);
    expect(press(HERE, "r", "r", "r").shown).toBeNull();
    expect(press(HERE, "r", "ArrowRight").shown).toBeNull();
    expect(present(HERE, { do: "reveal", of: 1 }, 0).shown).toBeNull();
  });

  test("B blackens, any step brings the picture back; H hides numbers wherever one goes", () => {
    expect(press(HERE, "b").black).toBe(true);
    expect(press(HERE, "b", "b").black).toBe(false);
    expect(press(HERE, ".").black).toBe(true);
    expect(press(HERE, "b", "PageDown")).toMatchObject({ black: false, slide: 1 });
    expect(press(HERE, "h", "ArrowRight")).toMatchObject({ numbers: false, slide: 1 });
    expect(press(HERE, "h", "h").numbers).toBe(true);
  });

  test("Escape leaves, and nothing of the showing stays", () => {
    expect(press(HERE, "b", "p", "t", "r", "Escape")).toMatchObject({
      where: "off",
      black: false,
      console: false,
      timer: null,
      shown: null,
    });
  });

  test("with Ctrl, Alt or ⌘ a key is not ours", () => {
    for (const held of ["ctrlKey", "metaKey", "altKey"])
      expect(key("ArrowRight", { [held]: true })).toBeNull();
    expect(key("x")).toBeNull();
  });
});

describe("the timer", () => {
  const at = (state: Presentation, now: number) => (state.timer ? leftOf(state.timer, now) : null);

  test("starts with five minutes, stands, goes on where it stood, and can be put away", () => {
    let state = present(HERE, { do: "timer" }, 1000);
    expect(at(state, 1000)).toBe(300_000);
    expect(at(state, 61_000)).toBe(240_000);
    state = present(state, { do: "timer" }, 61_000);
    expect(at(state, 999_000)).toBe(240_000);
    state = present(state, { do: "timer" }, 999_000);
    expect(at(state, 1_000_000)).toBe(239_000);
    expect(present(state, { do: "endTimer" }, 0).timer).toBeNull();
  });

  test("minutes are added while it runs, after it ran out, and before it starts; never less than one is left", () => {
    const running = present(HERE, { do: "timer" }, 0);
    expect(at(present(running, { do: "minutes", by: 1 }, 60_000), 60_000)).toBe(300_000);
    expect(at(present(running, { do: "minutes", by: 1 }, 400_000), 400_000)).toBe(60_000);
    expect(at(present(HERE, { do: "minutes", by: 1 }, 0), 0)).toBe(360_000);
    expect(at(present(running, { do: "minutes", by: -9 }, 0), 0)).toBe(60_000);
  });
});

test("whatever is pressed, a slide is shown and something of it", () => {
  const command = fc.constantFrom<PresentCommand>(
    { do: "next" },
    { do: "back" },
    { do: "go", slide: 99 },
    { do: "go", slide: -3 },
    { do: "reveal", of: 1 },
    { do: "reveal", of: 4 },
    { do: "black" },
    { do: "numbers" },
    { do: "theme" },
    { do: "timer" },
    { do: "minutes", by: -1 },
  );
  fc.assert(
    fc.property(fc.array(command, { maxLength: 30 }), (commands) => {
      const state = commands.reduce((now, one) => present(now, one, 0), HERE);
      expect(SLIDES[state.slide]).toBeDefined();
      expect(state.shown === null || state.shown >= 1).toBe(true);
      expect(state.where).toBe("here");
    }),
  );
});
