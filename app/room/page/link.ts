import type { Confirmed, Here, Joined, Joining, Refusal, Sent, View } from "../contract.ts";
import * as store from "./store.ts";

/** No sign of life for this long: the line is dead, whatever the browser thinks of it. */
const SILENCE = 40_000;
/** Without a first word on the stream for this long, something holds it back: ask instead of listening. */
const FIRST_WORD = 5_000;
const WAITS = [1_000, 2_000, 4_000, 8_000, 15_000];
const PATIENCE = 10_000;
const POLL_PATIENCE = 30_000;

export interface Heard {
  view(view: View): void;
  online(online: boolean): void;
  /** No longer of this room: taken out, over, or unknown to it. */
  gone(why: "kicked" | "closed" | "unknown"): void;
}

type Reply<T> = { readonly ok: T } | { readonly refused: Refusal; readonly status: number } | null;

/** Asks the room. @returns its answer, or null when it cannot be reached */
async function ask<T>(path: string, body?: object, patience = PATIENCE): Promise<Reply<T>> {
  const given = store.token.get();
  const stop = new AbortController();
  const late = setTimeout(() => stop.abort(), patience);
  try {
    const response = await fetch(path, {
      method: body === undefined ? "GET" : "POST",
      headers: {
        "x-workshop": "1",
        ...(given === null ? {} : { "x-workshop-token": given }),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      cache: "no-store",
      keepalive: body !== undefined,
      signal: stop.signal,
    });
    if (response.status === 204) return { ok: null as T };
    const said: unknown = await response.json();
    return response.ok ? { ok: said as T } : { refused: said as Refusal, status: response.status };
  } catch {
    return null;
  } finally {
    clearTimeout(late);
  }
}

export const join = (who: Joining) => ask<Joined>("/join", who);
export const send = (what: Sent) => ask<Confirmed>("/send", what);
export const here = (what: Here) => ask<object>("/here", what);

/**
 * The line to the room: a stream, or questions where a stream does not get through. It opens itself again after sleep,
 * a lost network or a restart of the laptop, and at once when the person looks at the phone again.
 */
export class Link {
  readonly #heard: Heard;
  #source: EventSource | null = null;
  #asking = false;
  #seq = 0;
  #last = 0;
  #failures = 0;
  #again: ReturnType<typeof setTimeout> | null = null;
  #first: ReturnType<typeof setTimeout> | null = null;
  #generation = 0;
  /** A stream has got through on this page. */
  #streamed = false;
  /** Only the line was lost: once the room is reached again, a stream is tried first. */
  #broke = false;

  constructor(heard: Heard) {
    this.#heard = heard;
  }

  open(): void {
    this.close();
    this.#last = Date.now();
    const generation = this.#generation;
    if (typeof EventSource !== "function") return void this.#ask(generation);
    const source = new EventSource("/events");
    this.#source = source;
    this.#first = setTimeout(() => void this.#ask(generation), FIRST_WORD);
    source.onmessage = (event) => {
      this.#streamed = true;
      this.#take(JSON.parse(String(event.data)) as View);
    };
    source.addEventListener("beat", () => this.#alive());
    source.addEventListener("bye", (event) => {
      this.close();
      this.#heard.gone(event.data === "closed" ? "closed" : "kicked");
    });
    source.onerror = () => {
      // Not let in (no cookie here) or not there: a question tells which, and may get through where a stream does not.
      if (this.#generation !== generation) return;
      this.#broke = this.#streamed;
      void this.#ask(generation);
    };
  }

  close(): void {
    this.#generation += 1;
    this.#asking = false;
    this.#stopListening();
    if (this.#again !== null) clearTimeout(this.#again);
  }

  #stopListening(): void {
    this.#source?.close();
    this.#source = null;
    if (this.#first !== null) clearTimeout(this.#first);
  }

  /** Looks whether the line still lives; after sleep it often only seems to. */
  check(): void {
    if (this.#source !== null && Date.now() - this.#last > SILENCE) this.open();
  }

  #alive(): void {
    this.#last = Date.now();
    this.#failures = 0;
    if (this.#first !== null) clearTimeout(this.#first);
    this.#heard.online(true);
  }

  #take(view: View): void {
    this.#alive();
    this.#seq = view.seq;
    this.#heard.view(view);
  }

  /** Asks for news again and again; held back by the room until there is some. */
  async #ask(generation: number): Promise<void> {
    if (this.#asking) return;
    this.#asking = true;
    this.#stopListening();
    let since = 0;
    while (this.#generation === generation) {
      const reply = await ask<View | null>(`/s?since=${String(since)}`, undefined, POLL_PATIENCE);
      if (this.#generation !== generation) return;
      if (reply === null) return this.#later();
      if ("refused" in reply) {
        if (reply.status !== 401) return this.#later();
        this.close();
        return this.#heard.gone("unknown");
      }
      this.#alive();
      if (reply.ok !== null) this.#take(reply.ok);
      since = this.#seq;
      // It was only the line that broke: a stream is lighter on everybody.
      if (this.#broke) {
        this.#broke = false;
        return this.open();
      }
    }
  }

  #later(): void {
    this.#asking = false;
    this.#broke = true;
    this.#heard.online(false);
    const wait = WAITS[Math.min(this.#failures, WAITS.length - 1)] ?? 1_000;
    this.#failures += 1;
    const generation = this.#generation;
    this.#again = setTimeout(() => void this.#ask(generation), wait);
  }

  /** The person looks at the phone, or the network is back: at once, and with short waits again. */
  wake(): void {
    this.#failures = 0;
    this.#broke = false;
    this.open();
  }
}
