import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eachWork } from "../analysis/each.ts";
import { complete } from "../analysis/work.ts";
import { diagnosticity, outcomeMatrix } from "../analysis/matrix.ts";
import { ImpossibleEvidence } from "../answer/conflict.ts";
import { evaluate } from "../answer/evaluate.ts";
import { applyEdit } from "../case/edits.ts";
import { CREDIBILITIES, type EvidenceItem, RELIABILITIES } from "../case/evidence-types.ts";
import { readInputs } from "../case/inputs.ts";
import type { Case, Inputs } from "../case/types.ts";
import { SHIPPED, shippedCase } from "../shipped.test-help.ts";
import { conflictIn } from "./conflict.ts";
import { ALL_GRADES, discountOf, USUAL_GRADES } from "./grades.ts";
import { evidenceSteps } from "./steps.ts";
import { countingItems, effectiveInputs, hearings, withEvidence } from "./weigh.ts";

const syria = shippedCase("russia-iran-syria");
const signs = syria.indicators.map(({ id }) => id);
let count = 0;
const item = (indicator: string, more: Partial<EvidenceItem> & { grade?: string; seen?: boolean } = {}): EvidenceItem => {
  const { grade = "B2", seen = true, ...rest } = more;
  return {
    id: `e${++count}`,
    title: "Something happened",
    sources: [{ name: "Someone", reliability: grade[0] as "B", credibility: Number(grade[1]) as 2 }],
    bearsOn: [{ indicator, seen }],
    counts: true,
    ...rest,
  };
}; // prettier-ignore
const withItems = (...evidence: readonly EvidenceItem[]): Case => ({ ...syria, evidence });
const likelihood = (...evidence: readonly EvidenceItem[]) =>
  withEvidence(withItems(...evidence), {}).likelihood ?? {};
const breaks = (inputs: Inputs) => Object.values(evaluate(syria, inputs).horizons).map((at) => at.break);

const grades = fc.constantFrom(...ALL_GRADES);
const someItem = fc
  .record({ sign: fc.constantFrom(...signs.slice(0, 5)), grade: grades, seen: fc.boolean(), origin: fc.constantFrom(undefined, "one", "two"), counts: fc.boolean() })
  .map(({ sign, grade, seen, origin, counts }) => item(sign, { grade: `${grade.reliability}${grade.credibility}`, seen, counts, ...(origin ? { origin } : {}) })); // prettier-ignore
const log = fc.array(someItem, { maxLength: 8 });
/** A1 and its opposite at once cannot be asked; every other log can. */
const soft = log.filter((items) => items.every(({ sources }) => sources[0]!.reliability !== "A"));

describe("a grade", () => {
  it("counts in full at A1, for nothing at F6, and never more than a better one", () => {
    expect([USUAL_GRADES.A[0], USUAL_GRADES.F.at(-1)]).toEqual([1, 0]);
    for (const [r, row] of RELIABILITIES.entries())
      for (const c of CREDIBILITIES.keys()) {
        const value = USUAL_GRADES[row][c]!;
        expect(value).toBeGreaterThanOrEqual(0);
        if (r > 0) expect(value).toBeLessThanOrEqual(USUAL_GRADES[RELIABILITIES[r - 1]!][c]!);
        if (c > 0) expect(value).toBeLessThanOrEqual(USUAL_GRADES[row][c - 1]!);
      }
  });

  it("moves the answer the further the better it is, and towards what a certain sign would say", () => {
    for (const sign of signs) {
      const certain = breaks({ observe: { [sign]: true } });
      const none = breaks({});
      const towards = (grade: string) =>
        breaks(withEvidence(withItems(item(sign, { grade })), {})).map((p, h) => (p - none[h]!) * Math.sign(certain[h]! - none[h]!)); // prettier-ignore
      for (const [better, worse] of [
        ["A1", "B2"],
        ["B2", "C3"],
        ["C3", "F4"],
      ] as const)
        // prettier-ignore
        towards(better).forEach((move, h) => {
          expect(move).toBeGreaterThan(towards(worse)[h]! - 1e-15);
        });
      towards("A1").forEach((move, h) => {
        expect(move).toBeCloseTo(Math.abs(certain[h]! - none[h]!), 12);
      });
    }
  });

  it("of F6, or no source at all, changes nothing: the inputs are the very settings", () => {
    const settings = { weights: { strikes: 7 } };
    const silent = withItems(item(signs[0]!, { grade: "F6" }), item(signs[1]!, { sources: [] }));
    expect(withEvidence(silent, settings)).toBe(settings);
    expect(countingItems(silent)).toEqual([]);
  });

  it("is taken from the best of an item's sources", () => {
    const two = item(signs[0]!, { sources: [
      { name: "a", reliability: "E", credibility: 1 }, { name: "b", reliability: "B", credibility: 1 }, { name: "c", reliability: "A", credibility: 4 },
    ] }); // prettier-ignore
    expect(discountOf(syria, two)).toBe(USUAL_GRADES.B[0]);
  });
});

