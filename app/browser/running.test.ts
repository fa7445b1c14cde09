import { existsSync, mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { handOver, noteRunning } from "./running.ts";
import { type Running, serveEdition } from "./server.ts";

const home = mkdtempSync(join(tmpdir(), "entente-running-"));
const [state, folder] = [join(home, "state"), join(home, "files")];
let edition: Running;
let forget: () => void;

beforeAll(async () => {
  mkdirSync(folder);
  writeFileSync(join(folder, "mine.entente"), "{}");
  edition = await serveEdition({ pages: home, dist: home, folder, state, version: "1.2.3", port: 0 });
  forget = noteRunning(state, edition.url);
});
afterAll(() => edition.close());

const read = async (handle: string): Promise<unknown> => {
  const headers = {
    origin: edition.origin,
    "content-type": "application/json",
    "x-entente-token": edition.token,
  };
  const init = { method: "POST", headers, body: JSON.stringify([handle]) };
  return (await fetch(`${edition.origin}/bridge/files:read`, init)).json();
};

test("a second start opens another window of the edition that runs, with the file it names", async () => {
  expect(await handOver(state, { folder })).toBe(edition.url);
  const url = (await handOver(state, { folder, open: join(folder, "mine.entente") })) ?? "";
  expect(url.startsWith(`${edition.url}.`)).toBe(true);
  expect(await read(url.slice(edition.url.length + 1))).toMatchObject({ value: { name: "mine.entente" } });
  // One that is not there is the first window's matter as well.
  expect(await handOver(state, { folder, open: join(folder, "none.entente") })).toBe(edition.url);
});

test("one that wants another folder is refused in a sentence that says what to do", async () => {
  await expect(handOver(state, { folder: join(home, "other") })).rejects.toThrow(
    `runs already, with the folder ${folder}. End it first`,
  );
});

test("the way to it is written for this account alone, and gone when it ends", () => {
  const note = join(state, "running.json");
  expect((statSync(note).mode & 0o777).toString(8)).toBe("600");
  const text = readFileSync(note, "utf8");
  forget();
  expect(existsSync(note)).toBe(false);
  // What another one wrote since stays.
  writeFileSync(note, "{}");
  forget();
  expect(existsSync(note)).toBe(true);
  writeFileSync(note, text);
});

test.each(["", "{", "{}", '{"url":"http://example.org/#key"}', '{"url":7}'])(
  "%j in its place leads nowhere",
  async (text) => {
    const other = mkdtempSync(join(home, "state-"));
    writeFileSync(join(other, "running.json"), text);
    expect(await handOver(other, { folder })).toBeNull();
  },
);

test("where nobody, or something else, answers at what is left of a fallen one, a start is a start", async () => {
  const other = mkdtempSync(join(home, "state-"));
  expect(await handOver(other, { folder })).toBeNull();
  const server = createServer((_request, response) => response.end("<p>Something else"));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  noteRunning(other, `http://127.0.0.1:${String(port)}/#key`);
  expect(await handOver(other, { folder })).toBeNull();
  await new Promise((done) => server.close(done));
  expect(await handOver(other, { folder })).toBeNull();
});
