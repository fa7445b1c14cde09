import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SHIPPED, shippedCase } from "../shipped.test-help.ts";
import { OUTCOME } from "../case/names.ts";
import { withPushAdded } from "../case/rules.ts";
import type { Case } from "../case/types.ts";
import { type AuthorEdit, applyAuthorEdit } from "./edits.ts";
import { authorEdits } from "./edits.test-help.ts";
import { arrowsOf, type Ends, placeBoxes, type Slot } from "./layout.ts";
import { templateCase } from "./start.ts";

type Slots = ReadonlyMap<string, Slot>;

const partsOf = ({ factors, mechanisms }: Case) => [...factors, ...mechanisms];
const slotsOf = (theCase: Case): Slots =>
  placeBoxes(theCase, "full", [...partsOf(theCase).map(({ id }) => id), OUTCOME], arrowsOf(theCase));

/** The case with no box put anywhere. */
const bare = (theCase: Case): Case => {
  const places = Object.fromEntries(partsOf(theCase).map(({ id }) => [id, null]));
  return applyAuthorEdit(theCase, { edit: "setPlaces", which: "place", places });
};

/** How many pairs of arrows cross, drawn straight from slot to slot; arrows with a common end do not. */
function crossings(slots: Slots, arrows: readonly Ends[]): number {
  const side = (a: Slot, b: Slot, p: Slot) =>
    (p.row - a.row) * (b.column - a.column) - (b.row - a.row) * (p.column - a.column);
  let count = 0;
  arrows.forEach((one, i) => {
    for (const other of arrows.slice(i + 1)) {
      if (new Set([one.from, one.to, other.from, other.to]).size < 4) continue;
      const [a, b, c, d] = [one.from, one.to, other.from, other.to].map((id) => slots.get(id)!);
      if (side(a!, b!, c!) * side(a!, b!, d!) < 0 && side(c!, d!, a!) * side(c!, d!, b!) < 0) count++;
    }
  });
  return count;
}

/** One below the other in the order of the case, in the same columns. */
function inOrder(slots: Slots): Slots {
  const count = new Map<number, number>();
  return new Map(
    [...slots].map(([id, { column, row }]) => {
      const n = count.get(column) ?? 0;
      count.set(column, n + 1);
      return [id, { column, row: id === OUTCOME ? row : n }];
    }),
  );
}

function expectTidy(theCase: Case): void {
  const slots = slotsOf(theCase);
  const all = [...slots];
  expect(all).toHaveLength(partsOf(theCase).length + 1);
  all.forEach(([id, a], i) => {
    for (const [other, b] of all.slice(i + 1))
      if (a.column === b.column) expect(Math.abs(a.row - b.row), `${id}, ${other}`).toBeGreaterThanOrEqual(1);
  });
  for (const { from, to } of arrowsOf(theCase))
    expect(slots.get(from)!.column, `${from}>${to}`).toBeLessThan(slots.get(to)!.column);
  expect(slotsOf(structuredClone(theCase))).toEqual(slots);
}

describe("the slots found", () => {
  it.each(SHIPPED)("for $name are tidy, and fewer arrows cross than in the order of the case", ({ name }) => {
    const theCase = bare(shippedCase(name));
    expectTidy(theCase);
    const slots = slotsOf(theCase);
    expect(crossings(slots, arrowsOf(theCase))).toBeLessThan(crossings(inOrder(slots), arrowsOf(theCase)));
  });

  it("for whatever an author made are tidy", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 6 }), (seeds) => {
        const made = seeds.reduce((so, seed) => applyAuthorEdit(so, authorEdits(so, seed)), templateCase());
        expectTidy(bare(made));
      }),
      { numRuns: 30 },
    );
  });
});

describe("a map that was arranged", () => {
  const places = (slots: Slots) =>
    Object.fromEntries(
      [...slots].filter(([id]) => id !== OUTCOME).map(([id, slot]) => [id, { ...slot, pinned: true }]),
    );
  const start = bare(templateCase());
  const arranged = applyAuthorEdit(start, {
    edit: "setPlaces",
    which: "place",
    places: places(slotsOf(start)),
  });

  it("stays as it is", () => {
    expect(slotsOf(arranged)).toEqual(slotsOf(start));
  });

  it("keeps its boxes where they are when a new arrow runs backwards: only what must move moves", () => {
    // From a mechanism on the right to one on its left.
    const slots = slotsOf(arranged);
    const mechanisms = arranged.mechanisms.toSorted(
      (a, b) => slots.get(a.id)!.column - slots.get(b.id)!.column,
    );
    const edits = mechanisms.flatMap((to) =>
      mechanisms.map((from): AuthorEdit => ({
        edit: "setRule",
        mechanism: to.id,
        rule: withPushAdded(to.rule, { strength: 0.2, of: [{ node: from.id, gate: "level" }] }),
      })),
    );
    let moved = 0;
    for (const edit of edits) {
      const next = applyAuthorEdit(arranged, edit);
      if (next === arranged) continue;
      const now = slotsOf(next);
      for (const { from, to } of arrowsOf(next))
        expect(now.get(from)!.column).toBeLessThanOrEqual(now.get(to)!.column);
      const rows = [...now].filter(([id, { row }]) => row !== slots.get(id)!.row);
      moved = Math.max(moved, rows.length);
      for (const { id } of next.factors) expect(now.get(id)).toEqual(slots.get(id));
      expect(rows.length).toBeLessThan(next.mechanisms.length);
    }
    expect(moved).toBeGreaterThan(0);
  });
});
