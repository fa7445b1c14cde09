import type { Case, Outcome, Rung, Share } from "../case/types.ts";
import { freshId } from "./ids.ts";

/** What a new rung takes of what is left, from the lowest level to the highest, until its author says otherwise. */
const TAKES = [0.1, 0.2, 0.3, 0.4, 0.5] as const;

const listOf = (happened: boolean) => (happened ? "happened" : "notHappened");

/** The last entry takes the rest: it hangs on nothing. */
const closed = (shares: readonly Share[]): readonly Share[] => {
  const last = shares.at(-1);
  if (last === undefined || (last.of === undefined && last.p === undefined)) return shares;
  const { of: _of, p: _p, ...rest } = last;
  return [...shares.slice(0, -1), rest];
};

/** The outcome with one rung more, which takes its share before what is left goes to the last of its kind. */
export function withRung(theCase: Case, label: string, happened: boolean): Outcome {
  const { outcome } = theCase;
  const rung: Rung = { id: freshId(theCase, label), label, short: label, happened, criteria: "" };
  return placed({ ...outcome, rungs: [...outcome.rungs, rung] }, rung);
}

/** The rung among the shares of its kind: first, so that the one that took the rest still does. */
function placed(outcome: Outcome, rung: Rung): Outcome {
  const list = listOf(rung.happened);
  const share: Share = { rung: rung.id, of: outcome.event.of, p: TAKES };
  return {
    ...outcome,
    [list]: closed([...(outcome[list].length > 0 ? [share] : [{ rung: rung.id }]), ...outcome[list]]),
  };
}

const without = (outcome: Outcome, id: string): Outcome => ({
  ...outcome,
  happened: closed(outcome.happened.filter(({ rung }) => rung !== id)),
  notHappened: closed(outcome.notHappened.filter(({ rung }) => rung !== id)),
});

/** The outcome without a rung; what it took goes to the others of its kind. */
export const withoutRung = (outcome: Outcome, id: string): Outcome => ({
  ...without(outcome, id),
  rungs: outcome.rungs.filter((rung) => rung.id !== id),
});

/** The outcome with a rung on the other side of the break. */
export function withRungTurned(outcome: Outcome, id: string): Outcome {
  const rungs = outcome.rungs.map((rung) => (rung.id === id ? { ...rung, happened: !rung.happened } : rung));
  const turned = rungs.find((rung) => rung.id === id);
  return turned === undefined ? outcome : placed({ ...without(outcome, id), rungs }, turned);
}

/** The outcome with a rung one place up (−1) or down (+1) among its kind. */
export function withRungMoved(outcome: Outcome, id: string, by: -1 | 1): Outcome {
  const rungs = [...outcome.rungs];
  const from = rungs.findIndex((rung) => rung.id === id);
  const kind = rungs[from]?.happened;
  let to = from + by;
  while (rungs[to] !== undefined && rungs[to]?.happened !== kind) to += by;
  const [one, other] = [rungs[from], rungs[to]];
  if (!one || !other) return outcome;
  [rungs[from], rungs[to]] = [other, one];
  return { ...outcome, rungs };
}

/** Whether a rung may go or turn: each side of the break keeps one at least. */
export const mayLeave = ({ rungs }: Outcome, { id, happened }: Rung): boolean =>
  rungs.some((rung) => rung.id !== id && rung.happened === happened);
