import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { mutate } from "../model/case/mutate.test-help.ts";
import { formatDraft, parseDraft } from "./drafts.ts";
import { Journal, readLines } from "./journal.ts";
import { Settings } from "./settings.ts";

const RUNS = 10_000;
let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "entente-fuzz-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const draft = { id: "window", name: "Syria", path: "/a/b.entente", stamp: "7-x", text: '{"a":"✓"}' };

/** A text with some of its signs cut, doubled or changed. */
const damaged = (whole: string) =>
  fc
    .tuple(fc.nat(whole.length), fc.nat(whole.length), fc.string({ unit: "binary", maxLength: 6 }))
    .map(([from, to, between]) => whole.slice(0, from) + between + whole.slice(to));

test(`${String(RUNS)} damaged drafts are told from whole ones`, () => {
  const whole = formatDraft(draft);
  expect(parseDraft(whole)).toEqual(draft);
  fc.assert(
    fc.property(damaged(whole), (text) => {
      if (text === whole) return;
      expect(() => parseDraft(text)).toThrow(Error);
    }),
    { numRuns: RUNS },
  );
});

test(`${String(RUNS)} damaged journals are read as far as they hold, and no further`, async () => {
  const path = join(folder, "whole.journal");
  const { journal } = await Journal.open(path);
  const values = [{ a: 1 }, "two ✓", [3], null, { text: "x\ny" }];
  for (const value of values) await journal.append(value);
  const whole = await readFile(path, "utf8");
  fc.assert(
    fc.property(damaged(whole), (text) => {
      const found = readLines(new TextEncoder().encode(text));
      expect(found.values).toEqual(values.slice(0, found.values.length));
      expect(new TextEncoder().encode(whole).slice(0, found.length)).toEqual(new TextEncoder().encode(text).slice(0, found.length)); // prettier-ignore
    }),
    { numRuns: RUNS },
  );
});

test(`${String(RUNS)} damaged settings are read as an object, or set aside as they were`, async () => {
  const whole = JSON.stringify({ theme: "dark", tour: true, last: { format: "svg", size: [1, 2] } });
  const path = join(folder, "settings.json");
  const settings = new Settings(folder);
  for (let seed = 0; seed < RUNS; seed += 1) {
    const text = mutate(whole, seed);
    await writeFile(path, text);
    const read = JSON.parse(await settings.read()) as unknown;
    expect(typeof read === "object" && read !== null && !Array.isArray(read)).toBe(true);
    if (seed % 500 !== 0) continue;
    for (const name of await readdir(folder)) if (name.includes("corrupt")) await rm(join(folder, name));
  }
  expect(Object.keys(Object.prototype)).toEqual([]);
});
