import type { IncomingMessage, ServerResponse } from "node:http";
import { checkName, plainText } from "../model/session/guards.ts";
import { type Id, MOST } from "../model/session/types.ts";
import { accept, idOf, type KnownRound } from "./answers.ts";
import type { Confirmed, FromRoom, Joined, RoomFact, ToRoom } from "./contract.ts";
import { type Turned, turned } from "./door.ts";
import { Guesses, MINUTE, NUDGE_AGAIN, Recent } from "./limits.ts";
import { Member, People } from "./people.ts";
import { newId, newSecret, sameWord, sha256, tidyCode } from "./secrets.ts";
import { beat, dismiss, news, openStream, refresh, Shown } from "./streams.ts";

export type Open = Extract<ToRoom, { readonly to: "open" }>;
/** What the host says to an open room. */
export type Said = Exclude<ToRoom, { readonly to: "open" | "close" }>;

/** Of one person in a minute; a phone that writes and sends needs half. */
export const POSTS_PER_MINUTE = 30;
/** People tell at a glance what changed; a laptop does not need to be told of each alone. */
const TOLD_AFTER = 150;

type Body = Readonly<Record<string, unknown>>;
type Kept = { readonly seq: number } | { readonly lost: string };

/** A room: who is in it, what their phones show, what they send. The server hands it requests it has let in. */
export class Room {
  readonly #people = new People();
  readonly #shown = new Shown();
  readonly #rounds = new Map<Id, KnownRound>();
  readonly #open: Open;
  readonly #tell: (message: FromRoom) => void;
  readonly #now: () => number;
  readonly #guesses: Guesses;
  readonly #posts: Recent;
  readonly #nudges: Recent;
  readonly #keeping = new Map<number, (kept: Kept) => void>();
  #door: Pick<Open, "locked" | "byHand" | "code" | "secret">;
  #requests = 0;
  #telling: ReturnType<typeof setTimeout> | null = null;

  /**
   * @param now milliseconds since 1970
   * @param steady milliseconds that pass whatever the computer's clock is set to: limits are counted by them
   */
  constructor(open: Open, tell: (message: FromRoom) => void, now: () => number, steady = now) {
    this.#open = open;
    this.#door = open;
    this.#tell = tell;
    this.#now = now;
    this.#guesses = new Guesses(steady);
    this.#posts = new Recent(MINUTE, steady);
    this.#nudges = new Recent(NUDGE_AGAIN, steady);
    for (const person of open.people) this.#people.add(new Member(person));
    for (const answer of open.answers)
      this.#people.byId(answer.response.participant)?.answers.set(answer.response.round, answer);
    for (const { person, id, seq } of open.kept) this.#people.byId(person)?.kept.set(id, seq);
  }

  /** Does what the host says. */
  hear(message: Said): void {
    switch (message.to) {
      case "show": {
        const { page } = message.stage;
        if (page.show === "round")
          this.#rounds.set(page.round, { id: page.round, kind: page.kind, changes: page.changes });
        this.#shown.set(message.stage);
        this.#people.all().forEach((member) => this.#refresh(member));
        return;
      }
      case "tell":
        for (const [id, personal] of Object.entries(message.personal))
          this.#change(id, (member) => (member.personal = personal));
        return;
      case "nudge":
        return this.#nudge(message.round);
      case "admit":
        return this.#change(message.person, (member) => (member.admitted = true));
      case "rename":
        return this.#change(message.person, (member) => (member.name = message.name));
      case "kick": {
        const member = this.#people.byId(message.person);
        if (member === null) return;
        this.#people.remove(member);
        dismiss(member, "kicked");
        return this.#changed();
      }
      case "door":
        this.#door = message;
        return;
      case "kept":
      case "lost": {
        const done = this.#keeping.get(message.request);
        this.#keeping.delete(message.request);
        return done?.(message.to === "kept" ? { seq: message.seq } : { lost: message.message });
      }
      default:
        message satisfies never;
    }
  }

  /** The person a token stands for. */
  who(token: string | null): Member | Turned {
    const member = token === null ? null : this.#people.byToken(token);
    return member ?? turned(401, "token", "This phone is not in the room: join again.");
  }

