import { caseHash } from "../../app/model/case/seal.ts";
import type { Case } from "../../app/model/case/types.ts";
import { append, newSession } from "../../app/model/session/chain.ts";
import { plainText } from "../../app/model/session/guards.ts";
import { dryRun, SETUP } from "../../app/model/session/session.test-help.ts";
import { type Happened, MOST, type Session, type Setup } from "../../app/model/session/types.ts";

/** Keys of events whose values people typed. */
const TYPED = new Set(["text", "reasons", "minority", "group"]);

/**
 * Two workshops on a case in which every name, answer and remark is one of these texts: one that is over, with names
 * as agreed, and one with a round under way. As long as each may be, and without signs that no door lets in.
 */
export function hostileWorkshops(theCase: Case, next: () => string): [over: Session, underWay: Session] {
  const typed = (most: number = MOST.text) => {
    const text = plainText(next());
    const number = / \d+$/.exec(text)?.[0] ?? "";
    return text.slice(0, most - number.length - 1).replace(/ \d+$/, "") + number;
  };
  const setup: Setup = {
    ...SETUP,
    title: typed(200),
    question: typed(),
    caseId: theCase.id,
    caseHash: caseHash(theCase),
    marking: { text: typed(60), tlp: "TLP:RED" },
    anonymity: "named",
    factors: theCase.factors.slice(0, 4).map(({ id }) => ({ id, label: typed(80), calm: typed(200), worst: typed(200) })), // prettier-ignore
    chances: theCase.horizons.map(({ id }) => ({ kind: "chance", id, text: typed() })),
    warmups: SETUP.warmups.map((one) => ({ ...one, text: typed(), unit: typed(20) })),
    start: { scenario: typed(80), inputs: {} },
  };
  const walk = (value: unknown, key: string): unknown => {
    if (typeof value === "string") return TYPED.has(key) ? typed() : value;
    if (Array.isArray(value)) return value.map((one) => walk(one, key));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, walk(one, name)]));
  };
  const held = dryRun(setup);
  const happened = held.events.slice(1).map(({ seq: _seq, at: _at, prev: _prev, hash: _hash, ...event }) => walk(event, "") as Happened); // prettier-ignore
  const people = happened.flatMap((one) => (one.type === "joined" ? [one.participant] : []));
  const names = Object.fromEntries(people.map((id) => [id, typed(MOST.name)]));
  const teams = people.map((participant): Happened => ({
    type: "moved",
    participant,
    group: typed(MOST.name),
  }));
  const until = happened.findIndex((one) => one.type === "roundClosed" && one.round === "r1");
  const session = (id: string, all: readonly Happened[]): Session => ({
    ...append(newSession(id, setup, held.createdAt), all, held.createdAt),
    names,
  });
  return [session("over", [...teams, ...happened]), session("under-way", happened.slice(0, until))];
}
