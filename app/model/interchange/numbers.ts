import { shown } from "../case/problem.ts";
import { refuse } from "./refusal.ts";

const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** A finite number as files write it, or null. */
export function decimal(word: string): number | null {
  if (word.length > 400 || !DECIMAL.test(word)) return null;
  const value = Number(word);
  return Number.isFinite(value) ? value : null;
}

/** @throws Refused unless the word is a probability-like entry: a number that is not negative. */
export function entry(word: string, place: () => string): number {
  const value = decimal(word);
  if (value === null)
    refuse(
      `A probability is expected at ${place()} and ${shown(word)} stands there; write a number from 0 to 1.`,
    );
  return notNegative(value, place);
}

/** @throws Refused for a negative number. */
export function notNegative(value: number, place: () => string): number {
  if (value < 0) refuse(`The probability ${value} at ${place()} is negative; write a number from 0 to 1.`);
  return value + 0;
}

/**
 * Numbers separated by blanks, exactly `count` of them.
 *
 * @param what the variable as a sentence names it.
 * @throws Refused for missing or surplus entries and for what is no probability.
 */
export function entriesOf(text: string, count: number, what: string, place: string): Float64Array {
  const found = new Float64Array(count);
  let n = 0;
  for (const [word] of text.matchAll(/[^ \t\r\n]+/g)) {
    if (n === count)
      refuse(
        `The table of ${what} at ${place} has more than the ${count} entries it needs; remove the surplus ones.`,
      );
    found[n++] = entry(word, () => `${place}, entry ${n}`);
  }
  return complete(found, n, what, place);
}

/** @throws Refused when fewer than all entries of the table were found. */
export function complete(table: Float64Array, found: number, what: string, place: string): Float64Array {
  if (found < table.length)
    refuse(
      `The table of ${what} at ${place} has ${found} of the ${table.length} entries it needs; add the missing ones.`,
    );
  return table;
}
