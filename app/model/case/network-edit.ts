import { same } from "./entry.ts";
import { attempt } from "./problem.ts";
import { readFinding } from "./network-read.ts";
import {
  type CaseNetwork,
  type CaseVariable,
  type Finding,
  type NetworkCase,
  variableOf,
} from "./network-case.ts";

/** An edit of a network. A finding of null is taken back. */
export type NetworkEdit =
  | { readonly edit: "setFinding"; readonly variable: string; readonly finding: Finding | null }
  | { readonly edit: "clearFindings" }
  | { readonly edit: "setTarget"; readonly variable: string; readonly state: string }
  /** Entry `state` of row `row` of a table becomes `p`; the row's other entries keep their proportions. */
  | {
      readonly edit: "setTableEntry";
      readonly variable: string;
      readonly row: number;
      readonly state: number;
      readonly p: number;
    };

const NETWORK_EDITS: readonly string[] = ["setFinding", "clearFindings", "setTarget", "setTableEntry"];

export const isNetworkEdit = (edit: { readonly edit: string }): edit is NetworkEdit =>
  NETWORK_EDITS.includes(edit.edit);

/** The case after an edit; the same one where the edit changes nothing or does not fit. */
export function applyNetworkEdit(theCase: NetworkCase, edit: NetworkEdit): NetworkCase {
  const network = edited(theCase.network, edit);
  return network === theCase.network ? theCase : { ...theCase, network };
}

function edited(network: CaseNetwork, edit: NetworkEdit): CaseNetwork {
  if (edit.edit === "clearFindings")
    return Object.keys(network.findings).length === 0 ? network : { ...network, findings: {} };
  const variable = variableOf(network, edit.variable);
  if (!variable) return network;
  switch (edit.edit) {
    case "setFinding":
      return withFinding(network, variable, edit.finding);
    case "setTarget": {
      const target = { ...network.target, variable: variable.id, state: edit.state };
      return !variable.states.includes(edit.state) || same(target, network.target)
        ? network
        : { ...network, target };
    }
    case "setTableEntry": {
      const p = withTableEntry(variable, edit.row, edit.state, edit.p);
      if (p === variable.p) return network;
      // The rule no longer gives the table.
      const { expression: _gone, ...rest } = variable;
      return {
        ...network,
        variables: network.variables.map((one) => (one === variable ? { ...rest, p } : one)),
      };
    }
    default:
      return edit satisfies never;
  }
}

/** Findings stand in the order of the variables, so that the saved text does not depend on the way there. */
function withFinding(
  network: CaseNetwork,
  { id, states }: CaseVariable,
  finding: Finding | null,
): CaseNetwork {
  if (same(network.findings[id] ?? null, finding)) return network;
  if (finding !== null && !attempt(() => readFinding({ path: id, value: finding }, states)).ok)
    return network;
  const findings = { ...network.findings };
  Reflect.deleteProperty(findings, id);
  if (finding !== null) findings[id] = finding;
  const ordered = network.variables.flatMap(({ id: one }): [string, Finding][] => {
    const said = findings[one];
    return said === undefined ? [] : [[one, said]];
  });
  return { ...network, findings: Object.fromEntries(ordered) };
}

/**
 * A table with one entry put to `p` and the others of its row scaled to what is left; where they were all 0 they
 * share it evenly. The same table where there is no such entry, `p` is no probability, or nothing changes.
 */
export function withTableEntry(
  { p: table, states }: Pick<CaseVariable, "p" | "states">,
  row: number,
  state: number,
  p: number,
): readonly number[] {
  const n = states.length;
  const start = row * n;
  const old =
    Number.isInteger(row) && Number.isInteger(state) && state >= 0 && state < n
      ? table[start + state]
      : undefined;
  // A single state is certain: there is nothing its chance could be given to.
  if (old === undefined || row < 0 || !(p >= 0 && p <= 1) || p === old || n === 1) return table;
  let others = 0;
  for (let k = 0; k < n; k++) if (k !== state) others += table[start + k]!;
  const next = [...table];
  for (let k = 0; k < n; k++) {
    const share = others > 0 ? table[start + k]! / others : 1 / (n - 1);
    next[start + k] = k === state ? p : (1 - p) * share;
  }
  return next;
}
