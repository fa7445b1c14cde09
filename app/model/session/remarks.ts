import type { People } from "./identity.ts";
import { type Comment, type Happened, type Id, VOTED, type VotedKind } from "./types.ts";

export interface Remark extends Comment {
  readonly at: string;
  readonly hidden: boolean;
  /** Says what this other one says; their votes are counted there. */
  readonly as: Id | null;
}

/** Remarks of a session with what became of them: hidden, found to be the same, voted for. */
export class Remarks {
  readonly #all = new Map<Id, Remark>();
  /** What was chosen, in the order it was said. */
  readonly #votes: { readonly person: Id; readonly chosen: readonly Id[]; readonly about: VotedKind }[] = [];
  readonly #hands = new Map<Id, number>();

  add(comment: Comment, at: string): void {
    if (!this.#all.has(comment.id)) this.#all.set(comment.id, { ...comment, at, hidden: false, as: null });
  }
  hide(id: Id, hidden: boolean): void {
    const remark = this.#all.get(id);
    if (remark) this.#all.set(id, { ...remark, hidden });
  }
  same({ comment, as }: Extract<Happened, { readonly type: "same" }>): void {
    const remark = this.#all.get(comment);
    // Two that each say what the other says would both be gone.
    const other = as === null ? null : this.#all.get(as);
    const free = as === null || (other?.kind === remark?.kind && this.#now(as) !== comment);
    if (remark && free) this.#all.set(comment, { ...remark, as });
  }
  vote(person: Id, chosen: readonly Id[], about: VotedKind = "sign"): void {
    this.#votes.push({ person, chosen, about });
  }
  raise(id: Id, count: number): void {
    this.#hands.set(id, count);
  }

  all(): Remark[] {
    return [...this.#all.values()];
  }
  /** The remark that stands for this one. */
  #now(id: Id): Id {
    let own = id;
    for (let as = this.#all.get(own)?.as; as; as = this.#all.get(own)?.as) own = as;
    return own;
  }

  /** What each person chose last, whichever of their phones said it. */
  #last(people: People, about: VotedKind): Map<Id, readonly Id[]> {
    const last = new Map<Id, readonly Id[]>();
    for (const vote of this.#votes) {
      const person = people.now(vote.person);
      if (vote.about === about && !people.isRemoved(person)) last.set(person, vote.chosen);
    }
    return last;
  }
  /** Votes by remark, by phone and by hands. A person has one vote for each. */
  counted(people: People): Map<Id, number> {
    const counted = new Map<Id, number>();
    const add = (id: Id, votes: number) => counted.set(id, (counted.get(id) ?? 0) + votes);
    for (const [id, count] of this.#hands) add(this.#now(id), count);
    for (const about of VOTED)
      for (const chosen of this.#last(people, about).values())
        for (const id of new Set(chosen.map((one) => this.#now(one)))) add(id, 1);
    return counted;
  }
  /** How many have voted on a kind. */
  voters(people: People, about: VotedKind): number {
    return this.#last(people, about).size;
  }
}
