import type { IncomingMessage } from "node:http";
import { Readable } from "node:stream";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mutate } from "../model/case/mutate.test-help.ts";
import { readBody } from "./body.ts";
import { judge, tokenOf } from "./door.ts";
import { openRoom, response } from "./room.test-help.ts";

const RUNS = 10_000;

/** A request as the room reads it, without a socket. */
const requestOf = (bytes: Uint8Array) =>
  Object.assign(Readable.from([bytes]), { headers: {} }) as unknown as IncomingMessage;

test(`${String(RUNS)} bodies of any bytes are an object, or refused`, async () => {
  const text = JSON.stringify({ kind: "response", response: response() });
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 60, minLength: 1 }),
    fc.integer().map((seed) => new TextEncoder().encode(mutate(text, seed))),
  );
  await fc.assert(
    fc.asyncProperty(bytes, async (given) => {
      const read = await readBody(requestOf(given));
      if ("status" in read) expect([400, 413]).toContain(read.status);
      else expect(Array.isArray(read.body) || typeof read.body !== "object").toBe(false);
    }),
    { numRuns: RUNS },
  );
});

test(`${String(RUNS)} heads of any text are let in only with every mark of the room’s own page`, () => {
  const own = "192.168.1.20:41873";
  const word = fc.oneof(
    fc.string({ unit: "binary", maxLength: 12 }),
    fc.constantFrom(own, `http://${own}`, "1", "application/json", "same-origin", "cross-site", "POST", "GET", "/send", "/"), // prettier-ignore
  );
  const knock = fc.record({
    method: fc.oneof(fc.constant("POST"), word),
    url: fc.oneof(fc.constant("/send"), word),
    headers: fc.record({ host: fc.oneof(fc.constant(own), word), origin: word, "x-workshop": word, "content-type": word, "sec-fetch-site": word, cookie: word }), // prettier-ignore
  });
  fc.assert(
    fc.property(knock, (given) => {
      const verdict = judge(given, own);
      tokenOf(given.headers);
      if ("status" in verdict) return;
      expect(given.headers.host).toBe(own);
      if (given.method === "POST")
        expect(given.headers).toMatchObject({ origin: `http://${own}`, "x-workshop": "1" });
    }),
    { numRuns: RUNS },
  );
});

describe("a member of the room", () => {
  test(`sends 200 damaged things: each is kept, refused or put off, and the room goes on`, async () => {
    const room = await openRoom();
    const { token } = (await room.join()) as { token: string };
    const statuses = new Map<number, number>();
    for (let seed = 0; seed < 200; seed += 1) {
      const text = mutate(JSON.stringify({ kind: "response", response: response(`x${String(seed)}`) }), seed);
      const { status } = await room.ask("POST", "/send", text, room.as(token));
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    for (const status of statuses.keys()) expect([200, 400, 409, 413, 429]).toContain(status);
    expect((await room.ask("GET", "/", undefined, {})).status).toBe(200);
  });
});
