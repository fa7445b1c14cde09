import type { EvidenceItem } from "../case/evidence-types.ts";
import { entryOf, logOf, settingsOf } from "../case/settings.ts";
import type { Case, Inputs } from "../case/types.ts";
import { discountOf } from "./grades.ts";

/* How the log enters the model. Signs only: what bears on a state is on record until someone changes the state. */

/** What one item says of one sign. */
export interface Voice {
  readonly item: EvidenceItem;
  readonly seen: boolean;
  /** Share of its weight that its grade keeps, 0..1. */
  readonly kept: number;
}

/** All that is said of one sign by the items that count, and which of it is heard. */
export interface Hearing {
  readonly indicator: string;
  readonly voices: readonly Voice[];
  /** One an origin: its strongest. */
  readonly heard: readonly Voice[];
}

/** Items without an origin are stories of their own. */
const originOf = ({ origin, id }: EvidenceItem) =>
  origin === undefined || origin.trim() === "" ? `item ${id}` : `origin ${origin.trim().toLowerCase()}`;

/** The strongest of one origin; nothing where it says both with equal strength. */
function strongest(voices: readonly Voice[]): Voice[] {
  const most = Math.max(...voices.map(({ kept }) => kept));
  const loudest = voices.filter(({ kept }) => kept === most);
  return loudest.every(({ seen }) => seen === loudest[0]!.seen) ? loudest.slice(0, 1) : [];
}

/** What counts of the log, by sign, in the case's order of signs. */
export function hearings(theCase: Case, items: readonly EvidenceItem[] = logOf(theCase)): Hearing[] {
  const counted = items.filter(({ counts }) => counts);
  return theCase.indicators.flatMap(({ id: indicator }) => {
    const voices = counted.flatMap((item) =>
      item.bearsOn.flatMap((bearing) =>
        "indicator" in bearing && bearing.indicator === indicator
          ? [{ item, seen: bearing.seen, kept: discountOf(theCase, item) }]
          : [],
      ),
    );
    if (voices.length === 0) return [];
    const origins = [...new Set(voices.map(({ item }) => originOf(item)))];
    const heard = origins.flatMap((origin) =>
      strongest(voices.filter(({ item }) => originOf(item) === origin)),
    );
    return [{ indicator, voices, heard }];
  });
}

/** The items of the log that move something. */
export function countingItems(theCase: Case): EvidenceItem[] {
  const heard = new Set(
    hearings(theCase).flatMap((h) => h.heard.filter(({ kept }) => kept > 0).map(({ item }) => item)),
  );
  return logOf(theCase).filter((item) => heard.has(item));
}

/** The least that independent reports leave of the other side, unless one of them is certain. */
const LEAST = 1e-300;

/** Chance of these reports if the other side holds: Π (1 − kept), in an order that does not depend on the log's. */
function against(voices: readonly Voice[]): number {
  const shares = voices.map(({ kept }) => 1 - kept).sort((a, b) => a - b);
  const product = shares.reduce((all, share) => all * share, 1);
  return product === 0 && shares[0] !== 0 ? LEAST : product;
}

/**
 * Settings with evidence added (MODEL.md, grading evidence): a report that keeps share d of its weight enters its
 * sign as likelihood [1, 1 − d] where seen and [1 − d, 1] where seen not to be; independent reports multiply, with
 * what the settings say of the sign as well. Reports that leave neither side any chance are handed on as they are:
 * the model then names the conflict. The same object where nothing counts.
 */
export function withEvidence(
  theCase: Case,
  settings: Inputs,
  items: readonly EvidenceItem[] = logOf(theCase),
): Inputs {
  let { observe, likelihood } = settings;
  for (const { indicator, heard } of hearings(theCase, items)) {
    const ifYes = against(heard.filter(({ seen }) => !seen));
    const ifNo = against(heard.filter(({ seen }) => seen));
    if (ifYes === ifNo && ifYes > 0) continue;
    const own = entryOf(settings.likelihood, indicator) ?? [1, 1];
    const [yes, no] = [own[0] * ifYes, own[1] * ifNo];
    const most = Math.max(yes, no);
    if (most > 0) likelihood = { ...likelihood, [indicator]: [yes / most, no / most] };
    else {
      const seen = entryOf(settings.observe, indicator) !== false;
      observe = { ...observe, [indicator]: seen };
      likelihood = { ...likelihood, [indicator]: seen ? [0, 1] : [1, 0] };
    }
  }
  if (observe === settings.observe && likelihood === settings.likelihood) return settings;
  return { ...settings, ...(observe && { observe }), ...(likelihood && { likelihood }) };
}

/** What the model is asked for a scenario: its settings, and what counts of the log. */
export const effectiveInputs = (theCase: Case, scenario: string): Inputs =>
  withEvidence(theCase, settingsOf(theCase, scenario));
