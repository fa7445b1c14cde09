import type {
  Reach,
  SignAt,
  Swings,
  Tornado,
  TwoWayAt,
  WeightSweep,
} from "../../app/model/analysis/shapes.ts";
import { HALF_STEPS } from "../../app/model/analysis/sweep.ts";
import { levelAt, weightOf } from "../../app/model/case/settings.ts";
import { type Case, type Inputs, type Level, LEVELS } from "../../app/model/case/types.ts";
import { percentLabel, shownBand, wholePercent } from "../../app/model/words/numbers.ts";
import { type Band, bandOf, bandRange, ICD203 } from "../../app/model/words/scale.ts";
import type { SignRow } from "../charts/SignsDumbbell.tsx";
import type { TippingMark, TippingRow } from "../charts/TippingDots.tsx";
import { swingOf, type TornadoRow } from "../charts/tornado.ts";
import { capitalised } from "../../app/model/words/text.ts";

/** What changes: what is happening, or how much it matters. */
export type By = "level" | "weight";

/** A value of an input with the chance that it gives; null where that cannot be. */
export interface Tried {
  readonly value: Level | number;
  readonly chance: number | null;
}

/** "roughly even", as a sentence about a break needs it: "would make a break …". */
export const wordInSentence = ({ word }: Band): string =>
  word.startsWith("almost no") ? `have ${word}` : word.replace(/ chance$/, "");

/** "roughly even", "almost no chance": the word where little stands around it. */
export const shortWord = ({ word }: Band): string => word.replace(/^(roughly even) chance$/, "$1");

/** "likely (55–80%)" */
export const wordWithRange = (band: Band): string => `${shortWord(band)} (${bandRange(band)})`;

/** From which side the answer would have to come to a word; "inside": it is there already. */
export type Side = "more" | "less" | "inside";

/** Words from a word to that of the number shown: 0 where that is the word, above 0 where it says more. */
const wordsBeyond = (answer: number, { id }: Band): number =>
  shownBand(answer) - ICD203.findIndex((band) => band.id === id);

/** A word is there already where it is the word of the number shown, as everywhere. */
export function sideOf(answer: number, band: Band): Side {
  const by = wordsBeyond(answer, band);
  return by === 0 ? "inside" : by < 0 ? "more" : "less";
}

/** Whether any states of the factors lead to a word. */
export function isInReach(band: Band, side: Side, reach: Reach["horizons"][string] | undefined): boolean {
  if (!reach || side === "inside") return true;
  return side === "more" ? wordsBeyond(reach.high, band) >= 0 : wordsBeyond(reach.low, band) <= 0;
}

/** The word to ask about first: the next one up that any states lead to, else the next one down, else the next. */
export function firstWord(answer: number, reach: Reach["horizons"][string] | undefined): Band {
  const on = (side: Side) => ICD203.filter((band) => sideOf(answer, band) === side);
  const within = (side: Side) => on(side).filter((band) => isInReach(band, side, reach));
  const found = within("more")[0] ?? within("less").at(-1) ?? on("more")[0] ?? on("less").at(-1);
  if (!found) throw new Error("A scale has more than one word.");
  return found;
}

/** The word of a number shown at the border of another word's range that yet is not that one; null: nobody could mistake it. */
function borderWord(p: number, asked: Band): Band | null {
  const shown = wholePercent(p);
  const own = ICD203[shownBand(p)];
  return own && own.id !== asked.id && shown >= asked.low && shown <= asked.high ? own : null;
}

/** A number that falls short of a word, beside it: "40%", but "55%, still roughly even" beside "likely (55–80%)". */
export function shortOf(p: number, asked: Band): string {
  const own = borderWord(p, asked);
  return own ? `${percentLabel(p)}, still ${shortWord(own)}` : percentLabel(p);
}

/** Of all that was tried the nearest value that is enough; of equally near ones the one that leads farther. */
export function tipOf(tried: readonly Tried[], from: Level | number, band: Band, side: Side): Tried | null {
  if (side === "inside") return null;
  const sign = side === "more" ? 1 : -1;
  const step = (value: Level | number) =>
    typeof value === "number" ? value : LEVELS.indexOf(value);
  const far = ({ value }: Tried) => Math.abs(step(value) - step(from));
  const enough = tried.filter(
    ({ value, chance }) => value !== from && chance !== null && sign * wordsBeyond(chance, band) >= 0,
  );
  const [nearest] = [...enough].sort(
    (a, b) => far(a) - far(b) || sign * ((b.chance ?? 0) - (a.chance ?? 0)),
  );
  return nearest ?? null;
} // prettier-ignore

