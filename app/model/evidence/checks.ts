import { overlap, spanOf, yearsAfter } from "../case/dates.ts";
import { isKnownBefore } from "../case/evidence-set.ts";
import type { EvidenceItem } from "../case/evidence-types.ts";
import { logOf } from "../case/settings.ts";
import type { Case } from "../case/types.ts";
import { discountOf } from "./grades.ts";

/** What deserves a second look before an item counts; `other` is an item of the log it has to do with. */
export type Check =
  | { readonly kind: "same-origin"; readonly other: EvidenceItem }
  | { readonly kind: "same-story"; readonly other: EvidenceItem }
  | { readonly kind: "new-story" }
  | { readonly kind: "opposed"; readonly other: EvidenceItem; readonly indicator: string }
  /** The event is later than the report of it. */
  | { readonly kind: "event-after-report" }
  /** The case notes that sources disagree on a date this item has to do with. */
  | { readonly kind: "dates-disagree"; readonly text: string }
  | { readonly kind: "interested"; readonly party: string; readonly source: string }
  | { readonly kind: "beyond"; readonly part: string }
  | { readonly kind: "known-before" }
  | { readonly kind: "after-first-horizon" }
  | { readonly kind: "no-source" }
  | { readonly kind: "no-weight" }
  | { readonly kind: "no-sign" };

/** All checks of an item against the log and the case, the item itself aside. Derived, never stored. */
export function checksOn(theCase: Case, item: EvidenceItem): Check[] {
  const others = logOf(theCase).filter(({ id }) => id !== item.id);
  return [
    ...storyChecks(others, item),
    ...opposed(others, item),
    ...dateChecks(theCase, item),
    ...partyChecks(theCase, item),
    ...beyondChecks(theCase, item),
    ...weightChecks(theCase, item),
  ];
}

const plain = (text = "") => text.trim().toLowerCase();

function storyChecks(others: readonly EvidenceItem[], item: EvidenceItem): Check[] {
  const origin = plain(item.origin);
  const same = origin === "" ? undefined : others.find((other) => plain(other.origin) === origin);
  if (same) return [{ kind: "same-origin", other: same }];
  const near = others.find((other) => isNear(item, other));
  return [near ? { kind: "same-story", other: near } : { kind: "new-story" }];
}

/** Near in words and not apart in time, or from one address on the same sign. */
function isNear(a: EvidenceItem, b: EvidenceItem): boolean {
  if (a.origin !== undefined && b.origin !== undefined && plain(a.origin) !== plain(b.origin)) return false;
  const [first, second] = [spanOf(a.eventDate ?? ""), spanOf(b.eventDate ?? "")];
  if (first && second && !overlap(first, second)) return false;
  if (likeness(a.title, b.title) >= 0.6) return true;
  const links = new Set(a.sources.flatMap(({ link }) => (link ? [link] : [])));
  return (
    b.sources.some(({ link }) => link !== undefined && links.has(link)) &&
    signsOf(a).some((s) => signsOf(b).includes(s))
  );
}

const signsOf = ({ bearsOn }: EvidenceItem) =>
  bearsOn.flatMap((b) => ("indicator" in b ? [b.indicator] : []));

/** Share of their words that two titles have in common (Jaccard), short words aside. */
export function likeness(a: string, b: string): number {
  const words = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []);
  const [one, two] = [words(a), words(b)];
  const shared = [...one].filter((word) => two.has(word)).length;
  const all = one.size + two.size - shared;
  return all === 0 ? 0 : shared / all;
}

function opposed(others: readonly EvidenceItem[], item: EvidenceItem): Check[] {
  return item.bearsOn.flatMap((bearing): Check[] => {
    if (!("indicator" in bearing)) return [];
    const { indicator, seen } = bearing;
    const other = others.find(
      ({ counts, bearsOn }) =>
        counts && bearsOn.some((b) => "indicator" in b && b.indicator === indicator && b.seen !== seen),
    );
    return other ? [{ kind: "opposed", other, indicator }] : [];
  });
}

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);

