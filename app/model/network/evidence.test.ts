import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asia } from "./asia.test-help.ts";
import { type Finding, ImpossibleObservation, ImpossibleTargets, Inference } from "./inference.ts";
import {
  sparseNetwork,
  enumerate,
  evidenceOn,
  networkNamed,
  positiveNetwork,
  targetOver,
  yesNo,
} from "./random.test-help.ts";

const at = (id: string): number => asia.variables.findIndex((v) => v.id === id);

/** A positive network, hard and virtual evidence, and targets for up to three other variables. */
const withTargets = positiveNetwork
  .chain((network) => fc.tuple(fc.constant(network), evidenceOn(network)))
  .filter(([network, evidence]) => enumerate(network, evidence).pe > 0)
  .chain(([network, evidence]) => {
    const open = network.variables.flatMap((_, v) => (evidence.has(v) ? [] : [v]));
    return fc.tuple(
      fc.constant(network),
      fc.constant(evidence),
      fc
        .subarray(open, { maxLength: Math.min(3, open.length) })
        .chain((chosen) =>
          fc
            .tuple(...chosen.map((v) => targetOver(network.variables[v]?.states.length ?? 1)))
            .map((targets) => chosen.map((v, i) => [v, targets[i] ?? []] as const)),
        ),
    );
  });

describe("soft evidence", () => {
  test("reaches its targets beside hard and virtual evidence, which alone counts in log P(e)", () => {
    fc.assert(
      fc.property(withTargets, ([network, evidence, targets]) => {
        const inference = new Inference(network);
        const both = new Map([...evidence, ...targets.map(([v, soft]) => [v, { soft }] as const)]);
        const { logPe, marginals } = inference.posteriors(both);
        for (const [v, target] of targets)
          target.forEach((p, k) => expect(Math.abs((marginals[v]?.[k] ?? NaN) - p)).toBeLessThan(1e-12));
        expect(logPe).toBe(inference.posteriors(evidence).logPe);
      }),
      { numRuns: 200 },
    );
  });

  test("with one target is Jeffrey's rule: conditionals given that variable stay", () => {
    fc.assert(
      fc.property(withTargets, ([network, evidence, targets]) => {
        const [first] = targets;
        if (!first) return;
        const [v, soft] = first;
        const inference = new Inference(network);
        const given = soft.map((_, k) => inference.posteriors(new Map([...evidence, [v, k]])).marginals);
        const { marginals } = inference.posteriors(new Map([...evidence, [v, { soft }]]));
        marginals.forEach((marginal, u) =>
          marginal.forEach((p, j) => {
            const mixed = soft.reduce((sum, q, k) => sum + q * (given[k]?.[u]?.[j] ?? NaN), 0);
            expect(Math.abs(p - mixed)).toBeLessThan(1e-12);
          }),
        );
      }),
      { numRuns: 100 },
    );
  });

  test("with several targets keeps how their variables hang together (odds ratios)", () => {
    const network = networkNamed("pair", [yesNo("a", [], [0.3]), yesNo("b", [0], [0.8, 0.4])]);
    const inference = new Inference(network);
    const oddsRatio = ([yy = NaN, yn = NaN, ny = NaN, nn = NaN]: ArrayLike<number> & Iterable<number>) =>
      (yy * nn) / (yn * ny);
    const before = oddsRatio(inference.joint([0, 1], new Map()));
    const soft = new Map([
      [0, { soft: [0.6, 0.4] }],
      [1, { soft: [0.25, 0.75] }],
    ]);
    expect(oddsRatio(inference.joint([0, 1], soft))).toBeCloseTo(before, 9);
    expect(inference.posteriors(soft).marginals.map(([yes]) => yes)).toEqual([
      expect.closeTo(0.6, 12),
      expect.closeTo(0.25, 12),
    ]);
  });

  test("is not virtual evidence of the same numbers, but is it on a variable without a prior leaning", () => {
    const inference = new Inference(asia);
    const yes = (id: string, finding: Parameters<typeof inference.posteriors>[0]) =>
      inference.posteriors(finding).marginals[at(id)]?.[0];
    const [virtual, soft] = [[0.8, 0.2], { soft: [0.8, 0.2] }];
    // lung: prior .055; the sign multiplies the odds by 4, the target is .8 whatever the prior.
    expect(yes("lung", new Map([[at("lung"), virtual]]))).toBeCloseTo(
      (0.055 * 0.8) / (0.055 * 0.8 + 0.945 * 0.2),
      12,
    );
    expect(yes("lung", new Map([[at("lung"), soft]]))).toBeCloseTo(0.8, 12);
    expect(yes("lung", new Map([[at("smoke"), virtual]]))).toBeCloseTo(
      yes("lung", new Map([[at("smoke"), soft]])) ?? NaN,
      12,
    );
  });

  test("a virtual finding counts as it stands: twice as likely in every state doubles P(e) and moves nothing", () => {
    const inference = new Inference(asia);
    const one = inference.posteriors(new Map([[at("lung"), [0.4, 0.1]]]));
    const two = inference.posteriors(new Map([[at("lung"), [0.8, 0.2]]]));
    expect(two.logPe - one.logPe).toBeCloseTo(Math.log(2), 13);
    expect(two.marginals).toEqual(one.marginals);
  });

  test("targets that exclude each other are refused in a sentence", () => {
    const network = networkNamed("same", [yesNo("a", [], [0.5]), yesNo("b", [0], [1, 0])]);
    const clash = new Map([
      [0, { soft: [0.6, 0.4] }],
      [1, { soft: [0.3, 0.7] }],
    ]);
    expect(() => new Inference(network).posteriors(clash)).toThrow(ImpossibleTargets);
    expect(() => new Inference(network).posteriors(clash)).toThrow(/^The soft targets of a and b /);
  });

  test("a target for a state that the other evidence excludes names both", () => {
    const evidence = new Map<number, Finding>([
      [at("tub"), 0],
      [at("either"), { soft: [0.9, 0.1] }],
    ]);
    expect(() => new Inference(asia).posteriors(evidence)).toThrow(
      "What is said of tub and either cannot hold together in this network.",
    );
  });
});

