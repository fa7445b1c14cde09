import { complete, part, type Work } from "../analysis/work.ts";
import type { Case } from "../case/types.ts";
import { answerFindings } from "./check-answer.ts";
import { sourceFindings } from "./check-source.ts";
import { structureFindings } from "./check-structure.ts";
import type { Finding } from "./finding.ts";
import { type StatementResult, statementsWork } from "./statements.ts";

export type { Finding, FindingKind, Fix } from "./finding.ts";
export { closesLoop } from "./check-structure.ts";

const ORDER: readonly Finding["severity"][] = ["error", "warning", "hint"];

/** What checking a case brings to light. */
export interface CheckResult {
  /** What an author should look at, the gravest first. */
  readonly findings: readonly Finding[];
  /** How the author's own statements came out, in their order. */
  readonly statements: readonly StatementResult[];
}

/** Everything an author should look at, the gravest first. */
export const checkCase = (theCase: Case): readonly Finding[] => complete(checkWork(theCase)).findings;

/**
 * The same, and how the author's own statements came out, an answer or a few at a time. It computes some dozens of
 * answers: a tenth of a second for a case like the shipped ones.
 */
export function* checkWork(theCase: Case): Work<CheckResult> {
  const statements = yield* part(statementsWork(theCase), 0, 0.4);
  const ofAnswers = yield* part(answerFindings(theCase), 0.4, 1);
  const found = [
    ...statementFindings(statements),
    ...structureFindings(theCase),
    ...ofAnswers,
    ...sourceFindings(theCase),
  ];
  return {
    findings: ORDER.flatMap((grade) => found.filter(({ severity }) => severity === grade)),
    statements,
  };
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
