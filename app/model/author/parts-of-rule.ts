import { partAt } from "../case/rules.ts";
import { type Level, LEVELS, type Part, type Partitioned, type PlainRule, type Rule } from "../case/types.ts";

/* A rule told apart by the level of a cause, and together again. None of these leaves a level without a part. */

/** From here up it is another part, until its author says otherwise. */
const UPPER = 2;

/** The same rule twice, below and from the middle of a cause on: the answer stays until one of them is changed. */
export function inParts(rule: PlainRule, by: string, isFactor: boolean): Partitioned {
  const part = (from: number, to: number): Part => ({ at: LEVELS.slice(from, to), rule });
  return { ...told(by, isFactor), parts: [part(0, UPPER), part(UPPER, LEVELS.length)] };
}

/** The same parts, told apart by another cause. */
export const partedBy = ({ parts }: Partitioned, by: string, isFactor: boolean): Partitioned => ({
  ...told(by, isFactor),
  parts,
});

/** A factor counts by its own weight, a mechanism has none. */
const told = (by: string, isFactor: boolean) =>
  ({ kind: "partitioned", by, ...(isFactor && { weightOf: by }) }) as const;

/** One rule for all levels: that of the lowest. */
export const inOne = (rule: Partitioned): PlainRule => partAt(rule.parts, 0).rule;

/** A level in another part. The part that it was in goes where it has no other. */
export function withLevelIn(rule: Partitioned, level: Level, i: number): Rule {
  const parts = rule.parts.map((part, j): Part => {
    const has = part.at.includes(level);
    if (has === (j === i)) return part;
    return { ...part, at: LEVELS.filter((one) => (one === level ? j === i : part.at.includes(one))) };
  });
  return parts.every((part, j) => part === rule.parts[j]) ? rule : whole(rule, parts);
}

/** A part cut in two at its middle, both with its sentences; the same rule where it has one level. */
export function withPartCut(rule: Partitioned, i: number): Partitioned {
  const part = rule.parts[i];
  if (part === undefined || part.at.length < 2) return rule;
  const at = LEVELS.filter((level) => part.at.includes(level));
  const half = Math.ceil(at.length / 2);
  const halves = [at.slice(0, half), at.slice(half)].map((own) => ({ ...part, at: own }));
  return { ...rule, parts: rule.parts.toSpliced(i, 1, ...halves) };
}

/** Without one part: its levels go to the one before it, or to the one behind; a single part left is the rule. */
export const withoutPart = (rule: Partitioned, i: number): Rule =>
  withPartsJoined(rule, i > 0 ? i - 1 : 1, i);

/** One part with the levels of another as well, which goes. */
export function withPartsJoined(rule: Partitioned, kept: number, gone: number): Rule {
  const [heir, other] = [rule.parts[kept], rule.parts[gone]];
  if (heir === undefined || other === undefined) return rule;
  const at = LEVELS.filter((level) => heir.at.includes(level) || other.at.includes(level));
  return whole(rule, rule.parts.with(kept, { ...heir, at }).toSpliced(gone, 1));
}

/** The rule with these parts, as far as they have levels; one that has them all is the rule. */
function whole(rule: Partitioned, parts: readonly Part[]): Rule {
  const kept = parts.filter(({ at }) => at.length > 0);
  return kept.length === 1 ? kept[0]!.rule : { ...rule, parts: kept };
}
