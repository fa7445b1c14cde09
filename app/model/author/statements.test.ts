import { describe, expect, it, test } from "vitest";
import type { Statement } from "../case/statement.ts";
import { CHECKED, fidelityTests, SHIPPED, shippedCase } from "../shipped.test-help.ts";
import { applyAuthorEdit } from "./edits.ts";
import { templateCase } from "./start.ts";
import { runStatement, runStatements, statementsFrom, statementWords } from "./statements.ts";

describe.each(CHECKED)("$name", ({ name, checks }) => {
  it("its fidelity tests are statements, can be kept with it, and hold", () => {
    const theCase = shippedCase(name);
    const read = statementsFrom(theCase, { tests: fidelityTests(checks) });
    if (!read.ok) throw new Error(read.sentence);
    const kept = applyAuthorEdit(theCase, {
      edit: "together",
      label: "All",
      edits: read.statements.map((statement) => ({ edit: "putStatement", statement })),
    });
    const results = runStatements(kept);
    expect(results).toHaveLength(fidelityTests(checks).length);
    expect(results.filter(({ held }) => !held)).toEqual([]);
    expect(results.every(({ checked }) => checked > 0)).toBe(true);
  });
});

test.each(SHIPPED)("what $name says of itself holds", ({ name }) => {
  const results = runStatements(shippedCase(name));
  expect(results.filter(({ held }) => !held)).toEqual([]);
  expect(results.length > 0).toBe(name === "china-vietnam-1975");
});

const theCase = templateCase();
const base = { id: "s", text: "", kind: "monotone", input: "level", q: "break", h: "all" } as const;

it("goes on in the names that parts have now, where its words are ours", () => {
  const said = { ...base, factor: "aims", direction: "up", q: "mean:grievance", h: "long" } as const;
  const ours: Statement = { ...said, text: statementWords(theCase, said) };
  const kept = [ours, { ...ours, id: "t", text: "It rises." }].reduce(
    (so, statement) => applyAuthorEdit(so, { edit: "putStatement", statement }),
    theCase,
  );
  const renamed = applyAuthorEdit(
    applyAuthorEdit(kept, { edit: "changeFactor", factor: "aims", to: { short: "Far aims" } }),
    { edit: "changeMechanism", mechanism: "grievance", to: { short: "Anger" } },
  );
  expect(renamed.statements?.map(({ text }) => text)).toEqual([statementWords(renamed, said), "It rises."]);
  expect(renamed.statements?.[0]?.text).toMatch(/Far aims.*Anger/);
});

describe("a statement about one factor", () => {
  it("holds as long as the model says so, and breaks with numbers when it does not", () => {
    const raises: Statement = { ...base, factor: "aims", direction: "up" };
    expect(runStatement(theCase, raises)).toMatchObject({ held: true, checked: 12 });
    expect(runStatement(theCase, { ...raises, direction: "neverDown" }).held).toBe(true);
    expect(runStatement(theCase, { ...raises, direction: "still" }).held).toBe(false);
    const { held, broken } = runStatement(theCase, { ...raises, direction: "down", h: "long" });
    expect(held).toBe(false);
    expect(broken).toHaveLength(4);
    expect(broken[0]).toMatch(
      /^Long run: Aims apart VL → L takes the chance of a break from \d+(\.\d+)?% to \d+(\.\d+)?%$/,
    );
  });

  it("may be about a weight, a part's level, a rung or another setting", () => {
    const weight: Statement = { ...base, factor: "aims", input: "weight", direction: "up" };
    expect(runStatement(theCase, weight).held).toBe(true);
    expect(runStatement(theCase, { ...weight, q: "mean:need", direction: "still" }).held).toBe(true);
    const need: Statement = { ...base, factor: "commonThreat", direction: "up", q: "mean:need" };
    expect(runStatement(theCase, need).held).toBe(true);
    expect(runStatement(theCase, { ...need, q: "quiet" }).held).toBe(true);
    expect(runStatement(theCase, { ...need, settings: { assume: { need: "L" } } }).held).toBe(false);
    expect(runStatement(theCase, { ...need, margin: 0.5 }).held).toBe(false);
  });

  it("is broken, not thrown, where the evidence in it cannot be", () => {
    const impossible: Statement = {
      ...base,
      factor: "aims",
      direction: "up",
      settings: { observe: { need: "VH" }, assume: { need: "VL" } },
    };
    const { held, broken } = runStatement(theCase, impossible);
    expect(held).toBe(false);
    expect(broken[0]).toContain("cannot");
  });

  it("has words of its own", () => {
    expect(statementWords(theCase, { ...base, factor: "aims", direction: "neverDown" })).toBe(
      "Raising Aims apart never lowers the chance of a break.",
    );
    expect(
      statementWords(theCase, {
        ...base,
        factor: "aims",
        input: "weight",
        direction: "still",
        q: "mean:need",
        h: "long",
      }),
    ).toBe("Raising the weight of Aims apart does not move the state of Need, Long run.");
  });
});

describe("statements from elsewhere", () => {
  it("are refused in one sentence where they name what the case does not have", () => {
    const read = statementsFrom(theCase, [{ ...base, factor: "nobody", direction: "up" }]);
    expect(read.ok ? "" : read.sentence).toContain('statements[0] "s".factor must be the id of a factor');
    const none = statementsFrom(theCase, { other: 1 });
    expect(none.ok ? "" : none.sentence).toBe('The file must hold a list of "statements" or of "tests".');
  });
});
