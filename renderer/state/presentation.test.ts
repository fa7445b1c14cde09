import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  keyCommand,
  FIRST_SLIDE,
  hasStep,
  leftOf,
  OFF,
  PLAIN_FACES,
  present,
  type PresentCommand,
  type Presentation,
  ROOM_SLIDE,
  slideAt,
  SLIDES,
} from "./presentation.ts";

const key = (name: string, more: Partial<KeyboardEvent> = {}, faces = PLAIN_FACES) =>
  keyCommand(
    { key: name, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more },
    3,
    faces,
  );
const pressed = (faces: readonly number[], state: Presentation, names: readonly string[]): Presentation =>
  names.reduce((at, name) => {
    const command = key(name, {}, faces);
    return command ? present(at, command, 0) : at;
  }, state);
const press = (state: Presentation, ...names: string[]): Presentation => pressed(PLAIN_FACES, state, names);
/** A workshop that has more to show on the last two slides. */
const ROOM_FACES = [1, 1, 1, 1, 2, 2];
const HERE: Presentation = { ...OFF, where: "here" };

describe("keys", () => {
  test.each([
    ["ArrowRight", "ArrowLeft"],
    ["PageDown", "PageUp"],
  ])("%s goes on and %s back, never past an end", (on, back) => {
    expect(press(HERE, on, on).slide).toBe(FIRST_SLIDE + 2);
    expect(press(HERE, on, on, back).slide).toBe(FIRST_SLIDE + 1);
    expect(press(HERE, back).slide).toBe(FIRST_SLIDE);
    expect(press(HERE, ...Array<string>(9).fill(on)).slide).toBe(SLIDES.length - 1);
  });

  test("digits, Home and End name a slide; a digit without a slide does nothing", () => {
    SLIDES.forEach((_, i) => expect(pressed(ROOM_FACES, HERE, ["3", String(i)]).slide).toBe(i));
    expect(press(HERE, "3", "End").slide).toBe(SLIDES.length - 1);
    expect(press(HERE, "3", "Home").slide).toBe(FIRST_SLIDE);
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
    expect(press(HERE, "b", "PageDown")).toMatchObject({ black: false, slide: FIRST_SLIDE + 1 });
    expect(press(HERE, "h", "ArrowRight")).toMatchObject({ numbers: false, slide: FIRST_SLIDE + 1 });
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

describe("with a room", () => {
  const places = (names: readonly string[]) =>
    names.map((_, i) => {
      const { slide, face } = pressed(ROOM_FACES, HERE, names.slice(0, i + 1));
      return `${slide}.${face}`;
    });

  test("a clicker goes through every face of every slide, and back the same way", () => {
    const there = Array<string>(7).fill("PageDown");
    expect(places(there)).toEqual(["2.0", "3.0", "4.0", "4.1", "5.0", "5.1", "5.1"]);
    const end = pressed(ROOM_FACES, HERE, there);
    expect(hasStep(end, ROOM_FACES, 1)).toBe(false);
    expect(pressed(ROOM_FACES, end, Array<string>(7).fill("PageUp"))).toMatchObject({
      slide: ROOM_SLIDE,
      face: 0,
    });
  });

  test("what is no longer there is left forwards and backwards", () => {
    const split = pressed(ROOM_FACES, HERE, ["4", "PageDown"]);
    expect(split).toMatchObject({ slide: 4, face: 1 });
    expect(press(split, "PageDown").slide).toBe(5);
    expect(press(pressed(ROOM_FACES, HERE, ["0"]), "PageUp").slide).toBe(FIRST_SLIDE);
  });

  test("slides follow the workshop once for every step; what is turned to afterwards stays", () => {
    const [slide, face] = slideAt("result", ROOM_FACES);
    expect(SLIDES[slide]?.id).toBe("answer");
    const follow = { do: "follow", mark: "result", slide, face } as const;
    const there = present({ ...HERE, black: true, part: "weights" }, follow, 0);
    expect(there).toMatchObject({ slide, black: false, part: null });
    const turned = pressed(ROOM_FACES, there, ["1"]);
    expect(present(turned, follow, 0)).toBe(turned);
  });

  test("each step has a slide that is there", () => {
    expect(slideAt("round1", ROOM_FACES)).toEqual([ROOM_SLIDE, 0]);
    expect(slideAt("brief", ROOM_FACES)).toEqual([FIRST_SLIDE, 0]);
    expect(slideAt("close", ROOM_FACES)).toEqual([ROOM_SLIDE, 0]);
    expect(slideAt("close", [1, 1, 1, 1, 1, 1])).toEqual([ROOM_SLIDE, 0]);
    // Of a workshop that is over nothing is on the room's own slide.
    const over = slideAt("close", [0, 1, 1, 1, 2, 2]);
    expect(SLIDES[over[0]]?.id).toBe("answer");
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
    { do: "next", faces: PLAIN_FACES },
    { do: "back", faces: ROOM_FACES },
    { do: "next", faces: ROOM_FACES },
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
