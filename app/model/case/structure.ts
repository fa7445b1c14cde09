import type { Indicator, Mechanism, Outcome } from "./types.ts";
import { MOST_CAUSES, Refused } from "./problem.ts";
import { OUTCOME } from "./names.ts";
import { pushesOf } from "./rules.ts";

/**
 * The direct causes of a mechanism, once each: what tells its parts apart, then every factor or mechanism that one of
 * its gates reads.
 */
export function causesOf({ rule }: Pick<Mechanism, "rule">): string[] {
  const by = rule.kind === "partitioned" ? [rule.by] : [];
  return [...new Set([...by, ...pushesOf(rule).flatMap(({ of }) => of.map(({ node }) => node))])];
}

/**
 * What no single part can show: that causes do not run in a circle, and that no table is too large to hold.
 * @throws Refused naming the circle or the part.
 */
export function checkStructure(
  mechanisms: readonly Mechanism[],
  indicators: readonly Indicator[],
  outcome: Outcome,
): void {
  const causes = new Map<string, readonly string[]>();
  for (const mechanism of mechanisms) causes.set(mechanism.id, causesOf(mechanism));
  for (const [id, of] of causes) checkFamily(id, of.length);
  const shares = [...outcome.happened, ...outcome.notHappened].flatMap(({ of }) =>
    of === undefined ? [] : [of],
  );
  checkFamily(OUTCOME, new Set([outcome.event.of, ...shares]).size);
  for (const indicator of indicators) causes.set(indicator.id, [indicator.of]);
  const ids = circleIn(causes);
  if (ids !== null) throw new Refused({ kind: "loop", ids });
}

function checkFamily(id: string, causes: number): void {
  if (causes > MOST_CAUSES) throw new Refused({ kind: "family", id, causes });
}

/**
 * One circle among these causes, in the direction of the arrows; null where there is none.
 * Parts whose causes are all settled are settled in turn (Kahn); what stays unsettled lies on a circle or
 * behind one, so going back from cause to cause must come round. No recursion: a chain may be very long.
 */
export function circleIn(causes: ReadonlyMap<string, readonly string[]>): string[] | null {
  const open = new Map<string, number>();
  const effects = new Map<string, string[]>();
  for (const [id, of] of causes) {
    const inside = of.filter((cause) => causes.has(cause));
    open.set(id, inside.length);
    for (const cause of inside) {
      const known = effects.get(cause);
      if (known === undefined) effects.set(cause, [id]);
      else known.push(id);
    }
  }
  const settled = [...open].filter(([, count]) => count === 0).map(([id]) => id);
  for (const id of settled) {
    open.delete(id);
    for (const effect of effects.get(id) ?? []) {
      const left = open.get(effect)! - 1;
      open.set(effect, left);
      if (left === 0) settled.push(effect); // the loop goes on over what is added here
    }
  }
  const unsettled = open.keys().next();
  if (unsettled.done) return null;
  const path = new Map<string, number>();
  let id = unsettled.value;
  while (!path.has(id)) {
    path.set(id, path.size);
    id = causes.get(id)!.find((cause) => open.has(cause))!;
  }
  return [...path.keys()].slice(path.get(id)).reverse();
}
