/** How far a long analysis has come. */
export interface Progress<R> {
  /** Share of the work that is done, 0..1, never falling. */
  readonly done: number;
  /** What is known so far, where something new is. */
  readonly partial?: () => R;
}

/** A long analysis bit by bit: each step takes a few milliseconds at most, the last one returns the whole result. */
export type Work<R> = Generator<Progress<R>, R, void>;

/** Does all of it at once. */
export function complete<R>(work: Work<R>): R {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** Work that is a part of other work: its progress from `from` to `to`, its partial results its own. */
export function* part<R>(work: Work<R>, from: number, to: number): Generator<Progress<never>, R, void> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    yield { done: from + step.value.done * (to - from) };
  }
}

/** The same done for every item; one step each. */
export function* forEach<T, U>(items: readonly T[], act: (item: T, i: number) => U): Work<U[]> {
  const results: U[] = [];
  for (const item of items) {
    results.push(act(item, results.length));
    yield { done: results.length / items.length };
  }
  return results;
}
