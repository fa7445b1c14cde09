import fc from "fast-check";
import { type Finding, isSoft, type NetworkEvidence } from "./evidence.ts";
import type { Network } from "./network.ts";

/** Visits every combination of states with its chance times how well it fits hard and virtual findings, if not 0. */
export function eachCombination(
  network: Network,
  evidence: NetworkEvidence,
  visit: (states: readonly number[], p: number) => void,
): void {
  const go = (v: number, p: number, states: readonly number[]): void => {
    if (p === 0) return;
    const variable = network.variables[v];
    if (!variable) {
      visit(states, p);
      return;
    }
    // Parents come earlier in these networks.
    const row = variable.parents.reduce((r, u) => r * network.variables[u]!.states.length + states[u]!, 0);
    variable.states.forEach((_, k) => {
      const found = evidence.get(v);
      const fits =
        found === undefined || (typeof found !== "number" && isSoft(found))
          ? 1
          : typeof found === "number"
            ? Number(found === k)
            : found[k]!;
      go(v + 1, p * variable.p[row * variable.states.length + k]! * fits, [...states, k]);
    });
  };
  go(0, 1, []);
}

/** Joints of each variable with the evidence, and its probability. */
export function enumerate(network: Network, evidence: NetworkEvidence): { pe: number; joint: number[][] } {
  const joint = network.variables.map(({ states }) => states.map(() => 0));
  let pe = 0;
  eachCombination(network, evidence, (states, p) => {
    pe += p;
    states.forEach((k, u) => (joint[u]![k]! += p));
  });
  return { pe, joint };
}

const share = fc.integer({ min: 0, max: 20 }).map((n) => n / 20);
const positive = fc.integer({ min: 1, max: 20 }).map((n) => n / 20);

/** @param entry what rows are made of before they are divided by their sum */
const networkOf = (entry: fc.Arbitrary<number>): fc.Arbitrary<Network> =>
  fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 6 }).chain((cards) =>
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
              return fc.array(fc.array(entry, { minLength: card, maxLength: card }), {
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
/** Zeros included. */
export const anyNetwork = networkOf(share);
/** Mostly zeros. */
export const sparseNetwork = networkOf(fc.constantFrom(0, 0, 0, 1, 2));
/** Every combination has a chance. */
export const positiveNetwork = networkOf(positive);

/** A hard or a virtual finding. */
export const findingOf = (states: number): fc.Arbitrary<Finding> =>
  fc.oneof(
    fc.integer({ min: 0, max: states - 1 }),
    fc.array(share, { minLength: states, maxLength: states }).filter((l) => l.some((x) => x > 0)),
  );

/** Findings on some of the variables. */
export const evidenceOn = (network: Network): fc.Arbitrary<NetworkEvidence> =>
  fc
    .subarray(network.variables.map((_, v) => v))
    .chain((chosen) =>
      fc
        .tuple(...chosen.map((v) => findingOf(network.variables[v]!.states.length)))
        .map((values) => new Map(chosen.map((v, i) => [v, values[i]!]))),
    );

/** A distribution over some states, none of them 0. */
export const targetOver = (states: number): fc.Arbitrary<number[]> =>
  fc.array(positive, { minLength: states, maxLength: states }).map((row) => {
    const total = row.reduce((a, b) => a + b, 0);
    return row.map((p) => p / total);
  });

/** A variable of yes and no. @param yes P(yes) per combination of the parents' states, the last fastest */
export const yesNo = (id: string, parents: readonly number[], yes: readonly number[]) => ({
  id,
  label: id,
  states: ["yes", "no"],
  parents,
  p: Float64Array.from(yes.flatMap((p) => [p, 1 - p])),
});

export const networkNamed = (name: string, variables: Network["variables"]): Network => ({
  name,
  notes: [],
  variables,
});
