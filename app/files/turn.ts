/** Work under one key is done one piece after another, in the order it was asked for; other keys do not wait. */
export class Turns {
  readonly #last = new Map<string, Promise<unknown>>();

  /** @returns what the work gives; a failed piece does not stop the next */
  take<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(key) ?? Promise.resolve();
    const mine = before.then(work, work);
    this.#last.set(key, mine);
    const done = () => {
      if (this.#last.get(key) === mine) this.#last.delete(key);
    };
    void mine.then(done, done);
    return mine;
  }
}
