import { assumedAt, entryOf, levelIn } from "../case/settings.ts";
import { type Case, type Inputs, type Level, LEVELS } from "../case/types.ts";
import { MIDDLES, STATES, truncatedNormalRow } from "../ranked/row.ts";
import type { Ratio } from "../ranked/rule.ts";

export const levelIndex = (level: Level): number => LEVELS.indexOf(level);

/** Inputs with every default filled in: what the phases are computed from. */
export interface Settled {
  readonly ratio: Ratio;
  /** [phase][factor]: distribution over the levels before anything is seen. */
  readonly priors: readonly (readonly Float64Array[])[];
  /** [phase][mechanism]: level its causes are replaced by, or −1. */
  readonly assumed: readonly (readonly number[])[];
  /** [phase][level of event.of]: chance that the event happens in this phase. */
  readonly hazard: readonly Float64Array[];
  readonly evidence: readonly Evidence[];
}

/** Something seen in the first phase: how likely it is in each state of a variable (largest entry 1). */
export interface Evidence {
  readonly id: string;
  readonly likelihood: Float64Array;
  /** What was seen for certain; absent where only a likelihood is known. */
  readonly seen?: boolean | Level;
  /** How the input names it, for messages. */
  readonly field: string;
}

/** A root's distribution: its level's middle and its spread. */
export function rootPrior(level: number, spread: number): Float64Array {
  const row = new Float64Array(STATES);
  truncatedNormalRow(MIDDLES[level]!, spread, row, 0);
  return row;
}

/** Share of the article's view: 1 = article, 0 = outside. */
export function viewShare(view: Inputs["view"]): number {
  return view === undefined || view === "article" ? 1 : view === "outside" ? 0 : view;
}

const logit = (p: number): number => Math.log(p / (1 - p));
const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/** Chance of the event within a phase of so many years, per level: 1 − (1 − hazard)^years, views mixed in log-odds. */
export function phaseHazard(theCase: Case, share: number, years: number): Float64Array {
  const { article, outside } = theCase.outcome.event.hazardPerYear;
  return Float64Array.from(article, (a, k) => {
    const o = outside[k]!;
    const yearly = share === 1 ? a : share === 0 ? o : logistic(share * logit(a) + (1 - share) * logit(o));
    return -Math.expm1(years * Math.log1p(-yearly));
  });
}

/** Scaled so that its largest entry is 1: a likelihood's size carries no meaning, and tiny ones must not underflow. */
function likelihoodOf(values: readonly number[]): Float64Array {
  const largest = Math.max(...values);
  return Float64Array.from(values, (value) => value / largest);
}

function evidenceOf(inputs: Inputs): Evidence[] {
  const found: Evidence[] = [];
  for (const [id, seen] of Object.entries(inputs.observe ?? {})) {
    const values =
      typeof seen === "boolean"
        ? [seen ? 0 : 1, seen ? 1 : 0]
        : LEVELS.map((level) => (level === seen ? 1 : 0));
    found.push({ id, likelihood: likelihoodOf(values), seen, field: `observe.${id} = ${String(seen)}` });
  }
  for (const [id, [ifYes, ifNo]] of Object.entries(inputs.likelihood ?? {}))
    found.push({
      id,
      likelihood: likelihoodOf([ifNo, ifYes]),
      field: `likelihood.${id} = [${ifYes}, ${ifNo}]`,
    });
  return found;
}

/** Fills defaults in. `inputs` must have come through `readInputs`. */
export function settle(theCase: Case, inputs: Inputs): Settled {
  const { factors, mechanisms, horizons } = theCase;
  const ratios = new Map(
    factors.map((f) => [f.id, (entryOf(inputs.weights, f.id) ?? f.weight.default) / f.weight.default]),
  );
  const share = viewShare(inputs.view);
  return {
    ratio: (id) => ratios.get(id) ?? 1,
    priors: horizons.map((h) =>
      factors.map((f) => {
        const setting = f.levels[h.id]!;
        return rootPrior(
          levelIndex(levelIn(entryOf(inputs.set, f.id), h.id) ?? setting.level),
          setting.spread,
        );
      }),
    ),
    assumed: horizons.map((h) =>
      mechanisms.map((m) => {
        const level = assumedAt(inputs, m.id, h.id);
        return level === undefined ? -1 : levelIndex(level);
      }),
    ),
    hazard: horizons.map((h) => phaseHazard(theCase, share, h.years)),
    evidence: evidenceOf(inputs),
  };
}
