import type { EvidenceConflict } from "../../../app/model/author/merge.ts";
import type { EvidenceItem, EvidenceSource } from "../../../app/model/case/evidence-types.ts";
import type { Case } from "../../../app/model/case/types.ts";
import { bearingText, datesText } from "../evidence/words.ts";

/** One thing that two logs tell differently of an item, in the words of both. */
export interface Telling {
  readonly what: string;
  readonly mine: readonly string[];
  readonly theirs: readonly string[];
}

interface Part {
  readonly what: string;
  readonly told: (item: EvidenceItem, theCase: Case) => readonly (string | undefined)[];
}

const graded = ({ name, reliability, credibility, link }: EvidenceSource): string =>
  [`${name}, ${reliability}${credibility}`, link ?? ""].filter(Boolean).join(", ");

const PARTS: readonly Part[] = [
  { what: "What happened", told: ({ title }) => [title] },
  { what: "When it happened", told: ({ eventDate }) => [eventDate] },
  { what: "When it was reported", told: ({ reportDate }) => [reportDate] },
  { what: "Sources and how far they are trusted", told: ({ sources }) => sources.map(graded) },
  { what: "Where the story comes from", told: ({ origin }) => [origin] },
  {
    what: "What it bears on",
    told: ({ bearsOn }, theCase) => bearsOn.map((bearing) => bearingText(theCase, bearing)),
  },
  { what: "Whether it counts", told: ({ counts }) => [counts ? "Counts" : "On record only"] },
  { what: "Note", told: ({ note }) => [note] },
  { what: "Set", told: ({ set }) => [set] },
];

/** What the two tell differently, part by part; what both have is left out of neither side. */
export function tellings(theCase: Case, { mine, theirs }: EvidenceConflict): Telling[] {
  const words = (told: readonly (string | undefined)[]) =>
    told.filter((text): text is string => text !== undefined && text !== "");
  return PARTS.flatMap(({ what, told }) => {
    const [own, other] = [words(told(mine, theCase)), words(told(theirs, theCase))];
    return own.join("\n") === other.join("\n") ? [] : [{ what, mine: own, theirs: other }];
  });
}

/** "2019-01-28 · A paper, B2 · Seen: the ambassador is recalled": what a log says of an item, in one line. */
export const inShort = (theCase: Case, item: EvidenceItem): string =>
  [
    datesText(item),
    ...item.sources.map(graded),
    ...item.bearsOn.map((bearing) => bearingText(theCase, bearing)),
    ...(item.counts ? [] : ["on record only"]),
  ].join(" · ");
