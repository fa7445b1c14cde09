import {
  CREDIBILITIES,
  type Credibility,
  type EvidenceItem,
  type EvidenceSource,
  type Grades,
  RELIABILITIES,
  type Reliability,
} from "../case/evidence-types.ts";
import type { Case } from "../case/types.ts";

/** Admiralty wording of the source's grade (AJP-2.1). */
export const RELIABILITY_WORDS: Readonly<Record<Reliability, string>> = {
  A: "completely reliable",
  B: "usually reliable",
  C: "fairly reliable",
  D: "not usually reliable",
  E: "unreliable",
  F: "cannot be judged",
};

/** Admiralty wording of the report's grade. */
export const CREDIBILITY_WORDS: Readonly<Record<Credibility, string>> = {
  1: "confirmed",
  2: "probably true",
  3: "possibly true",
  4: "doubtful",
  5: "improbable",
  6: "cannot be judged",
};

/**
 * The usual table: share of its weight that a report keeps. A judgement, not a measurement: the source's share
 * (1, .9, .7, .5, .3, .2) times the report's (1, .85, .65, .4, .15, 0), to the nearest twentieth.
 */
export const USUAL_GRADES: Grades = {
  A: [1, 0.85, 0.65, 0.4, 0.15, 0],
  B: [0.9, 0.75, 0.6, 0.35, 0.15, 0],
  C: [0.7, 0.6, 0.45, 0.3, 0.1, 0],
  D: [0.5, 0.45, 0.35, 0.2, 0.1, 0],
  E: [0.3, 0.25, 0.2, 0.1, 0.05, 0],
  F: [0.2, 0.15, 0.15, 0.1, 0.05, 0],
};

export const gradesOf = (theCase: Case): Grades => theCase.evidenceGrades ?? USUAL_GRADES;

/** What one source's grade keeps of the item's weight, 0..1. */
export const keptBy = (grades: Grades, { reliability, credibility }: EvidenceSource): number =>
  grades[reliability][CREDIBILITIES.indexOf(credibility)] ?? 0;

/** The source that an item counts by: the one that keeps most, the first among equals; none where none is named. */
export function bestSource(theCase: Case, item: EvidenceItem): EvidenceSource | undefined {
  const grades = gradesOf(theCase);
  return item.sources.reduce<EvidenceSource | undefined>(
    (best, source) => (!best || keptBy(grades, source) > keptBy(grades, best) ? source : best),
    undefined,
  );
}

/** How much an item counts, 0..1: the best of its sources. One without a source counts for nothing. */
export function discountOf(theCase: Case, item: EvidenceItem): number {
  const best = bestSource(theCase, item);
  return best ? keptBy(gradesOf(theCase), best) : 0;
}

/** "B2 · usually reliable, probably true" */
export const gradeText = ({
  reliability,
  credibility,
}: Pick<EvidenceSource, "reliability" | "credibility">) =>
  `${reliability}${credibility} · ${RELIABILITY_WORDS[reliability]}, ${CREDIBILITY_WORDS[credibility]}`;

/** Every grade, best first. */
export const ALL_GRADES = RELIABILITIES.flatMap((reliability) =>
  CREDIBILITIES.map((credibility) => ({ reliability, credibility })),
);
