import { modelOf } from "../answer/model.ts";
import { ladder, tablesOf } from "../answer/phase.ts";
import { settle } from "../answer/settle.ts";
import { OUTCOME } from "../case/names.ts";
import { causesOf } from "../case/structure.ts";
import type { Case, Inputs, Mechanism, Place } from "../case/types.ts";
import type { Network, NetworkVariable } from "../network/network.ts";

/** The event's key among the ids: no part of a case can be called so. */
const EVENT = " event";

/** Slots of the map in the unit other programs draw in. */
const SLOT = { x: 220, y: 70 } as const;

/**
 * One phase of a case as a network of explicit tables, for another program: factors, mechanisms, signs, whether the
 * event happens in this phase, and which rung then holds. Settings, weights, assumptions and view are in the tables;
 * what was seen is left for the other program to enter. Its posterior of a node is `evaluate`'s; its chance of the
 * event is that of this phase alone, given that it has not happened before.
 * @param horizon id of the phase
 * @throws RangeError where the case has no such horizon
 */
export function networkOfCase(theCase: Case, inputs: Inputs, horizon: string): Network {
  const h = theCase.horizons.findIndex(({ id }) => id === horizon);
  if (h < 0) throw new RangeError(`The case has no horizon "${horizon}".`);
  const { observe = {}, likelihood = {}, ...given } = inputs;
  const model = modelOf(theCase);
  const settled = settle(theCase, given);
  const tables = tablesOf(model, settled, h);
  const { factors, indicators, outcome } = theCase;
  const mechanisms = inOrder(theCase.mechanisms);
  const levels = distinct(theCase.levels, ({ label }) => label);
  const names = new Map<string, string>();
  for (const id of [...factors, ...mechanisms, ...indicators].map((one) => one.id))
    names.set(id, fresh(id, names));
  names.set(EVENT, fresh("event", names));
  names.set(OUTCOME, fresh(OUTCOME, names));
  const order = [...names.keys()];
  const index = (id: string) => order.indexOf(id);
  const variable = (
    id: string,
    label: string,
    states: readonly string[],
    parents: readonly string[],
    p: Float64Array,
    place?: Place,
  ): NetworkVariable => ({
    id: names.get(id)!,
    label,
    states,
    parents: parents.map(index),
    p: p.slice(),
    ...(place && { position: { x: place.column * SLOT.x, y: place.row * SLOT.y } }),
  });
  const shares = ladder(model);
  const idOf = new Map([...model.variable].map(([id, v]) => [v, id]));
  const hazard = settled.hazard[h]!;
  return {
    name: theCase.title.replaceAll(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, " "),
    variables: [
      ...factors.map((one, f) => variable(one.id, one.label, levels, [], settled.priors[h]![f]!, one.place)),
      ...mechanisms.map((one) => {
        const i = theCase.mechanisms.indexOf(one);
        return variable(one.id, one.label, levels, causesOf(one), tables[i]!, one.place);
      }),
      ...indicators.map(({ id, label, of, p }) =>
        variable(id, label, ["no", "yes"], [of], Float64Array.from(p.flatMap((yes) => [1 - yes, yes]))),
      ),
      variable(
        EVENT,
        `In this phase ${theCase.event}`,
        ["no", "yes"],
        [outcome.event.of],
        Float64Array.from([...hazard].flatMap((b) => [1 - b, b])),
      ),
      variable(
        OUTCOME,
        outcome.short,
        distinct(outcome.rungs, ({ short }) => short),
        shares.scope.slice(0, -1).map((v) => idOf.get(v) ?? EVENT),
        shares.tensor,
        outcome.place,
      ),
    ],
    notes: [
      `One phase of the case, “${theCase.horizons[h]!.label}”: the chance of the event is that of this phase alone, given that it has not happened before.`,
      ...(Object.keys({ ...observe, ...likelihood }).length > 0
        ? ["What was seen is not in the tables; enter it as evidence."]
        : []),
    ],
  };
}

/** Causes before effects: some formats are read from above to below. */
function inOrder(mechanisms: readonly Mechanism[]): Mechanism[] {
  const open = [...mechanisms];
  const done: Mechanism[] = [];
  const waits = (one: Mechanism) => causesOf(one).some((id) => open.some((other) => other.id === id));
  while (open.length > 0) {
    const next = open.findIndex((one) => !waits(one));
    done.push(...open.splice(Math.max(0, next), 1));
  }
  return done;
}

/** An id as networks allow it, that none has yet. */
function fresh(id: string, names: ReadonlyMap<string, string>): string {
  const taken = new Set(names.values());
  let own = id.replaceAll("-", "_");
  while (taken.has(own)) own = `${own}_`;
  return own;
}

/** What people read, or ids where two would read alike or one is empty. */
function distinct<T extends { readonly id: string }>(list: readonly T[], name: (one: T) => string): string[] {
  const names = list.map(name);
  const isPlain = new Set(names).size === names.length && names.every((one) => one.trim() !== "");
  return isPlain ? names : list.map(({ id }) => id);
}
