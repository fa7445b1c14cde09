import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Case, Place } from "../../../app/model/case/types.ts";
import { ANY_CASE, CASES, MODES, SYRIA } from "./fixtures.ts";
import { layoutSlots } from "./layout.ts";
import { OUTCOME } from "./links.ts";
import type { Slot } from "../../../app/model/author/layout.ts";
import { mapStructure } from "./structure.ts";

/** The case without any slots, and with one for a mechanism if given. */
function bare(c: Case, id?: string, place?: Place): Case {
  const strip = <T extends { readonly id: string; readonly place?: Place; readonly overview?: Place }>(
    one: T,
  ) => {
    const { place: _place, overview: _overview, ...rest } = one;
    return one.id === id && place ? { ...rest, place } : rest;
  };
  return { ...c, factors: c.factors.map(strip), mechanisms: c.mechanisms.map(strip) } as Case;
}

const columnOf = (slots: ReadonlyMap<string, Slot>, id: string) => slots.get(id)?.column ?? NaN;

describe("slots", () => {
  it("are the case's own, the overview's before the full map's", () => {
    expect(layoutSlots(SYRIA, "overview").get("passivity")).toEqual({ column: 1, row: 2.5 });
    expect(layoutSlots(SYRIA, "full").get("passivity")).toEqual({ column: 2, row: 2.6 });
  });

  it("put factors first and the outcome last, without an empty column", () => {
    for (const c of CASES) {
      for (const mode of MODES) {
        const slots = layoutSlots(c, mode);
        const columns = new Set([...slots.values()].map(({ column }) => column));
        expect([...columns].sort((a, b) => a - b)).toEqual([...columns].map((_, i) => i));
        for (const { id } of c.factors) expect(columnOf(slots, id)).toBe(0);
        expect(columnOf(slots, OUTCOME)).toBe(columns.size - 1);
      }
    }
  });

  it("are found for a case without any: every arrow forward, no two boxes on one spot, always the same", () => {
    fc.assert(
      fc.property(ANY_CASE, fc.constantFrom(...MODES), (c, mode) => {
        const slots = layoutSlots(c, mode);
        for (const { from, to } of mapStructure(c, mode, null).every) {
          expect(columnOf(slots, from)).toBeLessThan(columnOf(slots, to));
        }
        const spots = [...slots.values()].map(({ column, row }) => `${String(column)}/${String(row)}`);
        expect(new Set(spots).size).toBe(spots.length);
        expect(layoutSlots(c, mode)).toEqual(slots);
      }),
      { numRuns: 60 },
    );
  });

  it("keep groups in order: what pulls apart above, what comes with time between, what holds below", () => {
    const slots = layoutSlots(bare(SYRIA), "overview");
    const rank = { apart: 0, rival: 0, timing: 1, together: 2 };
    const ranks = [...SYRIA.factors]
      .sort((a, b) => (slots.get(a.id)?.row ?? 0) - (slots.get(b.id)?.row ?? 0))
      .map(({ group }) => rank[group]);
    expect(ranks).toEqual([...ranks].sort());
  });

  it("keep a pinned box and place the others around it", () => {
    const slots = layoutSlots(bare(SYRIA, "friction", { column: 4, row: 7.5 }), "full");
    expect(slots.get("friction")).toEqual({ column: 4, row: 7.5 });
    expect(columnOf(slots, "pressure")).toBeGreaterThan(4);
  });

  it("are searched anew where the case's own would send an arrow backwards", () => {
    const slots = layoutSlots(bare(SYRIA, "losses", { column: 9, row: 0 }), "full");
    expect(columnOf(slots, "losses")).toBeLessThan(columnOf(slots, "grievance"));
  });
});
