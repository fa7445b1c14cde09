import { createStore } from "zustand/vanilla";
import type { Reveal, Step } from "../../app/model/session/types.ts";

/** The slides in their order; the place of each is its key. The room is there while a workshop goes on. */
export const SLIDES = [
  { id: "room", label: "Room" },
  { id: "question", label: "Question" },
  { id: "argument", label: "Argument" },
  { id: "answer", label: "Answer" },
  { id: "matters", label: "What matters" },
  { id: "change", label: "What would break it" },
] as const;
export type SlideId = (typeof SLIDES)[number]["id"];
export const ROOM_SLIDE = 0;
export const FIRST_SLIDE = 1;

/** How many faces each slide has now, in the order of SLIDES: what is asked first, then what the room adds; 0: not there. */
export type Faces = readonly number[];
export const PLAIN_FACES: Faces = SLIDES.map(({ id }) => (id === "room" ? 0 : 1));

export const SLIDE_THEMES = ["light", "dark", "contrast"] as const;
export type SlideTheme = (typeof SLIDE_THEMES)[number];

export interface Timer {
  /** Milliseconds since 1970 at which it runs out; null while it stands. */
  readonly endsAt: number | null;
  /** Milliseconds left while it stands. */
  readonly left: number;
}

/** How the slides are shown: never a part of the document. */
export interface Presentation {
  /** `here`: they fill this window; `window`: they are in one of their own. */
  readonly where: "off" | "here" | "window";
  /** Of the channel between the two windows; null while there is one. */
  readonly id: string | null;
  readonly slide: number;
  /** Which of the slide's faces; one that is no longer there is shown as the first. */
  readonly face: number;
  /** What the room looks at of all that was opened; null: what was opened last. */
  readonly part: Reveal | null;
  /** How far the workshop was when the slides last followed it; null: not yet. */
  readonly followed: string | null;
  /** How many things of the slide are shown; null: all. */
  readonly shown: number | null;
  readonly black: boolean;
  /** Whether numbers may be seen. */
  readonly numbers: boolean;
  readonly timer: Timer | null;
  /** The presenter's controls lie over the slide: for one screen. */
  readonly console: boolean;
  readonly theme: SlideTheme;
  /** What was so when the slides came up, for the last slide: chances by horizon, and how much could be undone. */
  readonly before: { readonly breaks: Readonly<Record<string, number>>; readonly steps: number } | null;
}

export const OFF: Presentation = {
  where: "off",
  id: null,
  slide: FIRST_SLIDE,
  face: 0,
  part: null,
  followed: null,
  shown: null,
  black: false,
  numbers: true,
  timer: null,
  console: false,
  theme: "light",
  before: null,
};

/** What a key, a button or the other window asks of the slides. */
export type PresentCommand =
  | { readonly do: "go"; readonly slide: number; readonly face?: number }
  | { readonly do: "next" | "back"; readonly faces: Faces }
  | { readonly do: "black" | "numbers" | "console" | "timer" | "endTimer" | "theme" | "leave" }
  /** The workshop went on: its slide, once for every `mark`. */
  | { readonly do: "follow"; readonly mark: string; readonly slide: number; readonly face: number }
  /** `of`: how many things the slide has. */
  | { readonly do: "reveal"; readonly of: number }
  | { readonly do: "minutes"; readonly by: number };

/** A timer begins with five minutes: as long as a room talks about one thing. */
export const FIRST_MINUTES = 5;
const MINUTE = 60_000;

/** Milliseconds left, below 0 once it has run out. */
export const leftOf = (timer: Timer, now: number): number =>
  timer.endsAt === null ? timer.left : timer.endsAt - now;

/** Every face of every slide in the order in which a clicker goes through them. */
const placesOf = (faces: Faces): (readonly [number, number])[] =>
  SLIDES.flatMap((_, slide) =>
    Array.from({ length: faces[slide] ?? 0 }, (_one, face) => [slide, face] as const),
  );

/** Where one is; from a slide that is no longer there one goes on from its place. */
function placeOf(places: readonly (readonly [number, number])[], { slide, face }: Presentation): number {
  const exact = places.findIndex(([one, side]) => one === slide && side === face);
  return exact >= 0 ? exact : places.findIndex(([one]) => one >= slide);
}

/** Whether there is anything before or after. */
export const hasStep = (state: Presentation, faces: Faces, by: 1 | -1): boolean => {
  const places = placesOf(faces);
  return places[placeOf(places, state) + by] !== undefined;
};

