import { once } from "node:events";
import { type Server, type Socket, connect, createServer } from "node:net";
import { type ConnectionOptions, connect as connectEncrypted } from "node:tls";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { fingerprintOf, newCertificate, pemOf } from "./certificate.ts";
import { CODE, listensOn, openRoom, type Opened, response, SECRET, stage } from "./room.test-help.ts";

/* The threat model's rows on whoever listens on the network or stands in between. Each fails without its control. */

const HERE = "127.0.0.1";
let room: Opened;
beforeEach(async () => {
  room = await openRoom({ encrypted: true });
});
afterEach(() => room.close());

const left = async (socket: Socket): Promise<string> => {
  let text = "";
  socket.on("data", (part: Buffer) => (text += part.toString("latin1")));
  socket.on("error", () => undefined);
  if (!socket.destroyed) await new Promise((done) => socket.once("close", done));
  return text;
};

describe("whoever listens in between", () => {
  const relays: Server[] = [];
  afterEach(() => relays.splice(0).forEach((relay) => relay.close()));

  /** Hands everything on both ways and writes it down. */
  async function listenIn(on: Opened): Promise<() => string> {
    const seen: Buffer[] = [];
    const relay = createServer((phone) => {
      const laptop = connect(on.port, HERE);
      for (const [from, to] of [
        [phone, laptop],
        [laptop, phone],
      ] as const)
        // prettier-ignore
        from
          .on("data", (part) => seen.push(part))
          .on("error", () => to.destroy())
          .pipe(to);
    });
    relays.push(relay);
    await new Promise<void>((done) => relay.listen(0, HERE, done));
    on.line.port = (relay.address() as { port: number }).port;
    return () => Buffer.concat(seen).toString("latin1");
  }

  /** Somebody joins by each word, answers, and is shown what was sent. */
  async function takePart(on: Opened): Promise<string[]> {
    on.say({ to: "show", stage: stage() });
    const { token } = await on.join("Dana Quill", { secret: SECRET });
    await on.join("Noor Vane");
    const sent = { kind: "response", response: response("x1") };
    expect((await on.ask("POST", "/send", sent, on.as(token))).status).toBe(200);
    const cookie = `entente-room=${token}`;
    expect((await on.ask("GET", "/s?since=0", undefined, { cookie })).body).toContain("Because.");
    return [token, SECRET, CODE, "Dana Quill", "Noor Vane", "Because.", "swing", "Two partners", "/send"];
  }

  test("reads every word of a room in plain HTTP", async () => {
    const plain = await openRoom();
    const seen = await listenIn(plain);
    const words = await takePart(plain);
    for (const word of words) expect(seen()).toContain(word);
    await plain.close();
  });
  test("reads none of an encrypted one", async () => {
    const seen = await listenIn(room);
    const words = await takePart(room);
    expect(seen().length).toBeGreaterThan(2_000);
    for (const word of words) expect(seen()).not.toContain(word);
  });
});

test("the room’s certificate is the one whose fingerprint it shows; another one in its place shows another", async () => {
  const socket = connectEncrypted({ host: HERE, port: room.port, rejectUnauthorized: false });
  await once(socket, "secureConnect");
  expect(fingerprintOf(socket.getPeerCertificate().raw)).toBe(room.certificate?.fingerprint);
  socket.destroy();
  expect(newCertificate(HERE, Date.now()).fingerprint).not.toBe(room.certificate?.fingerprint);
});

test("versions of TLS before 1.2 are refused, 1.2 and 1.3 are spoken", async () => {
  const spoken = async (version: NonNullable<ConnectionOptions["maxVersion"]>) => {
    const socket = connectEncrypted({
      host: HERE,
      port: room.port,
      ca: pemOf(room.certificate?.der ?? new Uint8Array()),
      minVersion: version,
      maxVersion: version,
      ciphers: "DEFAULT@SECLEVEL=0",
    });
    const said = await new Promise<string | null>((done) => {
      socket.on("secureConnect", () => done(socket.getProtocol()));
      socket.on("error", () => done(null));
    });
    socket.destroy();
    return said;
  };
  expect([await spoken("TLSv1.1"), await spoken("TLSv1.2"), await spoken("TLSv1.3")]).toEqual([
    null,
    "TLSv1.2",
    "TLSv1.3",
  ]);
});

describe("a request", () => {
  test("names the room’s own address, as in plain HTTP", async () => {
    for (const host of ["evil.example", `localhost:${String(room.port)}`, `${room.own}.evil.example`, ""])
      expect((await room.ask("GET", "/", undefined, { host })).status, host).toBe(421);
    expect((await room.ask("GET", "/")).status).toBe(200);
  });
  test("posts from its own encrypted page: not from the same address in plain HTTP", async () => {
    const body = { code: CODE, name: "X" };
    for (const origin of [`http://${room.own}`, "https://evil.example", "null", undefined])
      expect((await room.ask("POST", "/join", body, { origin })).status, origin).toBe(403);
    expect(room.facts()).toEqual([]);
    expect((await room.ask("POST", "/join", body)).status).toBe(200);
  });
  test("gets a token that goes back encrypted only", async () => {
    expect((await room.join()).headers["set-cookie"]?.[0]).toMatch(/; HttpOnly; SameSite=Strict;.*; Secure$/);
    const plain = await openRoom();
    expect((await plain.join()).headers["set-cookie"]?.[0]).not.toContain("Secure");
    await plain.close();
  });
});