describe("the log", () => {
  it("enters a sign as [1, 1 − d] where seen and [1 − d, 1] where seen not to be", () => {
    const d = USUAL_GRADES.C[2]!;
    expect(likelihood(item("guardsKilled", { grade: "C3" }))).toEqual({ guardsKilled: [1, 1 - d] });
    expect(likelihood(item("guardsKilled", { grade: "C3", seen: false }))).toEqual({ guardsKilled: [1 - d, 1] });
  }); // prettier-ignore

  it("multiplies independent reports of one sign, and what the settings say of it", () => {
    const [b2, c3] = [1 - USUAL_GRADES.B[1]!, 1 - USUAL_GRADES.C[2]!];
    const both = [item("guardsKilled", { grade: "B2" }), item("guardsKilled", { grade: "C3" })];
    const [yes, no] = likelihood(...both)["guardsKilled"]!;
    expect(yes).toBe(1);
    expect(no).toBeCloseTo(b2 * c3, 15);
    const own = withEvidence(withItems(...both), { likelihood: { guardsKilled: [0.5, 1] } });
    expect(own.likelihood!["guardsKilled"]![1] / own.likelihood!["guardsKilled"]![0]).toBeCloseTo(2 * b2 * c3, 15); // prettier-ignore
  });

  it("hears an origin once on each sign, at its strongest; and not at all where it says both alike", () => {
    const weak = item("guardsKilled", { grade: "D3", origin: "wire" });
    const strong = item("guardsKilled", { grade: "B2", origin: " Wire " });
    expect(likelihood(weak, strong)).toEqual(likelihood(strong));
    expect(likelihood(strong, { ...strong, id: "again" }, weak)).toEqual(likelihood(strong));
    const other = item("allianceDenied", { grade: "D3", origin: "wire" });
    expect(likelihood(strong, other)).toEqual({ ...likelihood(strong), ...likelihood(other) });
    expect(likelihood(strong, item("guardsKilled", { seen: false, origin: "wire" }))).toEqual({});
    const [{ heard } = { heard: [] }] = hearings(withItems(weak, strong));
    expect(heard.map((voice) => voice.item)).toEqual([strong]);
  });

  it("gives the same inputs in any order, which can always be read back", () => {
    fc.assert(
      fc.property(log, fc.infiniteStream(fc.nat()), (items, keys) => {
        const shuffled = items.map((one) => ({ one, key: keys.next().value as number })).sort((a, b) => a.key - b.key).map(({ one }) => one); // prettier-ignore
        const inputs = withEvidence(withItems(...items), { weights: { strikes: 2 } });
        expect(withEvidence(withItems(...shuffled), { weights: { strikes: 2 } })).toEqual(inputs);
        expect(readInputs(syria, inputs)).toEqual({ ok: true, inputs });
        const silent = items.map((one) => ({ ...one, counts: false }));
        expect(withEvidence(withItems(...silent), {})).toEqual({});
      }),
      { numRuns: 300 },
    );
  });

  it("says nothing of states: an item on a factor or mechanism stays on record", () => {
    const bearing = { bearsOn: [{ node: "strikes", level: "VH" as const }, { node: "friction", strength: 2 as const }] }; // prettier-ignore
    const settings = {};
    expect(withEvidence(withItems(item(signs[0]!, bearing)), settings)).toBe(settings);
  });

  it("moves the answer step by step, and the last step is the answer", () => {
    fc.assert(
      fc.property(soft, (items) => {
        const theCase = withItems(...items);
        const steps = evidenceSteps(theCase, {});
        expect(steps.map(({ item }) => item)).toEqual(items.filter(({ counts }) => counts));
        expect(steps.at(-1)?.inputs ?? {}).toEqual(effectiveInputs(theCase, "baseline"));
        const results = complete(
          eachWork(
            theCase,
            steps.map(({ inputs }) => inputs),
          ),
        );
        expect(results.at(-1) ?? evaluate(theCase, {})).toEqual(evaluate(theCase, effectiveInputs(theCase, "baseline"))); // prettier-ignore
      }),
      { numRuns: 15 },
    );
  });

  it("names the items that cannot both be true, and is possible again once one is on record only", () => {
    const yes = item("guardsKilled", { grade: "A1", title: "Killed" });
    const no = item("guardsKilled", { grade: "A1", title: "Not killed", seen: false });
    const theCase = withItems(item("allianceDenied"), yes, item("guardsKilled"), no);
    expect(() => evaluate(theCase, effectiveInputs(theCase, "baseline"))).toThrow(ImpossibleEvidence);
    expect(conflictIn(theCase, "baseline")?.items).toEqual([yes, no]);
    const asked = evidenceSteps(theCase, {}).map(({ inputs }) => inputs);
    expect(complete(eachWork(theCase, asked)).map((after) => after !== null)).toEqual([true, true, true, false]); // prettier-ignore
    const calm = applyEdit(theCase, { edit: "countEvidence", evidence: no.id, counts: false });
    expect(conflictIn(calm, "baseline")).toBeNull();
  });

  it("also with what the settings have seen: the item alone is named", () => {
    const theCase = withItems(item("guardsKilled", { grade: "A1" }));
    const seen = applyEdit(theCase, { edit: "setObserve", scenario: "baseline", id: "guardsKilled", value: false }); // prettier-ignore
    expect(conflictIn(seen, "baseline")?.items).toEqual(theCase.evidence);
  });
});

