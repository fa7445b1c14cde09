import type { Refusal, Sent, Stage } from "../contract.ts";
import { send } from "./link.ts";
import * as store from "./store.ts";

const AGAIN = [1_000, 2_000, 5_000, 10_000];

/** What a person sent stays here until the laptop has confirmed it, through sleep, refresh and lost networks. */
export class Outbox {
  readonly #changed: () => void;
  readonly #refused: (what: Sent, refusal: Refusal) => void;
  readonly #stage: () => Stage | null;
  #busy = false;
  #failures = 0;
  #again: ReturnType<typeof setTimeout> | null = null;

  constructor(
    changed: () => void,
    refused: (what: Sent, refusal: Refusal) => void,
    stage: () => Stage | null,
  ) {
    this.#changed = changed;
    this.#refused = refused;
    this.#stage = stage;
  }

  waiting(): readonly Sent[] {
    return store.outbox.get();
  }
  put(what: Sent): void {
    store.outbox.set([...store.outbox.get(), what]);
    this.#changed();
    this.flush();
  }

  flush(): void {
    if (this.#again !== null) clearTimeout(this.#again);
    if (!this.#busy) void this.#work();
  }

  async #work(): Promise<void> {
    this.#busy = true;
    for (let [first] = store.outbox.get(); first !== undefined; [first] = store.outbox.get()) {
      const reply = await send(first);
      if (reply === null || ("refused" in reply && this.#later(reply.refused, first))) {
        const wait = AGAIN[Math.min(this.#failures, AGAIN.length - 1)] ?? 1_000;
        this.#failures += 1;
        this.#again = setTimeout(() => this.flush(), wait);
        break;
      }
      this.#failures = 0;
      const sent = first;
      store.outbox.set(
        store.outbox.get().filter((one) => one !== sent && JSON.stringify(one) !== JSON.stringify(sent)),
      );
      if ("refused" in reply) this.#refused(sent, reply.refused);
      this.#changed();
    }
    this.#busy = false;
  }

  /** True for what may yet be taken: the laptop is busy, or has only just come back and shows nothing yet. */
  #later({ error }: Refusal, what: Sent): boolean {
    if (["disk", "rate", "waiting", "token"].includes(error)) return true;
    if (error !== "round") return false;
    const page = this.#stage()?.page;
    return (
      page === undefined ||
      (what.kind === "response" && page.show === "round" && page.round === what.response.round)
    );
  }
}
