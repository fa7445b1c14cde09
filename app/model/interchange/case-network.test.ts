import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate } from "../answer/evaluate.ts";
import { smallCase } from "../answer/random.test-help.ts";
import { Inference } from "../network/inference.ts";
import { SHIPPED, shippedCase } from "../shipped.test-help.ts";
import type { Case, Inputs } from "../case/types.ts";
import type { Network } from "../network/network.ts";
import { networkOfCase } from "./case-network.ts";
import { type Format, FORMATS, readNetwork, writeNetwork } from "./interchange.ts";

const READABLE = (Object.keys(FORMATS) as Format[]).filter((format) => FORMATS[format].reads);

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

  it("answers so when another program’s file of it is read, whatever its rules", () => {
    const chanceIn = ({ variables }: Pick<Network, "variables">) => {
      const { marginals } = new Inference({ name: "", variables, notes: [] }).posteriors(new Map());
      return marginals[variables.findIndex(({ label }) => label.startsWith("In this phase"))]![1]!;
    };
    fc.assert(
      fc.property(smallCase, (given) => {
        const named = <T extends { id: string }>(list: readonly T[]) =>
          list.map((one) => ({ ...one, label: one.id }));
        const theCase = {
          ...given,
          factors: named(given.factors),
          mechanisms: named(given.mechanisms),
          indicators: named(given.indicators),
        };
        fc.pre(theCase.mechanisms.some(({ rule }) => rule.kind === "partitioned"));
        const { id } = theCase.horizons[0]!;
        const network = networkOfCase(theCase, {}, id);
        const chance = evaluate(theCase, {}).horizons[id]!.break;
        for (const format of READABLE) {
          const read = readNetwork(writeNetwork(network, format), format);
          if (!read.ok) throw new Error(read.sentence);
          expect(Math.abs(chanceIn(read.network) - chance), format).toBeLessThan(1e-9);
        }
      }),
      { numRuns: 15 },
    );
  });

  const phases = SHIPPED.flatMap(({ name }) =>
    shippedCase(name).horizons.map(({ id }) => [name, id] as const),
  );
  it.each(phases)(
    "of %s, %s, answers the same when another program's file of it is read",
    (name, horizon) => {
      const network = networkOfCase(shippedCase(name), {}, horizon);
      const asked = ["event", "outcome"].map((id) => network.variables.find((one) => one.id === id)!.label);
      /** How the event and the outcome come out; a file may rename ids, never what is shown. */
      const answers = ({ variables }: Pick<Network, "variables">) => {
        const { marginals } = new Inference({ name: "", variables, notes: [] }).posteriors(new Map());
        return asked.map((name) => [...marginals[variables.findIndex(({ label }) => label === name)]!]);
      };
      const own = answers(network);
      expect(own[0]).toHaveLength(2);
      for (const format of READABLE) {
        const read = readNetwork(writeNetwork(network, format), format);
        if (!read.ok) throw new Error(read.sentence);
        expect(read.network.variables).toHaveLength(network.variables.length);
        answers(read.network).forEach((p, i) =>
          p.forEach((x, k) => expect(Math.abs(x - own[i]![k]!), format).toBeLessThan(1e-9)),
        );
      }
    },
  );

  it("says what it leaves out, and knows its horizons", () => {
    const theCase = shippedCase("russia-iran-syria");
    const seen = networkOfCase(theCase, { observe: { airDefenceSilent: true } }, "now");
    expect(seen.notes.at(-1)).toContain("enter it as evidence");
    expect(() => networkOfCase(theCase, {}, "never")).toThrow(RangeError);
  });
});
