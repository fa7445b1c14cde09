import { EventEmitter } from "node:events";
import type { Server } from "node:https";
import { Duplex } from "node:stream";
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { encryptedOnly } from "./encrypted.ts";

const RUNS = 10_000;
/** Milliseconds; a shared machine can make ten of one. */
vi.setConfig({ testTimeout: 240_000 });

/** A connection without a network: what was written to it, and what it was given. */
class FakeSocket extends Duplex {
  readonly remoteAddress = "192.168.1.9";
  said = "";
  override _read() {
    // Is pushed to.
  }
  override _write(part: Buffer, _encoding: string, done: () => void) {
    this.said += part.toString("latin1");
    done();
  }
}

const turn = () => new Promise((done) => setImmediate(done));

test(`${String(RUNS)} first words of any bytes are TLS's, whole, or are told the address and nothing else`, async () => {
  const server = new EventEmitter();
  let taken: FakeSocket | null = null;
  server.on("connection", (socket: FakeSocket) => (taken = socket));
  let reached = 0;
  encryptedOnly(server as Server, () => "192.168.1.20:41873", () => (reached += 1), 60_000); // prettier-ignore
  const bytes = fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 60 }),
    fc.uint8Array({ maxLength: 60 }).map((rest) => Uint8Array.of(22, ...rest)),
    fc.string({ unit: "binary", minLength: 1, maxLength: 60 }).map((text) => new TextEncoder().encode(text)),
    fc.constantFrom("GET / HTTP/1.1\r\n\r\n", "\r\n", "\0", "SSH-2.0-x\r\n").map((text) => new TextEncoder().encode(text)), // prettier-ignore
  );
  await fc.assert(
    fc.asyncProperty(bytes, fc.uint8Array({ maxLength: 20 }), async (first, later) => {
      taken = null;
      const socket = new FakeSocket();
      server.emit("connection", socket);
      socket.push(first);
      await turn();
      if (first[0] === 22) {
        expect(taken).toBe(socket);
        expect(new Uint8Array(socket.read() as Buffer)).toEqual(first);
        expect(socket.said).toBe("");
      } else {
        socket.push(later);
        await turn();
        expect(taken).toBeNull();
        expect(socket.said).toMatch(
          /^HTTP\/1\.1 307 [^\r]+\r\nLocation: https:\/\/192\.168\.1\.20:41873\/\r\n/,
        );
        // Nothing of what came is kept.
        expect(socket.readableLength).toBe(0);
      }
      socket.destroy();
    }),
    { numRuns: RUNS },
  );
  expect(reached).toBeGreaterThanOrEqual(RUNS);
});
