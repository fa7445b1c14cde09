import { createStore } from "zustand/vanilla";

/** The slides in their order. */
export const SLIDES = [
  { id: "question", label: "Question" },
  { id: "argument", label: "Argument" },
  { id: "answer", label: "Answer" },
  { id: "matters", label: "What matters" },
  { id: "change", label: "What would break it" },
] as const;
export type SlideId = (typeof SLIDES)[number]["id"];

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
  slide: 0,
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
  | { readonly do: "go"; readonly slide: number }
  | {
      readonly do:
        "next" | "back" | "black" | "numbers" | "console" | "timer" | "endTimer" | "theme" | "leave";
    }
  /** `of`: how many things the slide has. */
  | { readonly do: "reveal"; readonly of: number }
  | { readonly do: "minutes"; readonly by: number };

/** A timer begins with five minutes: as long as a room talks about one thing. */
export const FIRST_MINUTES = 5;
const MINUTE = 60_000;

/** Milliseconds left, below 0 once it has run out. */
export const leftOf = (timer: Timer, now: number): number =>
  timer.endsAt === null ? timer.left : timer.endsAt - now;

/** The slides after a command. @param now milliseconds since 1970 */
export function present(state: Presentation, command: PresentCommand, now: number): Presentation {
  switch (command.do) {
    case "go":
    case "next":
    case "back": {
      const to = command.do === "go" ? command.slide : state.slide + (command.do === "next" ? 1 : -1);
      const slide = Math.min(SLIDES.length - 1, Math.max(0, to));
      // A black screen does not hide that the slides go on: any step brings the picture back.
      return { ...state, slide, black: false, shown: slide === state.slide ? state.shown : null };
    }
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

/** What a key means while slides are shown; null: nothing. Clickers send the page keys. */
export function keyCommand(
  event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">,
  things: number,
): PresentCommand | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  const { key } = event;
  if (/^[1-9]$/.test(key) && Number(key) <= SLIDES.length) return { do: "go", slide: Number(key) - 1 };
  switch (key.length === 1 ? key.toLowerCase() : key) {
    case "ArrowRight":
    case "ArrowDown":
    case "PageDown":
    case "n":
      return { do: "next" };
    case "ArrowLeft":
    case "ArrowUp":
    case "PageUp":
      return { do: "back" };
    case "Home":
      return { do: "go", slide: 0 };
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
