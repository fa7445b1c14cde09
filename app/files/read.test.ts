import { execFileSync } from "node:child_process";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { FileProblem } from "./failures.ts";
import { readText } from "./read.ts";
import { stampNow, stampOf } from "./stamp.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "entente-read-"));
});
async function file(bytes: Uint8Array | string): Promise<string> {
  const path = join(folder, "case.entente");
  await writeFile(path, bytes);
  return path;
}
const problem = (path: string, largest?: number) =>
  readText(path, largest).then(
    () => null,
    (error: unknown) => (error instanceof FileProblem ? error.failed : error),
  );

test("any text comes back as it was written, with the stamp of its bytes", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "grapheme" }), async (text) => {
      const path = await file(text);
      const read = await readText(path);
      expect(read).toEqual({ text, stamp: await stampNow(path) });
    }),
    { numRuns: 50 },
  );
});

test("a byte order mark is dropped from the text but counts in the stamp", async () => {
  const bytes = new Uint8Array([0xef, 0xbb, 0xbf, 0x7b, 0x7d]);
  expect(await readText(await file(bytes))).toEqual({ text: "{}", stamp: stampOf(bytes) });
});

test.each([
  ["a lone continuation byte", [0x80]],
  ["an overlong slash", [0xc0, 0xaf]],
  ["half a character", [0x61, 0xe2, 0x82]],
  ["UTF-16", [0xff, 0xfe, 0x7b, 0x00]],
])("%s is refused as no text", async (_what, bytes) => {
  expect(await problem(await file(new Uint8Array(bytes)))).toBe("other");
});

test("the cap is exact", async () => {
  const path = await file("12345");
  expect([await problem(path, 5), await problem(path, 4)]).toEqual([null, "too-large"]);
});

test("a folder and a pipe are refused at once", async () => {
  const pipe = join(folder, "pipe");
  execFileSync("mkfifo", [pipe]);
  expect([await problem(folder), await problem(pipe)]).toEqual(["other", "other"]);
});

test("the stamp of a missing file is null, and any change of content changes it", async () => {
  expect(await stampNow(join(folder, "none"))).toBeNull();
  fc.assert(
    fc.property(fc.uint8Array(), fc.uint8Array(), (a, b) => {
      expect(stampOf(a) === stampOf(b)).toBe(Buffer.compare(a, b) === 0);
    }),
  );
});
