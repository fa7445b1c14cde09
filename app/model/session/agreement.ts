import type { Movers } from "./types.ts";

/** Kendall's W in words, always beside its number. @param w 0..1 */
const concordWord = (w: number): string =>
  w < 0.3
    ? "hardly agree"
    : w < 0.5
      ? "agree in part"
      : w < 0.7
        ? "agree roughly"
        : w < 0.9
          ? "largely agree"
          : "nearly all agree";

/** What `moversText` counts, as the head of a column: so many of those who answered both rounds. */
export const MOVERS = "People who moved by 5 points or more by their own weights";

export const moversText = ({ both, moved }: Movers): string =>
  `${moved} of ${both} ${both === 1 ? "person" : "people"} moved by 5 points or more by their own weights`;

/** How far people put factors in the same order, and how often as much would come about by shuffling (`concordance`). */
export function concordText({ w, p }: { readonly w: number; readonly p: number }): string {
  const often =
    p < 0.001
      ? "in fewer than 1 of 1,000"
      : `in ${Math.max(1, Math.round(1000 * p)).toLocaleString("en")} of 1,000`;
  return `People ${concordWord(w)} on the order of the factors (${w.toFixed(2)} of 1; shuffled orders agree as much ${often} tries).`;
}
