import { describe, expect, it } from "vitest";
import { asia } from "../network/asia.test-help.ts";
import type { Network } from "../network/network.ts";
import { type Format, readNetwork, writeNetwork } from "./interchange.ts";
import { rankedExpression } from "./cmpx-expression.ts";
import { mutate } from "./mutate.test-help.ts";

/** Three variables with everything a format can hold: odd labels, positions, a ranked expression, three states. */
const odd: Network = {
  name: "odd <one>",
  notes: [],
  variables: [
    {
      id: "a",
      label: "A & B",
      states: ["<5", "12+", 'say "no"'],
      parents: [],
      p: Float64Array.of(0.2, 0.3, 0.5),
      position: { x: 1, y: 2 },
    },
    { id: "b", label: "b", states: ["(x)", "y;"], parents: [], p: Float64Array.of(0.25, 0.75) },
    {
      id: "c",
      label: "c",
      states: ["lo", "hi"],
      parents: [1, 0],
      p: Float64Array.of(1, 0, 0.5, 0.5, 0.25, 0.75, 0, 1, 0.125, 0.875, 0.0625, 0.9375),
      expression: rankedExpression(["TNormal(wmean(1.0,b,2.0,a),0.01,0.0,1.0)"], ["b", "a"], [])!,
    },
  ],
};

describe.each(["bif", "xmlbif", "net", "xdsl", "cmpx"] satisfies Format[])("%s", (format) => {
  it("10,000 damaged files are refused in one sentence, or read, and read again as they were", () => {
    const bases = [writeNetwork(odd, format), writeNetwork(asia, format)];
    let accepted = 0;
    let longest = 0;
    for (let seed = 0; seed < 10_000; seed++) {
      const text = mutate(bases[seed % 4 === 0 ? 1 : 0]!, seed);
      const before = performance.now();
      const result = readNetwork(text, format);
      longest = Math.max(longest, performance.now() - before);
      if (!result.ok) {
        if (!/^[^\n]{10,900}\.$/u.test(result.sentence)) throw new Error(`Seed ${seed}: ${result.sentence}`);
        continue;
      }
      accepted++;
      const again = readNetwork(writeNetwork(result.network, format), format);
      if (!again.ok) throw new Error(`Seed ${seed}: ${again.sentence}`);
      const same = again.network.variables.every((variable, i) => {
        const first = result.network.variables[i]!;
        return variable.p.every((p, k) => p === first.p[k]) && variable.states.join() === first.states.join();
      });
      if (!same) throw new Error(`Seed ${seed} changes when it is written and read again.`);
    }
    // Both kinds must be common, or the damage is too small or too great to tell anything.
    expect(accepted).toBeGreaterThan(400);
    expect(accepted).toBeLessThan(8000);
    expect(longest).toBeLessThan(1000);
    expect(Object.keys(Object.prototype)).toEqual([]);
  }, 60_000);
});
