import type { CaseNetwork, CaseVariable } from "../../../app/model/case/network-case.ts";
import { rowStates, variableOf } from "../../../app/model/case/network-case.ts";

/** The clause a sentence about the question ends with: "lung is yes". */
export function targetClause(network: CaseNetwork): string {
  const { variable, state } = network.target;
  return `${variableOf(network, variable)?.label ?? variable} is ${state}`;
}

/** "dysp is yes", "what speaks for some states of xray". */
export function findingText(network: CaseNetwork, id: string): string {
  const finding = network.findings[id];
  const label = variableOf(network, id)?.label ?? id;
  return typeof finding === "string" ? `${label} is ${finding}` : `evidence on ${label}`;
}

/** "nothing found yet", "1 finding", "3 findings". */
export function findingCount({ findings }: CaseNetwork): string {
  const count = Object.keys(findings).length;
  return count === 0 ? "nothing found yet" : count === 1 ? "1 finding" : `${count} findings`;
}

/** How surprising all findings are together, in words: "1 in 240". */
export function oddsText(logPe: number): string {
  const times = Math.exp(-logPe);
  if (times < 1.005) return "as good as certain";
  if (!(times < 1e12)) return `about 1 in 10 to the power ${Math.round(-logPe / Math.LN10)}`;
  const round = times < 10 ? Math.round(times * 10) / 10 : Number(times.toPrecision(2));
  return `about 1 in ${round.toLocaleString("en-GB")}`;
}

/** Five relative steps: 5 for what tells most, 0 for what tells nothing. */
export const steps = (tell: number, most: number): number =>
  tell > 0 && most > 0 ? Math.max(1, Math.ceil((tell / most) * 5 - 1e-9)) : 0;

/** "Where asia is yes and smoke is no": when the n-th text of a rule with several is the one that holds; "" where there is one. */
export function partitionWords(network: CaseNetwork, variable: CaseVariable, n: number): string {
  const parents = (variable.expression?.partition ?? []).flatMap((axis) => variable.parents[axis] ?? []);
  const states = rowStates(network, { parents }, n);
  const said = parents.map((id, k) => `${variableOf(network, id)?.label ?? id} is ${states[k] ?? ""}`);
  return said.length === 0 ? "" : `Where ${said.join(" and ")}`;
}
