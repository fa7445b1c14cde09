import { pushesOf } from "../case/rules.ts";
import type { Gate, Mechanism } from "../case/types.ts";

/** r(f): current weight of a factor over its default; 1 means "as in the article", 0 leaves it out. */
export type Ratio = (factor: string) => number;

/** The factors whose weights a rule reads. */
export function weightsReadBy(mechanism: Mechanism): string[] {
  const { rule } = mechanism;
  const read = new Set<string>();
  if (rule.kind === "partitioned" && rule.weightOf) read.add(rule.weightOf);
  for (const push of pushesOf(rule)) {
    if (push.weightOf) read.add(push.weightOf);
    for (const gate of push.of) if (gate.weightOf) read.add(gate.weightOf);
  }
  return [...read];
}

/** What a gate lets through of a push when its parent stands at level x in 0..1 (MODEL.md §1). */
export function gateValue(gate: Gate, x: number, r: Ratio): number {
  const ratio = gate.weightOf ? r(gate.weightOf) : 1;
  switch (gate.gate) {
    case "level":
      return Math.min(1, ratio) * x;
    case "opens":
      return gate.closed + (1 - gate.closed) * Math.min(1, ratio) * x;
    case "needs":
      return Math.min(1, Math.max(0, (Math.min(1, ratio) * x - gate.none) / (gate.full - gate.none)));
    case "damps":
      return Math.max(0, 1 - gate.depth * Math.min(1, ratio * x));
    default:
      return gate satisfies never;
  }
}

/** What a gate lets through when its parent is cut away: an absent thing neither pushes nor damps. */
export function absentValue(gate: Gate): number {
  return gate.gate === "opens" ? gate.closed : gate.gate === "damps" ? 1 : 0;
}
