import { causesOf } from "../case/structure.ts";
import { OUTCOME } from "../case/names.ts";
import { pushesOf } from "../case/rules.ts";
import type { Case, Gate, Link, Mechanism, Outcome } from "../case/types.ts";
import { STATES } from "../ranked/row.ts";
import { meanAt } from "../ranked/table.ts";

/**
 * Whether more of a parent means more of the mechanism: by the strongest push that reads it; where it tells the rule's
 * parts apart, by where the mechanism stands at its two ends, all else in the middle.
 */
export function raises({ rule }: Mechanism, parent: string): boolean {
  if (rule.kind === "partitioned" && rule.by === parent) {
    const at = (level: number) => meanAt(rule, (node) => (node === parent ? level : MIDDLE));
    return at(STATES - 1) >= at(0);
  }
  const readings = pushesOf(rule).flatMap((push) =>
    push.of.filter((gate) => gate.node === parent).map((gate) => push.strength * direction(gate)),
  );
  return readings.reduce((best, x) => (Math.abs(x) > Math.abs(best) ? x : best), 0) >= 0;
}

/** The level halfway up. */
const MIDDLE = (STATES - 1) / 2;

const direction = (gate: Gate): number => (gate.gate === "damps" ? -1 : 1);

/** What the outcome hangs on: the event and every share. */
export const causesOfOutcome = ({ event, happened, notHappened }: Outcome): string[] => [
  ...new Set([event.of, ...[...happened, ...notHappened].flatMap(({ of }) => of ?? [])]),
];

/** Whether more of a part means more of what the outcome reads it for. */
function raisesOutcome({ event, happened, notHappened }: Outcome, from: string): boolean {
  if (event.of === from) return true;
  const p = [...happened, ...notHappened].find(({ of }) => of === from)?.p ?? [];
  return (p.at(-1) ?? 0) >= (p[0] ?? 0);
}

/**
 * Which way more of a mechanism moves the chance of the event, along the shortest way there: 1 up, -1 down, 0 where no
 * arrow leads to it.
 */
export function leadsUp({ mechanisms, outcome }: Case, id: string): 1 | -1 | 0 {
  const signs = new Map<string, 1 | -1>([[outcome.event.of, 1]]);
  // Backwards from the event; the loop goes on over what is added here.
  for (const [to, sign] of signs) {
    const mechanism = mechanisms.find((one) => one.id === to);
    for (const cause of mechanism ? causesOf(mechanism) : [])
      if (mechanism && !signs.has(cause))
        signs.set(cause, raises(mechanism, cause) ? sign : sign === 1 ? -1 : 1);
  }
  return signs.get(id) ?? 0;
}

/** Whether a new arrow from a factor begins by lowering: what holds together lowers what leads to the event, what pulls apart what keeps it off. */
export function beginsDown(theCase: Case, from: string, to: string): boolean {
  const group = theCase.factors.find(({ id }) => id === from)?.group;
  const up = leadsUp(theCase, to);
  return (group === "together" && up === 1) || (group === "apart" && up === -1);
}

type Arrow = Pick<Link, "from" | "to" | "raises">;

/** The arrows into what an edit changed; those into the rest are no concern of it. */
function arrowsInto(theCase: Case, isChanged: (to: string) => boolean): Arrow[] {
  const { mechanisms, outcome } = theCase;
  const rules = mechanisms.flatMap((one) =>
    isChanged(one.id) ? causesOf(one).map((from) => ({ from, to: one.id, raises: raises(one, from) })) : [],
  );
  const ends = isChanged(OUTCOME) ? causesOfOutcome(outcome) : [];
  return [...rules, ...ends.map((from) => ({ from, to: OUTCOME, raises: raisesOutcome(outcome, from) }))];
}

const keyOf = ({ from, to }: Pick<Link, "from" | "to">) => `${from} ${to}`;

/**
 * The case with one arrow told for every cause that a changed rule or outcome reads, and none for what it reads no
 * more. What is told of an arrow that stays is kept; it turns round only where the rule did.
 */
export function withArrows(before: Case, after: Case): Case {
  const changed = new Set(
    after.mechanisms.filter((one) => !before.mechanisms.includes(one)).map(({ id }) => id),
  );
  if (after.outcome !== before.outcome) changed.add(OUTCOME);
  const isChanged = (to: string) => changed.has(to);
  const old = new Map(arrowsInto(before, isChanged).map((arrow) => [keyOf(arrow), arrow]));
  const open = new Map(arrowsInto(after, isChanged).map((arrow) => [keyOf(arrow), arrow]));
  const links = after.links.flatMap((link) => {
    if (!isChanged(link.to)) return [link];
    const arrow = open.get(keyOf(link));
    if (arrow === undefined) return [];
    open.delete(keyOf(link));
    const turned = arrow.raises !== (old.get(keyOf(link))?.raises ?? arrow.raises);
    return [turned ? { ...link, raises: arrow.raises } : link];
  });
  const told = new Set(links.map(keyOf));
  const added = [...open.values()].filter((arrow) => !told.has(keyOf(arrow)));
  return {
    ...after,
    links: [...links, ...added.map((arrow): Link => ({ ...arrow, reason: "", paragraphs: [] }))],
  };
}
