import type { Case } from "../case/types.ts";

/* Dates without a clock: ISO days and times as text, reckoned by the proleptic Gregorian calendar. */

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The day of an ISO date or time; null where it is none. */
function dayOf(iso: string): Day | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?!\d)/.exec(iso);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= lastDay(year, month) ? { year, month, day } : null;
}

function lastDay(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The name and year of an ISO month; null where it is none. */
function monthOf(iso: string): { readonly name: string; readonly year: number } | null {
  const match = /^(\d{4})-(\d\d)$/.exec(iso);
  const name = MONTHS[Number(match?.[2]) - 1];
  return match && name !== undefined ? { name, year: Number(match[1]) } : null;
}

/** "30 January 2019", "January 2019" of a month; the text itself where it is no date. */
export function longDate(iso: string): string {
  const at = dayOf(iso);
  if (at) return `${at.day} ${MONTHS[at.month - 1]!} ${at.year}`;
  const month = monthOf(iso);
  return month ? `${month.name} ${month.year}` : iso;
}

/** Whether only the month is known. */
export const isMonth = (iso: string): boolean => monthOf(iso) !== null;

/** "30 Jan 2019", "Jan 2019" of a month. */
export function shortDate(iso: string): string {
  const at = dayOf(iso);
  if (at) return `${at.day} ${MONTHS[at.month - 1]!.slice(0, 3)} ${at.year}`;
  const month = monthOf(iso);
  return month ? `${month.name.slice(0, 3)} ${month.year}` : iso;
}

/** "30 Jan 2019, 14:05" of an ISO time, as it is written there. */
export function shortTime(iso: string): string {
  const time = /T(\d\d:\d\d)/.exec(iso)?.[1];
  return time === undefined ? shortDate(iso) : `${shortDate(iso)}, ${time}`;
}

/** The ISO day that many years later, to the month; 29 February becomes 28. Null where `iso` is no date. */
export function yearsLater(iso: string, years: number): string | null {
  const at = dayOf(iso);
  if (!at) return null;
  const months = at.year * 12 + at.month - 1 + Math.round(years * 12);
  const [year, month] = [Math.floor(months / 12), (((months % 12) + 12) % 12) + 1];
  if (year < 0 || year > 9999) return null;
  const two = (n: number) => String(n).padStart(2, "0");
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(Math.min(at.day, lastDay(year, month)))}`;
}

/**
 * The day on which each horizon ends: counted from the day the case speaks of, else from the given one.
 * Left out where that is beyond any calendar.
 */
export function dueDates(theCase: Case, otherwise: string): Record<string, string> {
  const from = dayOf(theCase.asOf) ? theCase.asOf : otherwise;
  let years = 0;
  return Object.fromEntries(
    theCase.horizons.flatMap((horizon): [string, string][] => {
      years += horizon.years;
      const due = yearsLater(from, years);
      return due === null ? [] : [[horizon.id, due]];
    }),
  );
}
