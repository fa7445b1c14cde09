import { once } from "node:events";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { MOST_SOCKETS } from "./server.ts";
import { CODE, listensOn, openRoom, type Opened, response, stage } from "./room.test-help.ts";

/* The threat model's rows on requests that no page of ours would make. Each fails without its control. */

let room: Opened;
beforeEach(async () => {
  room = await openRoom();
});
afterEach(() => room.close());

const routes = [
  ["GET", "/"],
  ["GET", "/room.js"],
  ["GET", "/room.css"],
  ["GET", "/events"],
  ["GET", "/s"],
  ["POST", "/join"],
  ["POST", "/here"],
  ["POST", "/send"],
] as const;

describe("the address asked for", () => {
  const methods = ["GET", "POST", "PUT", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"];
  const hosts = (own: string, port: number) => [
    "evil.example",
    `evil.example:${String(port)}`,
    `localhost:${String(port)}`,
    "127.0.0.1",
    `${own}.evil.example`,
    `127.0.0.1:${String(port + 1)}`,
    "",
  ];
  test("is the room's own, on every method and route, before anything else is looked at", async () => {
    for (const host of hosts(room.own, room.port))
      for (const [, path] of [...routes, ["", "/nothing"]] as const)
        for (const method of methods)
          // The rebinding page's Origin agrees with its Host.
          expect(
            (await room.ask(method, path, undefined, { host, origin: `http://${host}` })).status,
            `${method} ${path} ${host}`,
          ).toBe(421);
  });
  test("must be named", async () => {
    expect((await room.ask("GET", "/", undefined, { host: undefined })).status).toBe(421);
  });
});

test("there are eight routes and nothing behind them", async () => {
  for (const path of [
    "/index.html",
    "/../package.json",
    "/..%2fpackage.json",
    "/room.js/../../package.json",
    "//etc/passwd",
    "/%2e%2e/%2e%2e/etc/passwd",
    "/assets/",
    "/favicon.ico",
    "/events/",
    "/constructor",
    "http://127.0.0.1/",
  ])
    expect((await room.ask("GET", path)).status, path).toBe(404);
  for (const [method, path] of routes)
    expect((await room.ask(method === "GET" ? "POST" : "GET", path)).status, path).toBe(405);
  for (const method of ["PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"])
    expect((await room.ask(method, "/send")).status, method).toBe(405);
});

describe("a page of another site", () => {
  test.each([
    ["origin of another site", { origin: "http://evil.example" }, 403],
    ["no origin", { origin: undefined }, 403],
    ["opaque origin", { origin: "null" }, 403],
    ["no header of ours", { "x-workshop": undefined }, 403],
    ["a form's type", { "content-type": "text/plain" }, 415],
    ["a form's other type", { "content-type": "application/x-www-form-urlencoded" }, 415],
    ["a type that only begins like JSON", { "content-type": "application/json5" }, 415],
    ["its own word of where it stands", { "sec-fetch-site": "cross-site" }, 403],
  ])("posts nothing: %s", async (_what, headers, status) => {
    for (const path of ["/join", "/here", "/send"])
      expect((await room.ask("POST", path, { code: CODE, name: "X" }, headers)).status, path).toBe(status);
    expect(room.facts()).toEqual([]);
  });

  test("reads nothing, and may at most lead to the first page", async () => {
    const { token } = await room.join();
    for (const path of ["/events", "/s", "/room.js"])
      for (const site of ["cross-site", "same-site"])
        expect(
          (await room.ask("GET", path, undefined, { ...room.as(token), "sec-fetch-site": site })).status,
        ).toBe(403);
    expect((await room.ask("GET", "/", undefined, { "sec-fetch-site": "cross-site" })).status).toBe(200);
  });

  test("is never told that it may", async () => {
    for (const [method, path] of routes) {
      const { headers } = await room.ask(method, path, method === "POST" ? {} : undefined, {
        origin: `http://${room.own}`,
      });
      expect(Object.keys(headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
    }
  });
});

test("every answer forbids what a page of ours never needs", async () => {
  const { token } = await room.join();
  const answers = [
    ...(await Promise.all(
      routes
        .filter(([, path]) => path !== "/events")
        .map(([method, path]) => room.ask(method, path, method === "POST" ? {} : undefined, room.as(token))),
    )),
    await room.ask("GET", "/nothing"),
    await room.ask("GET", "/", undefined, { host: "evil.example" }),
  ];
  for (const { headers } of answers) {
    expect(headers["content-security-policy"]).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:;/,
    );
    expect(headers["content-security-policy"]).not.toContain("unsafe");
    expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["referrer-policy"]).toBe("no-referrer");
    expect(headers["cache-control"]).toBe("no-store");
    expect(headers["x-powered-by"]).toBeUndefined();
  }
});

describe("too much", () => {
  test("of a body is refused, said or not said beforehand", async () => {
    const { token } = await room.join();
    const large = JSON.stringify({ kind: "comment", text: "x".repeat(17_000) });
    const said = await room.ask("POST", "/send", large, room.as(token));
    expect([said.status, said.json.error]).toEqual([413, "size"]);
    const unsaid = await room.ask("POST", "/send", large, {
      ...room.as(token),
      "transfer-encoding": "chunked",
    });
    expect([unsaid.status, unsaid.json.error]).toEqual([413, "size"]);
  });
  test("of a head is refused", async () => {
    expect((await room.ask("GET", "/", undefined, { "x-more": "x".repeat(9_000) })).status).toBe(431);
  });
  test.each(["", "[]", "null", "7", '"x"', "{", "{}}", "\u0000", Uint8Array.of(0x7b, 0xff, 0x7d)])(
    "or what is no object in JSON: %j",
    async (body) => {
      const { token } = await room.join();
      expect((await room.ask("POST", "/send", body, room.as(token))).status).toBe(400);
    },
  );
});

describe("slow and half-open sockets", () => {
  const patience = { headers: 300, request: 600, looking: 100 };
  let slow: Opened;
  beforeEach(async () => {
    slow = await openRoom({}, patience);
  });
  afterEach(() => slow.close());
  const left = async (socket: ReturnType<Opened["socket"]>) => {
    socket.resume();
    await once(socket, "close");
  };

  test("one that never ends its head is cut off", async () => {
    const socket = slow.socket();
    socket.write(`GET / HTTP/1.1\r\nHost: ${slow.own}\r\nX-Slow: `);
    await left(socket);
  });
  test("one that says nothing at all is cut off", async () => {
    await left(slow.socket());
  });
  test("one that never ends its body is cut off", async () => {
    const socket = slow.socket();
    socket.write(
      `POST /join HTTP/1.1\r\nHost: ${slow.own}\r\nOrigin: http://${slow.own}\r\nX-Workshop: 1\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{`,
    );
    await left(socket);
  });
  test("a stream that only listens is not", async () => {
    const { token } = await slow.join();
    await listensOn(slow, slow.socket(), token);
  });
  test("the room's own patience is short, and looked after often", () => {
    expect(room.server.headersTimeout).toBe(5_000);
    expect(room.server.requestTimeout).toBe(10_000);
    // Node keeps the third where it can be read only so.
    const looking = Object.getOwnPropertySymbols(room.server)
      .map((symbol) => Reflect.get(room.server, symbol) as unknown)
      .filter((value) => typeof value === "object" && value !== null && "_repeat" in value);
    const intervals = looking.map((timer) => Reflect.get(timer as object, "_repeat") as unknown);
    expect([...intervals, Reflect.get(room.server, "connectionsCheckingInterval")]).toContain(2_000);
  });
  test("there are at most four for everybody who fits in", () => {
    expect([room.server.maxConnections, MOST_SOCKETS]).toEqual([1_200, 1_200]);
  });
  test("a phone that takes nothing is not written to for ever", async () => {
    const { token } = await room.join();
    const socket = room.socket();
    socket.write(`GET /events HTTP/1.1\r\nHost: ${room.own}\r\nX-Workshop-Token: ${token}\r\n\r\n`);
    await once(socket, "readable");
    socket.pause();
    const person = room.room.who(token);
    if ("status" in person) throw new Error("not in");
    const long = stage({ show: "lobby", text: "x".repeat(100_000) });
    await expect
      .poll(
        () => {
          for (let n = 0; n < 40; n += 1) room.say({ to: "show", stage: long });
          return person.streams.size;
        },
        { timeout: 10_000 },
      )
      .toBe(0);
  });
});

test("an answer is taken only in the shape that was asked for", async () => {
  room.say({ to: "show", stage: stage() });
  const { token } = await room.join();
  const hostile = JSON.stringify({ kind: "response", response: response() }).replace(
    '"raw":{',
    '"raw":{"__proto__":{"polluted":1},',
  );
  expect((await room.ask("POST", "/send", hostile, room.as(token))).status).toBe(400);
  expect(Reflect.get({}, "polluted")).toBeUndefined();
});
