import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asia } from "./asia.test-help.ts";
import { ImpossibleObservation, Inference, type NetworkEvidence } from "./inference.ts";
import type { Network } from "./network.ts";

const at = (id: string): number => asia.variables.findIndex((v) => v.id === id);

/** Posteriors by going through every combination of states. */
function enumerate(network: Network, evidence: NetworkEvidence): { pe: number; joint: number[][] } {
  const joint = network.variables.map(({ states }) => states.map(() => 0));
  let pe = 0;
  const go = (v: number, p: number, states: readonly number[]): void => {
    if (p === 0) return;
    const variable = network.variables[v];
    if (!variable) {
      pe += p;
      states.forEach((k, u) => (joint[u]![k]! += p));
      return;
    }
    // Parents come earlier in these networks.
    const row = variable.parents.reduce((r, u) => r * network.variables[u]!.states.length + states[u]!, 0);
    variable.states.forEach((_, k) => {
      const known = evidence.get(v);
      const fits = known === undefined ? 1 : typeof known === "number" ? Number(known === k) : known[k]!;
      go(v + 1, p * variable.p[row * variable.states.length + k]! * fits, [...states, k]);
    });
  };
  go(0, 1, []);
  return { pe, joint };
}

const share = fc.integer({ min: 0, max: 20 }).map((n) => n / 20);
const randomNetwork: fc.Arbitrary<Network> = fc
  .array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 6 })
  .chain((cards) =>
    fc
      .tuple(
        ...cards.map((_, v) =>
          fc.subarray(
            cards.slice(0, v).map((_, u) => u),
            { maxLength: Math.min(3, v) },
          ),
        ),
      )
      .chain((parents) =>
        fc
          .tuple(
            ...cards.map((card, v) => {
              const rows = (parents[v] ?? []).reduce((r, u) => r * cards[u]!, 1);
              return fc.array(fc.array(share, { minLength: card, maxLength: card }), {
                minLength: rows,
                maxLength: rows,
              });
            }),
          )
          .map((tables) => ({
            name: "random",
            notes: [],
            variables: cards.map((card, v) => ({
              id: `v${v}`,
              label: `v${v}`,
              states: Array.from({ length: card }, (_, k) => `s${k}`),
              parents: parents[v] ?? [],
              p: Float64Array.from(
                (tables[v] ?? []).flatMap((row) => {
                  const total = row.reduce((a, b) => a + b, 0);
                  return total === 0 ? row.map(() => 1 / card) : row.map((x) => x / total);
                }),
              ),
            })),
          })),
      ),
  );
const withEvidence = randomNetwork.chain((network) =>
  fc.tuple(
    fc.constant(network),
    fc.subarray(network.variables.map((_, v) => v)).chain((chosen) =>
      fc
        .tuple(
          ...chosen.map((v) => {
            const { length } = network.variables[v]!.states;
            return fc.oneof(
              fc.integer({ min: 0, max: length - 1 }),
              fc.array(share, { minLength: length, maxLength: length }).filter((l) => l.some((x) => x > 0)),
            );
          }),
        )
        .map((values) => new Map(chosen.map((v, i) => [v, values[i]!]))),
    ),
  ),
);

describe("posteriors", () => {
  test("of Asia are those of the literature", () => {
    const inference = new Inference(asia);
    const { marginals, logPe } = inference.posteriors(new Map());
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

  test("agree with going through every combination, hard and soft evidence alike", () => {
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

  test("do not underflow: five hundred findings of one in a million each", () => {
    const network: Network = {
      name: "many",
      notes: [],
      variables: [
        { id: "cause", label: "cause", states: ["yes", "no"], parents: [], p: Float64Array.of(0.5, 0.5) },
        ...Array.from({ length: 500 }, (_, i) => ({
          id: `sign${i}`,
          label: `sign${i}`,
          states: ["yes", "no"],
          parents: [0],
          p: Float64Array.of(2e-6, 1 - 2e-6, 1e-6, 1 - 1e-6),
        })),
      ],
    };
    const evidence = new Map(network.variables.slice(1).map((_, i) => [i + 1, 0]));
    const { logPe, marginals } = new Inference(network).posteriors(evidence);
    expect(logPe).toBeCloseTo(500 * Math.log(2e-6) + Math.log(0.5), 8);
    expect(marginals[0]?.[0]).toBeCloseTo(1, 14);
  });

  test("impossible evidence names what cannot hold together, and nothing else", () => {
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
});
