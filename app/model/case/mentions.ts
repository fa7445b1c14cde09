import type { Case, Claim } from "./types.ts";
import { namesOf, OUTCOME } from "./names.ts";
import { shown } from "./problem.ts";

/**
 * The horizons a claim speaks of, in their order. Besides a list of ids a claim may hold words:
 * "all", one horizon by its id or the beginning of its label, or "one to another".
 */
export function claimHorizons({ horizons }: Case, { horizon }: Claim): string[] {
  const all = horizons.map(({ id }) => id);
  if (typeof horizon !== "string") return all.filter((id) => horizon.includes(id));
  if (horizon === "all") return all;
  const plain = (words: string) => words.trim().toLowerCase().replaceAll("–", "-");
  const place = (words: string | undefined) => {
    const said = plain(words ?? "");
    return said === ""
      ? -1
      : horizons.findIndex((one) => one.id === said || plain(one.label).startsWith(said));
  };
  const ends = horizon.split(" to ");
  const [first, last] = [place(ends[0]), place(ends.at(-1))];
  return ends.length > 2 || first < 0 || last < 0 ? [] : all.slice(first, last + 1);
}

/** Most notes that are worth reading; the rest is counted. */
const MOST_NOTES = 50;

/**
 * What texts of the case speak of that the case does not have: kept in the file, used nowhere. One sentence each.
 */
export function notesOn(theCase: Case): string[] {
  const { kinds, horizons } = namesOf(theCase);
  const claims = new Set(theCase.claims.map(({ id }) => id));
  const isPart = (id: string) => kinds.has(id) || id === OUTCOME;
  const notes: string[] = [];
  const note = (where: string, ids: readonly string[], what: string, isKnown: (id: string) => boolean) => {
    for (const id of ids)
      if (!isKnown(id))
        notes.push(`${where} names ${shown(id)}, which is no ${what} of this case; it is kept, not used.`);
  };
  theCase.links.forEach(({ from, to, claims: support = [] }, i) => {
    note(`links[${i}]`, [from, to], "part", isPart);
    note(`links[${i}].claims`, support, "claim", (id) => claims.has(id));
  });
  theCase.tour.forEach(({ lights }, i) => note(`tour[${i}].lights`, lights, "part", isPart));
  for (const claim of theCase.claims) {
    note(`claims "${claim.id}".about`, claim.about, "part", isPart);
    if (typeof claim.horizon !== "string")
      note(`claims "${claim.id}".horizon`, claim.horizon, "horizon", (id) => horizons.includes(id));
    else if (claimHorizons(theCase, claim).length === 0)
      notes.push(
        `claims "${claim.id}".horizon says ${shown(claim.horizon)}, which is no horizon of this case; it is kept, not used.`,
      );
  }
  for (const { id, levels } of theCase.factors)
    note(`factors "${id}".levels`, Object.keys(levels), "horizon", (horizon) => horizons.includes(horizon));
  const more = notes.length - MOST_NOTES;
  return more > 0 ? [...notes.slice(0, MOST_NOTES), `${more} more such names are kept and not used.`] : notes;
}
