import { describe, expect, it } from "vitest";
import { evaluate } from "../answer/evaluate.ts";
import type { Case, Mechanism } from "../case/types.ts";
import { pushesOf } from "../case/rules.ts";
import { meanOf } from "../ranked/row.ts";
import { applyAuthorEdit } from "./edits.ts";
import { templateCase } from "./start.ts";
import { levelsOf, rowOf, tableBehind, withRow } from "./tables.ts";

const theCase = templateCase();
const need = theCase.mechanisms.find(({ id }) => id === "need") as Mechanism;
const mine = [0, 0, 0, 0.5, 0.5];

/** The table behind Need, row by row. */
function rowsIn({ mechanisms }: Case) {
  const own = mechanisms.find(({ id }) => id === "need") as Mechanism;
  const behind = tableBehind(own);
  return Array.from({ length: 5 ** behind.causes.length }, (_, row) => {
    const levels = levelsOf(row, behind.causes.length);
    const at = Object.fromEntries(behind.causes.map((id, i) => [id, levels[i]!]));
    expect(behind.rowOf(at)).toBe(row);
    return { levels, p: behind.at(at), byHand: behind.isByHand(row) };
  });
}

describe("the table behind a mechanism", () => {
  it("has a row for every combination of its causes' levels, rising with what raises it", () => {
    expect(tableBehind(need).causes).toEqual(["commonThreat", "exchange"]);
    const rows = rowsIn(theCase);
    for (const { p } of rows) expect(p.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
    expect(meanOf(rows[0]!.p)).toBeLessThan(meanOf(rows[24]!.p));
    expect(tableBehind(need).at({})).toEqual(rows[12]!.p);
  });

  it("shows what is set by hand; the answer follows", () => {
    const next = applyAuthorEdit(theCase, {
      edit: "setTable",
      mechanism: "need",
      table: withRow(need, 12, mine),
    });
    const rows = rowsIn(next);
    expect(rows[12]).toMatchObject({ p: mine, byHand: true });
    expect(rows.filter(({ byHand }) => byHand)).toHaveLength(1);
    expect(rows.toSpliced(12, 1)).toEqual(rowsIn(theCase).toSpliced(12, 1));
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
    const [first, second] = pushesOf(need.rule);
    const turned = applyAuthorEdit(set, {
      edit: "setRule",
      mechanism: "need",
      rule: { kind: "sum", base: 0, pushes: [second!, first!] },
    });
    const rows = rowsIn(turned).filter(({ byHand }) => byHand);
    expect(rows.map(({ levels }) => levels)).toEqual([[3, 0]]); // was commonThreat 0, exchange 3
    const fewer = applyAuthorEdit(set, { edit: "removeFactor", factor: "exchange" });
    expect(fewer.mechanisms.find(({ id }) => id === "need")).not.toHaveProperty("table");
  });
});

it("levels and rows lead to each other", () => {
  for (let row = 0; row < 125; row++) expect(rowOf(levelsOf(row, 3))).toBe(row);
});
