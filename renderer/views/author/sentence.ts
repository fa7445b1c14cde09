import { beginsDown } from "../../../app/model/author/arrows.ts";
import { sentenceOf } from "../../../app/model/author/sentences.ts";
import type { Case, Gate, PlainRule, Push } from "../../../app/model/case/types.ts";

/** Everything that can be a cause. */
export const partsOf = ({ factors, mechanisms }: Case) => [...factors, ...mechanisms];

export type Condition = Gate["gate"];

/** What a condition begins with. */
export function newGate(gate: Condition, node: string): Gate {
  switch (gate) {
    case "level":
      return { gate, node };
    case "opens":
      return { gate, node, closed: 0.2 };
    case "needs":
      return { gate, node, none: 0.2, full: 0.6 };
    case "damps":
      return { gate, node, depth: 0.6 };
    default:
      return gate satisfies never;
  }
}

/** Rules whose strengths are weights of what comes through: none is negative there. */
export const isWeighed = ({ kind }: PlainRule): boolean => kind !== "sum" && kind !== "anyOf";

/** A sentence that raises or lowers: by the sign of its strength, or, where strengths are weights, by how it is read. */
export function withDirection(rule: PlainRule, push: Push, down: boolean): Push {
  const { driver } = sentenceOf(push);
  const gate = push.of[driver];
  const strength = Math.abs(push.strength);
  if (!isWeighed(rule) || !gate) return { ...push, strength: down ? -strength : strength };
  const { node, weightOf } = gate;
  const read = weightOf === undefined ? { node } : { node, weightOf };
  const next: Gate = down ? { ...read, gate: "damps", depth: 1 } : { ...read, gate: "level" };
  return withGate({ ...push, strength }, driver, next);
}

/** The same sentences coming together in another way. */
export function withKind(rule: PlainRule, kind: PlainRule["kind"]): PlainRule {
  if (kind === rule.kind) return rule;
  const { pushes } = rule;
  const apart = isWeighed(rule) ? withTheirSigns(pushes) : pushes;
  switch (kind) {
    case "sum":
      return { kind, base: 0.1, pushes: apart };
    case "anyOf":
      return { kind, pushes: apart };
    case "mixminmax":
      return { kind, least: 1, greatest: 1, pushes: withoutSigns(pushes) };
    case "wmean":
    case "wmin":
    case "wmax":
      return { kind, pushes: withoutSigns(pushes) };
    default:
      return kind satisfies never;
  }
}

const withoutSigns = (pushes: readonly Push[]): Push[] =>
  pushes.map((push) => (push.strength < 0 ? withDirection(WEIGHED, push, true) : push));
const withTheirSigns = (pushes: readonly Push[]): Push[] =>
  pushes.map((push) => {
    const { driver } = sentenceOf(push);
    const gate = push.of[driver];
    if (gate?.gate !== "damps" || gate.depth !== 1) return push;
    const { depth: _depth, ...rest } = gate;
    return withGate({ ...push, strength: -push.strength }, driver, { ...rest, gate: "level" });
  });
const WEIGHED: PlainRule = { kind: "wmean", pushes: [] };

export const withPush = <R extends PlainRule>(rule: R, i: number, push: Push): R => ({
  ...rule,
  pushes: rule.pushes.with(i, push),
});
export const withGate = (push: Push, at: number, gate: Gate): Push => ({
  ...push,
  of: push.of.with(at, gate),
});
export const withoutGate = (push: Push, at: number): Push => ({ ...push, of: push.of.toSpliced(at, 1) });

/** Another driver: it counts by its own weight where it is a factor, and where the one before did. */
export function withDriver(push: Push, at: number, node: string, isFactor: boolean): Push {
  const before = push.of[at]?.node;
  const gate = push.of[at];
  const { weightOf, ...rest } = gate ? withGate(push, at, { ...gate, node }) : push;
  if (weightOf !== undefined && weightOf !== null && weightOf !== before) return { ...rest, weightOf };
  return isFactor ? { ...rest, weightOf: node } : rest;
}

/** A first sentence about a cause of a mechanism, in one of its rules; a factor's group says which way it goes. */
export function newPush(theCase: Case, mechanism: string, rule: PlainRule, node: string): Push {
  const isFactor = theCase.factors.some(({ id }) => id === node);
  const push: Push = {
    strength: 0.5,
    ...(isFactor ? { weightOf: node } : {}),
    of: [{ node, gate: "level" }],
  };
  return withDirection(rule, push, beginsDown(theCase, node, mechanism));
}

/** A further sentence. The first one that lowers needs something to lower: what it lowers begins high then. */
export function withNewPush(rule: PlainRule, push: Push): PlainRule {
  const pushes = [...rule.pushes, push];
  return rule.kind === "sum" && rule.pushes.length === 0 && push.strength < 0
    ? { ...rule, base: Math.max(rule.base, HIGH), pushes }
    : { ...rule, pushes };
}
const HIGH = 0.9;

/** A condition on another part: a factor's counts by its own weight, a mechanism has none. */
export function onPart(gate: Gate, node: string, isFactor: boolean): Gate {
  const { weightOf: _before, ...rest } = gate;
  return { ...rest, node, ...(isFactor ? { weightOf: node } : {}) };
}

/** A condition that counts by its factor's weight, or that weighs the same whatever the weight is. */
export function weighed(gate: Gate, on: boolean): Gate {
  const { weightOf: _before, ...rest } = gate;
  return on ? { ...rest, weightOf: gate.node } : rest;
}
