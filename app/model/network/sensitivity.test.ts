import fc from "fast-check";
import { describe, expect, test } from "vitest";
import anchors from "../checks/sensitivity.json" with { type: "json" };
import { asia } from "./asia.test-help.ts";
import { Inference } from "./inference.ts";
import {
  chanDarwiche,
  findingShares,
  mutualInformation,
  type Parameter,
  sensitivityAt,
  sensitivityFunction,
  slopeAt,
  withChance,
} from "./sensitivity.ts";

const at = (id: string): number => asia.variables.findIndex((v) => v.id === id);
/** The anchors count yes as 1; here it is the first state. */
const findings = (said: Readonly<Record<string, number>>) =>
  new Map(Object.entries(said).map(([id, yes]) => [at(id), 1 - yes]));
const lung = { variable: at("lung"), state: 0 };
const close = (found: number | undefined, expected: number) =>
  expect(Math.abs((found ?? NaN) - expected)).toBeLessThan(1e-9);

const PARAMETERS: Readonly<Record<keyof typeof anchors.sensitivity_functions, Parameter>> = {
  "P(smoke=yes)": { variable: at("smoke"), row: 0, state: 0 },
  "P(lung=yes|smoke=yes)": { variable: at("lung"), row: 0, state: 0 },
  "P(xray=yes|either=no)": { variable: at("xray"), row: 1, state: 0 },
};
const names = Object.keys(PARAMETERS) as (keyof typeof PARAMETERS)[];

describe("the answer as a function of one entry", () => {
  test.each(names)("agrees with exact enumeration: %s", (name) => {
    const anchor = anchors.sensitivity_functions[name];
    const found = sensitivityFunction(asia, PARAMETERS[name], lung, findings(anchor.evidence));
    for (const key of ["a", "b", "c", "d", "x0"] as const) close(found[key], anchor[key]);
    close(sensitivityAt(found, anchor.x0), anchor["f(x0)"]);
    close(slopeAt(found, anchor.x0), anchor["f'(x0)"]);
    close(sensitivityAt(found, 0), anchor["f(0)"]);
    close(sensitivityAt(found, 1), anchor["f(1)"]);
  });

  test("is the answer of the network with that entry, wherever it stands", () => {
    const evidence = findings({ xray: 1, dysp: 1 });
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        (name, x) => {
          const parameter = PARAMETERS[name];
          const f = sensitivityFunction(asia, parameter, lung, evidence);
          const { marginals } = new Inference(withChance(asia, parameter, x)).posteriors(evidence);
          expect(Math.abs(sensitivityAt(f, x) - (marginals[lung.variable]?.[0] ?? NaN))).toBeLessThan(1e-11);
        },
      ),
    );
  });

  test("an entry that is certain can be moved too: the others share what is left", () => {
    const row = withChance(asia, { variable: at("either"), row: 0, state: 0 }, 0.7).variables[at("either")]
      ?.p;
    close(row?.[0], 0.7);
    close(row?.[1], 0.3);
  });
});

describe("what a variable tells about another", () => {
  test.each([
    ["nothing seen", {}, anchors.mutual_information_bits_target_lung],
    ["short of breath", { dysp: 1 }, anchors.mutual_information_bits_target_lung_given_dysp_yes],
  ] as const)("agrees with exact enumeration: %s", (_, seen, expected) => {
    const bits = mutualInformation(new Inference(asia), lung.variable, findings(seen));
    for (const [id, value] of Object.entries(expected)) close(bits[at(id)], value);
    expect(bits[lung.variable]).toBe(0);
  });

  test("a target that is known leaves nothing to tell", () => {
    const bits = mutualInformation(new Inference(asia), lung.variable, findings({ lung: 1 }));
    expect(Math.max(...bits)).toBe(0);
  });
});

test("findings share the difference between two sets exactly", () => {
  const anchor = anchors["shapley_P(lung=yes)_A_to_B"];
  const shares = findingShares(new Inference(asia), lung, findings(anchor.A), findings(anchor.B));
  for (const [id, value] of Object.entries(anchor.shapley)) close(shares.get(at(id)), value);
  const sum = [...shares.values()].reduce((a, b) => a + b, 0);
  expect(Math.abs(sum - anchor.sum)).toBeLessThan(1e-12);
});

test("the distance between two rows bounds how far the odds of any query move", () => {
  const anchor = anchors["chan_darwiche_distance_smoke_0.5_to_0.8"];
  const parameter = PARAMETERS["P(smoke=yes)"];
  close(chanDarwiche([0.5, 0.5], [0.8, 0.2]), anchor.D);
  expect(chanDarwiche([0.5, 0.5, 0], [0.5, 0.5, 0])).toBe(0);
  expect(chanDarwiche([1, 0], [0.5, 0.5])).toBe(Infinity);
  const odds = (p = NaN) => p / (1 - p);
  fc.assert(
    fc.property(fc.double({ min: 0.05, max: 0.95, noNaN: true }), fc.constantFrom({}, { xray: 1 }, { dysp: 0 }), (x, seen) => {
      const far = Math.exp(chanDarwiche([0.5, 0.5], [x, 1 - x]));
      const [before, after] = [asia, withChance(asia, parameter, x)].map(
        (network) => new Inference(network).posteriors(findings(seen)).marginals,
      );
      asia.variables.forEach((_, v) => {
        const moved = odds(after?.[v]?.[0]) / odds(before?.[v]?.[0]);
        if (Number.isFinite(moved)) expect(Math.max(moved, 1 / moved)).toBeLessThan(far * (1 + 1e-9));
      });
    }),
    { numRuns: 50 },
  ); // prettier-ignore
});
