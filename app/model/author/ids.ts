import { namesOf, OUTCOME } from "../case/names.ts";
import type { Case } from "../case/types.ts";

/** Longest id made of a name: short enough to be read in a file. */
const MOST = 40;

/** A name's plain letters and digits as one word: "Israeli strikes" → "israeliStrikes". Never empty. */
export function wordOf(label: string, otherwise = "part"): string {
  const words = label
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/['’]/g, "")
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== "");
  const joined = words
    .map((word, i) =>
      i === 0 ? word.toLowerCase() : word.charAt(0).toUpperCase() + word.slice(1).toLowerCase(),
    )
    .join("")
    .replace(/^[0-9]+/, "")
    .slice(0, MOST);
  return joined === "" ? otherwise : joined.charAt(0).toLowerCase() + joined.slice(1);
}

/** The first of "start", "start2", "start3" … that is not taken and that no JavaScript object answers to. */
export function firstFree(start: string, taken: ReadonlySet<string>): string {
  for (let n = 1; ; n++) {
    const one = n === 1 ? start : `${start}${n}`;
    if (!taken.has(one) && !(one in {})) return one;
  }
}

/** Every id that a factor, mechanism, indicator, claim, rung, horizon, statement or paragraph of the case has. */
export function idsIn(theCase: Case): Set<string> {
  const lists: readonly (readonly { readonly id: string }[])[] = [
    theCase.claims,
    theCase.horizons,
    theCase.outcome.rungs,
    theCase.statements ?? [],
    theCase.source.paragraphs ?? [],
    theCase.source.items ?? [],
    theCase.evidence ?? [],
  ];
  return new Set([
    OUTCOME,
    "all",
    ...namesOf(theCase).kinds.keys(),
    ...lists.flatMap((list) => list.map(({ id }) => id)),
  ]);
}

/** An id made of a label that nothing in the case has yet. */
export const freshId = (theCase: Case, label: string): string => firstFree(wordOf(label), idsIn(theCase));

/** The next free number behind a letter: "C" → "C12". */
export function freshNumber(theCase: Case, letter: string): string {
  const taken = idsIn(theCase);
  for (let n = 1; ; n++) if (!taken.has(`${letter}${n}`)) return `${letter}${n}`;
}
