import type { Case } from "../case/types.ts";
import { answerFindings } from "./check-answer.ts";
import { sourceFindings } from "./check-source.ts";
import { structureFindings } from "./check-structure.ts";
import type { Finding } from "./finding.ts";
import { runStatements, type StatementResult } from "./statements.ts";

export type { Finding, FindingKind, Fix } from "./finding.ts";
export { closesLoop } from "./check-structure.ts";

const ORDER: readonly Finding["severity"][] = ["error", "warning", "hint"];

/**
 * Everything an author should look at, the gravest first. It computes some dozens of answers: a tenth of a second for
 * a case like the shipped ones.
 */
export function checkCase(theCase: Case): Finding[] {
  const found = [
    ...statementFindings(runStatements(theCase)),
    ...structureFindings(theCase),
    ...answerFindings(theCase),
    ...sourceFindings(theCase),
  ];
  return ORDER.flatMap((severity) => found.filter((one) => one.severity === severity));
}

/** The author's own statements that do not hold. */
export function statementFindings(results: readonly StatementResult[]): Finding[] {
  return results
    .filter(({ held }) => !held)
    .map(({ id, text, broken }) => ({
      kind: "statementBroken",
      severity: "error",
      about: [id],
      text: `“${text}” no longer holds: ${broken[0] ?? "nothing to compare"}.`,
      fixes: [{ label: "Take the statement back", edit: { edit: "removeStatement", id } }],
    }));
}
