import type { Bearing, EvidenceItem, EvidenceSource, Happening } from "./evidence-types.ts";
import { spanOf } from "./dates.ts";
import { namesOf } from "./names.ts";
import { logOf } from "./settings.ts";
import { type Case, LEVELS } from "./types.ts";

/** Where a case keeps events of record: `next` beside an argument about the present, `events` in a historical case. */
export type SetId = "next" | "events";

export interface EventSet {
  readonly id: SetId;
  readonly note: string;
  readonly events: readonly Happening[];
}

/** What happened next, as the case has it; null where it says nothing of that. */
export function eventSetOf({ next, events }: Case): EventSet | null {
  if (next && next.events.length > 0) return { id: "next", note: next.note, events: next.events };
  return events && events.length > 0 ? { id: "events", note: "", events } : null;
}

/** Whether the log holds items of this set. */
export const hasSet = (theCase: Case, set: SetId): boolean => logOf(theCase).some((item) => item.set === set);

/** An event up to the day of the argument: the argument may have been made in view of it. */
export function isKnownBefore(theCase: Case, date: string): boolean {
  const [event, day] = [spanOf(date), spanOf(theCase.asOf)];
  return event !== null && day !== null && event.first <= day.last;
}

/**
 * The events of a set as items of the log. They come without grades: one source stands for C3, several for C2, and
 * what is called unconfirmed for C4, until someone grades them. What is older than the argument is on record only.
 * @param counts whether the others count
 */
export function itemsOfSet(theCase: Case, set: SetId, counts: boolean): EvidenceItem[] {
  const found = eventSetOf(theCase);
  if (found?.id !== set) return [];
  const taken = new Set(logOf(theCase).map(({ id }) => id));
  return found.events.map((event) => {
    const id = freshId(`${set}-${event.id}`, taken);
    taken.add(id);
    return {
      id,
      title: event.title === "" ? event.id : event.title,
      ...(event.date === "" ? {} : { eventDate: event.date }),
      sources: sourcesOf(event),
      bearsOn: bearingsOf(theCase, event),
      counts: counts && !isKnownBefore(theCase, event.date),
      ...(event.detail === "" ? {} : { note: event.detail }),
      set,
    };
  });
}

/** The wanted id, or that with a number where it is taken. Ids have at most 100 signs. */
export function freshId(wanted: string, taken: ReadonlySet<string>): string {
  const short = wanted.slice(0, 90);
  for (let n = 1; ; n++) {
    const id = n === 1 ? short : `${short}-${n}`;
    if (!taken.has(id)) return id;
  }
}

function sourcesOf({ sources, status }: Happening): EvidenceSource[] {
  const credibility = /unconfirmed/i.test(status) ? 4 : sources.length > 1 ? 2 : 3;
  return sources.map((link) => ({ name: siteOf(link), reliability: "C", credibility, link }));
}

/** The site an address names, or the text itself. */
const siteOf = (link: string): string => /^https?:\/\/(?:www\.)?([^/?#]+)/i.exec(link)?.[1] ?? link;

/** Signs first; of states only what is one level or a direction, for there is nothing to do with words. */
function bearingsOf(theCase: Case, { observe, about }: Happening): Bearing[] {
  const { kinds } = namesOf(theCase);
  const signs = Object.entries(observe)
    .filter(([id]) => kinds.get(id) === "indicator")
    .flatMap(([indicator, seen]): Bearing[] => (typeof seen === "boolean" ? [{ indicator, seen }] : []));
  const states = Object.entries(about).flatMap(([node, says]): Bearing[] => {
    const kind = kinds.get(node);
    if (kind !== "factor" && kind !== "mechanism") return [];
    const level = LEVELS.find((one) => one === says);
    if (level) return [{ node, level }];
    return says === "+" ? [{ node, strength: 1 }] : says === "-" ? [{ node, strength: -1 }] : [];
  });
  return [...signs, ...states];
}
