import { ImpossibleEvidence, smallestConflict } from "../answer/conflict.ts";
import { type Model, modelOf } from "../answer/model.ts";
import { type Phase, phaseFor, tablesOf } from "../answer/phase.ts";
import { type Settled, settle } from "../answer/settle.ts";
import type { Case, Inputs } from "../case/types.ts";
import { strainRung } from "./strain.ts";
import { breaksUnder, tablesAt } from "./breaks.ts";
import type { LinkInfluence } from "./shapes.ts";
import { complete, forEach, part, type Work } from "./work.ts";

/** One arrow between nodes of the argument, as its mechanism reads it. */
interface Arrow {
  readonly from: string;
  readonly to: string;
  /** Index of the mechanism that reads it. */
  readonly at: number;
}

function arrowsOf(model: Model): Arrow[] {
  return model.case.mechanisms.flatMap(({ id }, at) =>
    model.mechanisms[at]!.parents.map((from) => ({ from, to: id, at })),
  );
}

const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
};

/** Chance of these rungs in one phase after each arrow alone is cut: linear in the table, so one dot product each. */
function chancesWhenCut(
  model: Model,
  settled: Settled,
  phase: Phase,
  h: number,
  arrows: readonly Arrow[],
  seed: readonly number[],
  base: number,
): number[] {
  const gradients = phase.plan.derivatives(seed);
  return arrows.map(({ from, at }) => {
    if (settled.assumed[h]![at]! >= 0) return base;
    return dot(model.table(at, settled.ratio, from), gradients[model.case.factors.length + at]!);
  });
}

/** Without evidence every phase stands alone given its priors, and one derivative per phase serves all arrows. */
function influenceWithoutEvidence(model: Model, settled: Settled, arrows: readonly Arrow[]): LinkInfluence {
  const { horizons, outcome } = model.case;
  const happened = outcome.rungs.map((rung) => (rung.happened ? 1 : 0));
  const strain = strainRung(model.case);
  const phase = phaseFor(model, []);
  let survival = 1;
  let cutSurvival: number[] = arrows.map(() => 1);
  let strainNow: [string, number][] = [];
  const points = horizons.map(({ id }, h) => {
    const joint = phase.run(settled.priors[h]!, tablesOf(model, settled, h), settled.hazard[h]!, []);
    const chance = joint.reduce((sum, p, r) => sum + p * happened[r]!, 0);
    if (h === 0 && strain !== undefined) {
      const now = joint[model.rungs.indexOf(strain)]!;
      const seed = model.rungs.map((rung) => (rung === strain ? 1 : 0));
      const cut = chancesWhenCut(model, settled, phase, h, arrows, seed, now);
      strainNow = arrows.map(({ from, to }, i) => [`${from}>${to}`, now - cut[i]!]);
    }
    const cut = chancesWhenCut(model, settled, phase, h, arrows, happened, chance);
    survival *= 1 - chance;
    cutSurvival = cutSurvival.map((alive, i) => alive * (1 - cut[i]!));
    return [
      id,
      Object.fromEntries(arrows.map(({ from, to }, i) => [`${from}>${to}`, cutSurvival[i]! - survival])),
    ] as const;
  });
  return {
    horizons: Object.fromEntries(points),
    ...(strain === undefined ? {} : { strainNow: Object.fromEntries(strainNow) }),
  };
}

/** Chance of open strain now, given the evidence, as things are and with each arrow cut. */
function strainWhenCut(model: Model, settled: Settled, arrows: readonly Arrow[], strain: string) {
  const phase = phaseFor(model, settled.evidence);
  const joint = phase.run(
    settled.priors[0]!,
    tablesOf(model, settled, 0),
    settled.hazard[0]!,
    settled.evidence,
  );
  const [all, one] = [model.rungs.map(() => 1), model.rungs.map((rung) => (rung === strain ? 1 : 0))];
  const total = joint.reduce((sum, p) => sum + p, 0);
  const now = joint[model.rungs.indexOf(strain)]!;
  const strained = chancesWhenCut(model, settled, phase, 0, arrows, one, now);
  const evidence = chancesWhenCut(model, settled, phase, 0, arrows, all, total);
  return { now: now / total, cut: strained.map((p, i) => p / evidence[i]!) };
}

/** With evidence a cut changes what is learnt, and so every later phase: the chance is worked out once per arrow. */
function* influenceWithEvidence(
  theCase: Case,
  inputs: Inputs,
  arrows: readonly Arrow[],
): Work<LinkInfluence> {
  const model = modelOf(theCase);
  const settled = settle(theCase, inputs);
  const tables = tablesAt(model, settled);
  const possible = (breaks: readonly number[] | null, cut?: Arrow): readonly number[] => {
    if (!breaks) throw new ImpossibleEvidence(smallestConflict(model, settled, cut));
    return breaks;
  };
  const base = possible(breaksUnder(model, settled, tables));
  const each = forEach(arrows, (arrow) =>
    possible(
      breaksUnder(model, settled, tables.with(arrow.at, model.table(arrow.at, settled.ratio, arrow.from))),
      arrow,
    ),
  );
  const cut = yield* part(each, 0, 1);
  const named = (points: (i: number) => number) =>
    Object.fromEntries(arrows.map(({ from, to }, i) => [`${from}>${to}`, points(i)]));
  const strain = strainRung(theCase);
  const strained = strain === undefined ? null : strainWhenCut(model, settled, arrows, strain);
  return {
    horizons: Object.fromEntries(
      theCase.horizons.map(({ id }, h) => [id, named((i) => base[h]! - cut[i]![h]!)]),
    ),
    ...(strained ? { strainNow: named((i) => strained.now - strained.cut[i]!) } : {}),
  };
}

/**
 * What each arrow is worth: the answer minus the answer when the child reads this parent as absent, for P(break) at
 * each horizon and for open strain at the first. Arrows into the outcome are not listed.
 * @throws ImpossibleEvidence where the evidence cannot be
 */
export function linkInfluence(theCase: Case, inputs: Inputs): LinkInfluence {
  return complete(linksWork(theCase, inputs));
}

/** The same, one arrow a step where something was seen. */
export function* linksWork(theCase: Case, inputs: Inputs): Work<LinkInfluence> {
  const model = modelOf(theCase);
  const settled = settle(theCase, inputs);
  const arrows = arrowsOf(model);
  if (settled.evidence.length > 0) return yield* influenceWithEvidence(theCase, inputs, arrows);
  return influenceWithoutEvidence(model, settled, arrows);
}
