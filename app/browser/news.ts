import type { Result, RoomEvent } from "../bridge/contract.ts";

/** A page that was away for longer reads the journal again: it sees the gap in the numbers of its entries. */
const MOST_KEPT = 200;
const HOLD = 20_000;

/** Events for a page that has to ask for them. */
export class News {
  readonly #hold: number;
  #events: RoomEvent[] = [];
  /** Number of the last event. */
  #last = 0;
  readonly #waiting = new Set<() => void>();

  constructor(hold = HOLD) {
    this.#hold = hold;
  }

  tell(event: RoomEvent): void {
    this.#last += 1;
    this.#events = [...this.#events.slice(1 - MOST_KEPT), event];
    for (const wake of this.#waiting) wake();
  }

  /** What came after `since`, waited for if there is nothing yet. A number of another start is none. */
  async since(since: number | null): Promise<Result<"room:news">> {
    if (since === null || since > this.#last) return { events: [], last: this.#last };
    if (since === this.#last)
      await new Promise<void>((done) => {
        const finish = () => {
          clearTimeout(late);
          this.#waiting.delete(finish);
          done();
        };
        const late = setTimeout(finish, this.#hold);
        this.#waiting.add(finish);
      });
    return { events: since === this.#last ? [] : this.#events.slice(since - this.#last), last: this.#last };
  }
}
