import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asia } from "./asia.test-help.ts";
import type { NetworkEvidence } from "./evidence.ts";
import { ImpossibleObservation, Inference } from "./inference.ts";
import type { Network } from "./network.ts";
import {
  anyNetwork,
  eachCombination,
  enumerate,
  evidenceOn,
  networkNamed,
  yesNo,
} from "./random.test-help.ts";

const at = (id: string): number => asia.variables.findIndex((v) => v.id === id);
const withEvidence = anyNetwork.chain((network) => fc.tuple(fc.constant(network), evidenceOn(network)));
const possible = withEvidence.filter(([network, evidence]) => enumerate(network, evidence).pe > 0);

describe("posteriors", () => {
  test("of Asia are those of the literature", () => {
    const { marginals, logPe } = new Inference(asia).posteriors(new Map());
    expect(logPe).toBeCloseTo(0, 14);
    const expected = {
      asia: 0.01,
      tub: 0.0104,
      lung: 0.055,
      bronc: 0.45,
      either: 0.064828,
      xray: 0.11029004,
      dysp: 0.4359706,
    };
    for (const [id, p] of Object.entries(expected)) expect(marginals[at(id)]?.[0]).toBeCloseTo(p, 14);
  });

  test("agree with going through every combination, hard and virtual evidence alike", () => {
    fc.assert(
      fc.property(withEvidence, ([network, evidence]) => {
        const { pe, joint } = enumerate(network, evidence);
        if (pe === 0) {
          expect(() => new Inference(network).posteriors(evidence)).toThrow(ImpossibleObservation);
          return;
        }
        const { logPe, marginals } = new Inference(network).posteriors(evidence);
        expect(Math.abs(logPe - Math.log(pe))).toBeLessThan(1e-11);
        joint.forEach((row, v) =>
          row.forEach((p, k) => expect(Math.abs(p / pe - (marginals[v]?.[k] ?? NaN))).toBeLessThan(1e-12)),
        );
      }),
      { numRuns: 300 },
    );
  });

  test("after any changes of evidence are those of a fresh start, to the last bit", () => {
    const changes = anyNetwork.chain((network) =>
      fc.tuple(fc.constant(network), fc.array(evidenceOn(network), { minLength: 2, maxLength: 8 })),
    );
    const ask = (inference: Inference, evidence: NetworkEvidence) => {
      try {
        return inference.posteriors(evidence);
      } catch (error) {
        return error instanceof ImpossibleObservation ? error.conflict : error;
      }
    };
    fc.assert(
      fc.property(changes, ([network, all]) => {
        const inference = new Inference(network);
        for (const evidence of all)
          expect(ask(inference, evidence)).toEqual(ask(new Inference(network), evidence));
      }),
      { numRuns: 200 },
    );
  });

  test("are written into the same arrays by every query, and left alone where they were copied", () => {
    const inference = new Inference(asia);
    const kept = inference.posteriors(new Map());
    const first = inference.query(new Map());
    const smoke = first.marginals[at("smoke")];
    const second = inference.query(new Map([[at("smoke"), 0]]));
    expect(second).toBe(first);
    expect(second.marginals[at("smoke")]).toBe(smoke);
    expect(Array.from(smoke ?? [])).toEqual([1, 0]);
    expect(kept.marginals[at("smoke")]?.[0]).toBeCloseTo(0.5, 14);
  });

  test("of parts of a network that nothing joins stand side by side", () => {
    const { logPe, marginals } = new Inference(
      networkNamed("apart", [yesNo("a", [], [0.2]), yesNo("b", [], [0.3])]),
    ).posteriors(
      new Map([
        [0, 0],
        [1, 1],
      ]),
    );
    expect(logPe).toBeCloseTo(Math.log(0.2 * 0.7), 14);
    expect(marginals.map((m) => [...m])).toEqual([
      [1, 0],
      [0, 1],
    ]);
  });

  test.each([
    ["a state that is not there", 2],
    ["a likelihood of another length", [1, 0, 0]],
    ["a negative likelihood", [1, -1]],
    ["a likelihood of nothing", [0, 0]],
    ["a target that does not sum to 1", { soft: [0.5, 0.6] }],
  ])("%s is refused by name", (_, finding) => {
    expect(() => new Inference(asia).posteriors(new Map([[at("tub"), finding]]))).toThrow(/tub/);
  });
});

/** One cause and many signs of it. @param likelihoods P(sign | cause), P(sign | no cause) */
const signs = (likelihoods: readonly (readonly [number, number])[]): Network =>
  networkNamed("signs", [
    yesNo("cause", [], [0.5]),
    ...likelihoods.map((yes, i) => yesNo(`sign${i}`, [0], yes)),
  ]);
const allSeen = (network: Network, from = 1) =>
  new Map(network.variables.slice(from).map((_, i) => [i + from, 0]));

