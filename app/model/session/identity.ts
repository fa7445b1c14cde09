import { Names } from "./names.ts";
import type { Happened, Id, Response, Source } from "./types.ts";

/* Who is who in a session: people come in, are taken out, turn out to be one, and turn out to be two after all. */

export interface Person {
  readonly id: Id;
  /** Told apart from others of the same name: "Dana (2)". */
  readonly name: string;
  readonly source: Source;
  /** Their team; "" for none. */
  readonly group: string;
  readonly status: "waiting" | "in" | "removed";
  readonly joinedAt: string;
}

/** Two who are one: whose name is shown, and whose answer counts where both answered. */
export interface Merged {
  readonly from: Person;
  readonly into: Id;
  /** Who they are after all merges. */
  readonly now: Id;
}

type Joined = Omit<Person, "id" | "name">;
type Link = Omit<Extract<Happened, { readonly type: "merged" }>, "type">;
/** An answer in time, and when it came. */
export interface Said {
  readonly response: Response;
  readonly at: string;
}
export interface Counted {
  readonly response: Response;
  readonly first: string;
}

/** Everybody who ever came in. */
export class People {
  readonly #joined = new Map<Id, Joined>();
  /** By who was merged; in the order of merging. */
  readonly #links = new Map<Id, Link>();

  join(id: Id, source: Source, admitted: boolean, at: string): void {
    if (this.#joined.has(id)) return;
    this.#joined.set(id, { source, group: "", status: admitted ? "in" : "waiting", joinedAt: at });
  }
  change(id: Id, part: Partial<Pick<Joined, "group" | "status">>): void {
    const person = this.#joined.get(id);
    if (person) this.#joined.set(id, { ...person, ...part });
  }
  merge(link: Link): void {
    const { from, into } = link;
    // Two that are one already, or a circle, would be nobody.
    if (this.#joined.has(from) && this.#joined.has(into) && !this.#links.has(from) && this.now(into) !== from)
      this.#links.set(from, link);
  }
  part(id: Id): void {
    this.#links.delete(id);
  }

  /** Who a person is after all merges. */
  now(id: Id): Id {
    let own = id;
    for (let link = this.#links.get(own); link; link = this.#links.get(own)) own = link.into;
    return own;
  }
  isIn(id: Id): boolean {
    return this.#joined.get(id)?.status === "in";
  }
  isRemoved(id: Id): boolean {
    return this.#joined.get(id)?.status === "removed";
  }

  /** Names as they are shown, in the order of joining: those without one are seats, those with the same one are numbered. */
  shown(names: Readonly<Record<Id, string>>): { people: Person[]; merged: Merged[] } {
    const taken = new Names();
    const nameOf = (id: Id, seat: number) =>
      taken.take((Object.hasOwn(names, id) ? names[id] : undefined) ?? `Seat ${seat}`);
    const own = [...this.#joined].filter(([id]) => !this.#links.has(id));
    const people = own.map(([id, one], i) => ({ id, name: nameOf(id, i + 1), ...one }));
    const merged = [...this.#links.values()].map(({ from, into }, i) => ({
      from: { id: from, name: nameOf(from, own.length + i + 1), ...this.#joined.get(from)! },
      into,
      now: this.now(into),
    }));
    return { people, merged };
  }

  /** By whoever a person has become: of each phone its highest revision; of two merged ones the one that was chosen. */
  answers(said: readonly Said[]): Map<Id, Counted> {
    const own = new Map<Id, Counted & { readonly at: number }>();
    said.forEach(({ response, at }, place) => {
      const before = own.get(response.participant);
      const newer = before === undefined || before.response.rev <= response.rev;
      own.set(response.participant, {
        response: newer ? response : before.response,
        first: before?.first ?? at,
        at: newer ? place : before.at,
      });
    });
    const answers = new Map<Id, Counted>();
    for (const { response } of said) {
      const id = this.now(response.participant);
      const found = this.isIn(id) ? this.#answerOf(id, own) : undefined;
      if (found) answers.set(id, { response: found.response, first: found.first });
    }
    return answers;
  }

  #answerOf<A extends Counted & { readonly at: number }>(id: Id, own: ReadonlyMap<Id, A>): A | undefined {
    let best = own.get(id);
    for (const { from, into, keep } of this.#links.values()) {
      if (into !== id) continue;
      const other = this.#answerOf(from, own);
      if (!best || !other) best ??= other;
      else {
        const first = best.first < other.first ? best.first : other.first;
        const theirs = keep === undefined ? other.at > best.at : keep === from;
        best = { ...(theirs ? other : best), first };
      }
    }
    return best;
  }
}
