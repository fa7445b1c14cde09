/** Carries the sentence for a file that cannot be read from a reader to `readNetwork`; it goes no further. */
export class Refused extends Error {}

/** @throws Refused with one sentence: what, where, and what to do. */
export function refuse(sentence: string): never {
  throw new Refused(sentence);
}

/** Largest text that is read, in characters. */
export const MOST_CHARACTERS = 32 * 1024 * 1024;
/** Most entries the table of one variable may have, and all tables of a network together. */
export const MOST_ENTRIES = 20_000_000;
export const MOST_IN_ALL = 50_000_000;

/** Says where a position stands, "line 3, column 14", both counted from 1. Looks for the lines once, when first asked. */
export function placer(text: string): (at: number) => string {
  let starts: number[] | null = null;
  return (at) => {
    starts ??= lineStarts(text);
    let line = 0;
    for (let step = 2 ** 25; step >= 1; step /= 2) {
      const start = starts[line + step];
      if (start !== undefined && start <= at) line += step;
    }
    return `line ${line + 1}, column ${at - starts[line]! + 1}`;
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", end + 1)) starts.push(end + 1);
  return starts;
}
