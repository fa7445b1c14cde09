import type { Bearing, EvidenceItem } from "../case/evidence-types.ts";
import { canonical } from "../case/hash.ts";
import { namesOf } from "../case/names.ts";
import { logOf } from "../case/settings.ts";
import type { Case } from "../case/types.ts";
import type { AuthorEdit } from "./edits.ts";
import { firstFree } from "./ids.ts";

/** An item that both logs have and tell differently. */
export interface EvidenceConflict {
  readonly mine: EvidenceItem;
  /** With my id, and only what my case can hold. */
  readonly theirs: EvidenceItem;
  /** What they tell differently, in words: "how much the sources are trusted". */
  readonly differs: readonly string[];
}

/** What a colleague's log adds to mine. */
export interface EvidenceMerge {
  /** Not in my log: as they would stand in it. */
  readonly added: readonly EvidenceItem[];
  /** My items that the colleague has alike. */
  readonly same: readonly EvidenceItem[];
  readonly conflicts: readonly EvidenceConflict[];
  /** What their items bore on and my case does not have: left out, by item title. */
  readonly unknown: readonly { readonly title: string; readonly part: string }[];
}

/**
 * A colleague's evidence beside mine. Items are the same by id and title, or by title and day of the event; an id that
 * stands for something else here is given anew. Nothing of mine is lost.
 */
export function mergeEvidence(mine: Case, theirs: Case): EvidenceMerge {
  const own = logOf(mine);
  const taken = new Set([...own, ...logOf(theirs)].map(({ id }) => id));
  const met = new Set<string>();
  const added: EvidenceItem[] = [];
  const same: EvidenceItem[] = [];
  const conflicts: EvidenceConflict[] = [];
  const unknown: { title: string; part: string }[] = [];
  for (const given of logOf(theirs)) {
    const item = heldBy(mine, given, (part) => unknown.push({ title: given.title, part }));
    const twin = own.find((one) => !met.has(one.id) && isTwin(one, item));
    if (twin === undefined) {
      const isFree = !own.some(({ id }) => id === item.id);
      const id = isFree ? item.id : firstFree(`${item.id}_2`, taken);
      taken.add(id);
      added.push({ ...item, id });
      continue;
    }
    met.add(twin.id);
    const told = { ...item, id: twin.id };
    const differs = differences(twin, told);
    if (differs.length === 0) same.push(twin);
    else conflicts.push({ mine: twin, theirs: told, differs });
  }
  return { added, same, conflicts, unknown };
}

/** The merge as one step. @param take ids of conflicts in which the colleague's item stands in the place of mine */
export function mergeEdit(
  { added, conflicts }: EvidenceMerge,
  from: string,
  take: ReadonlySet<string> = new Set(),
): AuthorEdit {
  const taken = conflicts.filter(({ mine }) => take.has(mine.id)).map(({ theirs }) => theirs);
  return { edit: "mergeEvidence", from, items: [...taken, ...added] };
}

const plain = (text: string | undefined): string => (text ?? "").trim().toLowerCase().replace(/\s+/gu, " ");

/** The same happening: called alike, and by one id or on one day. */
const isTwin = (a: EvidenceItem, b: EvidenceItem): boolean =>
  plain(a.title) === plain(b.title) && (a.id === b.id || plain(a.eventDate) === plain(b.eventDate));

function heldBy(theCase: Case, item: EvidenceItem, leave: (part: string) => void): EvidenceItem {
  const { kinds } = namesOf(theCase);
  const fits = (one: Bearing): boolean => {
    const id = "node" in one ? one.node : one.indicator;
    const kind = kinds.get(id);
    const is = "node" in one ? kind === "factor" || kind === "mechanism" : kind === "indicator";
    if (!is) leave(id);
    return is;
  };
  return { ...item, bearsOn: item.bearsOn.filter(fits) };
}

/** What each part of an evidence item is called. */
export const ITEM_WORDS: Readonly<Record<string, string>> = {
  title: "what happened",
  eventDate: "when it happened",
  reportDate: "when it was reported",
  sources: "its sources and how far they are trusted",
  origin: "where the story comes from",
  bearsOn: "what it bears on",
  counts: "whether it counts",
  note: "the note",
  set: "the set it belongs to",
};

function differences(a: EvidenceItem, b: EvidenceItem): string[] {
  const [one, other] = [a, b] as unknown as readonly Readonly<Record<string, unknown>>[];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])]
    .filter((key) => canonical(one![key] ?? null) !== canonical(other![key] ?? null))
    .map((key) => ITEM_WORDS[key] ?? key);
}