describe("impossible evidence", () => {
  test("names what cannot hold together, and nothing else; the network answers on", () => {
    const inference = new Inference(asia);
    const evidence = new Map([
      [at("smoke"), 0],
      [at("tub"), 0],
      [at("either"), 1],
    ]);
    expect(() => inference.posteriors(evidence)).toThrow(
      "What is said of tub and either cannot hold together in this network.",
    );
    expect(inference.posteriors(new Map()).marginals[at("tub")]?.[0]).toBeCloseTo(0.0104, 14);
  });

  test("names a smallest conflict: it is one, and no set of fewer findings is", () => {
    let conflicts = 0;
    fc.assert(
      fc.property(
        sparseNetwork.chain((network) => fc.tuple(fc.constant(network), evidenceOn(network))),
        ([network, evidence]) => {
          const impossible = (kept: readonly number[]) =>
            enumerate(network, new Map(kept.map((v) => [v, evidence.get(v) ?? 0]))).pe === 0;
          const seen = [...evidence.keys()];
          if (!impossible(seen)) return;
          conflicts++;
          let conflict: readonly number[] = [];
          try {
            new Inference(network).posteriors(evidence);
          } catch (error) {
            if (error instanceof ImpossibleObservation) conflict = error.conflict;
          }
          expect(conflict.length).toBeGreaterThan(0);
          expect(impossible(conflict)).toBe(true);
          for (let set = 0; set < 2 ** seen.length; set++) {
            const smaller = seen.filter((_, i) => (set >> i) & 1);
            if (smaller.length < conflict.length) expect(impossible(smaller)).toBe(false);
          }
        },
      ),
      { numRuns: 400 },
    );
    expect(conflicts).toBeGreaterThan(20);
  });

  test("a smaller conflict is found even where leaving findings out one by one ends at a larger one", () => {
    // a, b and c cannot all be; d and e cannot both be.
    const network = networkNamed("two conflicts", [
      ...["a", "b", "c", "d", "e"].map((id) => yesNo(id, [], [0.5])),
      yesNo("all three", [0, 1, 2], [1, 0, 0, 0, 0, 0, 0, 0]),
      yesNo("both", [3, 4], [1, 0, 0, 0]),
    ]);
    const evidence = new Map([
      [3, 0],
      [4, 0],
      [6, 1],
      [0, 0],
      [1, 0],
      [2, 0],
      [5, 1],
    ]);
    expect(() => new Inference(network).posteriors(evidence)).toThrow(
      "What is said of d and e and both cannot hold together in this network.",
    );
  });
});
