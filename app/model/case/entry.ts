import type { ByHorizon, Inputs, Level } from "./types.ts";

/** Alike as text of a file; for small values only. */
export const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/**
 * A map with one entry put in, or taken out where `value` is undefined. The same map where that changes
 * nothing; undefined where nothing is left. Entries stand in the given order, so that the saved text depends
 * on what is set and not on the way there.
 */
export function withEntry<T>(
  map: Readonly<Record<string, T>> | undefined,
  id: string,
  value: T | undefined,
  order: readonly string[],
): Readonly<Record<string, T>> | undefined {
  const before = new Map(Object.entries(map ?? {}));
  if (value === undefined ? !before.has(id) : same(before.get(id), value)) return map;
  if (value === undefined) before.delete(id);
  else before.set(id, value);
  if (before.size === 0) return undefined;
  return Object.fromEntries([...before].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b)));
}

/** The inputs with one part replaced, or left out where it is undefined; the same inputs where nothing changes. */
export function withPart<K extends keyof Inputs>(
  inputs: Inputs,
  part: K,
  value: Inputs[K] | undefined,
): Inputs {
  if (inputs[part] === value) return inputs;
  const { [part]: _before, ...rest } = inputs;
  return value === undefined ? (rest as Inputs) : { ...rest, [part]: value };
}

/** The shortest way to say these levels: nothing where all are the base's, one level for all, else only what differs. */
export function shortest(
  horizons: readonly string[],
  levels: readonly (Level | undefined)[],
  base: readonly (Level | undefined)[],
): ByHorizon | undefined {
  if (levels.every((level, i) => level === base[i])) return undefined;
  const [first] = levels;
  if (first !== undefined && levels.every((level) => level === first)) return first;
  const named = horizons.flatMap((horizon, i): [string, Level][] => {
    const level = levels[i];
    return level === undefined || level === base[i] ? [] : [[horizon, level]];
  });
  return Object.fromEntries(named);
}
