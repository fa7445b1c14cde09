import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkResponse } from "../../model/session/guards.ts";
import { METHODS, type WeightMethod } from "../../model/session/types.ts";
import {
  type Draft,
  draftOf,
  missing,
  newDraft,
  pairsOf,
  responseOf,
  type Round,
  stepOf,
  stepsOf,
  timesOf,
  type Triple,
  withOrder,
  withPoint,
  withSwing,
} from "./draft.ts";

const factors = ["a", "b", "c", "d"].map((id) => ({ id, label: id, calm: "", worst: "" }));
const chances = [{ kind: "chance" as const, id: "now", text: "?" }];
const round = (method: WeightMethod): Round => ({
  show: "round",
  round: "r1",
  kind: "weights",
  n: 1,
  questions: chances,
  method,
  factors,
  changes: 1,
  from: null,
});
const triple = (low: number | null, best: number | null, high: number | null): Triple => ({
  low,
  best,
  high,
});

/** A draft with everything filled in that a method asks for. */
function filled(method: WeightMethod, numbers: readonly number[] = [80, 60, 0]): Draft {
  let draft: Draft = { ...newDraft(round(method), "p", "x1", 0), estimates: { now: triple(0.1, 0.3, 0.5) } };
  const [first = "", ...others] = draft.order;
  const each = (make: (n: number) => number) =>
    Object.fromEntries(others.map((id, n) => [id, make(numbers[n] ?? 0)]));
  if (method === "swing")
    for (const [n, id] of others.entries()) draft = withSwing(draft, id, numbers[n] ?? 0);
  if (method === "points") draft = { ...draft, raw: { ...each(() => 20), [first]: 40 } };
  if (method === "slider") draft = { ...draft, raw: { ...each((n) => n / 10), [first]: 10 } };
  if (method === "bestWorst")
    draft = {
      ...draft,
      best: first,
      worst: others[2] ?? "",
      raw: each((n) => 1 + (n % 9)),
      toWorst: each((n) => 1 + (n % 9)),
    };
  if (method === "pairs")
    draft = { ...draft, pairs: Object.fromEntries(pairsOf(draft).map(([a, b], n) => [`${a} ${b}`, n - 3])) };
  return draft;
}
const asked = { factors, chances, warmups: [] };

describe.each(METHODS)("%s", (method) => {
  const full = filled(method);
  const steps = stepsOf(round(method));

  test("begins with nothing filled in, and says how much is missing until it is whole", () => {
    const fresh = newDraft(round(method), "p", "x1", 0);
    expect(missing(round(method), fresh, "estimates")).toBe(3);
    if (method !== "rank") expect(missing(round(method), fresh, "weights")).toBeGreaterThan(0);
    for (const step of steps) expect(missing(round(method), full, step), step).toBe(0);
  });

  test("gives an answer that the laptop takes, and that can be taken up again", () => {
    const response = responseOf(round(method), full, "p", 1, 61_000);
    const checked = checkResponse({ ...asked, method }, { id: "r1", kind: "weights" }, response);
    expect(checked).toMatchObject({ ok: true, value: { seconds: 61 } });
    const again = draftOf({ ...round(method), round: "r2", from: "r1" }, response, "p", "x2", 0);
    const next = responseOf({ ...round(method), round: "r2" }, again, "p", 1, 0);
    if (method !== "pairs") expect(next.weights).toEqual(response.weights);
    for (const step of steps) expect(missing(round(method), again, step)).toBe(0);
  });
});

test("a warm-up asks no factor", () => {
  const warm: Round = { ...round("swing"), kind: "warmup", factors: [] };
  expect(stepsOf(warm)).toEqual(["estimates", "send"]);
  const draft = { ...newDraft(warm, "p", "x1", 0), estimates: { now: triple(1, 2, 3) } };
  const warmups = [{ kind: "quantity" as const, id: "now", text: "?", unit: "km", answer: 2 }];
  const given = responseOf(warm, draft, "p", 1, 0);
  const checked = checkResponse(
    { factors, chances, warmups, method: "swing" },
    { id: "r1", kind: "warmup" },
    given,
  );
  expect(checked).toMatchObject({ ok: true, value: { weights: null, shownOrder: [] } });
});

test("three numbers stay in their order whichever is moved, and the moved one is where it was put", () => {
  const number = fc.option(fc.integer({ min: 1, max: 99 }), { nil: null });
  const moves = fc.array(
    fc.tuple(
      fc.constantFrom("low" as const, "best" as const, "high" as const),
      fc.integer({ min: 1, max: 99 }),
    ),
  );
  fc.assert(
    fc.property(number, moves, (first, list) => {
      let now = triple(first, null, null);
      for (const [point, value] of list) {
        now = withPoint(now, point, value);
        expect(now[point]).toBe(value);
        const set = [now.low, now.best, now.high].filter((x) => x !== null);
        expect(set).toEqual([...set].sort((a, b) => a - b));
      }
    }),
  );
  // Nothing is filled in for anybody.
  expect(withPoint(triple(null, null, null), "low", 5)).toEqual(triple(5, null, null));
});

test("none is rated above the one before it, and the moved one is where it was put", () => {
  const moves = fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 100 })));
  fc.assert(
    fc.property(moves, fc.shuffledSubarray(["a", "b", "c", "d"], { minLength: 4 }), (list, order) => {
      let draft = newDraft(round("swing"), "p", "x", 0);
      for (const [at, value] of list) {
        const id = draft.order[at] ?? "";
        draft = withSwing(draft, id, value);
        expect(draft.raw[id]).toBe(value);
        const set = draft.order.slice(1).flatMap((one) => draft.raw[one] ?? []);
        expect(set).toEqual([...set].sort((a, b) => b - a));
      }
      const other = withOrder(draft, order);
      const set = other.order.slice(1).flatMap((one) => other.raw[one] ?? []);
      expect(set).toEqual([...set].sort((a, b) => b - a));
      expect(other.raw[order[0] ?? ""]).toBeUndefined();
    }),
  );
});

test("every person sees the factors in an order of their own, the same after a refresh", () => {
  const orderOf = (n: number) => newDraft(round("swing"), `p${String(n)}`, "x", 0).shownOrder.join("");
  const ids = ["a", "b", "c", "d"];
  const orders = Array.from({ length: 200 }, (_, n) => orderOf(n));
  expect(orders[7]).toBe(orderOf(7));
  expect(new Set(orders).size).toBeGreaterThan(20);
  for (const id of ids) {
    const first = orders.filter((order) => order.startsWith(id)).length;
    expect(first).toBeGreaterThan(30);
    expect(first).toBeLessThan(75);
  }
});

test("nine times to a ninth, one step each", () => {
  expect([8, 2, 0, -2, -8].map(timesOf)).toEqual([9, 3, 1, 1 / 3, 1 / 9]);
  for (let step = -8; step <= 8; step += 1) expect(stepOf(timesOf(step))).toBe(step);
});
