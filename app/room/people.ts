import type { ServerResponse } from "node:http";
import { Names } from "../model/session/names.ts";
import type { Id } from "../model/session/types.ts";
import type { KnownAnswer, Person, Personal } from "./contract.ts";
import { sha256 } from "./secrets.ts";

/** Whoever was reminded this often has heard it. */
export const NUDGES_PER_ROUND = 3;

/** After this long without a word from a phone its person counts as away. */
export const AWAY_AFTER = 40_000;

/** Somebody in the room: whoever holds the token, on as many phones and tabs as they like. */
export class Member {
  readonly id: Id;
  readonly tokenHash: string;
  name: string;
  admitted: boolean;
  /** Grows with every change this person's phones must hear of. */
  seq = 1;
  personal: Personal | null = null;
  draft = "";
  /** When the facilitator last asked for which answer, and how often. */
  nudged: { readonly round: Id; readonly at: number; readonly times: number } | null = null;
  looking = true;
  at = "";
  /** When a phone of theirs last spoke. */
  heard: number | null = null;
  /** Open streams, one for each tab, and questions held back until there is something new. */
  readonly streams = new Set<ServerResponse>();
  readonly waiting = new Set<() => void>();
  readonly answers = new Map<Id, KnownAnswer>();
  /** What this person sent and the journal has, by the id the phone gave it. */
  readonly kept = new Map<Id, number>();
  /** One thing after another: two tabs cannot both be first. */
  turn: Promise<unknown> = Promise.resolve();

  constructor(given: { id: Id; name: string; tokenHash: string; admitted: boolean }) {
    this.id = given.id;
    this.name = given.name;
    this.tokenHash = given.tokenHash;
    this.admitted = given.admitted;
  }

  /** Whether this person has answered a round, on this phone or on another one. */
  hasAnswered(round: Id): boolean {
    return this.answers.has(round) || (this.personal?.elsewhere?.includes(round) ?? false);
  }

  /** Asks for an answer to a round, unless it is there or was asked for often enough. @returns whether it was */
  nudge(round: Id, now: number): boolean {
    const times = this.nudged?.round === round ? this.nudged.times : 0;
    if (!this.admitted || this.hasAnswered(round) || times >= NUDGES_PER_ROUND) return false;
    this.nudged = { round, at: now, times: times + 1 };
    return true;
  }

  here(now: number): boolean {
    return this.looking && this.heard !== null && now - this.heard < AWAY_AFTER;
  }

  /** As the facilitator sees them. */
  shown(now: number): Person {
    const here = this.here(now);
    return {
      id: this.id,
      name: this.name,
      admitted: this.admitted,
      here,
      awaySince: here ? null : this.heard,
      at: this.at,
      answered: [...this.answers.keys()],
    };
  }
}

/** Everybody in the room, found by token: a name is only what people call each other. */
export class People {
  readonly #byToken = new Map<string, Member>();
  readonly #byId = new Map<Id, Member>();

  get size(): number {
    return this.#byId.size;
  }
  all(): Member[] {
    return [...this.#byId.values()];
  }
  byId(id: Id): Member | null {
    return this.#byId.get(id) ?? null;
  }
  byToken(token: string): Member | null {
    return this.#byToken.get(sha256(token)) ?? null;
  }
  add(member: Member): void {
    this.#byToken.set(member.tokenHash, member);
    this.#byId.set(member.id, member);
  }
  remove(member: Member): void {
    this.#byToken.delete(member.tokenHash);
    this.#byId.delete(member.id);
  }
  /** "Dana", or "Dana (2)" when there is a Dana. */
  freeName(wanted: string, most: number): string {
    return new Names(this.all().map(({ name }) => name)).take(wanted, most);
  }
}
