import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainRules, pushesOf } from "../../../app/model/case/rules.ts";
import type { PlainRule, Push } from "../../../app/model/case/types.ts";
import { templateCase } from "../../../app/model/author/start.ts";
import { lowers } from "../../../app/model/author/sentences.ts";
import { isWeighed, newPush, withDirection, withDriver, withKind, withNewPush } from "./sentence.ts";
import { tableBehind, withRow } from "../../../app/model/author/tables.ts";
import { middleOf, withShare } from "./rows.ts";

const KINDS = ["sum", "anyOf", "wmean", "wmin", "wmax", "mixminmax"] as const;
const push = (strength: number, node: string): Push => ({ strength, of: [{ node, gate: "level" }] });
const sum: PlainRule = { kind: "sum", base: 0.1, pushes: [push(0.6, "a"), push(-0.4, "b")] };

describe("sentences", () => {
  test("a first sentence that lowers has something to lower; later ones leave the beginning as it is", () => {
    const none: PlainRule = { kind: "sum", base: 0.1, pushes: [] };
    const first = withNewPush(none, push(-0.5, "a"));
    expect(first).toMatchObject({ base: 0.9, pushes: [{ strength: -0.5 }] });
    expect(withNewPush(none, push(0.5, "a"))).toMatchObject({ base: 0.1 });
    expect(withNewPush(sum, push(-0.5, "c"))).toMatchObject({ base: 0.1 });
  });

  test("what raises and what lowers stays so, however they come together", () => {
    for (const one of KINDS)
      for (const other of KINDS) {
        const rule = withKind(withKind(sum, one), other);
        expect(rule.kind).toBe(other);
        expect(rule.pushes.map(lowers)).toEqual([false, true]);
        expect(rule.pushes.map(({ of }) => of.map(({ node }) => node))).toEqual([["a"], ["b"]]);
        if (isWeighed(rule))
          for (const { strength } of rule.pushes) expect(strength).toBeGreaterThanOrEqual(0);
      }
  });

  test("turned round and back it is the sentence that it was", () => {
    for (const kind of KINDS)
      for (const one of withKind(sum, kind).pushes) {
        const rule = withKind(sum, kind);
        const turned = withDirection(rule, one, !lowers(one));
        expect(lowers(turned)).toBe(!lowers(one));
        expect(withDirection(rule, turned, lowers(one))).toEqual(one);
      }
  });

  test("another cause counts by its own weight, unless another’s was chosen", () => {
    const own: Push = { strength: 1, weightOf: "a", of: [{ node: "a", gate: "level" }] };
    expect(withDriver(own, 0, "b", true).weightOf).toBe("b");
    expect(withDriver(own, 0, "m", false)).not.toHaveProperty("weightOf");
    expect(withDriver({ ...own, weightOf: "c" }, 0, "b", true).weightOf).toBe("c");
  });
});

describe("a new sentence", () => {
  const theCase = templateCase();
  const begins = (group: "together" | "apart" | "timing", to: string, kind: PlainRule["kind"]) => {
    const mechanism = theCase.mechanisms.find(({ id }) => id === to);
    const factor = theCase.factors[0];
    if (!mechanism || !factor) throw new Error(`The template has no ${to}.`);
    const factors = theCase.factors.map((one) => (one === factor ? { ...one, group } : one));
    const rule = withKind(plainRules(mechanism.rule)[0] as PlainRule, kind);
    return newPush({ ...theCase, factors }, mechanism.id, rule, factor.id);
  };

  test("about what holds together lowers what leads to a break and raises what keeps it off", () => {
    for (const kind of KINDS) {
      expect(lowers(begins("together", "pressure", kind))).toBe(true);
      expect(lowers(begins("together", "grievance", kind))).toBe(true);
      expect(lowers(begins("together", "need", kind))).toBe(false);
    }
  });

  test("about what pulls apart raises the one and lowers the other; what brings the day raises both", () => {
    for (const kind of KINDS) {
      expect(lowers(begins("apart", "pressure", kind))).toBe(false);
      expect(lowers(begins("apart", "need", kind))).toBe(true);
      expect(lowers(begins("timing", "pressure", kind))).toBe(false);
      expect(lowers(begins("timing", "need", kind))).toBe(false);
    }
  });

  test("is of a weight that the kind can carry", () => {
    for (const kind of KINDS) {
      const { strength } = begins("together", "pressure", kind);
      expect(Math.abs(strength)).toBe(0.5);
      expect(strength < 0).toBe(kind === "sum" || kind === "anyOf");
    }
  });
});

describe("rows of the table behind a mechanism", () => {
  const mechanism = templateCase().mechanisms.find(({ rule }) => pushesOf(rule).length > 1);
  const rows = mechanism && tableBehind(mechanism);

  test("a share that is changed leaves a whole", () => {
    const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(shares, fc.nat(4), fc.double({ min: 0, max: 1, noNaN: true }), (raw, k, share) => {
        const total = raw.reduce((all, one) => all + one, 0);
        fc.pre(total > 0.01);
        const next = withShare(
          raw.map((one) => one / total),
          k,
          share,
        );
        expect(next[k]).toBe(share);
        expect(next.reduce((all, one) => all + one, 0)).toBeCloseTo(1, 12);
      }),
    );
  });

  test("a row set by hand is what the table gives there, and nowhere else", () => {
    if (!mechanism || !rows) throw new Error("The template has a mechanism with two causes.");
    const p = [0, 0, 0, 0.25, 0.75];
    const there = Object.fromEntries(rows.causes.map((id) => [id, 1]));
    const row = rows.rowOf(there);
    const table = withRow(mechanism, row, p);
    const set = tableBehind({ ...mechanism, ...(table && { table }) });
    expect(set.at(there)).toEqual(p);
    expect(set.isByHand(row)).toBe(true);
    expect(set.at({})).toEqual(rows.at({}));
    expect(middleOf(set.at(there))).toBe(85);
    expect(withRow({ ...mechanism, ...(table && { table }) }, row, null)).toBeNull();
  });
});
