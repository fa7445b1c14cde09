import { hashOf, shuffled, uniform } from "../../model/random/generator.ts";
import type { Id, Response, WeightAnswer, WeightMethod } from "../../model/session/types.ts";
import type { Page } from "../contract.ts";

/* What a person has filled in so far, and what becomes of it. Nothing here touches the page. */

export type Round = Extract<Page, { readonly show: "round" }>;
export interface Triple {
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
}
export type Steps = "estimates" | "order" | "weights" | "send";

/** Everything filled in on one round; handles nobody has touched are missing, never in the middle. */
export interface Draft {
  readonly round: Id;
  /** The answer this will be: the same however often it is sent. */
  readonly id: Id;
  readonly begun: number;
  readonly step: number;
  readonly estimates: Readonly<Record<Id, Triple>>;
  readonly shownOrder: readonly Id[];
  readonly order: readonly Id[];
  readonly raw: Readonly<Record<Id, number>>;
  readonly best: Id | null;
  readonly worst: Id | null;
  readonly toWorst: Readonly<Record<Id, number>>;
  /** By "a b": how many times as far as the second the first pushes, as steps from -8 (a ninth) to 8 (nine times). */
  readonly pairs: Readonly<Record<string, number>>;
  readonly reason: string;
}

export function newDraft(round: Round, person: Id, id: Id, now: number): Draft {
  // Every phone shows factors in an order of its own.
  const shown = shuffled(
    round.factors.map((factor) => factor.id),
    uniform(hashOf(`${person} ${round.round}`)),
  );
  return {
    round: round.round,
    id,
    begun: now,
    step: 0,
    estimates: {},
    shownOrder: shown,
    order: shown,
    raw: {},
    best: null,
    worst: null,
    toWorst: {},
    pairs: {},
    reason: "",
  };
}

/** One's own earlier answer, to be changed or kept. */
export function draftOf(round: Round, before: Response, person: Id, id: Id, now: number): Draft {
  const fresh = newDraft(round, person, id, now);
  const { weights, estimates, reasons } = before;
  const filled: Draft = {
    ...fresh,
    estimates: Object.fromEntries(
      estimates.map(({ question, low, best, high }) => [question, { low, best, high }]),
    ),
    reason: reasons[0]?.text ?? "",
  };
  switch (weights?.method) {
    case undefined:
      return filled;
    case "rank":
      return { ...filled, order: weights.order };
    case "swing":
      return { ...filled, order: weights.order, raw: weights.raw };
    case "points":
    case "slider":
      return { ...filled, raw: weights.raw };
    case "bestWorst":
      return {
        ...filled,
        best: weights.best,
        worst: weights.worst,
        raw: weights.bestTo,
        toWorst: weights.toWorst,
      };
    case "pairs":
      return {
        ...filled,
        // This time the two may stand the other way round.
        pairs: Object.fromEntries(
          weights.pairs.flatMap(([a, b, times]) => [
            [`${a} ${b}`, stepOf(times)],
            [`${b} ${a}`, -stepOf(times)],
          ]),
        ),
      };
  }
}

/** 0: as far; 2: three times as far; -2: a third as far. */
export const timesOf = (step: number): number => (step >= 0 ? step + 1 : 1 / (1 - step));
export const stepOf = (times: number): number => Math.round(times >= 1 ? times - 1 : 1 - 1 / times);

/** Every two factors once, as they are shown. */
export const pairsOf = (draft: Draft): (readonly [Id, Id])[] =>
  draft.shownOrder.flatMap((a, i) => draft.shownOrder.slice(i + 1).map((b) => [a, b] as const));

/** The pages of a round, in their order: before any model comes before the factors. */
export const stepsOf = (round: Round): Steps[] => [
  ...(round.questions.length > 0 ? (["estimates"] as const) : []),
  ...(round.kind === "weights" ? stepsBy[round.method] : []),
  "send",
];
const stepsBy: Readonly<Record<WeightMethod, readonly Steps[]>> = {
  swing: ["order", "weights"],
  rank: ["order"],
  points: ["weights"],
  slider: ["weights"],
  bestWorst: ["weights"],
  pairs: ["weights"],
};

/** Sets one of three numbers and keeps low ≤ best ≤ high: the others give way only as far as they must. */
export function withPoint(triple: Triple, point: keyof Triple, value: number): Triple {
  const set = { ...triple, [point]: value };
  const { low, best, high } = set;
  const down = (x: number | null, most: number | null) =>
    x !== null && most !== null && x > most ? most : x;
  const up = (x: number | null, least: number | null) =>
    x !== null && least !== null && x < least ? least : x;
  switch (point) {
    case "low":
      return { low, best: up(best, low), high: up(high, low) };
    case "high":
      return { low: down(low, high), best: down(best, high), high };
    case "best":
      return { low: down(low, best), best, high: up(high, best) };
  }
}