  async join(body: Body, address: string): Promise<Joined | Turned> {
    const wrong = this.#wrongWord(body, address);
    if (wrong !== null) return wrong;
    if (this.#door.locked)
      return turned(423, "locked", "The room is closed to newcomers. Ask the facilitator.");
    const named = checkName(body.name);
    if (!named.ok) return turned(400, "body", "Type a name of up to 40 letters. A nickname is fine.");
    if (this.#people.size >= MOST.people) {
      this.#tell({
        from: "notice",
        notice: "full",
        text: `The room is full: ${String(MOST.people)} people.`,
      });
      return turned(503, "full", "The room is full. Ask the facilitator.");
    }
    const token = newSecret();
    const member = new Member({
      id: newId(),
      name: this.#people.freeName(named.value, MOST.name),
      tokenHash: sha256(token),
      admitted: !this.#door.byHand,
    });
    const { id: person, name, tokenHash, admitted } = member;
    // Its name is taken from now on; its token is nobody's before the journal has it.
    this.#people.add(member);
    const kept = await this.#keep({ type: "joined", person, name, tokenHash, admitted });
    if ("lost" in kept) {
      this.#people.remove(member);
      return turned(503, "disk", "The laptop could not note that. Try again in a moment.");
    }
    member.heard = this.#now();
    this.#changed();
    return { token, name };
  }

  /** A right secret always passes; typed codes stop being tried when too many were wrong. */
  #wrongWord({ secret, code }: Body, address: string): Turned | null {
    if (typeof secret === "string" && sameWord(secret, this.#door.secret)) return null;
    if (!this.#guesses.mayTry(address))
      return turned(429, "tries", "Too many tries. Wait a minute, or scan the code on the screen.");
    if (typeof code === "string" && sameWord(tidyCode(code), this.#door.code)) return null;
    if (this.#guesses.wrong(address))
      this.#tell({
        from: "notice",
        notice: "guessing",
        text: "Many wrong codes were typed: typing is paused for 30 seconds. Scanning still works.",
      });
    return turned(403, "code", "Not this room. Look at the screen again.");
  }

  /** The phone is there, and this far. */
  here(member: Member, body: Body): Turned | null {
    const wait = this.#tooMany(member);
    if (wait !== null) return wait;
    const was = JSON.stringify(member.shown(this.#now()));
    member.heard = this.#now();
    member.looking = body.looking !== false;
    if (typeof body.at === "string") member.at = plainText(body.at).slice(0, MOST.name);
    if (typeof body.draft === "string" && member.admitted) member.draft = body.draft;
    if (JSON.stringify(member.shown(this.#now())) !== was) this.#changed();
    return null;
  }

  /** Takes an answer, remark or vote; confirmed only when the host has it on disk. */
  send(member: Member, body: Body): Promise<Confirmed | Turned> {
    const wait = this.#tooMany(member);
    if (wait !== null) return Promise.resolve(wait);
    if (!member.admitted)
      return Promise.resolve(turned(403, "waiting", "The facilitator has not let you in yet."));
    const turn = member.turn.then(() => this.#take(member, body));
    member.turn = turn;
    return turn;
  }

  async #take(member: Member, body: Body): Promise<Confirmed | Turned> {
    // Sent again because the confirmation did not arrive: nothing happens twice.
    const before = member.kept.get(idOf(body) ?? "");
    if (before !== undefined) return { seq: before };
    const accepted = accept(member, body, this.#shown.stage, this.#open.setup, this.#rounds);
    if ("status" in accepted) return accepted;
    const { id, fact } = accepted;
    const kept = await this.#keep(fact);
    if ("lost" in kept)
      return turned(503, "disk", "The laptop could not store that. It is kept on this phone and sent again.");
    member.kept.set(id, kept.seq);
    member.heard = this.#now();
    if (fact.type === "response") {
      const { response } = fact;
      member.answers.set(response.round, { response, times: response.rev });
      member.draft = "";
      this.#changed();
      this.#refresh(member);
    }
    return { seq: kept.seq };
  }

  /** A quiet line on the phones of those who have not answered; more often than this it would be noise. */
  #nudge(round: Id): void {
    const { stage } = this.#shown;
    if (stage?.page.show !== "round" || stage.page.round !== round) return;
    if (!this.#nudges.take("all", 1)) return;
    for (const member of this.#people.all()) if (member.nudge(round, this.#now())) this.#refresh(member);
  }

  #tooMany(member: Member): Turned | null {
    return this.#posts.take(member.id, POSTS_PER_MINUTE)
      ? null
      : turned(429, "rate", "That is more than a person can say. Wait a moment.");
  }

  stream(member: Member, response: ServerResponse): void {
    openStream(member, response, this.#view(member, true));
    member.heard = this.#now();
    member.looking = true;
    this.#changed();
  }

  /** The view as soon as it is newer than `since`, or null after a while without news. */
  async poll(member: Member, since: number, request: IncomingMessage): Promise<string | Turned | null> {
    member.heard = this.#now();
    this.#changed();
    // A phone that knows more than this room does talked to the one before it.
    const fresh = () => member.seq !== since;
    if (!fresh()) await news(member, request);
    if (this.#people.byId(member.id) !== member)
      return turned(401, "token", "You are no longer in the room.");
    return fresh() ? this.#view(member, since === 0) : null;
  }

  /** Every few seconds: who has gone quiet. Every fifteen: a sign of life to every phone. */
  quiet(): void {
    this.#changed();
  }
  beat(): void {
    this.#people.all().forEach(beat);
  }

  /** The workshop is over for everybody. */
  dismissAll(): void {
    this.#people.all().forEach((member) => {
      this.#people.remove(member);
      dismiss(member, "closed");
    });
    if (this.#telling !== null) clearTimeout(this.#telling);
  }

  #view(member: Member, withDraft: boolean): string {
    return this.#shown.viewOf(member, this.#now(), withDraft);
  }
  #refresh(member: Member): void {
    refresh(member, () => this.#view(member, false));
  }
  #change(id: Id, make: (member: Member) => void): void {
    const member = this.#people.byId(id);
    if (member === null) return;
    make(member);
    this.#refresh(member);
    this.#changed();
  }

  #keep(fact: RoomFact): Promise<Kept> {
    const request = (this.#requests += 1);
    return new Promise((done) => {
      this.#keeping.set(request, done);
      this.#tell({ from: "keep", request, fact });
    });
  }

  #lastTold = "";
  #changed(): void {
    this.#telling ??= setTimeout(() => {
      this.#telling = null;
      const people = this.#people.all().map((member) => member.shown(this.#now()));
      const text = JSON.stringify(people);
      if (text === this.#lastTold) return;
      this.#lastTold = text;
      this.#tell({ from: "people", people });
    }, TOLD_AFTER);
  }
}
