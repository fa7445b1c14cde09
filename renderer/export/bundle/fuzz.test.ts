import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { expect, test, vi } from "vitest";
import { mutate } from "../../../app/model/case/mutate.test-help.ts";
import { MANIFEST, type Manifest, sha256 } from "./manifest.ts";
import { type BundleRead, readBundle } from "./read.ts";

const RUNS = 10_000;
/** Milliseconds; a shared machine can make ten of one. */
vi.setConfig({ testTimeout: 240_000 });
const bytesOf = (text: string) => new Uint8Array(strToU8(text));

/** As small as a bundle can be: what is in its files is read by others. */
const files = { "a.entente": bytesOf("{}"), "answers.json": bytesOf(`[${"0.5,".repeat(40)}1]`) };
const manifest = async (): Promise<Manifest> => ({
  format: "entente-bundle",
  version: 1,
  program: "1.2.3",
  date: "2026-11-27",
  marking: null,
  seed: 1,
  case: { file: "a.entente", id: "a", title: "A", version: 1 },
  scenario: "s",
  horizon: "h",
  view: 1,
  answers: "answers.json",
  files: await Promise.all(
    Object.entries(files).map(async ([path, bytes]) => ({ path, bytes: bytes.length, sha256: await sha256(bytes) })), // prettier-ignore
  ),
});

/** Refused in one sentence, or the very files that its list names. */
async function isSound(read: BundleRead): Promise<void> {
  if (!read.ok) {
    expect(read.sentence).toMatch(/^[^\n]+\.$/u);
    return;
  }
  const sums = new Map(read.manifest.files.map(({ path, sha256: sum }) => [path, sum]));
  expect(await sha256(bytesOf(read.text))).toBe(sums.get(read.manifest.case.file));
  expect(await sha256(bytesOf(read.answers))).toBe(sums.get(read.manifest.answers));
}

test(`${String(RUNS)} bundles with damaged bytes are refused in one sentence, or are what their list names`, async () => {
  const zip = zipSync({ [MANIFEST]: bytesOf(JSON.stringify(await manifest())), ...files });
  expect((await readBundle(zip)).ok).toBe(true);
  // Half of the damage goes where ZIP keeps places, sizes and methods: the list at its end.
  const place = fc.oneof(fc.nat(zip.length - 1), fc.integer({ min: zip.length - 260, max: zip.length - 1 }));
  const change = fc.oneof(
    { weight: 4, arbitrary: fc.tuple(place, fc.uint8Array({ minLength: 1, maxLength: 4 })) },
    { weight: 2, arbitrary: fc.tuple(place, fc.constantFrom(...[[0xff, 0xff, 0xff, 0xff], [0, 0, 0, 0], [0xff, 0xff], [0, 0]].map((all) => Uint8Array.from(all)))) }, // prettier-ignore
  );
  const damaged = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.array(change, { minLength: 1, maxLength: 4 }).map((changes) => {
        const copy = zip.slice();
        for (const [at, bytes] of changes) copy.set(bytes.subarray(0, copy.length - at), at);
        return copy;
      }),
    },
    {
      weight: 2,
      arbitrary: fc.tuple(place, place).map(([a, b]) => zip.slice(Math.min(a, b), Math.max(a, b))),
    },
    { weight: 1, arbitrary: fc.nat(zip.length).map((end) => zip.slice(0, end)) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }) },
  );
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(damaged, async (bytes) => {
      const read = await readBundle(bytes);
      if (!read.ok) refused += 1;
      await isSound(read);
    }),
    { numRuns: RUNS },
  );
  expect(refused).toBeGreaterThan(RUNS / 2);
});

test(`${String(RUNS)} bundles with a damaged list are refused in one sentence, or are what it names`, async () => {
  const list = JSON.stringify(await manifest());
  let accepted = 0;
  await fc.assert(
    fc.asyncProperty(fc.integer(), async (seed) => {
      const read = await readBundle(zipSync({ [MANIFEST]: bytesOf(mutate(list, seed)), ...files }, { level: 0 })); // prettier-ignore
      if (read.ok) accepted += 1;
      await isSound(read);
    }),
    { numRuns: RUNS },
  );
  expect(accepted).toBeGreaterThan(100);
  expect(accepted).toBeLessThan(RUNS / 2);
  expect(Object.keys(Object.prototype)).toEqual([]);
});
