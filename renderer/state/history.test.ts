import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cancelGesture, commit, endGesture, type History, newHistory, redo, undo } from "./history.ts";

type Doc = { readonly n: number };
const edits = fc.array(fc.record({ n: fc.integer(), gesture: fc.constantFrom(null, "drag", "other") }), {
  maxLength: 40,
});
const played = (list: readonly { n: number; gesture: string | null }[], first: Doc): History<Doc> =>
  list.reduce((h, { n, gesture }) => commit(h, { n }, `to ${n}`, gesture), newHistory(first));

describe("history", () => {
  test("redo after undo gives the very same object, for every step", () => {
    fc.assert(
      fc.property(edits, (list) => {
        for (let h = played(list, { n: 0 }); h.past.length > 0; h = undo(h)) {
          expect(redo(undo(h)).present).toBe(h.present);
          expect(redo(undo(h)).past.map(({ label }) => label)).toEqual(h.past.map(({ label }) => label));
        }
      }),
    );
  });

  test("undoing everything gives the first object", () => {
    fc.assert(
      fc.property(edits, (list) => {
        const first = { n: -1 };
        let h = played(list, first);
        while (h.past.length > 0) h = undo(h);
        expect(h.present).toBe(first);
      }),
    );
  });

  test("fifty moves of one drag are one step, named after the last", () => {
    const h = Array.from({ length: 50 }, (_, n) => ({ n })).reduce(
      (history, doc) => commit(history, doc, `weight ${doc.n}`, "drag"),
      newHistory<Doc>({ n: -1 }),
    );
    expect(h.past.map(({ label }) => label)).toEqual(["weight 49"]);
    expect(undo(h).present).toEqual({ n: -1 });
  });

  test("two drags are two steps, and Escape takes back the one in progress only", () => {
    const one = endGesture(commit(newHistory<Doc>({ n: 0 }), { n: 1 }, "first", "drag"));
    const two = commit(commit(one, { n: 2 }, "second", "drag"), { n: 3 }, "second", "drag");
    expect(two.past).toHaveLength(2);
    expect(cancelGesture(two).present).toEqual({ n: 1 });
    expect(cancelGesture(cancelGesture(two)).present).toEqual({ n: 1 });
  });

  test("an edit that changes nothing is no step and keeps redo", () => {
    const h = undo(commit(newHistory<Doc>({ n: 0 }), { n: 1 }, "one"));
    expect(commit(h, h.present, "nothing")).toBe(h);
    expect(h.future).toHaveLength(1);
  });

  test("at most 500 steps are kept", () => {
    const h = Array.from({ length: 700 }, (_, n) => ({ n })).reduce(
      (history, doc) => commit(history, doc, "edit"),
      newHistory<Doc>({ n: -1 }),
    );
    expect(h.past).toHaveLength(500);
  });
});
