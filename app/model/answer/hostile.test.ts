import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { attribution } from "../analysis/attribution.ts";
import { linkInfluence } from "../analysis/links.ts";
import { openCase } from "../case/door.ts";
import { mutate } from "../case/mutate.test-help.ts";
import { evaluate } from "./evaluate.ts";

const MUTANTS = 600;

/** Every number of a result lies in 0..1: no NaN, nothing lost. */
function allShares(value: unknown): boolean {
  if (typeof value === "number") return value >= -1e-12 && value <= 1 + 1e-12;
  return Object.values(value as object).every(allShares);
}

test(`of ${MUTANTS} damaged files, those the door lets in are computed or refused in a sentence`, () => {
  const text = readFileSync(join(import.meta.dirname, "../../../assets/cases/us-saudi-1973.entente"), "utf8");
  let computed = 0;
  for (let seed = 0; seed < MUTANTS; seed++) {
    const opened = openCase(mutate(text, seed));
    if (!opened.ok || opened.case.mechanisms.length === 0) continue;
    try {
      expect(allShares(evaluate(opened.case, {}).horizons), `seed ${seed}`).toBe(true);
      attribution(opened.case, {});
      linkInfluence(opened.case, {});
      computed++;
    } catch (error) {
      // Too many factors, or too intertwined: said, not crashed.
      expect(error, `seed ${seed}`).toBeInstanceOf(RangeError);
    }
  }
  expect(computed).toBeGreaterThan(30);
});
