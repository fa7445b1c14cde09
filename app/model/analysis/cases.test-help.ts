import fc from "fast-check";
import { ImpossibleEvidence } from "../answer/conflict.ts";
import { evaluate } from "../answer/evaluate.ts";
import { anyInputs, smallCase } from "../answer/random.test-help.ts";
import type { Case, Inputs } from "../case/types.ts";

/** A small case, and inputs to it whose evidence can be. */
export const smallCaseAndInputs: fc.Arbitrary<[Case, Inputs]> = smallCase
  .chain((c) => fc.tuple(fc.constant(c), anyInputs(c)))
  .filter(([c, inputs]) => breaksOf(c, inputs) !== null);

/** Inputs without what was seen. */
export function blind({ observe: _, likelihood: __, ...rest }: Inputs): Inputs {
  return rest;
}

/** P(break) by horizon, in order, by a full evaluation; null where the evidence is impossible. */
export function breaksOf(c: Case, inputs: Inputs): number[] | null {
  try {
    const { horizons } = evaluate(c, inputs);
    return c.horizons.map(({ id }) => horizons[id]?.break ?? NaN);
  } catch (error) {
    if (error instanceof ImpossibleEvidence) return null;
    throw error;
  }
}

/** Every number in a piece of data, sorted: what is left of it when names and order do not count. */
export function numbersIn(data: unknown): number[] {
  const found: number[] = [];
  const visit = (value: unknown): void => {
    if (typeof value === "number") found.push(value);
    else if (value && typeof value === "object") Object.values(value).forEach(visit);
  };
  visit(data);
  return found.sort((a, b) => a - b);
}

/** The largest difference between two lists, number by number; infinite where one is longer. */
export function farthest(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length) return Infinity;
  return a.reduce((most, x, i) => Math.max(most, Math.abs(x - (b[i] ?? NaN))), 0);
}
