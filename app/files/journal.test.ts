import {
  type FileHandle,
  appendFile,
  mkdtemp,
  open,
  readFile,
  readdir,
  truncate,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { Journal } from "./journal.ts";

let folder = "";
let path = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "entente-journal-"));
  path = join(folder, "rooms", "a.journal");
});
const values = async () => (await Journal.open(path)).values;
const written = async (...all: unknown[]) => {
  const { journal } = await Journal.open(path);
  await Promise.all(all.map((value) => journal.append(value)));
  return journal;
};

test("what was appended is there again, in its order, whatever is in it", async () => {
  const all = [{ a: 1 }, "line\nbreak", "ünïcode 😀", null, [1, { b: "\u2028" }]];
  await written(...all);
  expect(await values()).toEqual(all);
  await written("more");
  expect(await values()).toEqual([...all, "more"]);
});

test("a last line cut short anywhere is taken off, quietly, and the next one stands in its place", async () => {
  await written("one", "two ü😀");
  const whole = await readFile(path);
  const first = whole.indexOf("\n") + 1;
  for (let cut = first; cut < whole.byteLength; cut += 1) {
    await writeFile(path, whole.subarray(0, cut));
    const { journal, values: found } = await Journal.open(path);
    expect([found, journal.damaged], String(cut)).toEqual([["one"], false]);
    await journal.append("next");
    expect(await values()).toEqual(["one", "next"]);
  }
  expect((await readdir(join(folder, "rooms"))).sort()).toEqual(["a.journal"]);
});

test.each([
  ["a changed letter", (text: string) => text.replace("two", "twö")],
  ["a missing line", (text: string) => text.split("\n").toSpliced(1, 1).join("\n")],
  [
    "two lines in another order",
    (text: string) =>
      text
        .split("\n")
        .map((line, n, all) => (n === 1 ? all[2] : n === 2 ? all[1] : line))
        .join("\n"),
  ],
  ["something in between", (text: string) => text.replace("\n", "\nhello\n")],
])("%s is seen: what comes before it holds, all of it is kept aside", async (_what, change) => {
  await written("one", "two", "three", "four");
  const changed = change(await readFile(path, "utf8"));
  await writeFile(path, changed);
  const { journal, values: found } = await Journal.open(path);
  expect([found, journal.damaged]).toEqual([["one"], true]);
  const aside = (await readdir(join(folder, "rooms"))).filter((name) => name.includes(".corrupt-"));
  expect(aside).toHaveLength(1);
  expect(await readFile(join(folder, "rooms", aside[0] ?? ""), "utf8")).toBe(changed);
});

/** A disk whose files fail in one way while `fails` says so, and note what was done to them. */
function faulty(fails: { at: "write" | "sync" | null }) {
  const done: string[] = [];
  return {
    done,
    disk: {
      open: async (at: string, flags: string): Promise<FileHandle> => {
        const file = await open(at, flags);
        return new Proxy(file, {
          get(target, key) {
            if (key === "writeFile")
              return async (bytes: Uint8Array) => {
                done.push("write");
                // As on a full disk: some of it is written.
                await target.writeFile(fails.at === "write" ? bytes.subarray(0, 40) : bytes);
                if (fails.at === "write") throw Object.assign(new Error("full"), { code: "ENOSPC" });
              };
            if (key === "sync")
              return async () => {
                if (fails.at === "sync" && flags === "a")
                  throw Object.assign(new Error("io"), { code: "EIO" });
                await target.sync();
                done.push("sync");
              };
            const value: unknown = Reflect.get(target, key);
            return typeof value === "function" ? value.bind(target) : value;
          },
        });
      },
    },
  };
}

describe("an append", () => {
  test("is done only after the disk was told to flush", async () => {
    const { disk, done } = faulty({ at: null });
    const { journal } = await Journal.open(path, disk);
    done.length = 0;
    await journal.append("one");
    expect(done).toEqual(["write", "sync"]);
  });

  test("of many at once is one flush, in the order they were asked for", async () => {
    const { disk, done } = faulty({ at: null });
    const { journal } = await Journal.open(path, disk);
    done.length = 0;
    const order: number[] = [];
    await Promise.all(Array.from({ length: 200 }, (_, n) => journal.append(n).then(() => order.push(n))));
    expect(done.length).toBeLessThanOrEqual(4);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(await values()).toEqual(order);
  });

  test.each(["write", "sync"] as const)(
    "that fails (%s) leaves nothing behind, and the next one holds",
    async (at) => {
      const fails: { at: "write" | "sync" | null } = { at: null };
      const { journal } = await Journal.open(path, faulty(fails).disk);
      await journal.append("one");
      fails.at = at;
      await expect(journal.append("two")).rejects.toThrow();
      fails.at = null;
      await journal.append("three");
      expect(await values()).toEqual(["one", "three"]);
    },
  );

  test("to a journal that somebody else has written is refused", async () => {
    const journal = await written("one");
    await appendFile(path, "x");
    await expect(journal.append("two")).rejects.toThrow("close one of them");
    await truncate(path, (await readFile(path)).byteLength - 1);
    await journal.append("two");
    expect(await values()).toEqual(["one", "two"]);
  });
});
