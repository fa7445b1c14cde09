import { describe, expect, it } from "vitest";
import { evaluate } from "../answer/evaluate.ts";
import type { Mechanism } from "../case/types.ts";
import { applyAuthorEdit } from "./edits.ts";
import { templateCase } from "./start.ts";
import { levelsOf, normalised, rowOf, tableBehind, withRow } from "./tables.ts";

const theCase = templateCase();
const need = theCase.mechanisms.find(({ id }) => id === "need") as Mechanism;
const mine = [0, 0, 0, 0.5, 0.5];

describe("the table behind a mechanism", () => {
  it("has a row for every combination of its causes' levels, rising with what raises it", () => {
    const behind = tableBehind(theCase, "need")!;
    expect(behind.causes).toEqual(["commonThreat", "exchange"]);
    expect(behind.rows).toHaveLength(25);
    behind.rows.forEach(({ p, levels }, row) => {
      expect(p.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
      expect(rowOf(levels)).toBe(row);
    });
    expect(behind.rows[0]!.mean).toBeLessThan(behind.rows[24]!.mean);
    expect(tableBehind(theCase, "aims")).toBeUndefined();
  });

  it("shows what is set by hand and what the rule would say; the answer follows", () => {
    const next = applyAuthorEdit(theCase, {
      edit: "setTable",
      mechanism: "need",
      table: withRow(need, 12, mine),
    });
    const { rows } = tableBehind(next, "need")!;
    expect(rows[12]).toMatchObject({
      p: mine,
      byHand: true,
      rule: tableBehind(theCase, "need")!.rows[12]!.p,
    });
    expect(rows.filter(({ byHand }) => byHand)).toHaveLength(1);
    expect(evaluate(next, {})).not.toEqual(evaluate(theCase, {}));
    const back = applyAuthorEdit(next, { edit: "setTable", mechanism: "need", table: null });
    expect(back).toStrictEqual(theCase);
    expect(
      withRow(
        next.mechanisms.find(({ id }) => id === "need")!,
        12,
        null,
      ),
    ).toBeNull();
  });

  it("keeps its rows in the order of the causes when the rule names them otherwise, and none for other causes", () => {
    const set = applyAuthorEdit(theCase, {
      edit: "setTable",
      mechanism: "need",
      table: withRow(need, 3, mine),
    });
    const [first, second] = need.rule.pushes;
    const turned = applyAuthorEdit(set, {
      edit: "setRule",
      mechanism: "need",
      rule: { kind: "sum", base: 0, pushes: [second!, first!] },
    });
    const rows = tableBehind(turned, "need")!.rows.filter(({ byHand }) => byHand);
    expect(rows.map(({ levels }) => levels)).toEqual([[3, 0]]); // was commonThreat 0, exchange 3
    const fewer = applyAuthorEdit(set, { edit: "removeFactor", factor: "exchange" });
    expect(fewer.mechanisms.find(({ id }) => id === "need")).not.toHaveProperty("table");
  });
});

it("levels and rows lead to each other", () => {
  for (let row = 0; row < 125; row++) expect(rowOf(levelsOf(row, 3))).toBe(row);
});

it("shares are made to sum to 1, or refused", () => {
  expect(normalised([2, 2, 0, 0, 0])).toEqual([0.5, 0.5, 0, 0, 0]);
  expect(normalised([0, 0, 0, 0, 0])).toBeUndefined();
  expect(normalised([1, -1, 1, 0, 0])).toBeUndefined();
});
