const NUMBERS = ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]; // prettier-ignore

const inWords = (n: number): string => NUMBERS[n] ?? String(n);

/** A length in the unit it is said in: months below two years, but for a whole year. */
function lengthOf(years: number): readonly [count: number, unit: "month" | "year"] {
  const months = Math.max(1, Math.round(years * 12));
  if (months < 24 && months !== 12) return [months, "month"];
  return [Math.round(years * 100) / 100, "year"];
}

/** "6 months", "1 year", "18 months", "2.5 years". */
export function yearsText(years: number): string {
  const [count, unit] = lengthOf(years);
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}

/** "within a month", "within six months", "within a year", "within three years", "within 2.5 years". */
export function withinWords(years: number): string {
  const [count, unit] = lengthOf(years);
  return count === 1 ? `within a ${unit}` : `within ${inWords(count)} ${unit}s`;
}

const YEARS = { day: 1 / 365.25, week: 7 / 365.25, month: 1 / 12, year: 1 } as const;

/** How long a phrase such as "within ten years" or "inside of 18 months" says, in years; null where it says no length. */
export function yearsSaid(phrase: string): number | null {
  const found = /(\d+(?:[.,]\d+)?|\p{L}+)[\s-]+(day|week|month|year)s?\b/iu.exec(phrase);
  if (found === null) return null;
  const [word, unit] = [found[1]!.toLowerCase(), found[2]!.toLowerCase() as keyof typeof YEARS];
  const count = word === "a" || word === "an" ? 1 : NUMBERS.indexOf(word);
  const number = count > 0 ? count : Number(word.replace(",", "."));
  return number > 0 ? number * YEARS[unit] : null;
}
