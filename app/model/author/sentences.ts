import type { Gate, Push, Rule } from "../case/types.ts";

/**
 * One cause of a mechanism as it is said in a sentence: "Israeli strikes *raises* Iranian losses, needs *Iran dug in*".
 */
export interface Sentence {
  /** What moves it; absent: it is there whatever happens. */
  readonly parent?: string;
  readonly raises: boolean;
  /** ≥ 0: how far, on the unit scale, at the top of the parent; in a weighted function its weight. */
  readonly strength: number;
  /** The factor whose weight counts for it; null and absent: none. */
  readonly weightOf?: string | null;
  /** How the parent itself is read; absent: as it stands. */
  readonly reads?: Gate;
  /** What else it takes, in the order of the rule: see `driver`. */
  readonly conditions: readonly Gate[];
  /** The parent's place among the gates of the rule; absent: the first. */
  readonly driver?: number;
}

/** A rule as sentences, and how they come together. */
export type Told =
  | { readonly kind: "sum"; readonly base: number; readonly sentences: readonly Sentence[] }
  | { readonly kind: Exclude<Rule["kind"], "sum" | "mixminmax">; readonly sentences: readonly Sentence[] }
  | {
      readonly kind: "mixminmax";
      readonly least: number;
      readonly greatest: number;
      readonly sentences: readonly Sentence[];
    };

/** The rule as sentences; `ruleOf` gives the same rule back. */
export function sentencesOf({ rule }: { readonly rule: Rule }): Told {
  const { pushes, ...rest } = rule;
  return { ...rest, sentences: pushes.map(sentenceOf) } as Told;
}

export function ruleOf({ sentences, ...rest }: Told): Rule {
  return { ...rest, pushes: sentences.map(pushOf) } as Rule;
}

/** What drives a push is its first cause that is read as it stands, else its first. */
export function sentenceOf({ strength, of, ...rest }: Push): Sentence {
  const level = of.findIndex(({ gate }) => gate === "level");
  const driver = Math.max(0, level);
  const read = of[driver];
  const isPlain = read?.gate === "level" && Object.keys(read).length === 2;
  return {
    ...rest,
    ...(read && { parent: read.node }),
    ...(read && !isPlain && { reads: read }),
    // A strength of −0 is taken as it is: the rule must come back the same.
    raises: strength > 0 || Object.is(strength, 0),
    strength: Math.abs(strength),
    conditions: of.filter((_, i) => i !== driver),
    ...(driver > 0 && { driver }),
  };
}

export function pushOf({ parent, raises, strength, reads, conditions, driver = 0, ...rest }: Sentence): Push {
  const read: Gate | undefined =
    parent === undefined ? undefined : reads ? { ...reads, node: parent } : { gate: "level", node: parent };
  return {
    ...rest,
    strength: raises ? strength : -strength,
    of: read ? conditions.toSpliced(driver, 0, read) : conditions,
  };
}
