import { withinWords } from "../words/periods.ts";
import { claimHorizons } from "../case/mentions.ts";
import { namesHorizon } from "../case/statement.ts";
import type { ByHorizon, Case, Claim, Factor, Horizon, Inputs, Setting } from "../case/types.ts";
import { withoutKeys, withStatements } from "./remove.ts";

/** Fewest and most phases an author may set. */
export const MOST_HORIZONS = 4;

/** When each phase ends, in years from the start. */
export function endsOf(horizons: readonly Horizon[]): number[] {
  let end = 0;
  return horizons.map(({ years }) => (end += years));
}

/** Phrases that say when their phase ends go on to say so when its end has moved; one that someone wrote stays. */
export function phrasesFollow(before: readonly Horizon[], now: readonly Horizon[]): Horizon[] {
  const saidEnd = new Map(endsOf(before).map((end, i) => [before[i]!.id, withinWords(end)]));
  const ends = endsOf(now);
  return now.map((one, i) =>
    one.phrase === saidEnd.get(one.id) ? { ...one, phrase: withinWords(ends[i]!) } : one,
  );
}

/**
 * The case over other phases. Settings of a phase that stays (by id) stay; a new one begins with those of the phase
 * before it, the first with those of the phase after it. What spoke of a phase that is gone speaks of it no more.
 */
export function withHorizons(theCase: Case, horizons: readonly Horizon[]): Case {
  const before = theCase.horizons.map(({ id }) => id);
  const now = horizons.map(({ id }) => id);
  const isGone = (id: string) => before.includes(id) && !now.includes(id);
  const { verdict, judgement, statements } = theCase;
  const seeded = judgement?.seeded;
  return {
    ...theCase,
    horizons,
    factors: theCase.factors.map((factor) => ({ ...factor, levels: levelsOver(factor, before, now) })),
    scenarios: theCase.scenarios.map((one) => ({ ...one, settings: inputsOver(one.settings, isGone) })),
    claims: theCase.claims.map((claim) => claimOver(theCase, claim, horizons, isGone)),
    ...(verdict && { verdict: { ...verdict, byHorizon: withoutKeys(verdict.byHorizon, isGone) } }),
    ...(judgement && seeded && isGone(seeded.horizon) && { judgement: withoutSeed(judgement) }),
    ...withStatements(statements?.filter((one) => !namesHorizon(one, isGone))),
  };
}

function withoutSeed(draft: NonNullable<Case["judgement"]>): NonNullable<Case["judgement"]> {
  const { seeded: _gone, ...rest } = draft;
  return rest;
}

function levelsOver(
  { levels }: Factor,
  before: readonly string[],
  now: readonly string[],
): Readonly<Record<string, Setting>> {
  const own = (id: string): Setting | undefined => (before.includes(id) ? levels[id] : undefined);
  const kept = now.map(own);
  const settings = now.map((id, i): [string, Setting] => {
    const nearest = kept[i] ?? kept.slice(0, i).findLast((one) => one) ?? kept.slice(i).find((one) => one);
    return [id, nearest ?? levels[before[0]!]!];
  });
  // What a file says of phases that the case never had stays with it.
  const others = Object.entries(levels).filter(([id]) => !before.includes(id) && !now.includes(id));
  return Object.fromEntries([...settings, ...others]);
}

function inputsOver(inputs: Inputs, isGone: (id: string) => boolean): Inputs {
  const over = (map: Readonly<Record<string, ByHorizon>> | undefined) => {
    if (map === undefined) return undefined;
    const kept = Object.entries(map).flatMap(([id, entry]): [string, ByHorizon][] => {
      const rest = typeof entry === "string" ? entry : withoutKeys(entry, isGone);
      return typeof rest !== "string" && rest !== entry && Object.keys(rest).length === 0 ? [] : [[id, rest]];
    });
    return kept.length === 0 && Object.keys(map).length > 0 ? undefined : Object.fromEntries(kept);
  };
  return Object.fromEntries(
    Object.entries(inputs).flatMap(([part, value]): [string, unknown][] => {
      const kept =
        part === "set" || part === "assume" ? over(value as Readonly<Record<string, ByHorizon>>) : value;
      return kept === undefined ? [] : [[part, kept]];
    }),
  );
}

/** Words such as "short to long" that no longer say the same become the phases they meant. */
function claimOver(
  theCase: Case,
  claim: Claim,
  horizons: readonly Horizon[],
  isGone: (id: string) => boolean,
): Claim {
  if (typeof claim.horizon !== "string") {
    const kept = claim.horizon.filter((id) => !isGone(id));
    return kept.length === claim.horizon.length ? claim : { ...claim, horizon: kept };
  }
  if (claim.horizon === "all") return claim;
  const meant = claimHorizons(theCase, claim);
  if (meant.length === 0) return claim;
  const says = claimHorizons({ ...theCase, horizons }, claim);
  const kept = meant.filter((id) => !isGone(id));
  return says.join() === kept.join() ? claim : { ...claim, horizon: kept };
}

/** Whether no phase is set apart from the first. */
export function areAlike(horizons: readonly Horizon[], levels: Readonly<Record<string, Setting>>): boolean {
  const first = levels[horizons[0]?.id ?? ""];
  return horizons.every(
    ({ id }) => levels[id]?.level === first?.level && levels[id]?.spread === first?.spread,
  );
}

/**
 * A factor's settings with one changed. Periods follow one another: while none is set apart from the first, what the
 * first is set to goes for all.
 */
export function withSetting(
  horizons: readonly Horizon[],
  levels: Readonly<Record<string, Setting>>,
  horizon: string,
  to: Partial<Setting>,
): Record<string, Setting> {
  const all = horizon === horizons[0]?.id && areAlike(horizons, levels);
  return Object.fromEntries(
    Object.entries(levels).map(([id, now]) => [id, all || id === horizon ? { ...now, ...to } : now]),
  );
}
