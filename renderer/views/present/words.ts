import { breakFromView } from "../../../app/model/analysis/views.ts";
import { FEWEST_DOTS } from "../../../app/model/session/round.ts";
import { bandOf, ICD203 } from "../../../app/model/words/scale.ts";
import { estimate, estimateSentence } from "../../../app/model/words/sentence.ts";
import { sourceWords } from "../../../app/model/words/source.ts";
import { capitalised } from "../../../app/model/words/text.ts";
import type { Scene } from "./scene.ts";
import { shownLabel, shownPercent, type Unit, unitFor } from "./shown.ts";

/** The answer as a slide prints it: the room's where it was revealed, else the model's to the scenario. */
export interface ShownAnswer {
  readonly p: number;
  readonly low: number | null;
  readonly high: number | null;
  /** 50 quantiles; the room's people are never shown one by one. */
  readonly dots: readonly number[] | null;
  readonly unit: Unit;
  /** As it is shown. */
  readonly percent: number;
  readonly active: number | null;
}

export function shownAnswer({ answer, horizon, range, room }: Scene): ShownAnswer | null {
  const pooled = room?.answer?.pooled[horizon];
  const p = pooled?.p ?? answer?.result.horizons[horizon]?.break;
  if (p === undefined) return null;
  const ranged = range?.horizons[horizon];
  // A band of two or three people is made of their own answers.
  const few = pooled !== undefined && (room?.answer?.people ?? 0) < FEWEST_DOTS;
  const { low, high } = (few ? null : (pooled ?? ranged)) ?? { low: null, high: null };
  const unit = unitFor(pooled ?? ranged);
  const percent = shownPercent(p, unit);
  const band = bandOf(percent);
  return {
    p,
    low,
    high,
    dots: pooled ? null : (ranged?.dots ?? null),
    unit,
    percent,
    active: band < 0 || band >= ICD203.length ? null : band,
  };
}

/** The words of a percentage as it is shown; off the scale the exact side decides. */
const asShown = (percent: number): number => (percent <= 0 ? 0.001 : percent >= 100 ? 0.999 : percent / 100);

export const sentenceOf = (percent: number, event: string) => estimateSentence(asShown(percent), event);
export const wordOf = (percent: number) => estimate(asShown(percent));

export const BANDS = ICD203.map(({ id, word: label, low, high }) => ({
  id,
  label,
  low: low / 100,
  high: high / 100,
}));

export const horizonOf = ({ case: { horizons }, horizon }: Scene) =>
  horizons.find(({ id }) => id === horizon);

/** "Long run, within ten years" */
export function whenText(scene: Scene): string {
  const phase = horizonOf(scene);
  return phase ? `${phase.label}, ${phase.phrase}` : "";
}

/** What each side says, as shown; only of the model's own answer. */
export function viewsOf({ case: theCase, answer, horizon }: Scene, unit: Unit) {
  if (!answer) return [];
  return [
    { name: capitalised(sourceWords(theCase).name), share: 1 },
    { name: "Half and half", share: 0.5 },
    { name: "Outside view", share: 0 },
  ].map(({ name, share }) => ({
    name,
    text: shownLabel(shownPercent(breakFromView(theCase, answer.result, share)[horizon] ?? 0, unit)),
  }));
}
