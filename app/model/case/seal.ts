import type { FrozenArgument, Judgement } from "./judgement.ts";
import type { Case } from "./types.ts";
import { canonical, sha256 } from "./hash.ts";
import { versionNeeded } from "./migrate.ts";

/** What the engine reads of a case, as a case file of its own: it answers alike, whatever becomes of the case. */
export function argumentOf(theCase: Case): FrozenArgument {
  const { format, id, title, event, levels, horizons, factors, mechanisms, outcome, indicators } = theCase;
  // As in a file: an argument that an older version can hold is sealed as that version sealed it.
  const version = versionNeeded(theCase);
  return { format, version, id, title, event, levels, horizons, factors, mechanisms, outcome, indicators };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Where a box stands on the map is no argument. */
function withoutPlaces(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPlaces);
  if (!isObject(value)) return value;
  const { place: _place, overview: _overview, ...rest } = value;
  return rest;
}

/** SHA-256 of an argument; moving boxes about does not change it. */
export const argumentHash = (argument: FrozenArgument): string =>
  sha256(
    canonical(
      Object.fromEntries(Object.entries(argument).map(([key, value]) => [key, withoutPlaces(value)])),
    ),
  );

const hashes = new WeakMap<Case["mechanisms"], { readonly of: Case; readonly hash: string }>();

/** The hash of a case's own argument, worked out once for as long as the argument stays the same. */
export function caseHash(theCase: Case): string {
  const known = hashes.get(theCase.mechanisms);
  const parts = ["factors", "outcome", "indicators", "horizons", "levels", "title", "event", "id"] as const;
  if (known && parts.every((part) => known.of[part] === theCase[part])) return known.hash;
  const hash = argumentHash(argumentOf(theCase));
  hashes.set(theCase.mechanisms, { of: theCase, hash });
  return hash;
}

/** SHA-256 of a judgement without its seal. */
export function sealOf(judgement: Judgement): string {
  const { seal: _seal, ...rest } = judgement;
  return sha256(canonical(rest));
}
