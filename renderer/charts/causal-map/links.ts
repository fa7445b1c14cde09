import { raises } from "../../../app/model/author/arrows.ts";
import { causesOf } from "../../../app/model/case/structure.ts";
import type { Case } from "../../../app/model/case/types.ts";

/** Key of the outcome card among the boxes. */
export const OUTCOME = "outcome";

/** What one part of the case feeds: a mechanism, or what happens. */
export interface ArgumentLink {
  readonly key: string;
  readonly from: string;
  readonly to: string;
  readonly raises: boolean;
  /** Into the outcome only: it sets the chance of a break. */
  readonly event: boolean;
  /** Into the outcome only: rungs whose share it sets. */
  readonly rungs: readonly string[];
}

export const keyOf = (from: string, to: string): string => `${from}>${to}`;

/** Every link of the argument, read from the rules and from the outcome; ends that the case does not hold are skipped. */
export function argumentLinks(c: Case): readonly ArgumentLink[] {
  const known = new Set([...c.factors, ...c.mechanisms].map(({ id }) => id));
  const stated = new Map(c.links.map((link) => [keyOf(link.from, link.to), link.raises]));
  const links: ArgumentLink[] = [];
  for (const mechanism of c.mechanisms) {
    for (const from of causesOf(mechanism)) {
      if (!known.has(from)) continue;
      const key = keyOf(from, mechanism.id);
      const up = stated.get(key) ?? raises(mechanism, from);
      links.push({ key, from, to: mechanism.id, raises: up, event: false, rungs: [] });
    }
  }
  const shares = [...c.outcome.happened, ...c.outcome.notHappened];
  const ends = new Set([c.outcome.event.of, ...shares.flatMap((share) => share.of ?? [])]);
  for (const from of ends) {
    if (!known.has(from)) continue;
    const key = keyOf(from, OUTCOME);
    const own = shares.filter((share) => share.of === from);
    const event = from === c.outcome.event.of;
    const raises = stated.get(key) ?? (event || grows(own[0]?.p ?? []));
    links.push({ key, from, to: OUTCOME, raises, event, rungs: own.map((share) => share.rung) });
  }
  return links;
}

const grows = (p: readonly number[]): boolean => (p.at(-1) ?? 0) >= (p[0] ?? 0);
