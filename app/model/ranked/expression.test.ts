import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ExpressionFault, parseExpression } from "./expression.ts";
import { evaluator } from "./mean.ts";

const ids = ["a", "b", "min"];
const valueOf = (text: string, ...x: number[]) =>
  evaluator(parseExpression(text, ids).mean)(Float64Array.from(x));
const faultIn = (text: string): string => {
  try {
    parseExpression(text, ids);
  } catch (error) {
    if (error instanceof ExpressionFault) return error.message;
    throw error;
  }
  return "";
};

describe("expressions", () => {
  test.each([
    ["1+2*3", 7],
    ["(1+2)*3", 9],
    ["8/4/2", 1],
    ["5-2-1", 2],
    ["2^3^2", 512],
    ["-2^2", -4],
    ["2^-1", 0.5],
    ["2*-3", -6],
    ["1.5e1 + .5", 15.5],
    ["a*1.2", 0.3],
    ["(2.0*a+3.0*b)/5.0", 0.55],
    ["min(a, b, 0.5) + MAX(a, b)", 1],
    ["min - 0.1", 0.8],
  ])("%s is %d", (text, value) => {
    expect(valueOf(text, 0.25, 0.75, 0.9)).toBeCloseTo(value, 14);
  });

  test("weighted functions take each weight before its value; mixminmax takes its two weights first", () => {
    const [a, b] = [0.25, 0.75];
    expect(valueOf("wmean(2.0,a,1.0,b)", a, b)).toBeCloseTo((2 * a + b) / 3, 14);
    expect(valueOf("wmin(1,a,3,b)", a, b)).toBeCloseTo(Math.min((a + b) / 2, (3 * b + a) / 4), 14);
    expect(valueOf("wmax(1,a,3,b)", a, b)).toBeCloseTo(Math.max((a + b) / 2, (3 * b + a) / 4), 14);
    expect(valueOf("mixminmax(3,1,a,b,0.5)", a, b)).toBeCloseTo((3 * a + b) / 4, 14);
  });

  test("TNormal gives the variance, and runs from 0 to 1", () => {
    expect(parseExpression("TNormal(wmean(2.0,a,1.0,b),0.01,0.0,1.0)", ids).variance).toBe(0.01);
    expect(parseExpression("a", ids).variance).toBeUndefined();
    expect(faultIn("TNormal(a,0.01,0,2)")).toMatch(/^at column 18: TNormal must run from 0 to 1/);
    expect(faultIn("TNormal(a,0,0,1)")).toMatch(
      /^at column 11: the variance must be a finite number above 0, not 0/,
    );
    expect(faultIn("TNormal(a,b,0,1)")).toMatch(/^at column 11: the variance must be a number/);
    expect(faultIn("1+TNormal(a,1,0,1)")).toMatch(/^at column 3: TNormal may only stand around/);
  });

  test.each([
    ["", 1],
    ["a +", 4],
    ["a b", 3],
    ["a + c", 5],
    ["a $ b", 3],
    ["wmean(2.0,a", 12],
    ["wmean(a, b)", 7],
    ["wmean(0,a,0,b)", 1],
    ["1+wmin(2,a)", 3],
    ["wmax(-1,a,1,b)", 1],
    ["mixminmax(0,0,a,b)", 1],
    ["mixminmax(1,1)", 14],
    ["process(1)", 1],
    ["1e999", 1],
    [`${"(".repeat(200)}a`, 101],
    [`a${" ".repeat(10_000)}`, 10_001],
  ])("what is wrong with %j is found at column %d", (text, column) => {
    expect(faultIn(text)).toMatch(new RegExp(`^at column ${column}: .`));
  });

  test("any text is read or refused with a column, and nothing else happens", () => {
    const part = fc.constantFrom(
      "a",
      "b",
      "1",
      ".5",
      "+",
      "-",
      "*",
      "/",
      "^",
      "(",
      ")",
      ",",
      "wmin(",
      "max(",
      " ",
      "é",
      "😀",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        const fault = faultIn(parts.join(""));
        expect(fault === "" || /^at column \d+: ./.test(fault)).toBe(true);
      }),
      { numRuns: 10_000 },
    );
  });
});
