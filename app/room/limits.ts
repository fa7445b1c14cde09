/** Counts what happened under a key within the last while; old counts are forgotten. */
export class Recent {
  readonly #span: number;
  readonly #now: () => number;
  readonly #times = new Map<string, number[]>();

  /** @param span milliseconds */
  constructor(span: number, now: () => number) {
    this.#span = span;
    this.#now = now;
  }

  count(key: string): number {
    const since = this.#now() - this.#span;
    const times = (this.#times.get(key) ?? []).filter((time) => time > since);
    if (times.length === 0) this.#times.delete(key);
    else this.#times.set(key, times);
    return times.length;
  }

  add(key: string): void {
    this.count(key);
    this.#times.set(key, [...(this.#times.get(key) ?? []), this.#now()]);
  }

  /** Adds one unless there are `most` already. @returns whether there was room */
  take(key: string, most: number): boolean {
    if (this.count(key) >= most) return false;
    this.add(key);
    return true;
  }
}

export const WRONG_PER_ADDRESS = 5;
export const WRONG_IN_ALL = 60;
export const MINUTE = 60_000;
export const PAUSE = 30_000;
/** People who were just reminded are left alone for this long. */
export const NUDGE_AGAIN = 30_000;

/**
 * Wrong codes: five a minute from one address, sixty a minute in all; then typing is paused for everybody. So 90
 * minutes of guessing find one of 30^6 codes with a chance of 7 in a million.
 */
export class Guesses {
  readonly #recent: Recent;
  readonly #now: () => number;
  #pausedUntil = 0;

  constructor(now: () => number) {
    this.#now = now;
    this.#recent = new Recent(MINUTE, now);
  }

  mayTry(address: string): boolean {
    return (
      this.#now() >= this.#pausedUntil &&
      this.#recent.count("all") < WRONG_IN_ALL &&
      this.#recent.count(`from ${address}`) < WRONG_PER_ADDRESS
    );
  }

  /** Notes a wrong one. @returns true when this one begins a pause */
  wrong(address: string): boolean {
    this.#recent.add(`from ${address}`);
    this.#recent.add("all");
    if (this.#recent.count("all") < WRONG_IN_ALL || this.#now() < this.#pausedUntil) return false;
    this.#pausedUntil = this.#now() + PAUSE;
    return true;
  }
}
