import { canonical } from "../case/hash.ts";
import type { GroupAnswer } from "../group/answer.ts";
import { oddsMeanPool } from "../group/pools.ts";
import { byPractice } from "./practice.ts";
import { agreement, type Answered, FEWEST_DOTS, inputsHash, moversOf, moves, separatedBy } from "./round.ts";
import type { Id, Movers, Setup, StoredAggregate, StoredSpread } from "./types.ts";
import type { RoundView, SessionView } from "./view.ts";

/** What was worked out as a share may be off by the last digit. */
const within = (x: number): number => Math.min(1, Math.max(0, x));

/** Team by team, in the order of names, "" for those in none; empty where there are not two. */
export function teamsOf(
  { people }: Pick<SessionView, "people">,
  round: RoundView,
  answer: GroupAnswer,
  horizon: Id,
): StoredSpread["teams"] {
  const groups = new Map<string, number[]>();
  [...(round.answers?.keys() ?? [])].forEach((id, i) => {
    const name = people.find((one) => one.id === id)?.group ?? "";
    const p = answer.people[i]?.breaks[horizon];
    if (p !== undefined) groups.set(name, [...(groups.get(name) ?? []), p]);
  });
  const small = [...groups.values()].some((chances) => chances.length < FEWEST_DOTS);
  if (groups.size < 2) return [];
  return [...groups]
    .sort(([a], [b]) => a.localeCompare(b, "en"))
    .map(([name, chances]) => ({
      name,
      people: chances.length,
      p: small ? null : oddsMeanPool(chances),
    }));
}

const moversSince = (first: Answered | null, now: Answered, horizon: Id): Movers | undefined =>
  first && first.round.id !== now.round.id ? moversOf(moves(first, now, horizon).moves) : undefined;

/** A round's numbers to be stored beside its answers. @param first the first round of weights; null: this is it */
export function storedAggregate(
  setup: Setup,
  view: Pick<SessionView, "people" | "rounds">,
  round: RoundView,
  answer: GroupAnswer,
  first: Answered | null = null,
): StoredAggregate {
  const at = Object.entries(answer.horizons).map(([id, { pooled }]) => {
    const p = pooled.oddsMean;
    return [id, { p, low: pooled.band?.low ?? p, high: pooled.band?.high ?? p }] as const;
  });
  const order = agreement(setup, round);
  return {
    round: round.id,
    inputs: inputsHash(setup, round),
    people: answer.people.length,
    pooled: Object.fromEntries(at),
    groupModel: answer.model.shares,
    spread: Object.fromEntries(
      setup.chances.flatMap(({ id }) =>
        answer.horizons[id] ? [[id, spreadAt(setup, view, { round, answer }, first, id)] as const] : [],
      ),
    ),
    ...(order && order.w !== null ? { order: { w: within(order.w), p: within(order.p) } } : {}),
  };
}

/** Whether the numbers kept of a round are those of its answers and teams as they stand. */
export function isStored(
  setup: Setup,
  view: Pick<SessionView, "people">,
  round: RoundView,
  answer: GroupAnswer,
  first: Answered | null = null,
): boolean {
  const { aggregate } = round;
  const last = setup.chances.at(-1)?.id ?? "";
  const { teams = [], moved } = aggregate?.spread?.[last] ?? {};
  return (
    aggregate?.inputs === inputsHash(setup, round) &&
    canonical(teams) === canonical(teamsOf(view, round, answer, last)) &&
    canonical(moved ?? null) === canonical(moversSince(first, { round, answer }, last) ?? null)
  );
}

function spreadAt(
  setup: Setup,
  view: Pick<SessionView, "people" | "rounds">,
  now: Answered,
  first: Answered | null,
  horizon: Id,
): StoredSpread {
  const { round, answer } = now;
  const moved = moversSince(first, now, horizon);
  const { pooled, spread, entropy, camps, drivers } = answer.horizons[horizon]!;
  const practice = byPractice(setup, view.rounds, round, answer, horizon);
  return {
    median: pooled.median,
    mean: pooled.linear,
    trimmed: pooled.trimmed,
    outwards: pooled.extremised.map(({ a, p }) => [a, p] as const),
    ...(practice ? { practice } : {}),
    quartiles: [spread.quartiles[0], spread.quartiles[2]],
    entropy: within(entropy),
    ...(camps
      ? {
          camps: {
            people: [camps.people[0].length, camps.people[1].length],
            by: separatedBy(setup, camps).map(({ factor, medians }) => ({ factor, medians })),
          },
        }
      : {}),
    drivers: Object.fromEntries(Object.entries(drivers.shares).map(([id, x]) => [id, within(x)])),
    sd: Math.sqrt(within(drivers.actual)),
    sdApart: Math.sqrt(within(drivers.product)),
    ...(moved ? { moved } : {}),
    teams: teamsOf(view, round, answer, horizon),
  };
}
