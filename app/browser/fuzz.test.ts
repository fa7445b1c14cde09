import type { IncomingMessage } from "node:http";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { answer } from "../bridge/gate.ts";
import { good } from "../bridge/samples.test-help.ts";
import { openShelf } from "../files/calls.ts";
import { Keeper } from "../keeper/keeper.ts";
import { mutate } from "../model/case/mutate.test-help.ts";
import { BodyTooLarge, readJson } from "./body.ts";
import { browserHandlers } from "./calls.ts";
import { judge } from "./door.ts";
import { Folder } from "./folder.ts";
import { News } from "./news.ts";

const RUNS = 10_000;
/** Milliseconds; a shared machine can make ten of one. */
vi.setConfig({ testTimeout: 240_000 });

test(`${String(RUNS)} heads of any text are let in only with every mark of the edition’s own page`, () => {
  const own = "127.0.0.1:4321";
  const origin = `http://${own}`;
  const token = "k".repeat(32);
  const word = fc.oneof(
    fc.string({ unit: "binary", maxLength: 12 }),
    fc.constantFrom(own, origin, token, "null", "application/json", "same-origin", "none", "cross-site", "navigate", "document", "POST", "GET", "/", "/bridge/app:info"), // prettier-ignore
  );
  const often = (usual: string) => fc.oneof({ weight: 3, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: word }); // prettier-ignore
  const knock = fc.record({
    method: often("POST"),
    url: often("/bridge/app:info"),
    headers: fc.record(
      { host: often(own), origin: often(origin), "x-entente-token": often(token), "content-type": often("application/json"), "sec-fetch-site": word, "sec-fetch-mode": word, "sec-fetch-dest": word }, // prettier-ignore
      { requiredKeys: [] },
    ),
  });
  let calls = 0;
  fc.assert(
    fc.property(knock, (given) => {
      const verdict = judge(given, origin, token);
      if (verdict.kind === "refused") {
        expect(verdict.message).toMatch(/^[^\n]+\.$/);
        return;
      }
      const { headers } = given;
      expect(headers.host).toBe(own);
      if (verdict.kind === "page") {
        expect(given.method).toBe("GET");
        return;
      }
      calls += 1;
      expect(headers).toMatchObject({ origin, "x-entente-token": token });
      expect([undefined, "same-origin", "none"]).toContain(headers["sec-fetch-site"]);
      expect(given.url).toMatch(/^\/bridge\/[a-zA-Z]+:[a-zA-Z]+$/);
    }),
    { numRuns: RUNS },
  );
  expect(calls).toBeGreaterThan(100);
});

test(`${String(RUNS)} bodies of any bytes are JSON, or refused`, async () => {
  const text = JSON.stringify(good["draft:keep"]);
  const body = fc.oneof(
    fc.uint8Array({ maxLength: 60 }),
    fc.integer().map((seed) => new TextEncoder().encode(mutate(text, seed))),
  );
  await fc.assert(
    fc.asyncProperty(body, async (bytes) => {
      const request = Object.assign(Readable.from([bytes]), { headers: {} }) as unknown as IncomingMessage;
      try {
        await readJson(request, 1_000);
        expect(bytes.length).toBeLessThanOrEqual(1_000);
      } catch (error) {
        expect(error).toSatisfy((one) => one instanceof BodyTooLarge || one instanceof SyntaxError || one instanceof TypeError); // prettier-ignore
      }
    }),
    { numRuns: RUNS },
  );
});

describe("as the edition answers them", () => {
  let home = "";
  let handlers: ReturnType<typeof browserHandlers>;
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), "entente-edition-fuzz-"));
    await mkdir(join(home, "files"));
    await writeFile(join(home, "secret.entente"), "secret");
    const folder = new Folder(join(home, "files"));
    const state = join(home, "state");
    const keeper = new Keeper({
      folder: state,
      start: () => {
        throw new Error("No room here.");
      },
      assets: () => Promise.reject(new Error("No room here.")),
      interfaces: () => ({}),
      tell: () => undefined,
    });
    const shelf = openShelf(state, { allow: (path) => folder.allow(path) });
    // News is not waited for.
    handlers = browserHandlers(shelf, folder, "1.2.3", keeper, new News(0));
  });
  afterAll(() => rm(home, { recursive: true, force: true }));

  test(`${String(RUNS)} damaged calls get a value or one sentence, and nothing outside the folders is read or written`, async () => {
    const names = Object.keys(good).filter((name) => Object.hasOwn(handlers, name)) as (keyof typeof good)[];
    expect(names.length).toBeGreaterThan(20);
    const codes = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), fc.integer(), async (name, seed) => {
        let args: unknown;
        try {
          args = JSON.parse(mutate(JSON.stringify(good[name]), seed));
        } catch {
          // No JSON: then there is no call.
          return;
        }
        const given = await answer(handlers, name, args);
        // Settings are checked where they are written: they must be JSON. And there is no room here to tell anything.
        if ("error" in given && !/^settings:write$|^room:/.test(name))
          expect(given.error.code).toBe("arguments");
        const code = "error" in given ? given.error.code : "value";
        codes.set(code, (codes.get(code) ?? 0) + 1);
        if ("error" in given) expect(given.error.message).toMatch(/^[^\n]+\.$/);
        expect(JSON.stringify(given)).not.toContain("secret");
      }),
      { numRuns: RUNS },
    );
    expect([...codes.keys()].sort()).toEqual(["arguments", "failed", "value"]);
    expect((await readdir(home)).sort()).toEqual(["files", "secret.entente", "state"]);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});
