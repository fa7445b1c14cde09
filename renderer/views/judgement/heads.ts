import { levelAt, nameOf } from "../../../app/model/case/settings.ts";
import type { Head } from "../../../app/model/case/judgement.ts";
import { levelName, midSentence } from "../../../app/model/case/phrases.ts";
import type { Case, Inputs } from "../../../app/model/case/types.ts";

/** What an empty head asks for. */
export const ASKS: Readonly<Record<Head, string>> = {
  bottomLine: "What do you judge, how likely, by when?",
  confidence: "How firmly do you stand behind the reasoning, and why?",
  why: "The two or three causes that carry it.",
  assumptions: "One a line: what must hold for this to hold.",
  alternatives: "One a line: another reading of the same facts.",
  premortem: "It came out otherwise. What did we miss?",
  indicators: "One a line: signs that would change our mind.",
  dissent: "Who sees it otherwise, and why. “None” if nobody does.",
};

/** Lines that the case itself offers for a head: what the answer rests on most, and the signs it knows. */
export function offersFor(
  theCase: Case,
  head: Head,
  inputs: Inputs,
  horizon: string,
  points: Readonly<Record<string, number>>,
): string[] {
  if (head === "indicators")
    return theCase.indicators.filter(({ latent }) => latent !== true).map(({ label }) => label);
  if (head !== "assumptions") return [];
  const label = theCase.horizons.find(({ id }) => id === horizon)?.label ?? "";
  const when = theCase.horizons.length > 1 && label !== "" ? ` (${midSentence(label)})` : "";
  return [...theCase.factors]
    .sort((a, b) => Math.abs(points[b.id] ?? 0) - Math.abs(points[a.id] ?? 0))
    .slice(0, 8)
    .map(
      ({ id }) =>
        `${nameOf(theCase, id)}: ${levelName(theCase, levelAt(theCase, inputs, id, horizon))}${when}`,
    );
}
