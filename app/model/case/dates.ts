/** First and last day of a time, as texts that sort by time. */
export interface Span {
  readonly first: string;
  readonly last: string;
}

const DAY = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/**
 * The days that a date speaks of: "2019-01-24", "2019-01", "2019", or two of these with a dash ("2020-2021",
 * "2019-01-20 – 2019-01-21"). Null for words: they are shown and not compared.
 */
export function spanOf(text: string): Span | null {
  const said = text.trim().replaceAll("–", "-");
  const whole = single(said);
  if (whole) return whole;
  const years = /^(\d{4})-(\d{4})$/.exec(said);
  const ends = years ? [years[1]!, years[2]!] : said.split(/\s+(?:-|to)\s+|\.\.|\//);
  if (ends.length !== 2) return null;
  const [from, to] = [single(ends[0]!), single(ends[1]!)];
  return from && to && from.first <= to.last ? { first: from.first, last: to.last } : null;
}

function single(text: string): Span | null {
  const found = DAY.exec(text.trim());
  if (!found) return null;
  const [, year, month, day] = found;
  if (month !== undefined && !(Number(month) >= 1 && Number(month) <= 12)) return null;
  if (day !== undefined && !(Number(day) >= 1 && Number(day) <= 31)) return null;
  return {
    first: `${year}-${month ?? "01"}-${day ?? "01"}`,
    last: `${year}-${month ?? "12"}-${day ?? "31"}`,
  };
}

/** Whether these two times share a day. */
export const overlap = (a: Span, b: Span): boolean => a.first <= b.last && b.first <= a.last;

/** The day so many years after another, to the month. */
export function yearsAfter(day: string, years: number): string {
  const [year, month, rest] = day.split("-");
  const months = Number(year) * 12 + Number(month) - 1 + Math.round(years * 12);
  const two = (n: number) => String(n).padStart(2, "0");
  return `${String(Math.floor(months / 12)).padStart(4, "0")}-${two((months % 12) + 1)}-${rest}`;
}
