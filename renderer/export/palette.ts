import type { Tone } from "../state/select.ts";

/** The light theme's colours (assets/styles/tokens.css) for files that cannot read a style sheet; RRGGBB. */
export const RUNG_COLOURS: Readonly<Record<Tone, string>> = {
  r1: "143D6B",
  r2: "3575B8",
  r3: "7F8FA3",
  r4: "CB7726",
  r5: "963405",
};
/** Of labels that stand on a rung. */
export const ON_RUNG: Readonly<Record<Tone, string>> = {
  r1: "FFFFFF",
  r2: "FFFFFF",
  r3: "14171C",
  r4: "14171C",
  r5: "FFFFFF",
};
export const INK = "191C22";
export const INK2 = "454B57";
export const INK3 = "646A76";
export const LINE = "DEDAD0";
export const APART = "B4470B";
export const HOLD = "1F5C99";
