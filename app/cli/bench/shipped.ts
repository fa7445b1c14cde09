import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openCase, problemSentence } from "../../model/case/door.ts";
import type { Case, Inputs } from "../../model/case/types.ts";

export const caseFile = join(import.meta.dirname, "../../assets/cases/russia-iran-syria.entente");

export function openShipped(): Case {
  const opened = openCase(readFileSync(caseFile, "utf8"));
  if (!opened.ok) throw new Error(problemSentence(opened.problem));
  return opened.case;
}

/** A slider on its way: no weight is met twice, so no table is remembered. */
export const move = (theCase: Case, call: number): Inputs => ({
  weights: { [theCase.factors[0]?.id ?? ""]: ((call * 0.5) % 10) + (call % 9973) * 1e-6 },
});
