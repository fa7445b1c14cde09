import type { NetworkEdit } from "./network-edit.ts";
import { type NetworkCase, rowStates, variableOf } from "./network-case.ts";

/** The name of an edit of a network, e.g. "Finding: asia is yes". @param theCase as it is before the edit */
export function describeNetworkEdit({ network }: NetworkCase, edit: NetworkEdit): string {
  if (edit.edit === "clearFindings") return "All findings taken back";
  const variable = variableOf(network, edit.variable);
  if (!variable) return `No change: the network has no variable "${edit.variable}"`;
  const { label, states } = variable;
  switch (edit.edit) {
    case "setFinding":
      if (edit.finding === null) return `Finding on ${label} taken back`;
      return typeof edit.finding === "string"
        ? `Finding: ${label} is ${edit.finding}`
        : `Finding on ${label}: ${states.map((state, k) => `${state} ${edit.finding?.[k] ?? 0}`).join(", ")}`;
    case "setTarget":
      return `Question: ${label} is ${edit.state}`;
    case "setTableEntry": {
      const before = variable.p[edit.row * states.length + edit.state] ?? 0;
      const given = rowStates(network, variable, edit.row);
      const where = given.length === 0 ? "" : ` when ${given.join(", ")}`;
      return `Table of ${label}${where}: ${states[edit.state] ?? ""} ${short(before)} → ${short(edit.p)}`;
    }
    default:
      return edit satisfies never;
  }
}

const short = (p: number): string => String(Number(p.toPrecision(4)));
