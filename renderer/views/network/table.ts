import type { CaseNetwork } from "../../../app/model/case/network-case.ts";
import type { ChartTableData } from "../../charts/ChartTable.tsx";

/** Probabilities in tables keep four decimals. */
const share = (p: number | undefined): number | string => (p === undefined ? "" : Math.round(p * 1e4) / 1e4);

/** Every state of every box with its chance. */
export function networkTable(network: CaseNetwork, shares: readonly ArrayLike<number>[]): ChartTableData {
  return {
    caption: "Chance of every state",
    columns: ["Box", "State", "Chance", "Found"],
    rows: network.variables.flatMap(({ id, label, states }, v) =>
      states.map((state, k) => {
        const finding = network.findings[id];
        const found = typeof finding === "string" ? (finding === state ? "seen" : "") : (finding?.[k] ?? "");
        return [label, state, share(shares[v]?.[k]), String(found)];
      }),
    ),
  };
}
