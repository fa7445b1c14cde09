import { LEVELS, type Part, type PlainRule, type Push, type Rule } from "./types.ts";

/** The rules in a rule that have sentences of their own: itself, or one a part. */
export const plainRules = (rule: Rule): readonly PlainRule[] =>
  rule.kind === "partitioned" ? rule.parts.map((part) => part.rule) : [rule];

/** Every sentence of a rule, whenever it holds. */
export const pushesOf = (rule: Rule): readonly Push[] => plainRules(rule).flatMap(({ pushes }) => pushes);

/** The part that holds at this level, 0..4, of what tells the parts apart; a case is refused where a level has none. */
export const partAt = (parts: readonly Part[], level: number): Part =>
  parts.find(({ at }) => at.includes(LEVELS[level]!))!;

/** The rule with another in the place of each that has sentences of its own; the same object where all stay. */
export function withPlain(rule: Rule, change: (one: PlainRule) => PlainRule): Rule {
  if (rule.kind !== "partitioned") return change(rule);
  const parts = rule.parts.map((part) => {
    const next = change(part.rule);
    return next === part.rule ? part : { ...part, rule: next };
  });
  return parts.every((part, i) => part === rule.parts[i]) ? rule : { ...rule, parts };
}

/** The rule with other sentences in the place of each one. */
export const withPushes = (rule: Rule, change: (push: Push) => Push): Rule =>
  withPlain(rule, (one) => ({ ...one, pushes: one.pushes.map(change) }));

/** The rule with one more sentence, in every part. */
export const withPushAdded = (rule: Rule, push: Push): Rule =>
  withPlain(rule, (one) => ({ ...one, pushes: [...one.pushes, push] }));
