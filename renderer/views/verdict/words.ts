import type { SettledHorizon, Settlement } from "../../../app/model/analysis/verdict.ts";
import { wasBroken } from "../../../app/model/analysis/verdict.ts";
import { levelName } from "../../../app/model/case/phrases.ts";
import { nameOf } from "../../../app/model/case/settings.ts";
import type { Reading } from "../../../app/model/analysis/verdict.ts";
import type { Case } from "../../../app/model/case/types.ts";
import { isMonth, longDate } from "../../../app/model/words/dates.ts";
import { estimate } from "../../../app/model/words/sentence.ts";
import { listed } from "../../../app/model/words/text.ts";

const inWords = (p: number): string => {
  const { word, range } = estimate(p);
  return `${word} ${range}`;
};

/** The verdict in two sentences: what came, and how what was said stood to it. A miss is called a miss. */
export function headline(
  theCase: Case,
  { rows }: Settlement,
): { readonly came: string; readonly said: string } {
  const { verdict } = theCase;
  const when = verdict?.date ? ` ${longDate(verdict.date)}` : "";
  const broke = verdict !== undefined && wasBroken(verdict);
  const came = broke
    ? `It broke${when && ` ${isMonth(verdict.date ?? "") ? "in" : "on"}${when}`}.`
    : `It held${when && ` to${when}`}.`;
  const phrase = ({ horizon }: SettledHorizon) => {
    const at = theCase.horizons.find(({ id }) => id === horizon);
    return at?.phrase === undefined || at.phrase === "" ? (at?.label ?? horizon) : at.phrase;
  };
  const saying = (some: readonly SettledHorizon[]) =>
    listed(some.map((row) => `${inWords(row.by.article.p)} ${phrase(row)}`));
  const wrong = rows.filter(({ call }) => call === "wrong");
  const open = rows.filter(({ call }) => call === "open");
  if (wrong.length > 0) {
    const missed = wrong.some((row) => row.broke)
      ? "The model missed it: it had called a break"
      : "The model was wrong: it had called a break";
    return { came, said: `${missed} ${saying(wrong)}.` };
  }
  if (open.length > 0)
    return { came, said: `The model did not commit itself: it had called a break ${saying(open)}.` };
  return { came, said: `The model was right: it had called a break ${saying(rows)}.` };
}

/** "Mean Brier score 0.41, worse than a coin's 0.25 and than the outside view's 0.36." */
export function scoreSentence({ mean }: Settlement): string {
  const own = mean.article.brier;
  const against = (name: string, other: number) => {
    const [a, b] = [own.toFixed(2), other.toFixed(2)];
    return `${a === b ? "as good as" : own < other ? "better than" : "worse than"} ${name} (${b})`;
  };
  return `Mean Brier score ${own.toFixed(2)}: ${against("a coin", mean.coin.brier)} and ${against("the outside view", mean.outside.brier)}. Smaller is better.`;
}

/** What an event says in the model's terms, for people. */
export function readingWords(theCase: Case, { levels, signs, directions }: Reading): string {
  return [
    ...levels.map(({ id, level }) => `${nameOf(theCase, id)}: ${levelName(theCase, level)}`),
    ...signs.map(({ id, seen }) => `${seen ? "Seen" : "Seen not to be"}: ${nameOf(theCase, id)}`),
    ...directions.map(({ id, up }) => `${nameOf(theCase, id)} ${up ? "rises" : "falls"}`),
  ].join(" · ");
}
