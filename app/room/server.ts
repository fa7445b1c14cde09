import { type IncomingMessage, type Server, type ServerResponse, createServer } from "node:http";
import { createServer as createEncrypted } from "node:https";
import { MOST } from "../model/session/types.ts";
import { readBody } from "./body.ts";
import { type Certificate, pemOf } from "./certificate.ts";
import type { Assets } from "./contract.ts";
import { cookieOf, judge, type Route, SAFE_HEADERS, type Turned, tokenOf, turned } from "./door.ts";
import { encryptedOnly } from "./encrypted.ts";
import type { Room } from "./room.ts";

/** Who sends slowly is cut off: five seconds to agree on keys, five for the head of a request, ten for all of it. */
export interface Patience {
  readonly headers: number;
  readonly request: number;
  /** How often that is looked at; Node's own 30 s would let a slow one stay for 30 s. */
  readonly looking: number;
}
const PATIENCE: Patience = { headers: 5_000, request: 10_000, looking: 2_000 };

/** Sockets in all: a phone needs two (its stream, its posts) and may have a second tab. */
export const MOST_SOCKETS = 4 * MOST.people;

const types = { html: "text/html", js: "text/javascript", css: "text/css" } as const;

export interface Serving {
  readonly room: Room;
  readonly assets: Assets;
  /** Address and port, known once it listens. */
  readonly own: () => string;
  /** Told of every address that comes in. */
  readonly reached: (address: string) => void;
  /** Null: plain HTTP. */
  readonly certificate: Certificate | null;
  readonly patience?: Patience | undefined;
}

/** The room's server, `node:http` or, with a certificate, `node:https` with the same limits: a page, its script and style from memory; a stream down, posts up. */
export function serveRoom({ room, assets, own, reached, certificate, patience = PATIENCE }: Serving): Server {
  const scheme = certificate === null ? "http" : "https";
  const asset = (kind: keyof Assets, response: ServerResponse) => {
    response.writeHead(200, { ...SAFE_HEADERS, "content-type": `${types[kind]}; charset=utf-8` });
    response.end(assets[kind]);
  };

  const member = (request: IncomingMessage) => room.who(tokenOf(request.headers));

  const post = async (
    route: Exclude<Route, `GET ${string}`>,
    request: IncomingMessage,
    response: ServerResponse,
  ) => {
    const read = await readBody(request);
    if ("status" in read) return turnAway(request, response, read);
    const { body } = read;
    if (route === "POST /join") {
      const joined = await room.join(body, request.socket.remoteAddress ?? "");
      if ("status" in joined) return say(response, joined.status, joined.refusal);
      response.setHeader("set-cookie", cookieOf(joined.token, scheme));
      return say(response, 200, joined);
    }
    const person = member(request);
    if ("status" in person) return say(response, person.status, person.refusal);
    const done = route === "POST /here" ? room.here(person, body) : await room.send(person, body);
    if (done === null) return say(response, 200, {});
    return "status" in done ? say(response, done.status, done.refusal) : say(response, 200, done);
  };

  const get = async (
    route: Extract<Route, `GET ${string}`>,
    request: IncomingMessage,
    response: ServerResponse,
  ) => {
    if (route === "GET /") return asset("html", response);
    if (route === "GET /room.js") return asset("js", response);
    if (route === "GET /room.css") return asset("css", response);
    const person = member(request);
    if ("status" in person) return say(response, person.status, person.refusal);
    if (route === "GET /events") return room.stream(person, response);
    const since = Number(/[?&]since=(\d{1,12})$/.exec(request.url ?? "")?.[1] ?? 0);
    const view = await room.poll(person, since, request);
    if (view === null) return empty(response);
    return typeof view === "string" ? raw(response, 200, view) : say(response, view.status, view.refusal);
  };

  const respond = async (request: IncomingMessage, response: ServerResponse) => {
    const { method = "", url = "", headers } = request;
    const verdict = judge({ method, url, headers }, own(), scheme);
    if ("status" in verdict) return turnAway(request, response, verdict);
    reached(request.socket.remoteAddress ?? "");
    const { route } = verdict;
    return isGet(route) ? get(route, request, response) : post(route, request, response);
  };

  const limits = {
    headersTimeout: patience.headers,
    requestTimeout: patience.request,
    connectionsCheckingInterval: patience.looking,
    keepAliveTimeout: 20_000,
    maxHeaderSize: 8 * 1024,
    // A request without a Host is ours to turn away, like one with a wrong one.
    requireHostHeader: false,
  };
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    respond(request, response).catch(() => {
      turnAway(request, response, turned(400, "body", "That could not be read."));
    });
  };
  const server =
    certificate === null
      ? createServer(limits, answer)
      : encryptedOnly(
          createEncrypted(
            {
              ...limits,
              key: certificate.key.export({ type: "pkcs8", format: "pem" }),
              cert: pemOf(certificate.der),
              minVersion: "TLSv1.2",
              handshakeTimeout: patience.headers,
            },
            answer,
          ),
          own,
          reached,
          patience.headers,
        );
  server.maxConnections = MOST_SOCKETS;
  return server;
}

const isGet = (route: Route): route is Extract<Route, `GET ${string}`> => route.startsWith("GET ");

function raw(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { ...SAFE_HEADERS, "content-type": "application/json; charset=utf-8" });
  response.end(text);
}
const say = (response: ServerResponse, status: number, what: unknown): void => {
  raw(response, status, JSON.stringify(what));
};
function empty(response: ServerResponse): void {
  response.writeHead(204, SAFE_HEADERS);
  response.end();
}

/** Says why, and ends the connection: what is still being sent is not wanted. */
function turnAway(request: IncomingMessage, response: ServerResponse, { status, refusal }: Turned): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.setHeader("connection", "close");
  say(response, status, refusal);
  request.resume();
  response.on("finish", () => request.destroy());
}
