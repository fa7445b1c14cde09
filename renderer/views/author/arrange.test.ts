import { describe, expect, test } from "vitest";
import { openCase } from "../../../app/model/case/door.ts";
import { applyEdit } from "../../../app/model/case/edits.ts";
import { templateCase } from "../../../app/model/author/start.ts";
import { layoutSlots } from "../../charts/causal-map/layout.ts";
import { argumentLinks, OUTCOME } from "../../charts/causal-map/links.ts";
import { movedPlaces } from "./arrange.ts";

const theCase = templateCase();
const slots = layoutSlots(theCase, "full");

describe("arranging the map", () => {
  test("wherever a mechanism is put, no arrow runs backwards and the others stay", () => {
    for (const { id } of theCase.mechanisms)
      for (const column of [-3, 0, 1, 2, 9]) {
        const places = movedPlaces(theCase, slots, id, { column, row: 2.2 });
        for (const { from, to } of argumentLinks(theCase))
          if (to !== OUTCOME)
            expect(places[from]?.column ?? NaN).toBeLessThanOrEqual(places[to]?.column ?? NaN);
        for (const [other, slot] of slots)
          if (other !== id && other !== OUTCOME) expect(places[other]).toMatchObject(slot);
      }
  });

  test("a factor keeps to its column; rows are whole and half ones", () => {
    const id = theCase.factors[0]?.id ?? "";
    expect(movedPlaces(theCase, slots, id, { column: 4, row: 1.3 })[id]).toEqual({
      column: 0,
      row: 1.5,
      pinned: true,
    });
  });

  test("the map draws the box where it was put", () => {
    const id = theCase.mechanisms.at(-1)?.id ?? "";
    const column = slots.get(id)?.column ?? NaN;
    const places = movedPlaces(theCase, slots, id, { column, row: 4.5 });
    const next = applyEdit(theCase, { edit: "setPlaces", which: "place", places });
    expect(next).not.toBe(theCase);
    expect(layoutSlots(next, "full").get(id)).toMatchObject({ column, row: 4.5 });
  });

  test("what a file holds of places is what was put", () => {
    const id = theCase.factors[0]?.id ?? "";
    const places = movedPlaces(theCase, slots, id, { column: 0, row: 3 });
    const next = applyEdit(theCase, { edit: "setPlaces", which: "place", places });
    const read = openCase(JSON.stringify(next));
    expect(read.ok && read.case.factors[0]?.place).toEqual({ column: 0, row: 3, pinned: true });
  });
});
