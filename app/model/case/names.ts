import type { Case } from "./types.ts";
import { at, type Field, id, isEntries, items, mustBe, refuse, someItems } from "./read.ts";
import { Refused, shown } from "./problem.ts";

export type Kind = "factor" | "mechanism" | "indicator";

export const aKind = (kind: Kind) => (kind === "indicator" ? `an ${kind}` : `a ${kind}`);

/** Which ids a case has: all that one part of it may say of another. */
export interface Names {
  readonly horizons: readonly string[];
  /** Factors, mechanisms and indicators in the order of the case. */
  readonly kinds: ReadonlyMap<string, Kind>;
  /** Indicators that may be the cause of others. */
  readonly latent: ReadonlySet<string>;
}

/** The word for the outcome where links name it. */
export const OUTCOME = "outcome";

export function namesOf({ horizons, factors, mechanisms, indicators }: Case): Names {
  return {
    horizons: horizons.map((horizon) => horizon.id),
    kinds: new Map<string, Kind>([
      ...factors.map(({ id }) => [id, "factor"] as const),
      ...mechanisms.map(({ id }) => [id, "mechanism"] as const),
      ...indicators.map(({ id }) => [id, "indicator"] as const),
    ]),
    latent: new Set(indicators.filter(({ latent }) => latent === true).map(({ id }) => id)),
  };
}

/** The ids of a file before anything else of it is read, so that parts may name each other in any order. */
export function readNames(file: Field): Names {
  const kinds = new Map<string, Kind>();
  const first = new Map<string, string>();
  const take = (field: Field, kind: Kind) => {
    const own = freshId(field, first);
    if (own === OUTCOME) refuse(at(field, "id"), `must be another word, because "${OUTCOME}" is the outcome`);
    kinds.set(own, kind);
  };
  const horizons = ids(someItems(at(file, "horizons"), "horizon"));
  if (horizons.length > 1 && horizons.includes("all"))
    refuse(at(file, "horizons"), 'must not have an id "all", because that word means every horizon');
  for (const factor of someItems(at(file, "factors"), "factor")) take(factor, "factor");
  for (const mechanism of someItems(at(file, "mechanisms"), "mechanism")) take(mechanism, "mechanism");
  const signs = at(file, "indicators");
  const indicators = signs.value === undefined ? [] : items(signs);
  for (const indicator of indicators) take(indicator, "indicator");
  const latent = indicators.filter(({ value }) => isEntries(value) && value["latent"] === true);
  return { horizons, kinds, latent: new Set(latent.map((field) => id(at(field, "id")))) };
}

/** The ids of a list of parts, no two alike. */
export function ids(fields: readonly Field[]): string[] {
  const first = new Map<string, string>();
  return fields.map((field) => freshId(field, first));
}

function freshId(field: Field, first: Map<string, string>): string {
  const own = id(at(field, "id"));
  const before = first.get(own);
  if (before !== undefined) throw new Refused({ kind: "id-twice", id: own, path: field.path, first: before });
  first.set(own, field.path);
  return own;
}

/** The id of a part of one of the given kinds. */
export function reference(field: Field, names: Names, ...kinds: readonly Kind[]): string {
  const named = field.value;
  const kind = typeof named === "string" ? names.kinds.get(named) : undefined;
  if (kind !== undefined && kinds.includes(kind)) return named as string;
  const wanted = `the id of ${kinds[0] === "indicator" ? "an" : "a"} ${kinds.join(" or ")}`;
  if (kind !== undefined) return refuse(field, `must be ${wanted}, and ${shown(named)} is ${aKind(kind)}`);
  return mustBe(field, `${wanted} of this case`);
}