const levelLabel = (theCase: Case, level: Level): string =>
  theCase.levels.find(({ id }) => id === level)?.label ?? level;

/** A value by itself: "very high", "7.5". */
export const valueLabel = (theCase: Case, value: Level | number): string =>
  typeof value === "number" ? String(Math.round(value * 100) / 100) : levelLabel(theCase, value);

/** A value in a sentence: "very high", "weight 7.5". */
export const valueText = (theCase: Case, value: Level | number): string =>
  typeof value === "number" ? `weight ${valueLabel(theCase, value)}` : valueLabel(theCase, value);

/** What was tried with each factor, in the case's order: its states, or its weights in half steps. */
export function triedOf(theCase: Case, swings: Swings, sweep: WeightSweep["horizons"][string] | null): ReadonlyMap<string, readonly Tried[]> {
  return new Map(
    theCase.factors.map(({ id }) => [
      id,
      sweep
        ? HALF_STEPS.map((value, i) => ({ value, chance: sweep[id]?.[i] ?? null }))
        : LEVELS.map((value) => ({ value, chance: swings.levels[id]?.[value] ?? null })),
    ]),
  );
} // prettier-ignore

/** What a factor is set to now, as tipping points count it: its state at the horizon, or its weight. */
const fromOf = (theCase: Case, inputs: Inputs, factor: string, horizon: string, by: By) =>
  by === "weight" ? weightOf(theCase, inputs, factor) : levelAt(theCase, inputs, factor, horizon);

export interface TippingRowOf extends TippingRow {
  readonly tip: Tried | null;
}

/** What each factor alone can do towards a word: what leads farthest on top. */
export function tippingRows(
  theCase: Case,
  inputs: Inputs,
  horizon: string,
  tried: ReadonlyMap<string, readonly Tried[]>,
  band: Band,
  side: Side,
  by: By,
): TippingRowOf[] {
  const sign = side === "less" ? -1 : 1;
  return theCase.factors
    .map((factor) => {
      const values = tried.get(factor.id) ?? [];
      const known = values.flatMap(({ value, chance }) => (chance === null ? [] : { value, chance }));
      const from = fromOf(theCase, inputs, factor.id, horizon, by);
      const tip = tipOf(values, from, band, side);
      const chances = known.map(({ chance }) => chance);
      const farthest = sign > 0 ? Math.max(...chances, 0) : Math.min(...chances, 1);
      const at = (weight: number) => values.find(({ value }) => value === weight)?.chance ?? null;
      const [low, high] = [at(factor.weight.min), at(factor.weight.max)];
      const missing = values.length - known.length;
      const cannot = missing === 0 ? "" : ` · ${missing} cannot be`;
      const beyond = `at ${sign > 0 ? "most" : "least"} ${shortOf(farthest, band)}`;
      // Both would be too long for the room beside the dots.
      const bound = borderWord(farthest, band) ? beyond : `not alone · ${beyond}`;
      const enough = tip && `${capitalised(valueLabel(theCase, from))} → ${valueLabel(theCase, tip.value)}: ${percentLabel(tip.chance ?? 0)}`; // prettier-ignore
      return {
        row: {
          id: factor.id,
          label: factor.short,
          tone: (known.at(-1)?.chance ?? 0) >= (known[0]?.chance ?? 0) ? ("apart" as const) : ("hold" as const),
          marks: values.map(({ value, chance }): TippingMark => ({
            id: String(value),
            label: valueText(theCase, value),
            chance,
            isTip: tip !== null && tip.value === value,
          })),
          plausible: by === "weight" && low !== null && high !== null ? ([low, high] as const) : null,
          says: enough ?? (known.length === 0 ? "cannot be, given what was seen" : (side === "inside" ? beyond : bound) + cannot),
          isEnough: tip !== null,
          tip,
        },
        farthest,
      };
    })
    .sort((a, b) => sign * (b.farthest - a.farthest))
    .map(({ row }) => row);
} // prettier-ignore

/** One end of a bar with the value behind it, to set it. */
export interface EndOf {
  readonly label: string;
  readonly chance: number | null;
  readonly value: Level | number;
}
export interface TornadoRowOf extends TornadoRow {
  readonly low: EndOf;
  readonly high: EndOf;
}

