import { causesOf } from "../case/structure.ts";
import type { Case, Mechanism, Push, Rule } from "../case/types.ts";
import type { AuthorEdit } from "./edits.ts";
import { freshId } from "./ids.ts";

/** More direct causes than this nobody can weigh against each other, and the table has 5⁶ rows. */
export const MANY_CAUSES = 5;

const of = (pushes: readonly Push[]): string[] => causesOf({ rule: { kind: "anyOf", pushes } });

/**
 * Some causes of a mechanism joined in one of their own, so that it keeps at most five: it pushes as they did together.
 * Undefined where they cannot be parted (one sentence names too many), or where the rule takes each cause singly.
 */
export function joinCauses(theCase: Case, mechanism: Mechanism): AuthorEdit | undefined {
  const { rule } = mechanism;
  if (rule.kind !== "sum" && rule.kind !== "anyOf") return undefined;
  const mayJoin = (push: Push) => push.of.length > 0 && push.strength > 0;
  let [kept, joined]: [readonly Push[], readonly Push[]] = [rule.pushes, []];
  for (const push of rule.pushes.toReversed()) {
    if (of(kept).length + 1 <= MANY_CAUSES && joined.length > 1) break;
    if (!mayJoin(push) || of([push, ...joined]).length > MANY_CAUSES) continue;
    kept = kept.filter((one) => one !== push);
    joined = [push, ...joined];
  }
  if (joined.length < 2 || of(kept).length + 1 > MANY_CAUSES) return undefined;
  const label = `${mechanism.label}: joined causes`;
  const id = freshId(theCase, label);
  const total = joined.reduce((sum, { strength }) => sum + strength, 0);
  const own: Rule =
    rule.kind === "sum"
      ? {
          kind: "sum",
          base: 0,
          pushes: joined.map((push) => ({ ...push, strength: push.strength / total })),
        }
      : { kind: "anyOf", pushes: joined };
  const strength = rule.kind === "sum" ? total : 1;
  const paragraphs = mechanism.paragraphs;
  return {
    edit: "together",
    label: `${joined.length} causes of ${mechanism.short} joined`,
    edits: [
      { edit: "addMechanism", id, mechanism: { label, rule: own, spread: mechanism.spread, paragraphs } },
      {
        edit: "setRule",
        mechanism: mechanism.id,
        rule: { ...rule, pushes: [...kept, { strength, of: [{ gate: "level", node: id }] }] },
      },
    ],
  };
}
