import { expect, test } from "vitest";
import type { CaseNetwork, CaseVariable } from "../../../app/model/case/network-case.ts";
import { partitionWords } from "./words.ts";

const variable = (id: string, states: string[], more: Partial<CaseVariable> = {}): CaseVariable => ({
  id,
  label: id.toUpperCase(),
  states,
  parents: [],
  p: states.map(() => 1 / states.length),
  ...more,
});

test("of a rule with several texts, each is told with the states under which it holds, the last cause fastest", () => {
  const expression = {
    function: "expression",
    weights: [],
    variance: 0.1,
    text: [],
    partition: [2, 0],
  } as const;
  const child = variable("x", ["n", "y"], { parents: ["a", "b", "c"], expression });
  const variables = [
    variable("a", ["low", "mid", "high"]),
    variable("b", ["n", "y"]),
    variable("c", ["n", "y"]),
    child,
  ];
  const network: CaseNetwork = { variables, findings: {}, target: { variable: "x", state: "y" }, notes: [] };
  expect([0, 1, 5].map((n) => partitionWords(network, child, n))).toEqual([
    "Where C is n and A is low",
    "Where C is n and A is mid",
    "Where C is y and A is high",
  ]);
  expect(partitionWords(network, { ...child, expression: { ...expression, partition: [] } }, 0)).toBe("");
});