describe("plain HTTP at an encrypted room", () => {
  const said = async (bytes: string | Uint8Array) => {
    const socket = room.socket();
    socket.write(bytes);
    return left(socket);
  };
  test("is told where to go, whatever it asks, and nothing of it is read", async () => {
    const { token } = await room.join();
    const before = room.facts().length;
    const answer = `HTTP/1.1 307 Temporary Redirect\r\nLocation: https://${room.own}/\r\nCache-Control: no-store\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`;
    const body = JSON.stringify({ code: CODE, name: "X" });
    for (const asked of [
      `GET / HTTP/1.1\r\nHost: ${room.own}\r\n\r\n`,
      `GET /s?since=0 HTTP/1.1\r\nHost: ${room.own}\r\nX-Workshop-Token: ${token}\r\n\r\n`,
      `GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n`,
      `POST /join HTTP/1.1\r\nHost: ${room.own}\r\nOrigin: https://${room.own}\r\nX-Workshop: 1\r\nContent-Type: application/json\r\nContent-Length: ${String(body.length)}\r\n\r\n${body}`,
    ])
      expect(await said(asked)).toBe(answer);
    expect(room.facts()).toHaveLength(before);
  });
  test("and any other bytes hear at most that, and the room goes on", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 40 }), async (bytes) => {
        const socket = room.socket();
        socket.end(bytes);
        const text = await left(socket);
        // Whatever begins like a handshake hears of TLS's own alerts at most.
        expect(bytes[0] === 22 ? text.length < 20 : text.startsWith("HTTP/1.1 307 ")).toBe(true);
      }),
      { numRuns: 200, examples: [[Uint8Array.of(22)], [Uint8Array.of(22, 3, 1, 0, 1, 1)]] },
    );
    expect((await room.ask("GET", "/")).status).toBe(200);
  });
  test("tells the laptop that phones get through, like a phone that still shows its warning", async () => {
    await said("GET / HTTP/1.1\r\n\r\n");
    expect(room.reached).toEqual([HERE]);
    const socket = connectEncrypted({ host: HERE, port: room.port });
    await once(socket, "error");
    expect(room.reached.length).toBe(2);
  });
});

describe("slow and half-open connections", () => {
  let slow: Opened;
  beforeEach(async () => {
    slow = await openRoom({ encrypted: true }, { headers: 300, request: 600, looking: 100 });
  });
  afterEach(() => slow.close());
  const encrypted = async () => {
    const socket = connectEncrypted({ host: HERE, port: slow.port, rejectUnauthorized: false });
    await once(socket, "secureConnect");
    return socket;
  };

  test("one that says nothing at all is cut off", async () => {
    await left(slow.socket());
  });
  test("one that never ends its handshake is cut off", async () => {
    const socket = slow.socket();
    socket.write(Uint8Array.of(22, 3, 1, 2, 0, 1));
    await left(socket);
  });
  test("one that says nothing after its handshake is cut off", async () => {
    await left(await encrypted());
  });
  test("one that never ends its head is cut off", async () => {
    const socket = await encrypted();
    socket.write(`GET / HTTP/1.1\r\nHost: ${slow.own}\r\nX-Slow: `);
    await left(socket);
  });
  test("one that spoke plain HTTP, was told where to go, and stays, is cut off", async () => {
    const socket = connect({ port: slow.port, host: HERE, allowHalfOpen: true });
    socket.write("GET / HTTP/1.1\r\n");
    const more = setInterval(() => socket.write("X: y\r\n"), 50);
    await left(socket);
    clearInterval(more);
  });
  test("one whose handshake comes a byte at a time is heard, and a stream that only listens stays", async () => {
    const { token } = await slow.join();
    const relay = createServer((phone) => {
      const laptop = connect(slow.port, HERE);
      laptop.on("error", () => undefined).pipe(phone);
      phone.on("error", () => undefined);
      phone.once("data", (hello) => {
        laptop.setNoDelay(true);
        for (const byte of hello.subarray(0, 20)) laptop.write(Uint8Array.of(byte));
        laptop.write(hello.subarray(20));
        phone.pipe(laptop);
      });
    });
    await new Promise<void>((done) => relay.listen(0, HERE, done));
    const socket = connectEncrypted({
      host: HERE,
      port: (relay.address() as { port: number }).port,
      rejectUnauthorized: false,
    });
    await listensOn(slow, socket, token);
    socket.destroy();
    relay.close();
  });
  test("the room’s own limits are those of plain HTTP", async () => {
    const plain = await openRoom();
    for (const name of ["headersTimeout", "requestTimeout", "keepAliveTimeout", "maxConnections"] as const)
      expect(room.server[name], name).toBe(plain.server[name]);
    await plain.close();
  });
});
