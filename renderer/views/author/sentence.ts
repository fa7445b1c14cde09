import type { Gate, Push, Rule } from "../../../app/model/case/types.ts";

/** A push as a sentence: what drives it, and the conditions it stands under. */
export interface Sentence {
  readonly push: Push;
  /** The place of the driver among the push's gates. */
  readonly driver: number;
  readonly conditions: readonly { readonly at: number; readonly gate: Gate }[];
}

export type Condition = Gate["gate"];

export function sentenceOf(push: Push): Sentence {
  const level = push.of.findIndex(({ gate }) => gate === "level");
  const driver = Math.max(0, level);
  return {
    push,
    driver,
    conditions: push.of.flatMap((gate, at) => (at === driver ? [] : [{ at, gate }])),
  };
}

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

export const withPush = <R extends Rule>(rule: R, i: number, push: Push): R => ({
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

/** A first sentence about a cause. */
export const newPush = (node: string, isFactor: boolean): Push => ({
  strength: 0.5,
  ...(isFactor ? { weightOf: node } : {}),
  of: [{ node, gate: "level" }],
});

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
