import type { Case, Inputs } from "../case/types.ts";
import { meanOf } from "../ranked/row.ts";
import { carryOver } from "./carry.ts";
import { ImpossibleEvidence, smallestConflict } from "./conflict.ts";
import { type Model, modelOf } from "./model.ts";
import { phaseFor, tablesOf } from "./phase.ts";
import type { HorizonResult, NodeResult, Result } from "./result.ts";
import { type Settled, settle } from "./settle.ts";

export interface Cut {
  readonly from: string;
  readonly to: string;
}

/** One phase on its own: P(rung in this phase | not happened before) and every node's marginal. */
interface PhaseAnswer {
  readonly rungs: Float64Array;
  readonly nodes: readonly Float64Array[];
}

/**
 * The phases of a case, one after another. What is seen counts in the first; later phases know it through the
 * factors alone, faded.
 * @throws ImpossibleEvidence where the evidence cannot be
 */
export function answerPhases(model: Model, settled: Settled, cut?: Cut): PhaseAnswer[] {
  const answers: PhaseAnswer[] = [];
  let priors = settled.priors;
  for (let h = 0; h < priors.length; h++) {
    const evidence = h === 0 ? settled.evidence : [];
    const phase = phaseFor(model, evidence);
    const joint = phase.run(priors[h]!, tablesOf(model, settled, h, cut), settled.hazard[h]!, evidence);
    const total = joint.reduce((sum, p) => sum + p, 0);
    if (!(total > 0)) throw new ImpossibleEvidence(smallestConflict(model, settled, cut));
    const rungs = joint.map((p) => p / total);
    const nodes = phase.marginals();
    answers.push({ rungs, nodes });
    if (evidence.length > 0) priors = carryOver(model.case, priors, nodes);
  }
  return answers;
}

/** Phases joined by survival: rungs that happened accumulate, the others are those at the end of the phase. */
export function joinPhases(model: Model, answers: readonly PhaseAnswer[]): Result {
  const { case: theCase, rungs } = model;
  const happened = theCase.outcome.rungs.map((rung) => rung.happened);
  const soFar = new Float64Array(rungs.length);
  const horizons: [string, HorizonResult][] = [];
  let survival = 1;
  answers.forEach(({ rungs: p, nodes }, h) => {
    let broke = 0;
    const standing = rungs.map((id, r) => {
      if (happened[r]) {
        soFar[r]! += survival * p[r]!;
        broke += p[r]!;
      }
      return [id, happened[r] ? soFar[r]! : survival * p[r]!] as const;
    });
    survival *= 1 - broke;
    horizons.push([
      theCase.horizons[h]!.id,
      {
        rungs: Object.fromEntries(standing),
        break: standing.reduce((sum, [, q], r) => (happened[r] ? sum + q : sum), 0),
        nodes: Object.fromEntries(nodesOf(theCase, nodes)),
      },
    ]);
  });
  return { horizons: Object.fromEntries(horizons) };
}

function nodesOf(theCase: Case, marginals: readonly Float64Array[]): [string, NodeResult][] {
  return [...theCase.factors, ...theCase.mechanisms].map(({ id }, i) => {
    const p = Array.from(marginals[i]!);
    return [id, { p, mean: meanOf(p) }];
  });
}

/**
 * The chance of every rung at every horizon, and every node's levels: exact, deterministic, pure (MODEL.md §1–3).
 * `inputs` must have come through `readInputs`. `cut`: as if one parent of one mechanism were absent.
 * @throws ImpossibleEvidence where the evidence cannot be
 */
export function evaluate(theCase: Case, inputs: Inputs, cut?: Cut): Result {
  const model = modelOf(theCase);
  return joinPhases(model, answerPhases(model, settle(theCase, inputs), cut));
}
