import { performanceWeights, SEEDS_NEEDED, type SeedAnswer } from "../group/calibration.ts";
import { oddsMeanPool } from "../group/pools.ts";
import type { GroupAnswer } from "../group/answer.ts";
import { answersOf } from "./round.ts";
import type { Id, Response, Setup } from "./types.ts";
import type { RoundView } from "./view.ts";

/* What a closed warm-up tells of people's spans, and of who gave better ones. */

/** The practice spans of a warm-up are asked for as nine in ten. */
export const PRACTICE_SURENESS = 0.9;

const seedsOf = ({ warmups }: Setup, { estimates }: Response): SeedAnswer[] =>
  warmups.flatMap(({ id, answer: truth }) =>
    estimates.flatMap(({ question, low, best, high }) =>
      question === id ? [{ q05: low, q50: best, q95: high, truth }] : [],
    ),
  );

const warmupOf = (rounds: readonly RoundView[]): RoundView | undefined =>
  rounds.find(({ kind, closedAt }) => kind === "warmup" && closedAt !== null);

/** How often spans held the known answer: of ten or more, else null. */
export function heldShare(setup: Setup, rounds: readonly RoundView[]): { held: number; of: number } | null {
  const warmup = warmupOf(rounds);
  const all = warmup ? answersOf(warmup).flatMap((response) => seedsOf(setup, response)) : [];
  const held = all.filter(({ q05, q95, truth }) => q05 <= truth && truth <= q95).length;
  return all.length >= SEEDS_NEEDED ? { held, of: all.length } : null;
}

/** The pooled chance if people counted by how well their practice spans did (Cooke 1991). */
export interface ByPractice {
  readonly p: number;
  /** How many of the round's people took part in the practice. */
  readonly people: number;
  /** How many of them count for anything. */
  readonly counting: number;
}

/** Null below ten questions, and where fewer than two people answered both. */
export function byPractice(
  setup: Setup,
  rounds: readonly RoundView[],
  round: RoundView,
  answer: GroupAnswer,
  horizon: Id,
): ByPractice | null {
  const practice = warmupOf(rounds)?.answers;
  if (!practice || setup.warmups.length < SEEDS_NEEDED) return null;
  const both = [...(round.answers?.keys() ?? [])].flatMap((id, i) => {
    const [response, chance] = [practice.get(id), answer.people[i]?.breaks[horizon]];
    return response && chance !== undefined ? [{ seeds: seedsOf(setup, response), chance }] : [];
  });
  if (both.length < 2) return null;
  const weights = performanceWeights(both.map(({ seeds }) => seeds));
  if (!weights) return null;
  return {
    p: oddsMeanPool(
      both.map(({ chance }) => chance),
      weights,
    ),
    people: both.length,
    counting: weights.filter((weight) => weight > 0.01).length,
  };
}
