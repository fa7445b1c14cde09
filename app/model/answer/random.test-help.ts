import fc from "fast-check";
import { causesOf } from "../case/structure.ts";
import {
  type Case,
  type Gate,
  type Inputs,
  type Level,
  LEVELS,
  type PlainRule,
  type Push,
  type Rule,
} from "../case/types.ts";
import { uniform } from "../random/generator.ts";
import { shippedCase } from "../shipped.test-help.ts";
import type { Result } from "./result.ts";

/** A share in thousandths: zeros and ones are met, numbers too small to matter are not. */
const ratio = fc.integer({ min: 0, max: 1000 }).map((n) => n / 1000);
const level = fc.constantFrom(...LEVELS);
const some = <T>(ids: readonly string[], value: fc.Arbitrary<T>, most = 3) =>
  fc
    .uniqueArray(fc.constantFrom(...ids), { maxLength: most })
    .chain((chosen) =>
      fc
        .tuple(...chosen.map(() => value))
        .map((values) => Object.fromEntries(chosen.map((id, i) => [id, values[i] as T]))),
    );

/** Any valid inputs to a case: settings, weights, assumptions, hard and soft evidence, view. */
export function anyInputs(theCase: Case): fc.Arbitrary<Inputs> {
  const horizons = theCase.horizons.map(({ id }) => id);
  const byHorizon = fc.oneof(level, some(horizons, level));
  const factors = theCase.factors.map(({ id }) => id);
  const mechanisms = theCase.mechanisms.map(({ id }) => id);
  const signs = theCase.indicators.map(({ id }) => id);
  const observe = fc
    .tuple(
      signs.length > 0 ? some<boolean | Level>(signs, fc.boolean(), 2) : fc.constant({}),
      some<boolean | Level>([...factors, ...mechanisms], level, 2),
    )
    .map(([a, b]) => ({ ...a, ...b }));
  const soft = fc.tuple(ratio, ratio).filter(([yes, no]) => yes + no > 0);
  return fc.record(
    {
      set: some(factors, byHorizon),
      weights: some(
        factors,
        fc.integer({ min: 0, max: 20 }).map((w) => w / 2),
      ),
      assume: some(mechanisms, byHorizon, 2),
      observe,
      likelihood: signs.length > 0 ? some(signs, soft, 2) : fc.constant({}),
      view: fc.oneof(
        fc.constant("article" as const),
        fc.constant("outside" as const),
        fc.double({ min: 0, max: 1, noNaN: true }),
      ),
    },
    { requiredKeys: [] },
  );
}

function gateOn(node: string, factors: readonly string[]): fc.Arbitrary<Gate> {
  const weightOf = fc.option(fc.constantFrom(...factors), { nil: null });
  return fc.oneof(
    fc.record({ gate: fc.constant("level" as const), node: fc.constant(node), weightOf }),
    fc.record({ gate: fc.constant("opens" as const), node: fc.constant(node), closed: ratio, weightOf }),
    fc.record({ gate: fc.constant("damps" as const), node: fc.constant(node), depth: ratio, weightOf }),
    ratio.map((none) => ({ gate: "needs" as const, node, none: none / 2, full: none / 2 + 0.4 })),
  );
}

type Kind = PlainRule["kind"];

/** A rule of this kind; where strengths are weights they are not below 0. */
function ruleOf(kind: Kind, given: readonly Push[]): PlainRule {
  if (kind === "sum") return { kind, base: 0.2, pushes: given };
  if (kind === "anyOf") return { kind, pushes: given };
  const pushes = given.map((push) => ({ ...push, strength: Math.abs(push.strength) }));
  return kind === "mixminmax" ? { kind, least: 1, greatest: 2, pushes } : { kind, pushes };
}

/** In some cases a rule for each of up to three groups of another part’s levels, the later ones with other sentences. */
function parted(rule: PlainRule, by: string, at: readonly number[], weightOf: string | null): Rule {
  const groups = [0, 1, 2].filter((group) => at.includes(group));
  const parts = groups.map((group) => ({
    at: LEVELS.filter((_, k) => at[k] === group),
    rule: ruleOf(group === 2 ? "wmean" : rule.kind, group === 1 ? rule.pushes.slice(1) : rule.pushes),
  }));
  return { kind: "partitioned", by, weightOf, parts };
}

/** The rule, and in two cases of ten every row or every third row set by hand. */
function withTable(rule: Rule, byHand: number, shares: readonly number[]) {
  const rows = 5 ** causesOf({ rule }).length;
  if (byHand > 1) return { rule };
  const table = Array.from({ length: rows }, (_, row) => {
    if (byHand === 1 && row % 3 > 0) return null;
    const p = LEVELS.map((_, k) => 0.01 + shares[(row + 3 * k) % shares.length]!);
    const total = p.reduce((a, b) => a + b);
    return p.map((one) => one / total);
  });
  return { rule, table };
}

