import type { Network } from "../network/network.ts";
import { rowsOf } from "./names.ts";

/** Writes the UAI competitions' format: numbers only, variables in order, each scope its parents and then itself. */
export function writeUai({ variables }: Network): string {
  const lines = [
    "BAYES",
    `${variables.length}`,
    variables.map(({ states }) => states.length).join(" "),
    `${variables.length}`,
  ];
  variables.forEach(({ parents }, i) => lines.push([parents.length + 1, ...parents, i].join(" ")));
  for (const variable of variables)
    lines.push("", `${variable.p.length}`, ...rowsOf(variable).map((row) => row.join(" ")));
  return `${lines.join("\n")}\n`;
}