describe("nothing underflows", () => {
  test("five hundred findings of one in a million each", () => {
    const network = signs(Array.from({ length: 500 }, () => [2e-6, 1e-6] as const));
    const { logPe, marginals } = new Inference(network).posteriors(allSeen(network));
    expect(logPe).toBeCloseTo(500 * Math.log(2e-6) + Math.log(0.5), 8);
    expect(marginals[0]?.[0]).toBeCloseTo(1, 14);
  });

  test("states further apart than double precision, and a finding that leaves only the unlikely one", () => {
    const network = signs([...Array.from({ length: 200 }, () => [0.9, 9e-7] as const), [0, 0.5]]);
    const { logPe, marginals } = new Inference(network).posteriors(allSeen(network));
    expect(logPe).toBeCloseTo(200 * Math.log(9e-7) + 2 * Math.log(0.5), 8);
    expect([...(marginals[0] ?? [])]).toEqual([0, 1]);
  });

  test("two contradicting crowds of signs are weighed against each other", () => {
    const many = (pair: readonly [number, number]) => Array.from({ length: 100 }, () => pair);
    const network = signs([...many([0.9, 9e-7]), ...many([9e-7, 0.9]), [0.6, 0.2]]);
    const { marginals } = new Inference(network).posteriors(allSeen(network));
    expect(marginals[0]?.[0]).toBeCloseTo(0.75, 10);
  });

  test("separators of more than 65,535 entries", () => {
    const roots = Array.from({ length: 17 }, (_, i) => i);
    const combinations = 2 ** roots.length;
    const left = Array.from({ length: combinations }, (_, i) => (i + 0.5) / combinations);
    const right = left.map((p) => p * p);
    const network = networkNamed("wide", [
      ...roots.map((i) => yesNo(`root${i}`, [], [0.5])),
      yesNo("left", roots, left),
      yesNo("right", roots, right),
    ]);
    const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
    const { marginals } = new Inference(network).posteriors(new Map([[18, 0]]));
    expect(marginals[17]?.[0]).toBeCloseTo(sum(left.map((p, i) => p * (right[i] ?? NaN))) / sum(right), 12);
  });
});

describe("joints of any variables", () => {
  test("agree with going through every combination, in the order asked for", () => {
    const asked = possible.chain(([network, evidence]) =>
      fc.tuple(
        fc.constant(network),
        fc.constant(evidence),
        fc.shuffledSubarray(network.variables.map((_, v) => v)),
      ),
    );
    fc.assert(
      fc.property(asked, ([network, evidence, variables]) => {
        const cards = variables.map((v) => network.variables[v]?.states.length ?? NaN);
        const expected = new Float64Array(cards.reduce((a, b) => a * b, 1));
        eachCombination(network, evidence, (states, p) => {
          expected[variables.reduce((i, v, d) => i * (cards[d] ?? NaN) + (states[v] ?? NaN), 0)]! += p;
        });
        const { pe } = enumerate(network, evidence);
        const inference = new Inference(network);
        const before = inference.posteriors(evidence);
        const joint = inference.joint(variables, evidence);
        expect(joint).toHaveLength(expected.length);
        joint.forEach((p, i) => expect(Math.abs(p - (expected[i] ?? NaN) / pe)).toBeLessThan(1e-12));
        expect(inference.posteriors(evidence)).toEqual(before);
      }),
      { numRuns: 200 },
    );
  });

  test("too large a joint is refused in a sentence that names what was asked for", () => {
    const network = networkNamed(
      "roots",
      Array.from({ length: 21 }, (_, i) => yesNo(`root${i}`, [], [0.5])),
    );
    const all = network.variables.map((_, v) => v);
    expect(() => new Inference(network).joint(all, new Map())).toThrow(
      /^The joint of root0, .* 2,097,152 entries/,
    );
  });
});

describe("the most probable explanation", () => {
  test("no combination is more probable, and its probability is told", () => {
    fc.assert(
      fc.property(possible, ([network, evidence]) => {
        const { pe } = enumerate(network, evidence);
        let best = 0;
        let chosen = 0;
        const { states, logP } = new Inference(network).mostProbable(evidence);
        eachCombination(network, evidence, (combination, p) => {
          best = Math.max(best, p);
          if (combination.every((k, v) => k === states[v])) chosen = p;
        });
        expect(Math.abs(Math.log(chosen) - Math.log(best))).toBeLessThan(1e-9);
        expect(Math.abs(logP - Math.log(chosen / pe))).toBeLessThan(1e-9);
      }),
      { numRuns: 300 },
    );
  });

  test("ties go to the state listed first, whatever was asked before", () => {
    const network = networkNamed("coins", [
      yesNo("a", [], [0.5]),
      yesNo("b", [0], [0.1, 0.1]),
      yesNo("c", [0, 1], [0.5, 0.5, 0.5, 0.5]),
    ]);
    const inference = new Inference(network);
    expect(inference.mostProbable(new Map()).states).toEqual([0, 1, 0]);
    inference.posteriors(new Map([[2, 1]]));
    expect(inference.mostProbable(new Map()).states).toEqual([0, 1, 0]);
  });

  test("does not underflow", () => {
    const network = signs(Array.from({ length: 400 }, () => [2e-6, 1e-6] as const));
    const { states, logP } = new Inference(network).mostProbable(allSeen(network));
    expect(states[0]).toBe(0);
    expect(logP).toBeCloseTo(0, 10);
  });
});
