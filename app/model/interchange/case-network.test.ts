import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate } from "../answer/evaluate.ts";
import { smallCase } from "../answer/random.test-help.ts";
import { Inference } from "../network/inference.ts";
import { SHIPPED, shippedCase } from "../shipped.test-help.ts";
import type { Case, Inputs } from "../case/types.ts";
import { networkOfCase } from "./case-network.ts";
import { readNetwork, writeNetwork } from "./interchange.ts";

/** The network's own answers against the case's, at the first horizon. */
function expectAlike(theCase: Case, inputs: Inputs): void {
  const { id } = theCase.horizons[0]!;
  const network = networkOfCase(theCase, inputs, id);
  const { marginals } = new Inference(network).posteriors(new Map());
  const at = evaluate(theCase, inputs).horizons[id]!;
  const of = (name: string) => marginals[network.variables.findIndex((one) => one.id === name)]!;
  for (const [node, { p }] of Object.entries(at.nodes))
    p.forEach((one, k) => expect(of(node.replaceAll("-", "_"))[k]).toBeCloseTo(one, 12));
  expect(of("event")[1]).toBeCloseTo(at.break, 12);
  theCase.outcome.rungs.forEach((rung, k) => expect(of("outcome")[k]).toBeCloseTo(at.rungs[rung.id]!, 12));
}

describe("a case as a network", () => {
  it.each(SHIPPED)("answers as $name does", ({ name }) => {
    const theCase = shippedCase(name);
    expectAlike(theCase, {});
    expectAlike(theCase, {
      weights: { [theCase.factors[0]!.id]: 8 },
      assume: { [theCase.mechanisms[0]!.id]: "H" },
      view: "outside",
    });
  });

  it("answers as any case does, whatever its rules and rows set by hand", () => {
    fc.assert(
      fc.property(smallCase, (theCase) => expectAlike(theCase, {})),
      { numRuns: 40 },
    );
  });

  it("is read again from another program's format as it was written", () => {
    const network = networkOfCase(shippedCase("russia-iran-syria"), {}, "long");
    const rungs = network.variables.at(-1)!.states.length;
    const answers = ({ variables }: typeof network) => {
      const { marginals } = new Inference({ name: "", variables, notes: [] }).posteriors(new Map());
      return variables
        .flatMap(({ states }, v) => (states.length === rungs ? [[...marginals[v]!]] : []))
        .flat();
    };
    const sorted = (list: readonly number[]) => list.toSorted((x, y) => x - y);
    for (const format of ["bif", "net", "xdsl"] as const) {
      const read = readNetwork(writeNetwork(network, format), format);
      if (!read.ok) throw new Error(read.sentence);
      expect(read.network.variables).toHaveLength(network.variables.length);
      const [own, theirs] = [sorted(answers(network)), sorted(answers(read.network))];
      own.forEach((p, i) => expect(theirs[i]).toBeCloseTo(p, 9));
    }
  });

  it("says what it leaves out, and knows its horizons", () => {
    const theCase = shippedCase("russia-iran-syria");
    const seen = networkOfCase(theCase, { observe: { airDefenceSilent: true } }, "now");
    expect(seen.notes.at(-1)).toContain("enter it as evidence");
    expect(() => networkOfCase(theCase, {}, "never")).toThrow(RangeError);
  });
});
