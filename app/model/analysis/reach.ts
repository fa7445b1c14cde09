import { ancestryOf } from "../answer/event.ts";
import { type Model, modelOf } from "../answer/model.ts";
import { rootPrior, type Settled, settle } from "../answer/settle.ts";
import { type Case, type Inputs, LEVELS } from "../case/types.ts";
import { Plan } from "../network/plan.ts";
import type { Scope } from "../network/step.ts";
import { STATES } from "../ranked/row.ts";
import { assumedIn, tablesAt } from "./breaks.ts";
import { type Direction, factorDirections } from "./direction.ts";
import type { Reach } from "./shapes.ts";
import { complete, forEach, part, type Work } from "./work.ts";

/** Factors whose levels one run goes through together: 5⁶ settings. */
const SWITCHED = 6;
/** More factors that pull both ways than this are too many to go through. */
const MOST_MIXED = 10;

/**
 * The lowest and the highest P(break) that any settings of the factors' levels give, by horizon; settings may differ
 * from phase to phase. Assumptions, weights and view as given; what was set and what was seen is set aside.
 *
 * Exact, in three steps. P(break by h) = 1 − Π (1 − chance in phase j ≤ h), and with nothing seen each phase's chance
 * depends on that phase's settings alone: so its extremes are reached where every phase is at its own. In a phase, a
 * factor whose every path to the event points the same way (see `factorDirections`) is best at one end whatever the
 * others do, as a root's distribution shifts upwards with its level. All levels of the remaining factors, those that
 * pull both ways, are gone through.
 * @throws RangeError where more than ten factors pull both ways
 */
export function reach(theCase: Case, inputs: Inputs): Reach {
  return complete(reachWork(theCase, inputs));
}

/** The same, one setting of the factors beyond the sixth that pull both ways a step. */
export function* reachWork(theCase: Case, inputs: Inputs): Work<Reach> {
  const model = modelOf(theCase);
  const settled = settle(theCase, inputs);
  const { horizons } = theCase;
  let [staysAtMost, staysAtLeast] = [1, 1];
  const found: [string, Reach["horizons"][string]][] = [];
  for (const [h, { id }] of horizons.entries()) {
    const phase = phaseReach(model, settled, h);
    const { low, high } = yield* part(phase, h / horizons.length, (h + 1) / horizons.length);
    staysAtMost *= 1 - low;
    staysAtLeast *= 1 - high;
    found.push([id, { low: 1 - staysAtMost, high: 1 - staysAtLeast }]);
  }
  return { horizons: Object.fromEntries(found) };
}

function* phaseReach(model: Model, settled: Settled, h: number): Work<{ low: number; high: number }> {
  const { factors, horizons, outcome } = model.case;
  const tables = assumedIn(model, settled, h, tablesAt(model, settled));
  const directions = factorDirections(model, tables, settled.assumed[h]!, settled.hazard[h]!);
  const levels = factors.map(({ levels }) =>
    LEVELS.map((_, level) => rootPrior(level, levels[horizons[h]!.id]!.spread)),
  );
  const mixed = directions.flatMap((direction, f) => (direction === "mixed" ? [f] : []));
  if (mixed.length > MOST_MIXED)
    throw new RangeError(
      `How far the answer can go is worked out for at most ${MOST_MIXED} factors that pull both ways; here ${mixed.length} do.`,
    );
  const switched = mixed.slice(0, SWITCHED);
  const run = switchedPlan(model, switched, settled.hazard[h]!, tables, outcome.event.of);
  const settings = (towards: Direction) => {
    const ends = levels.map((rows, f) => rows[directions[f] === towards ? STATES - 1 : 0]!);
    return [...assignments(ends, mixed.slice(SWITCHED), levels)];
  };
  const bestOf = (best: (...chances: number[]) => number, towards: Direction) =>
    forEach(settings(towards), (priors) => run(priors, levels).reduce((a, b) => best(a, b)));
  const lows = yield* part(bestOf(Math.min, "down"), 0, 0.5);
  const highs = yield* part(bestOf(Math.max, "up"), 0.5, 1);
  return { low: Math.min(...lows), high: Math.max(...highs) };
}

/** The priors with each of these factors at each of its levels. */
function* assignments(
  priors: readonly Float64Array[],
  open: readonly number[],
  levels: readonly (readonly Float64Array[])[],
): Generator<readonly Float64Array[]> {
  const [factor, ...rest] = open;
  if (factor === undefined) yield priors;
  else for (const prior of levels[factor]!) yield* assignments(priors.with(factor, prior), rest, levels);
}

/** The chance of the event for all levels of the switched factors in one run, the others as given. */
function switchedPlan(
  model: Model,
  switched: readonly number[],
  hazard: Float64Array,
  tables: readonly Float64Array[],
  eventOf: string,
): (priors: readonly Float64Array[], levels: readonly (readonly Float64Array[])[]) => Float64Array {
  const { factors, mechanisms } = ancestryOf(model, [eventOf]);
  const switchOf = (f: number) => model.cards.length + switched.indexOf(f);
  const scopes: Scope[] = [
    ...factors.map((f) => (switched.includes(f) ? [switchOf(f), f] : [f])),
    ...mechanisms.map((m) => model.scopes[m]!),
    [model.numberOf(eventOf)],
  ];
  const plan = new Plan(scopes, switched.map(switchOf), [...model.cards, ...switched.map(() => STATES)]);
  mechanisms.forEach((m, i) => (plan.tensors[factors.length + i] = tables[m]!));
  plan.tensors[factors.length + mechanisms.length] = hazard;
  return (priors, levels) => {
    factors.forEach((f, i) => {
      plan.tensors[i] = switched.includes(f)
        ? Float64Array.from(levels[f]!.flatMap((row) => [...row]))
        : priors[f]!;
    });
    return plan.run();
  };
}