/** The bars of a tornado, longest first: from the lowest to the highest chance that a state, or a plausible weight, gives. */
export function tornadoRows(theCase: Case, swings: Swings, by: By): TornadoRowOf[] {
  return theCase.factors
    .map(({ id, short, weight }) => {
      const { min, max } = swings.weights[id] ?? { min: [weight.min, null], max: [weight.max, null] };
      const tried: Tried[] =
        by === "level"
          ? LEVELS.map((value) => ({ value, chance: swings.levels[id]?.[value] ?? null }))
          : [min, max].map(([value, chance]) => ({ value, chance }));
      const known = tried.filter(({ chance }) => chance !== null);
      const from = known.length > 0 ? known : tried;
      const low = from.reduce((a, b) => ((b.chance ?? 0) < (a.chance ?? 0) ? b : a));
      const high = from.reduce((a, b) => ((b.chance ?? 0) >= (a.chance ?? 0) ? b : a));
      const end = ({ value, chance }: Tried): EndOf => ({ value, chance, label: valueText(theCase, value) });
      return { id, label: short, low: end(low), high: end(high) };
    })
    .sort((a, b) => swingOf(b) - swingOf(a));
} // prettier-ignore

/** The two factors of a map: those chosen as far as the case has them, else those with the longest bars. */
export function axesOf(
  theCase: Case,
  tornado: Tornado | null,
  horizon: string,
  by: By,
  chosen: readonly [string, string] | null,
): readonly [string, string] | null {
  const ids = theCase.factors.map(({ id }) => id);
  if (chosen && chosen[0] !== chosen[1] && chosen.every((id) => ids.includes(id))) return chosen;
  const swings = tornado?.horizons[horizon];
  if (!swings) return null;
  const [first, second] = tornadoRows(theCase, swings, by);
  return first && second ? [first.id, second.id] : null;
}

/**
 * Where a case stands on an axis, in steps of the axis: between two states where its state differs over time up to
 * the horizon (their mean, phase by phase).
 */
export function standsAt(theCase: Case, inputs: Inputs, factor: string, horizon: string, by: By): number {
  if (by === "weight") return weightOf(theCase, inputs, factor);
  const until = theCase.horizons.findIndex(({ id }) => id === horizon);
  const steps = theCase.horizons
    .slice(0, until + 1)
    .map(({ id }) => LEVELS.indexOf(levelAt(theCase, inputs, factor, id)));
  return steps.reduce((sum, step) => sum + step, 0) / Math.max(steps.length, 1);
}

/** The borders between the words where numbers on screen change from one to the next, as shares. */
export const SHOWN_BANDS = ICD203.map((band, index) => {
  const first = Array.from({ length: 100 }, (_, n) => n).find((n) => bandOf(n) === index) ?? 0;
  return { id: band.id, label: wordWithRange(band), low: (first - 0.5) / 100 };
});

/** Signs that can be looked for, most telling first, what they tell in steps relative to the first. */
export function signRows(theCase: Case, at: Readonly<Record<string, SignAt>>): SignRow[] {
  const open = theCase.indicators.flatMap(({ id, label, latent }) => {
    const sign = at[id];
    // Nobody can look whether a latent one is so: it only stands behind others.
    return sign && latent !== true ? [{ id, label, ...sign }] : [];
  });
  const best = Math.max(...open.map(({ bits }) => bits), 0);
  return open
    .sort((a, b) => b.bits - a.bits)
    .map(({ id, label, yes, breakIfYes, breakIfNo, bits }) => ({
      id,
      label,
      yes,
      ifYes: breakIfYes,
      ifNo: breakIfNo,
      // Anything that tells at all has a step; a hundredth of the best is nothing.
      steps: bits > best / 100 ? Math.ceil((bits / best) * 5 - 1e-9) : 0,
    }));
}

/** The share of what is uncertain about the break that the most telling sign would take away. */
export function bestShare(theCase: Case, at: Readonly<Record<string, SignAt>>, answer: number): number {
  const rows = signRows(theCase, at);
  const bits = at[rows[0]?.id ?? ""]?.bits ?? 0;
  const part = (p: number) => (p > 0 ? -p * Math.log2(p) : 0);
  const all = part(answer) + part(1 - answer);
  return all > 0 ? bits / all : 0;
}

/** Values of an axis of a two-way map. */
export const axisValues = (theCase: Case, values: TwoWayAt["rows"]): string[] =>
  values.map((value) => valueLabel(theCase, value));
