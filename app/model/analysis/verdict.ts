import { evaluate } from "../answer/evaluate.ts";
import type { Happening } from "../case/evidence-types.ts";
import type { Verdict } from "../case/judgement.ts";
import { LEVELS, type Case, type Inputs, type Level } from "../case/types.ts";
import { dueDates } from "../words/dates.ts";
import { wholePercent } from "../words/numbers.ts";
import { breakFromView } from "./views.ts";

/** Somebody's number for one horizon, and what it cost once the outcome was known. */
export interface Scored {
  readonly p: number;
  readonly brier: number;
  /** Natural logarithm. */
  readonly log: number;
}

/** Whose numbers are set side by side. */
export const VOICES = ["article", "half", "outside", "coin"] as const;
export type Voice = (typeof VOICES)[number];

/** Right: on the side that came about; open: in the words for an even chance; wrong: on the other side. */
export type Call = "right" | "open" | "wrong";

export interface SettledHorizon {
  readonly horizon: string;
  readonly broke: boolean;
  readonly date?: string;
  readonly by: Readonly<Record<Voice, Scored>>;
  /** How the article's number stood to the outcome. */
  readonly call: Call;
}

export interface Settlement {
  readonly rows: readonly SettledHorizon[];
  readonly mean: Readonly<Record<Voice, Omit<Scored, "p">>>;
}

const scored = (p: number, broke: boolean): Scored => ({
  p,
  brier: (p - (broke ? 1 : 0)) ** 2,
  log: -Math.log(broke ? p : 1 - p) + 0,
});

/** On which side of an even chance a displayed number stood; 45 to 55 is the scale's own "roughly even". */
export function callOf(p: number, broke: boolean): Call {
  const percent = wholePercent(p);
  if (percent >= 45 && percent <= 55) return "open";
  return percent > 55 === broke ? "right" : "wrong";
}

/** The inputs as the case had them at its time: its first scenario, from the article's side. */
export function inputsThen(theCase: Case): Inputs {
  const { view: _view, ...settings } = theCase.scenarios[0]?.settings ?? {};
  return settings;
}

/**
 * What the case said at its time and what it was worth, by every horizon that its verdict settles: the article's view,
 * the outside view (the base rate of such arrangements), half way, and a coin. Null where nothing is settled.
 * Sources of the scores: Brier 1950; Good 1952.
 */
export function settlement(theCase: Case): Settlement | null {
  const { verdict } = theCase;
  if (!verdict) return null;
  const result = evaluate(theCase, inputsThen(theCase));
  const views = {
    article: breakFromView(theCase, result, "article"),
    half: breakFromView(theCase, result, 0.5),
    outside: breakFromView(theCase, result, "outside"),
  };
  const rows = theCase.horizons.flatMap(({ id }): SettledHorizon[] => {
    const at = Object.hasOwn(verdict.byHorizon, id) ? verdict.byHorizon[id] : undefined;
    if (at === undefined || typeof at.broke !== "boolean") return [];
    const { broke, date } = at;
    const by = {
      article: scored(views.article[id]!, broke),
      half: scored(views.half[id]!, broke),
      outside: scored(views.outside[id]!, broke),
      coin: scored(0.5, broke),
    };
    return [
      { horizon: id, broke, ...(date === undefined ? {} : { date }), by, call: callOf(by.article.p, broke) },
    ];
  });
  if (rows.length === 0) return null;
  const mean = (voice: Voice) => ({
    brier: rows.reduce((sum, row) => sum + row.by[voice].brier, 0) / rows.length,
    log: rows.reduce((sum, row) => sum + row.by[voice].log, 0) / rows.length,
  });
  return {
    rows,
    mean: { article: mean("article"), half: mean("half"), outside: mean("outside"), coin: mean("coin") },
  };
}

/** What an event says in the model's own terms, and what the model has no exact term for. */
export interface Reading {
  readonly event: Happening;
  /** The horizon in whose period it fell; null: after the last, or without a date. */
  readonly horizon: string | null;
  readonly levels: readonly { readonly id: string; readonly level: Level }[];
  readonly signs: readonly { readonly id: string; readonly seen: boolean }[];
  /** Told only as a direction: "+" or "-" has no size. */
  readonly directions: readonly { readonly id: string; readonly up: boolean }[];
}

const isLevel = (value: unknown): value is Level => LEVELS.some((level) => level === value);

export function readingOf(theCase: Case, event: Happening): Reading {
  const known = new Set([...theCase.factors, ...theCase.mechanisms].map(({ id }) => id));
  const indicators = new Set(theCase.indicators.map(({ id }) => id));
  const about = Object.entries(event.about).filter(([id]) => known.has(id));
  return {
    event,
    horizon: periodOf(theCase, event.date),
    levels: about.flatMap(([id, level]) => (isLevel(level) ? [{ id, level }] : [])),
    signs: Object.entries(event.observe).flatMap(([id, seen]) =>
      indicators.has(id) && typeof seen === "boolean" ? [{ id, seen }] : [],
    ),
    directions: about.flatMap(([id, sign]) =>
      sign === "+" || sign === "-" ? [{ id, up: sign === "+" }] : [],
    ),
  };
}

function periodOf(theCase: Case, date: string): string | null {
  if (!/^\d{4}-\d\d-\d\d/.test(date)) return null;
  const due = dueDates(theCase, theCase.asOf);
  return theCase.horizons.find(({ id }) => (due[id] ?? "") >= date.slice(0, 10))?.id ?? null;
}

/** Events by date, each with whether it came before the break (all did, where none came). */
export function timeline({
  events = [],
  verdict,
}: Case): { readonly event: Happening; readonly before: boolean }[] {
  const broke = verdict !== undefined && wasBroken(verdict) ? (verdict.date ?? "9999") : "9999";
  return [...events]
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .map((event) => ({ event, before: event.date < broke && event.id !== verdict?.event }));
}

export const wasBroken = ({ broke, byHorizon }: Verdict): boolean =>
  broke ?? Object.values(byHorizon).some((at) => at.broke === true);

/**
 * The inputs had everything been known that is told of the time before the break, in exact terms: a factor's level is
 * set, a mechanism's assumed, from the period of the event on; a sign counts where it fell in the first period, the
 * only one in which the model takes evidence. Directions without a size are left out.
 */
export function hindsight(theCase: Case): Inputs {
  const factors = new Set(theCase.factors.map(({ id }) => id));
  const set: Record<string, Record<string, Level>> = {};
  const assume: Record<string, Record<string, Level>> = {};
  const observe: Record<string, boolean> = {};
  const ids = theCase.horizons.map(({ id }) => id);
  for (const { event, before } of timeline(theCase)) {
    const reading = readingOf(theCase, event);
    if (!before || reading.horizon === null) continue;
    const from = ids.indexOf(reading.horizon);
    for (const { id, level } of reading.levels) {
      const map = factors.has(id) ? set : assume;
      map[id] = { ...map[id], ...Object.fromEntries(ids.slice(from).map((h) => [h, level])) };
    }
    if (from === 0) for (const { id, seen } of reading.signs) observe[id] = seen;
  }
  const then = inputsThen(theCase);
  return {
    ...then,
    ...(Object.keys(set).length > 0 ? { set: { ...then.set, ...set } } : {}),
    ...(Object.keys(assume).length > 0 ? { assume: { ...then.assume, ...assume } } : {}),
    ...(Object.keys(observe).length > 0 ? { observe: { ...then.observe, ...observe } } : {}),
  };
}
