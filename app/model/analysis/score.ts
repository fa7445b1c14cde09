import type { Case } from "../case/types.ts";
import { wholePercent } from "../words/numbers.ts";
import { bandOf, ICD203 } from "../words/scale.ts";
import type { CalibrationRow, Score, ScoreRow } from "./shapes.ts";

/**
 * What a case must carry to be scored, beside what the engine reads: `judgements`, a list of frozen ones, each
 * `{date?, horizons: {[horizon]: chance of a break, 0..1}}`, and the `verdict` with
 * `byHorizon: {[horizon]: {broke: boolean}}`. Other keys are left alone.
 */
interface Judgement {
  readonly date?: string;
  readonly horizons: ReadonlyMap<string, number>;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * Brier and log score of every frozen judgement at every horizon that the verdict settles, in the order of the
 * judgements, then of the horizons; and the means over all rows. Smaller is better in both.
 * Sources: Brier 1950; Good 1952 (natural logarithm).
 * @throws RangeError, one sentence, where there is no verdict, no judgement, or one that cannot be read
 */
export function score(theCase: Case): Score {
  const outcomes = outcomesOf(theCase);
  const rows = judgementsOf(theCase).flatMap(({ date, horizons }) =>
    theCase.horizons.flatMap(({ id }): ScoreRow[] => {
      const [p, outcome] = [horizons.get(id), outcomes.get(id)];
      if (p === undefined || outcome === undefined) return [];
      const log = Math.abs(Math.log(outcome === 1 ? p : 1 - p));
      const brier = (p - outcome) ** 2;
      return [{ horizon: id, ...(date === undefined ? {} : { date }), p, outcome, brier, log }];
    }),
  );
  if (rows.length === 0)
    throw new RangeError(
      "No frozen judgement speaks of a horizon that the verdict settles; there is nothing to score yet.",
    );
  return {
    rows,
    mean: { brier: mean(rows.map(({ brier }) => brier)), log: mean(rows.map(({ log }) => log)) },
  };
}

/**
 * Scored judgements by the word they come under, lowest first: how many, what they said on average, and how often it
 * broke. Words without a judgement are left out. Rows may come from many cases.
 */
export function calibration(rows: readonly ScoreRow[]): CalibrationRow[] {
  const words = ["below-scale", ...ICD203.map(({ id }) => id), "above-scale"];
  return words.flatMap((word, i) => {
    const under = rows.filter(({ p }) => bandOf(wholePercent(p)) === i - 1);
    if (under.length === 0) return [];
    return [
      {
        word,
        count: under.length,
        meanP: mean(under.map(({ p }) => p)),
        broke: mean(under.map(({ outcome }) => outcome)),
      },
    ];
  });
}

/** 1 or 0 for every horizon of the case that the verdict settles. */
function outcomesOf(theCase: Case): ReadonlyMap<string, 0 | 1> {
  const verdict: unknown = "verdict" in theCase ? theCase.verdict : undefined;
  const byHorizon = isObject(verdict) ? verdict["byHorizon"] : undefined;
  const outcomes = theCase.horizons.flatMap(({ id }): [string, 0 | 1][] => {
    const at = isObject(byHorizon) && Object.hasOwn(byHorizon, id) ? byHorizon[id] : undefined;
    return isObject(at) && typeof at["broke"] === "boolean" ? [[id, at["broke"] ? 1 : 0]] : [];
  });
  if (outcomes.length === 0)
    throw new RangeError(
      "This case has no verdict yet; a judgement can be scored once verdict.byHorizon says whether it broke.",
    );
  return new Map(outcomes);
}

function judgementsOf(theCase: Case): Judgement[] {
  const judgements: unknown = "judgements" in theCase ? theCase.judgements : undefined;
  if (!Array.isArray(judgements) || judgements.length === 0)
    throw new RangeError("This case has no frozen judgement; freeze one before it is scored.");
  return judgements.map((judgement: unknown, j) => {
    const horizons = isObject(judgement) ? judgement["horizons"] : undefined;
    if (!isObject(judgement) || !isObject(horizons))
      throw new RangeError(`judgements[${j}] must have "horizons", a chance of a break for each.`);
    const read = Object.entries(horizons).map(([id, p]): [string, number] => {
      if (!theCase.horizons.some((horizon) => horizon.id === id))
        throw new RangeError(`judgements[${j}].horizons.${id} names no horizon of this case.`);
      if (typeof p !== "number" || !(p >= 0 && p <= 1))
        throw new RangeError(`judgements[${j}].horizons.${id} must be a chance from 0 to 1.`);
      return [id, p];
    });
    const { date } = judgement;
    return { ...(typeof date === "string" ? { date } : {}), horizons: new Map(read) };
  });
}