/** Rates one of an order against the first: none stands above the one before it, so those in the way give way. */
export function withSwing(draft: Draft, id: Id, value: number): Draft {
  const place = draft.order.indexOf(id);
  const raw = { ...draft.raw, [id]: value };
  draft.order.forEach((other, at) => {
    const now = raw[other];
    if (now === undefined || at === 0) return;
    if (at < place && now < value) raw[other] = value;
    if (at > place && now > value) raw[other] = value;
  });
  return { ...draft, raw };
}

/** Another order: what was rated keeps its number as far as the new order lets it. */
export function withOrder(draft: Draft, order: readonly Id[]): Draft {
  let most = 100;
  const raw: Record<Id, number> = {};
  order.forEach((id, at) => {
    const now = draft.raw[id];
    // The first is the yardstick; one that was the first has no number of its own.
    if (at === 0 || now === undefined || id === draft.order[0]) return;
    most = Math.min(most, now);
    raw[id] = most;
  });
  return { ...draft, order, raw };
}

export const sumOf = (draft: Draft): number =>
  draft.shownOrder.reduce((sum, id) => sum + (draft.raw[id] ?? 0), 0);

/** How many answers of a step are missing; 0: one can go on. */
export function missing(round: Round, draft: Draft, step: Steps): number {
  const unset = (ids: readonly Id[], values: Readonly<Record<Id, number>>) =>
    ids.filter((id) => values[id] === undefined).length;
  switch (step) {
    case "estimates":
      return round.questions
        .map(({ id }) => draft.estimates[id])
        .reduce(
          (sum, triple) =>
            sum + (triple ? [triple.low, triple.best, triple.high].filter((x) => x === null).length : 3),
          0,
        );
    case "order":
    case "send":
      return 0;
    case "weights":
      switch (round.method) {
        case "rank":
          return 0;
        case "swing":
          return unset(draft.order.slice(1), draft.raw);
        case "points":
          return sumOf(draft) === 100 ? 0 : 1;
        case "slider":
          return unset(draft.shownOrder, draft.raw);
        case "bestWorst": {
          const { best, worst } = draft;
          if (best === null || worst === null) return (best === null ? 1 : 0) + (worst === null ? 1 : 0);
          const others = draft.shownOrder.filter((id) => id !== best);
          const between = others.filter((id) => id !== worst);
          return unset(others, draft.raw) + unset(between, draft.toWorst);
        }
        case "pairs":
          return pairsOf(draft).filter(([a, b]) => draft.pairs[`${a} ${b}`] === undefined).length;
      }
  }
}

/** The factor a reason is asked for: the one that matters most, where there is one. "": the whole. */
export function strongest(round: Round, draft: Draft): Id {
  if (round.kind === "warmup") return "";
  switch (round.method) {
    case "swing":
    case "rank":
      return draft.order[0] ?? "";
    case "bestWorst":
      return draft.best ?? "";
    case "points":
    case "slider": {
      const most = Math.max(...draft.shownOrder.map((id) => draft.raw[id] ?? 0));
      const top = draft.shownOrder.filter((id) => draft.raw[id] === most);
      return top.length === 1 ? (top[0] ?? "") : "";
    }
    case "pairs":
      return "";
  }
}

/** @throws Error when something is missing: the page asks `missing` first */
function weightsOf(round: Round, draft: Draft): WeightAnswer {
  const ids = draft.shownOrder;
  const all = (values: Readonly<Record<Id, number>>) =>
    Object.fromEntries(ids.map((id) => [id, values[id] ?? 0]));
  switch (round.method) {
    case "rank":
      return { method: "rank", order: draft.order };
    case "swing":
      return {
        method: "swing",
        order: draft.order,
        raw: all({ ...draft.raw, [draft.order[0] ?? ""]: 100 }),
      };
    case "points":
    case "slider":
      return { method: round.method, raw: all(draft.raw) };
    case "bestWorst": {
      const { best, worst } = draft;
      if (best === null || worst === null) throw new Error("Nothing is strongest or weakest yet.");
      return {
        method: "bestWorst",
        best,
        worst,
        bestTo: all({ ...draft.raw, [best]: 1 }),
        toWorst: all({ ...draft.toWorst, [worst]: 1, [best]: draft.raw[worst] ?? 1 }),
      };
    }
    case "pairs":
      return {
        method: "pairs",
        pairs: pairsOf(draft).map(([a, b]) => [a, b, timesOf(draft.pairs[`${a} ${b}`] ?? 0)] as const),
      };
  }
}

/** The answer as it is sent. */
export function responseOf(round: Round, draft: Draft, person: Id, rev: number, now: number): Response {
  const text = draft.reason.trim();
  return {
    id: draft.id,
    round: round.round,
    participant: person,
    rev,
    weights: round.kind === "warmup" ? null : weightsOf(round, draft),
    estimates: round.questions.map(({ id }) => {
      const { low, best, high } = draft.estimates[id] ?? { low: null, best: null, high: null };
      return { question: id, low: low ?? 0, best: best ?? 0, high: high ?? 0 };
    }),
    reasons: text === "" ? [] : [{ target: strongest(round, draft), text }],
    shownOrder: draft.shownOrder,
    seconds: Math.min(Math.max(Math.round((now - draft.begun) / 1000), 0), 1_000_000),
    enteredBy: "self",
  };
}
