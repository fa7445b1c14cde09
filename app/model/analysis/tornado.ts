import { evaluate } from "../answer/evaluate.ts";
import { modelOf } from "../answer/model.ts";
import { settle } from "../answer/settle.ts";
import { type Case, type Inputs, type Level, LEVELS } from "../case/types.ts";
import { breaksUnder, withWeight } from "./breaks.ts";
import { LevelResponse } from "./response.ts";
import type { Swings, Tornado } from "./shapes.ts";
import { strainRung, strainUnder } from "./strain.ts";
import { complete, forEach, part, type Work } from "./work.ts";

/** What one changed input answers: P(break) by horizon, and open strain now. */
interface Reading {
  readonly breaks: readonly number[] | null;
  readonly strain: number | null;
}

/**
 * How far each input alone moves the answer: every factor's level from very low to very high, set at every horizon,
 * and every weight at both ends of the case's plausible range (as it is there, wherever the weight stands now).
 * All else as given. An entry is null where what was seen cannot be under that change.
 * Source: one-way sensitivity, Howard 1988 ("tornado diagram").
 * @throws ImpossibleEvidence where the evidence cannot be as things are set
 */
export function tornado(theCase: Case, inputs: Inputs): Tornado {
  return complete(tornadoWork(theCase, inputs));
}

/** The same, one factor a step. */
export function* tornadoWork(theCase: Case, inputs: Inputs): Work<Tornado> {
  const model = modelOf(theCase);
  const asSet = settle(theCase, inputs);
  if (asSet.evidence.length > 0) evaluate(theCase, inputs);
  const response = new LevelResponse(model, asSet);
  const [breaksAt, strainAt] = [response.after([]), response.strain()];
  const read = (changed: Inputs): Reading => {
    const settled = settle(theCase, changed);
    return { breaks: breaksUnder(model, settled), strain: strainUnder(model, settled) };
  };
  const each = forEach(theCase.factors, ({ id, weight }, f) => ({
    id,
    levels: LEVELS.map((level, k) => [level, { breaks: breaksAt(f, k), strain: strainAt(f, k) }] as const),
    min: [weight.min, read(withWeight(inputs, id, weight.min))] as const,
    max: [weight.max, read(withWeight(inputs, id, weight.max))] as const,
  }));
  const readings = yield* part(each, 0, 1);
  const swings = (pick: (reading: Reading) => number | null): Swings => ({
    levels: Object.fromEntries(
      readings.map(({ id, levels }) => [
        id,
        Object.fromEntries(levels.map(([level, reading]) => [level, pick(reading)])) as Record<
          Level,
          number | null
        >,
      ]),
    ),
    weights: Object.fromEntries(
      readings.map(({ id, min, max }) => [
        id,
        { min: [min[0], pick(min[1])], max: [max[0], pick(max[1])] } as const,
      ]),
    ),
  });
  return {
    horizons: Object.fromEntries(
      theCase.horizons.map(({ id }, h) => [id, swings(({ breaks }) => breaks?.[h] ?? null)]),
    ),
    ...(strainRung(theCase) === undefined ? {} : { strainNow: swings(({ strain }) => strain) }),
  };
}