/** "24 January", the way dates stand in texts; null unless it is one day. */
function dayInWords(date: string): string | null {
  const span = spanOf(date);
  if (!span || span.first !== span.last) return null;
  const [, month, day] = span.first.split("-").map(Number);
  return `${day} ${MONTHS[month! - 1]}`;
}

function dateChecks(theCase: Case, item: EvidenceItem): Check[] {
  const [event, report] = [spanOf(item.eventDate ?? ""), spanOf(item.reportDate ?? "")];
  const links = new Set(item.sources.map(({ link }) => link));
  const days = [item.eventDate, item.reportDate].flatMap((date) => dayInWords(date ?? "") ?? []);
  // "24 January" must not be found in "124 January", nor 4 January in 24 January.
  const mentions = (text: string) => days.some((day) => new RegExp(`(?<!\\d)${day}`, "u").test(text));
  const conflict = theCase.dateConflicts.find(
    ({ text, sources }) => sources.some((link) => links.has(link)) || mentions(text),
  );
  const first = theCase.horizons[0]!;
  const asOf = spanOf(theCase.asOf);
  const end = asOf && yearsAfter(asOf.last, first.years);
  return [
    ...(event && report && event.first > report.last ? [{ kind: "event-after-report" } as const] : []),
    ...(conflict ? [{ kind: "dates-disagree", text: conflict.text } as const] : []),
    ...(isKnownBefore(theCase, item.eventDate ?? "") ? [{ kind: "known-before" } as const] : []),
    ...(event && end !== null && event.first > end ? [{ kind: "after-first-horizon" } as const] : []),
  ];
}

/** Words in names of states that do not tell one from another. */
const GENERIC = new Set([
  "united",
  "states",
  "union",
  "republic",
  "kingdom",
  "democratic",
  "federal",
  "people",
]);

/** What a partner is called by in sources: its words of their own, and its initials. */
function namesOfPartner(partner: string): RegExp[] {
  const words = partner.match(/\p{L}+/gu) ?? [];
  const own = words.filter((word) => word.length >= 4 && !GENERIC.has(word.toLowerCase()));
  const initials = words.length > 1 ? [words.map((word) => word[0]).join("")] : [];
  return [
    // "Russia" also in "Russian", "Egypt" in "Egyptian".
    ...own.map((word) => new RegExp(`(?<!\\p{L})${word}`, "iu")),
    ...initials.map((letters) => new RegExp(`(?<!\\p{L})${[...letters].join("\\.?")}(?!\\p{L})`, "u")),
  ];
}

function partyChecks(theCase: Case, { sources }: EvidenceItem): Check[] {
  for (const party of theCase.partners) {
    const source = sources.find(({ name }) => namesOfPartner(party).some((own) => own.test(name)));
    if (source) return [{ kind: "interested", party, source: source.name }];
  }
  return [];
}

function beyondChecks({ indicators, factors, mechanisms }: Case, { bearsOn }: EvidenceItem): Check[] {
  const bare = new Set([
    ...indicators.filter(({ paragraphs }) => paragraphs.length === 0).map(({ id }) => id),
    ...factors.filter(({ beyondArticle }) => beyondArticle).map(({ id }) => id),
    ...mechanisms.filter(({ paragraphs }) => paragraphs.length === 0).map(({ id }) => id),
  ]);
  return bearsOn
    .map((bearing) => ("indicator" in bearing ? bearing.indicator : bearing.node))
    .filter((id) => bare.has(id))
    .map((part) => ({ kind: "beyond", part }));
}

function weightChecks(theCase: Case, item: EvidenceItem): Check[] {
  if (item.sources.length === 0) return [{ kind: "no-source" }];
  if (discountOf(theCase, item) === 0) return [{ kind: "no-weight" }];
  return signsOf(item).length === 0 ? [{ kind: "no-sign" }] : [];
}