describe.each(SHIPPED.map(({ name }) => name))("the matrix of signs and outcomes: %s", (name) => {
  const theCase = shippedCase(name);
  it("has Σ P(rung) · factor = 1 in every row, at every horizon", () => {
    const base = evaluate(theCase, {});
    const { horizons } = outcomeMatrix(theCase, {});
    for (const { id } of theCase.horizons) {
      expect(Object.keys(horizons[id]!)).toEqual(theCase.indicators.map((sign) => sign.id));
      for (const factors of Object.values(horizons[id]!)) {
        const sum = Object.entries(factors!).reduce((all, [rung, f]) => all + f * base.horizons[id]!.rungs[rung]!, 0); // prettier-ignore
        expect(sum).toBeCloseTo(1, 12);
        expect(diagnosticity(factors!)).toBeGreaterThanOrEqual(0);
      }
    }
  });

  it("agrees with the answer once the sign is observed, and has no row for what was seen not to be", () => {
    const sign = theCase.indicators[0]!.id;
    const last = theCase.horizons.at(-1)!.id;
    const [before, after] = [evaluate(theCase, {}), evaluate(theCase, { observe: { [sign]: true } })];
    const factors = outcomeMatrix(theCase, {}).horizons[last]![sign]!;
    for (const [rung, factor] of Object.entries(factors))
      expect(factor * before.horizons[last]!.rungs[rung]!).toBeCloseTo(
        after.horizons[last]!.rungs[rung]!,
        14,
      );
    expect(outcomeMatrix(theCase, { observe: { [sign]: false } }).horizons[last]![sign]).toBeNull();
    expect(new Set(Object.values(outcomeMatrix(theCase, { observe: { [sign]: true } }).horizons[last]![sign]!))).toEqual(new Set([1])); // prettier-ignore
  });
});
