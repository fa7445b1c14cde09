import { DEFAULT_SEED, spreadOf } from "../../model/analysis/range.ts";
import { ancestryOf } from "../../model/answer/event.ts";
import { modelOf } from "../../model/answer/model.ts";
import { settle } from "../../model/answer/settle.ts";
import { weightOf } from "../../model/case/settings.ts";
import type { Case, Gate, Inputs } from "../../model/case/types.ts";
import { eliminationOrder } from "../../model/network/order.ts";
import { hashOf } from "../../model/random/generator.ts";

function gateNumbers(gate: Gate): readonly [kind: number, p: number, q: number] {
  switch (gate.gate) {
    case "level":
      return [0, 0, 0];
    case "opens":
      return [1, gate.closed, 0];
    case "needs":
      return [2, gate.none, gate.full];
    case "damps":
      return [3, gate.depth, 0];
    default:
      return gate satisfies never;
  }
}

/** All that the range of a case depends on, as plain numbers in the order in which range.c reads them. */
export function rangeNumbers(theCase: Case, inputs: Inputs, draws: number, runs: number): string {
  const model = modelOf(theCase);
  const settled = settle(theCase, inputs);
  const { factors, horizons, outcome } = theCase;
  const weight = (id: string | null | undefined) => (id ? factors.findIndex((f) => f.id === id) : -1);
  const matter = ancestryOf(model, [outcome.event.of]);
  const lines: (readonly number[])[] = [[runs, draws, DEFAULT_SEED], [factors.length]];
  for (const factor of factors) {
    const spread = spreadOf(theCase, inputs, factor);
    const mode = weightOf(theCase, inputs, factor.id);
    const { low, high } = spread ?? { low: mode, high: mode };
    lines.push([spread ? 1 : 0, hashOf(factor.id), low, mode, high, factor.weight.default]);
  }
  lines.push([horizons.length, matter.factors.length, matter.mechanisms.length]);
  for (const priors of settled.priors) for (const f of matter.factors) lines.push([...(priors[f] ?? [])]);
  for (const hazard of settled.hazard) lines.push([...hazard]);
  for (const m of matter.mechanisms) {
    const { mechanism, parents } = model.mechanisms[m] ?? fail();
    const { rule, spread } = mechanism;
    if ((rule.kind !== "sum" && rule.kind !== "anyOf") || mechanism.table)
      throw new Error("range.c knows sums and any-of rules without rows set by hand.");
    const base = rule.kind === "sum" ? rule.base : 0;
    lines.push([spread, rule.kind === "sum" ? 1 : 0, base, parents.length, rule.pushes.length]);
    for (const { strength, weightOf: id, of } of rule.pushes) {
      lines.push([strength, weight(id), of.length]);
      for (const gate of of)
        lines.push([parents.indexOf(gate.node), ...gateNumbers(gate), weight(gate.weightOf)]);
    }
  }
  const scopes = [
    ...matter.factors.map((f) => [f]),
    ...matter.mechanisms.map((m) => model.scopes[m] ?? fail()),
    [model.numberOf(outcome.event.of)],
  ];
  const { contractions } = eliminationOrder(scopes, [], model.cards);
  lines.push([contractions.length]);
  for (const scope of scopes) lines.push([scope.length, ...scope]);
  for (const { a, b, summed, scope } of contractions)
    lines.push([a, b ?? -1, summed ?? -1, scope.length, ...scope]);
  return `${lines.map((line) => line.join(" ")).join("\n")}\n`;
}

function fail(): never {
  throw new Error("The case's parts do not fit together.");
}