/** A black screen does not hide that the slides go on: any step brings the picture back. */
function turned(state: Presentation, to: number, face: number): Presentation {
  const slide = Math.min(SLIDES.length - 1, Math.max(0, to));
  const same = slide === state.slide && face === state.face;
  return { ...state, slide, face, black: false, shown: same ? state.shown : null };
}

/** Where the slides stand at each step of a workshop; one that is over has no slide of its own and shows its answer. */
export function slideAt(step: Step, faces: Faces): readonly [number, number] {
  const elsewhere: Partial<Record<Step, SlideId>> = { brief: "question", result: "answer" };
  const wanted = faces[ROOM_SLIDE] === 0 ? "answer" : (elsewhere[step] ?? "room");
  const slide = SLIDES.findIndex(({ id }) => id === wanted);
  return [(faces[slide] ?? 0) > 0 ? slide : ROOM_SLIDE, 0];
}

/** The slides after a command. @param now milliseconds since 1970 */
export function present(state: Presentation, command: PresentCommand, now: number): Presentation {
  switch (command.do) {
    case "go":
      return turned(state, command.slide, command.face ?? 0);
    case "next":
    case "back": {
      const places = placesOf(command.faces);
      const at = placeOf(places, state);
      const to = places[at + (command.do === "next" ? 1 : -1)] ?? places[at];
      return to ? turned(state, ...to) : state;
    }
    case "follow":
      return state.followed === command.mark
        ? state
        : { ...turned(state, command.slide, command.face), part: null, followed: command.mark };
    case "reveal": {
      // When all is shown, R begins anew with the first thing alone.
      const shown = state.shown === null ? 1 : state.shown + 1;
      return { ...state, black: false, shown: shown >= command.of ? null : shown };
    }
    case "black":
      return { ...state, black: !state.black };
    case "numbers":
      return { ...state, numbers: !state.numbers };
    case "console":
      return { ...state, console: !state.console };
    case "theme":
      return {
        ...state,
        theme: SLIDE_THEMES[(SLIDE_THEMES.indexOf(state.theme) + 1) % SLIDE_THEMES.length] ?? "light",
      };
    case "timer": {
      const timer = state.timer ?? { endsAt: null, left: FIRST_MINUTES * MINUTE };
      const left = leftOf(timer, now);
      return {
        ...state,
        timer: timer.endsAt === null ? { endsAt: now + left, left } : { endsAt: null, left },
      };
    }
    case "minutes": {
      const timer = state.timer ?? { endsAt: null, left: FIRST_MINUTES * MINUTE };
      const left = Math.max(0, leftOf(timer, now)) + command.by * MINUTE;
      const kept = Math.max(MINUTE, left);
      return { ...state, timer: { endsAt: timer.endsAt === null ? null : now + kept, left: kept } };
    }
    case "endTimer":
      return { ...state, timer: null };
    case "leave":
      return { ...state, where: "off", id: null, black: false, console: false, shown: null, timer: null };
  }
}

/**
 * What a key means while slides are shown; null: nothing. Clickers send the page keys.
 * @param things how many the slide shows one at a time
 */
export function keyCommand(
  event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">,
  things: number,
  faces: Faces,
): PresentCommand | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  const { key } = event;
  if (/^[0-9]$/.test(key)) return (faces[Number(key)] ?? 0) > 0 ? { do: "go", slide: Number(key) } : null;
  switch (key.length === 1 ? key.toLowerCase() : key) {
    case "ArrowRight":
    case "ArrowDown":
    case "PageDown":
    case "n":
      return { do: "next", faces };
    case "ArrowLeft":
    case "ArrowUp":
    case "PageUp":
      return { do: "back", faces };
    case "Home":
      return { do: "go", slide: FIRST_SLIDE };
    case "End":
      return { do: "go", slide: SLIDES.length - 1 };
    case "r":
      return { do: "reveal", of: things };
    case "b":
    case ".":
      return { do: "black" };
    case "h":
      return { do: "numbers" };
    case "t":
      return event.shiftKey ? { do: "endTimer" } : { do: "timer" };
    case "+":
      return { do: "minutes", by: 1 };
    case "-":
      return { do: "minutes", by: -1 };
    case "p":
      return { do: "console" };
    case "c":
      return { do: "theme" };
    case "Escape":
      return { do: "leave" };
    default:
      return null;
  }
}

export const createPresentation = () => createStore<Presentation>(() => OFF);
