import { type IncomingHttpHeaders, request } from "node:http";
import { request as requestEncrypted } from "node:https";
import { type Socket, connect } from "node:net";
import { expect } from "vitest";
import { newCertificate, pemOf } from "./certificate.ts";
import type { FromRoom, Page, RoomSetup, Stage, ToRoom, View } from "./contract.ts";
import { type Open, Room } from "./room.ts";
import { sampleRound, sampleSetup, sampleStage } from "./sample.test-help.ts";
import { type Patience, serveRoom } from "./server.ts";

export const CODE = "K7M4PD";
export const SECRET = "s".repeat(22);

export const setup: RoomSetup = {
  ...sampleSetup(["a", "b", "c"]),
  warmups: [{ kind: "quantity", id: "w", text: "How many?", unit: "km" }],
};
export const roundPage = (more: Parameters<typeof sampleRound>[1] = {}) => sampleRound(setup, more);
export const stage = (page: Page = roundPage(), more: Partial<Stage> = {}): Stage =>
  sampleStage(page, { remarks: [{ kind: "unclear", label: "A term is unclear" }], ...more });
export const response = (id = "x1", more: object = {}) => ({
  id,
  round: "r1",
  participant: "whoever",
  rev: 1,
  weights: { method: "swing", order: ["b", "a", "c"], raw: { a: 60, b: 100, c: 0 } },
  estimates: [{ question: "now", low: 0.1, best: 0.3, high: 0.5 }],
  reasons: [{ target: "b", text: "Because." }],
  shownOrder: ["c", "b", "a"],
  seconds: 60,
  enteredBy: "facilitator",
  ...more,
});

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly json: Record<string, unknown>;
}

const ASSETS = { html: "<!doctype html><title>Room</title>", js: "0;", css: "a{}" };

/** A room that really listens, with a host that keeps everything at once unless told otherwise. */
export async function openRoom(given: Partial<Open> = {}, patience?: Patience) {
  const heard: FromRoom[] = [];
  /** `set`: how far the clock on the wall was put forward. */
  const clock = { now: 1_000_000, set: 0 };
  const host = { keeps: true };
  let seq = 0;
  const room: Room = new Room(
    {
      to: "open",
      address: "127.0.0.1",
      port: 0,
      code: CODE,
      secret: SECRET,
      locked: false,
      byHand: false,
      encrypted: false,
      setup,
      people: [],
      answers: [],
      kept: [],
      assets: ASSETS,
      ...given,
    },
    (message) => {
      heard.push(message);
      if (message.from === "keep" && host.keeps) answer(message.request);
    },
    () => clock.now + clock.set,
    () => clock.now,
  );
  const answer = (asked: number, message?: string) =>
    room.hear(
      message === undefined
        ? { to: "kept", request: asked, seq: (seq += 1) }
        : { to: "lost", request: asked, message },
    );
  let own = "";
  const certificate = given.encrypted === true ? newCertificate("127.0.0.1", Date.now()) : null;
  const scheme = certificate === null ? "http" : "https";
  const reached: string[] = [];
  const server = serveRoom({
    room,
    assets: ASSETS,
    own: () => own,
    reached: (from) => reached.push(from),
    certificate,
    patience,
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as { port: number };
  own = `127.0.0.1:${String(port)}`;
  const sockets: Socket[] = [];
  /** Where this room's phones connect to: itself, or somebody in between. */
  const line = { port };

  /** Asks as any program could; the headers are those of the room's own page unless others are given. */
  const ask = (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string | undefined> = {},
  ): Promise<Reply> =>
    new Promise((done, fail) => {
      const all: Record<string, string | undefined> = {
        host: own,
        ...(method === "POST"
          ? { origin: `${scheme}://${own}`, "x-workshop": "1", "content-type": "application/json" }
          : {}),
        ...headers,
      };
      const kept = Object.entries(all).filter((pair): pair is [string, string] => pair[1] !== undefined);
      const asked = (certificate === null ? request : requestEncrypted)(
        {
          host: "127.0.0.1",
          port: line.port,
          ...(certificate === null ? {} : { ca: pemOf(certificate.der), servername: "" }),
          method,
          path,
          headers: Object.fromEntries(kept),
          agent: false,
          setHost: false,
        },
        (reply) => {
          let text = "";
          reply.setEncoding("utf8");
          reply.on("data", (part: string) => (text += part));
          reply.on("end", () => {
            const json = (() => {
              try {
                return JSON.parse(text) as Record<string, unknown>;
              } catch {
                return {};
              }
            })();
            done({ status: reply.statusCode ?? 0, headers: reply.headers, body: text, json });
          });
        },
      );
      asked.on("error", fail);
      asked.end(
        typeof body === "string" || body instanceof Uint8Array || body === undefined
          ? body
          : JSON.stringify(body),
      );
    });

  const join = async (name = "Dana", word: object = { code: CODE }) => {
    const reply = await ask("POST", "/join", { ...word, name });
    return { ...reply, token: String(reply.json.token ?? "") };
  };
  const as = (token: string) => ({ "x-workshop-token": token });
  /** What a person's phone shows. */
  const view = async (token: string) =>
    (await ask("GET", "/s?since=0", undefined, as(token))).json as unknown as View;

  /** A bare connection, to misbehave on. */
  const socket = (): Socket => {
    const made = connect(port, "127.0.0.1");
    made.on("error", () => undefined);
    sockets.push(made);
    return made;
  };

  return {
    room,
    server,
    heard,
    clock,
    host,
    answer,
    own,
    port,
    line,
    certificate,
    reached,
    ask,
    join,
    as,
    view,
    socket,
    say: (message: Exclude<ToRoom, { to: "open" | "close" }>) => room.hear(message),
    facts: () => heard.flatMap((message) => (message.from === "keep" ? [message.fact] : [])),
    close: async () => {
      sockets.forEach((made) => made.destroy());
      room.dismissAll();
      await new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      });
    },
  };
}
export type Opened = Awaited<ReturnType<typeof openRoom>>;

/** A phone asks for its stream on this line, is longer than all patience without a word, and hears what is shown then. */
export async function listensOn(
  room: Pick<Opened, "own" | "say">,
  line: Pick<Socket, "write" | "on" | "destroyed">,
  token: string,
): Promise<void> {
  line.write(`GET /events HTTP/1.1\r\nHost: ${room.own}\r\nX-Workshop-Token: ${token}\r\n\r\n`);
  let text = "";
  line.on("data", (part: Buffer) => (text += String(part)));
  await new Promise((done) => setTimeout(done, 1_000));
  room.say({ to: "show", stage: stage() });
  await expect.poll(() => text).toContain("Two partners");
  expect(line.destroyed).toBe(false);
}
