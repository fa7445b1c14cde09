import type { Gate, Push } from "../case/types.ts";

/**
 * One cause of a mechanism as it is said in a sentence: "Israeli strikes *raises* Iranian losses, needs *Iran dug in*".
 */
export interface Sentence {
  readonly push: Push;
  /** The place of what drives it among the push's gates: the first that is read as it stands, else the first. */
  readonly driver: number;
  /** What else it takes, in the order of the rule. */
  readonly conditions: readonly { readonly at: number; readonly gate: Gate }[];
}

export function sentenceOf(push: Push): Sentence {
  const level = push.of.findIndex(({ gate }) => gate === "level");
  const driver = Math.max(0, level);
  return {
    push,
    driver,
    conditions: push.of.flatMap((gate, at) => (at === driver ? [] : [{ at, gate }])),
  };
}

/** Whether more of what drives a sentence means less. */
export const lowers = (push: Push): boolean =>
  push.strength < 0 !== (push.of[sentenceOf(push).driver]?.gate === "damps");
