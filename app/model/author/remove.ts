import type { Happening } from "../case/evidence-types.ts";
import { partAt, withPlain } from "../case/rules.ts";
import { namesPart, type Statement } from "../case/statement.ts";
import type {
  Case,
  Gate,
  Inputs,
  Mechanism,
  Outcome,
  Partitioned,
  PlainRule,
  Push,
  Rule,
  Share,
} from "../case/types.ts";
import { withArrows } from "./arrows.ts";
import { tableUnder } from "./tables.ts";

/** A map without some keys; the same map where it has none of them. */
export function withoutKeys<T>(
  map: Readonly<Record<string, T>>,
  isGone: (key: string) => boolean,
): Readonly<Record<string, T>> {
  const kept = Object.entries(map).filter(([key]) => !isGone(key));
  return kept.length === Object.keys(map).length ? map : Object.fromEntries(kept);
}

/** Inputs without what is put to parts that are gone; parts that are left empty go too. */
export function inputsWithout(inputs: Inputs, isGone: (id: string) => boolean): Inputs {
  const entries = Object.entries(inputs).flatMap(([part, value]): [string, unknown][] => {
    if (typeof value !== "object") return [[part, value]];
    const rest = withoutKeys(value as Readonly<Record<string, unknown>>, isGone);
    return Object.keys(rest).length === 0 && rest !== value ? [] : [[part, rest]];
  });
  return Object.fromEntries(entries);
}

/**
 * The case without some factors, mechanisms and indicators, and without everything that named them. The signs of a
 * part go with it; a mechanism that loses a cause stays with the others and its base.
 */
export function withoutParts(theCase: Case, ids: readonly string[]): Case {
  const gone = new Set(ids);
  // A sign of a sign hangs on it: they may be listed in any order.
  for (let before = -1; before !== gone.size;) {
    before = gone.size;
    for (const { id, of } of theCase.indicators) if (gone.has(of)) gone.add(id);
  }
  const isGone = (id: string) => gone.has(id);
  const stays = ({ id }: { readonly id: string }) => !isGone(id);
  const kept = (list: readonly string[]) => list.filter((id) => !isGone(id));
  const { evidence, next, events, statements } = theCase;
  const lasting = statements?.filter((one) => !namesPart(one, isGone));
  return withArrows(theCase, {
    ...theCase,
    factors: theCase.factors.filter(stays),
    mechanisms: theCase.mechanisms.filter(stays).map((one) => withoutCauses(one, isGone)),
    indicators: theCase.indicators.filter(stays),
    outcome: withoutShares(theCase.outcome, isGone),
    links: theCase.links.filter(({ from, to }) => !isGone(from) && !isGone(to)),
    tour: theCase.tour.map((step) => ({ ...step, lights: kept(step.lights) })),
    scenarios: theCase.scenarios.map((one) => ({ ...one, settings: inputsWithout(one.settings, isGone) })),
    claims: theCase.claims.map((claim) => ({ ...claim, about: kept(claim.about) })),
    ...(evidence && {
      evidence: evidence.map((item) => ({
        ...item,
        bearsOn: item.bearsOn.filter((one) => !isGone("node" in one ? one.node : one.indicator)),
      })),
    }),
    ...(next && { next: { ...next, events: next.events.map((one) => happeningWithout(one, isGone)) } }),
    ...(events && { events: events.map((one) => happeningWithout(one, isGone)) }),
    ...withStatements(lasting),
  });
}

/** The part of a case that holds its statements: absent where there are none. */
export const withStatements = (
  statements: readonly Statement[] | undefined,
): { readonly statements?: readonly Statement[] } =>
  statements === undefined || statements.length === 0 ? NO_STATEMENTS : { statements };
// The key is there, so that it overwrites; a file does not hold it.
const NO_STATEMENTS = { statements: undefined } as unknown as { readonly statements?: readonly Statement[] };

const happeningWithout = (one: Happening, isGone: (id: string) => boolean): Happening => ({
  ...one,
  about: withoutKeys(one.about, isGone),
  observe: withoutKeys(one.observe, isGone),
});

/** A mechanism that no longer reads some parts. */
export function withoutCauses(mechanism: Mechanism, isGone: (id: string) => boolean): Mechanism {
  const rule = ruleWithout(mechanism.rule, isGone);
  if (rule === mechanism.rule) return mechanism;
  const { table: _before, ...rest } = mechanism;
  const table = tableUnder(mechanism, rule);
  return { ...rest, rule, ...(table && { table }) };
}

/** Where what tells its parts apart is gone, the part of the lowest level is the rule: that is what “absent” means. */
function ruleWithout(rule: Rule, isGone: (id: string) => boolean): Rule {
  if (rule.kind === "partitioned" && isGone(rule.by)) return plainWithout(partAt(rule.parts, 0).rule, isGone);
  const rest = withPlain(rule, (one) => plainWithout(one, isGone));
  return rest.kind === "partitioned" ? unweighed(rest, isGone) : rest;
}

function plainWithout(rule: PlainRule, isGone: (id: string) => boolean): PlainRule {
  const pushes = rule.pushes.flatMap((push) => pushWithout(push, isGone));
  return pushes.length === rule.pushes.length && pushes.every((push, i) => push === rule.pushes[i])
    ? rule
    : { ...rule, pushes };
}

/** What drives a push: its first cause that is read as it stands, else its first. */
export const driverOf = ({ of }: Push): string | undefined =>
  (of.find(({ gate }) => gate === "level") ?? of[0])?.node;

/** A push goes with what drives it; where a condition goes, it pushes without that condition. */
function pushWithout(push: Push, isGone: (id: string) => boolean): Push[] {
  const driver = driverOf(push);
  if (driver !== undefined && isGone(driver)) return [];
  const of = push.of.filter(({ node }) => !isGone(node)).map((gate) => unweighed(gate, isGone));
  const rest = unweighed(push, isGone);
  const alike = rest === push && of.length === push.of.length && of.every((gate, i) => gate === push.of[i]);
  return [alike ? push : { ...rest, of }];
}

/** What no longer counts by the weight of a factor that is gone. */
function unweighed<T extends Gate | Push | Partitioned>(part: T, isGone: (id: string) => boolean): T {
  if (!part.weightOf || !isGone(part.weightOf)) return part;
  const { weightOf: _gone, ...rest } = part;
  return rest as T;
}

/** A rung whose share hung on a part that is gone keeps the middle of its shares, whatever happens. */
function withoutShares(outcome: Outcome, isGone: (id: string) => boolean): Outcome {
  const steady = (share: Share): Share => {
    if (share.of === undefined || share.p === undefined || !isGone(share.of)) return share;
    const middle = share.p.reduce((sum, p) => sum + p, 0) / share.p.length;
    return { ...share, of: outcome.event.of, p: share.p.map(() => middle) };
  };
  const hangsOn = ({ of }: Share) => of !== undefined && isGone(of);
  if (![...outcome.happened, ...outcome.notHappened].some(hangsOn)) return outcome;
  return { ...outcome, happened: outcome.happened.map(steady), notHappened: outcome.notHappened.map(steady) };
}
