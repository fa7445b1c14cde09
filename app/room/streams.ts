import type { IncomingMessage, ServerResponse } from "node:http";
import type { Personal, Stage, View } from "./contract.ts";
import { SAFE_HEADERS } from "./door.ts";
import type { Member } from "./people.ts";

/** A sleeping phone takes nothing: once this much waits for it, its stream is ended and it comes back by itself. */
const MOST_WAITING = 256 * 1024;
/** How long a question for news is held back. */
const HOLD = 20_000;

/** Serialised once for everybody: the part of a view that is the same on all phones. */
export class Shown {
  #stage: Stage | null = null;
  #text = "null";
  get stage(): Stage | null {
    return this.#stage;
  }
  set(stage: Stage): void {
    this.#stage = stage;
    this.#text = JSON.stringify(stage);
  }

  /** Everything one person's phone shows, as JSON. Whoever has not been let in sees nothing of the room. */
  viewOf(member: Member, now: number, withDraft: boolean): string {
    const { id, name, admitted, seq } = member;
    const personal: Personal | null = member.personal;
    const sent = Object.fromEntries(member.answers);
    const draft = withDraft && member.draft !== "" ? { draft: member.draft } : {};
    const { nudged } = member;
    const nudge =
      nudged === null || member.hasAnswered(nudged.round)
        ? {}
        : { nudge: { round: nudged.round, at: nudged.at } };
    const own: Omit<View, "stage"> = {
      seq,
      now,
      me: { id, name, admitted },
      personal,
      sent,
      ...nudge,
      ...draft,
    };
    return `${JSON.stringify(own).slice(0, -1)},"stage":${admitted ? this.#text : "null"}}`;
  }
}

function write(stream: ServerResponse, text: string): void {
  if (stream.writableLength > MOST_WAITING) stream.destroy();
  else stream.write(text);
}

/** Opens a stream of server-sent events: the view at once, then again whenever it changes. */
export function openStream(member: Member, response: ServerResponse, view: string): void {
  response.writeHead(200, { ...SAFE_HEADERS, "content-type": "text/event-stream; charset=utf-8" });
  response.write(`retry: 1000\ndata: ${view}\n\n`);
  member.streams.add(response);
  response.on("close", () => member.streams.delete(response));
}

/** Tells all phones of a person what they show now. */
export function refresh(member: Member, view: () => string): void {
  member.seq += 1;
  if (member.streams.size > 0) {
    const text = `data: ${view()}\n\n`;
    for (const stream of member.streams) write(stream, text);
  }
  for (const wake of member.waiting) wake();
}

/** Tells a person's phones that they are no longer of this room, and why. */
export function dismiss(member: Member, why: "kicked" | "closed"): void {
  for (const stream of member.streams) stream.end(`event: bye\ndata: ${why}\n\n`);
  for (const wake of member.waiting) wake();
}

/** Pages cannot see comments in a stream, and must see that it lives. */
export function beat(member: Member): void {
  for (const stream of member.streams) write(stream, "event: beat\ndata:\n\n");
}

/** Waits until there is news for a person, the phone gives up, or the hold is over. */
export function news(member: Member, request: IncomingMessage, hold = HOLD): Promise<void> {
  return new Promise((done) => {
    const finish = () => {
      clearTimeout(late);
      member.waiting.delete(finish);
      request.off("close", finish);
      done();
    };
    const late = setTimeout(finish, hold);
    member.waiting.add(finish);
    request.on("close", finish);
  });
}
