import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SHIPPED, shippedCase } from "../shipped.test-help.ts";
import type { Case } from "../case/types.ts";
import { applyAuthorEdit } from "./edits.ts";
import { authorEdits } from "./edits.test-help.ts";
import { arrowsOf, crossings, layoutOf, type Places } from "./layout.ts";
import { templateCase } from "./start.ts";

function expectTidy(theCase: Case): void {
  const places = layoutOf(theCase);
  const all = Object.entries(places);
  expect(all).toHaveLength(theCase.factors.length + theCase.mechanisms.length + 1);
  all.forEach(([id, a], i) => {
    for (const [, b] of all.slice(i + 1))
      if (a.column === b.column && !(a.pinned && b.pinned))
        expect(Math.abs(a.row - b.row), id).toBeGreaterThanOrEqual(1);
  });
  for (const { from, to } of arrowsOf(theCase))
    if (!places[from]!.pinned && !places[to]!.pinned)
      expect(places[from]!.column, `${from}>${to}`).toBeLessThan(places[to]!.column);
  // The order of the case, one below the other in the same columns.
  const count = new Map<number, number>();
  const naive: Places = Object.fromEntries(
    all.map(([id, { column }]) => {
      const row = count.get(column) ?? 0;
      count.set(column, row + 1);
      return [id, { column, row: id === "outcome" ? (theCase.factors.length - 1) / 2 : row }];
    }),
  );
  if (!all.some(([, { pinned }]) => pinned))
    expect(crossings(places, arrowsOf(theCase))).toBeLessThanOrEqual(crossings(naive, arrowsOf(theCase)));
  expect(layoutOf(structuredClone(theCase))).toEqual(places);
}

describe("the places found", () => {
  it.each(SHIPPED)("for $name are tidy", ({ name }) => expectTidy(shippedCase(name)));

  it("for whatever an author made are tidy, and what is pinned stays", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 6 }), (seeds) => {
        const theCase = seeds.reduce(
          (so, seed) => applyAuthorEdit(so, authorEdits(so, seed)),
          templateCase(),
        );
        expectTidy(theCase);
        const places = layoutOf(theCase);
        for (const { id, place } of [...theCase.factors, ...theCase.mechanisms])
          if (place?.pinned) expect(places[id]).toEqual(place);
      }),
      { numRuns: 30 },
    );
  });

  it("can be kept with the case", () => {
    const places = layoutOf(templateCase());
    const kept = applyAuthorEdit(templateCase(), { edit: "setPlaces", places, which: "place" });
    expect(kept.factors.every(({ id, place }) => place?.row === places[id]!.row)).toBe(true);
  });
});
