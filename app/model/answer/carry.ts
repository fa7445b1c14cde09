import type { Case } from "../case/types.ts";
import { STATES } from "../ranked/row.ts";

/** Below this a prior says nothing about what was learnt: the ratio is 1. */
const UNKNOWN = 1e-12;

/**
 * What was seen in the first phase, carried into a later one: q' = (1 − fade)·q + fade·(q·ratio, renormalised), with
 * ratio = posterior/prior in the first phase. If nothing is left of q·ratio, q stays.
 */
export function fadedPrior(
  q: Float64Array,
  prior: Float64Array,
  posterior: Float64Array,
  fade: number,
): Float64Array {
  const learnt = q.map((p, k) => p * (prior[k]! < UNKNOWN ? 1 : posterior[k]! / prior[k]!));
  const total = learnt.reduce((sum, p) => sum + p, 0);
  if (total < UNKNOWN) return q;
  const carried = new Float64Array(STATES);
  for (let k = 0; k < STATES; k++) carried[k] = (1 - fade) * q[k]! + (fade * learnt[k]!) / total;
  return carried;
}

/** Priors of all phases after the first phase's posteriors are known; the first phase's own stay as they are. */
export function carryOver(
  theCase: Case,
  priors: readonly (readonly Float64Array[])[],
  posteriors: readonly Float64Array[],
): Float64Array[][] {
  return priors.map((phase, h) =>
    phase.map((q, f) =>
      h === 0 ? q : fadedPrior(q, priors[0]![f]!, posteriors[f]!, theCase.factors[f]!.fade),
    ),
  );
}
