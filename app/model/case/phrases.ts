import type { Case, Horizon, Inputs, Level } from "./types.ts";
import { sourceWords } from "../words/source.ts";
import { capitalised } from "../words/text.ts";
import { nameOf } from "./settings.ts";

/* Pieces of the names of edits and changes. */

export const levelName = (theCase: Case, level: Level): string =>
  theCase.levels.find(({ id }) => id === level)?.label ?? level;

/** ", long run"; ", every horizon" for "all"; nothing where the case has one horizon. */
export function inHorizon(theCase: Case, id: string): string {
  if (theCase.horizons.length === 1) return "";
  if (id === "all") return ", every horizon";
  const label = theCase.horizons.find((horizon) => horizon.id === id)?.label ?? id;
  return `, ${midSentence(label)}`;
}

/** A label inside a sentence: "Long run" begins small, "EU accession" does not. */
export const midSentence = (label: string) =>
  label.replace(/^\p{Lu}(?=\p{Ll}|$)/u, (first) => first.toLocaleLowerCase("en"));

/** Whether a horizon's name is a stretch of time that stands with "the". */
const isStretch = ({ label }: Horizon) => /\b(?:term|run|future|period|year|decade)$/i.test(label);

/** When something holds, as the end of a clause: "now", "in the long run"; other names as they are. */
export function at(horizon: Horizon): string {
  if (isStretch(horizon)) return `in the ${midSentence(horizon.label)}`;
  return /^(?:now|today)$/i.test(horizon.label) ? midSentence(horizon.label) : `at “${horizon.label}”`;
}

/** Since when, up to the last horizon: "from the short–medium term on". */
export const from = (horizon: Horizon): string =>
  `from ${isStretch(horizon) ? `the ${midSentence(horizon.label)}` : `“${horizon.label}”`} on`;

/** A number as people type it, to two decimals. */
export const numeral = (x: number): string => String(Number(x.toFixed(2)));

export const span = ([low, high]: readonly [number, number]): string => `${numeral(low)} to ${numeral(high)}`;

export function observed(theCase: Case, id: string, value: boolean | Level): string {
  if (typeof value === "string") return `Observed: ${nameOf(theCase, id)}, ${levelName(theCase, value)}`;
  return `${value ? "Seen" : "Seen not to be"}: ${nameOf(theCase, id)}`;
}

/** The two numbers say how probable the evidence is if the sign is there and if it is not. */
export const evidenceOn = (theCase: Case, id: string, [yes, no]: readonly [number, number]): string =>
  `Evidence on ${nameOf(theCase, id)}: ${numeral(yes)} if so, ${numeral(no)} if not`;

/** From where it is seen, as a change: "The article’s view", "View between the two, 25 % the article’s". */
export function viewName(theCase: Case, view: NonNullable<Inputs["view"]>): string {
  const { own } = sourceWords(theCase);
  if (view === "article" || view === 1) return `${capitalised(own)} view`;
  if (view === "outside" || view === 0) return "The outside view";
  return `View between the two, ${numeral(view * 100)} % ${own}`;
}