/** Cases of two factors, two or three mechanisms, two signs (one behind a latent one), one to three horizons. */
export const smallCase: fc.Arbitrary<Case> = fc
  .integer({ min: 2, max: 3 })
  .chain((count) => {
    const factors = ["a", "b"];
    const mechanisms = ["m1", "m2", "m3"].slice(0, count);
    const rules = mechanisms.map((_, i) =>
      fc.array(
        fc.record({
          strength: fc.double({ min: -1, max: 1.5, noNaN: true }),
          weightOf: fc.option(fc.constantFrom(...factors), { nil: null }),
          of: fc
            .uniqueArray(fc.constantFrom(...factors, ...mechanisms.slice(0, i)), { maxLength: 2 })
            .chain((nodes) => fc.tuple(...nodes.map((node) => gateOn(node, factors)))),
        }),
        { minLength: 1, maxLength: 3 },
      ),
    );
    return fc.record({
      rules: fc.tuple(...rules),
      kinds: fc.array(fc.constantFrom<Kind>("sum", "anyOf", "wmean", "wmin", "wmax", "mixminmax"), {
        minLength: 3,
        maxLength: 3,
      }),
      parts: fc.array(
        fc.option(fc.array(fc.nat(2), { minLength: 5, maxLength: 5 }), { nil: null, freq: 2 }),
        { minLength: 3, maxLength: 3 },
      ),
      bys: fc.tuple(...mechanisms.map((_, i) => fc.constantFrom(...factors, ...mechanisms.slice(0, i)))),
      partWeights: fc.array(fc.option(fc.constantFrom(...factors), { nil: null }), {
        minLength: 3,
        maxLength: 3,
      }),
      byHand: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 3, maxLength: 3 }),
      spreads: fc.array(fc.double({ min: 0.03, max: 0.6, noNaN: true }), { minLength: 8, maxLength: 8 }),
      shares: fc.array(ratio, { minLength: 25, maxLength: 25 }),
      horizons: fc.integer({ min: 1, max: 3 }),
      fade: ratio,
      levels: fc.array(level, { minLength: 6, maxLength: 6 }),
    });
  })
  .map(({ rules, kinds, parts, bys, partWeights, byHand, spreads, shares, horizons, fade, levels }) => {
    const base = shippedCase("russia-iran-syria");
    const template = { factor: base.factors[0]!, mechanism: base.mechanisms[0]!, sign: base.indicators[0]! };
    const names = ["h1", "h2", "h3"].slice(0, horizons);
    const five = (from: number) => shares.slice(from, from + 5);
    const ruleAt = (pushes: readonly Push[], i: number): Rule => {
      const rule = ruleOf(kinds[i]!, pushes);
      return parts[i] ? parted(rule, bys[i]!, parts[i], partWeights[i]!) : rule;
    };
    const mechanisms = rules.map((pushes, i) => ({
      ...template.mechanism,
      id: `m${i + 1}`,
      spread: spreads[i]!,
      ...withTable(ruleAt(pushes as Push[], i), byHand[i]!, shares),
    }));
    const last = mechanisms.at(-1)!.id;
    return {
      ...base,
      horizons: names.map((id, i) => ({ ...base.horizons[0]!, id, years: 0.5 + 2 * i })),
      factors: ["a", "b"].map((id, f) => ({
        ...template.factor,
        id,
        fade,
        weight: { default: 4 + f, min: 2, max: 8 },
        levels: Object.fromEntries(
          names.map((h, i) => [h, { level: levels[2 * i + f]!, spread: spreads[3 + f + i]! }]),
        ),
      })),
      mechanisms,
      indicators: [
        { ...template.sign, id: "story", of: "m1", latent: true, p: five(0) },
        { ...template.sign, id: "report", of: "story", latent: false, p: shares.slice(5, 7) },
        { ...template.sign, id: "sign", of: "a", latent: false, p: five(7) },
      ],
      outcome: {
        ...base.outcome,
        rungs: base.outcome.rungs.filter(({ id }) => id !== "alliance"),
        event: { ...base.outcome.event, of: last },
        happened: [{ rung: "spilled", of: "b", p: five(12) }, { rung: "broken" }],
        notHappened: [{ rung: "strained", of: "m1", p: five(17) }, { rung: "managed" }],
      },
    };
  });

/** The same case with factors, mechanisms and indicators in another order. */
export function shuffled(theCase: Case, seed: number): Case {
  const next = uniform(seed);
  const mix = <T>(list: readonly T[]) =>
    list
      .map((one) => [next(), one] as const)
      .sort((a, b) => a[0] - b[0])
      .map(([, one]) => one);
  return {
    ...theCase,
    factors: mix(theCase.factors),
    mechanisms: mix(theCase.mechanisms),
    indicators: mix(theCase.indicators),
  };
}

/** The same case and inputs under other names, and the way back for a result. */
export function renamed(theCase: Case, inputs: Inputs): [Case, Inputs, (result: Result) => Result] {
  const ids = [...theCase.factors, ...theCase.mechanisms, ...theCase.indicators].map(({ id }) => id);
  const to = new Map(ids.map((id, i) => [id, `z${ids.length - i}`]));
  const back = new Map([...to].map(([a, b]) => [b, a]));
  const deep = (value: unknown, map: ReadonlyMap<string, string>): unknown =>
    typeof value === "string"
      ? (map.get(value) ?? value)
      : Array.isArray(value)
        ? value.map((one) => deep(one, map))
        : value && typeof value === "object"
          ? Object.fromEntries(Object.entries(value).map(([k, v]) => [map.get(k) ?? k, deep(v, map)]))
          : value;
  return [deep(theCase, to) as Case, deep(inputs, to) as Inputs, (result) => deep(result, back) as Result];
}
