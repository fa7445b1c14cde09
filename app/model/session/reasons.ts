import { spreadOf } from "../group/spread.ts";
import { answersOf, type FactorSpread } from "./round.ts";
import { reasonKey } from "./state.ts";
import type { Happened, Id } from "./types.ts";
import type { RoundView } from "./view.ts";

/* Why people answered as they did, without names: as the facilitator sees it, and as the room does. */

/** A reason as it stands on a screen; what several said alike is one. */
export interface SaidReason {
  readonly text: string;
  readonly hidden: boolean;
}

interface Sides<T> {
  readonly highest: readonly T[];
  readonly lowest: readonly T[];
}

/** Every reason about a target ("" for the whole), with the place of its answer in the round. */
const saidOf = (round: RoundView, target: Id) =>
  answersOf(round).flatMap(({ id, reasons }, place) =>
    reasons
      .filter((reason) => reason.target === target)
      .map(({ text }) => ({ text, place, hidden: round.hidden.has(reasonKey(id, target)) })),
  );

/** Said alike by two is said once; it is gone when it is hidden wherever it was said. */
function once(said: readonly SaidReason[]): SaidReason[] {
  const texts = new Map<string, boolean>();
  for (const { text, hidden } of said) texts.set(text, hidden && (texts.get(text) ?? true));
  return [...texts].map(([text, hidden]) => ({ text, hidden }));
}

/** For the facilitator: reasons by those who weigh a factor most and least, strongest view first, hidden ones marked. */
export function allReasonsAt(
  round: RoundView,
  { id, weights }: Pick<FactorSpread, "id" | "weights">,
): Sides<SaidReason> {
  const said = saidOf(round, id).map((one) => ({ ...one, weight: weights[one.place]! }));
  const middle = spreadOf(weights).quartiles[1];
  // Where half the room gives the most that can be given, that half is not the one that weighs it least.
  const above = (weight: number) =>
    weight > middle || (weight === Math.max(...weights) && weight > Math.min(...weights));
  return {
    highest: once(said.filter(({ weight }) => above(weight)).sort((a, b) => b.weight - a.weight)),
    lowest: once(said.filter(({ weight }) => !above(weight)).sort((a, b) => a.weight - b.weight)),
  };
}

/** The same for everybody: what is hidden is not in it. */
export function reasonsAt(round: RoundView, spread: Pick<FactorSpread, "id" | "weights">): Sides<string> {
  const shown = (said: readonly SaidReason[]) => said.filter(({ hidden }) => !hidden).map(({ text }) => text);
  const { highest, lowest } = allReasonsAt(round, spread);
  return { highest: shown(highest), lowest: shown(lowest) };
}

/** For the facilitator: reasons that belong to no factor. */
export const wholeReasons = (round: RoundView): readonly SaidReason[] => once(saidOf(round, ""));

/** Hides a reason from the room, or shows it again, wherever in the round it was said alike. The log keeps it. */
export const hideReason = (round: RoundView, target: Id, text: string, hidden: boolean): Happened[] =>
  answersOf(round)
    .filter(({ reasons }) => reasons.some((one) => one.target === target && one.text === text))
    .map(({ id: response }) => ({ type: "reasonHidden", round: round.id, response, target, hidden }));
