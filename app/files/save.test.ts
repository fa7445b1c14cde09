import {
  type FileHandle,
  chmod,
  lstat,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  stat,
  symlink,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { isLeftover, sweep } from "./leftovers.ts";
import { type Disk, realDisk, saveAtomically } from "./save.ts";
import { stampNow } from "./stamp.ts";

let folder = "";
let path = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "entente-save-"));
  path = join(folder, "case.entente");
});
const text = (file = path) => readFile(file, "utf8");
const fault = (code: string) => Object.assign(new Error(code), { code });

test("a new file is written as given, without a backup, and nothing else is left", async () => {
  const stamp = await saveAtomically(path, "first ✓");
  expect(await text()).toBe("first ✓");
  expect(await readdir(folder)).toEqual(["case.entente"]);
  expect(await stampNow(path)).toBe(stamp);
});

test("the previous version stays as .bak, through many saves", async () => {
  for (const version of ["one", "two", "three"]) await saveAtomically(path, version);
  expect([await text(), await text(`${path}.bak`)]).toEqual(["three", "two"]);
  expect((await readdir(folder)).sort()).toEqual(["case.entente", "case.entente.bak"]);
});

test("what is read back is what was written, for any bytes", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 5_000 }), async (bytes) => {
      await saveAtomically(path, bytes);
      expect(new Uint8Array(await readFile(path))).toEqual(bytes);
    }),
    { numRuns: 50 },
  );
});

test("a symbolic link stays a link; its target gets the new version", async () => {
  const target = join(folder, "real.entente");
  await writeFile(target, "old");
  await symlink(target, path);
  await saveAtomically(path, "new");
  expect((await lstat(path)).isSymbolicLink()).toBe(true);
  expect([await text(target), await text(`${target}.bak`)]).toEqual(["new", "old"]);
});

test("a link that points at nothing yet makes its target", async () => {
  await symlink("later.entente", path);
  await saveAtomically(path, "new");
  expect(await text(join(folder, "later.entente"))).toBe("new");
  expect((await lstat(path)).isSymbolicLink()).toBe(true);
});

test("permissions are kept", async () => {
  await writeFile(path, "old");
  await chmod(path, 0o640);
  await saveAtomically(path, "new");
  expect((await stat(path)).mode & 0o777).toBe(0o640);
});

test("a .bak that cannot be written does not stop the save, and nothing is left of the attempt", async () => {
  await writeFile(path, "old");
  await mkdir(join(`${path}.bak`, "in the way"), { recursive: true });
  await saveAtomically(path, "new");
  expect(await text()).toBe("new");
  expect((await readdir(folder)).filter(isLeftover)).toEqual([]);
});

test("where files cannot be linked the backup is a copy", async () => {
  await writeFile(path, "old");
  await saveAtomically(path, "new", { on: { ...realDisk, link: () => Promise.reject(fault("EPERM")) } });
  expect([await text(), await text(`${path}.bak`)]).toEqual(["new", "old"]);
});

test("the file is flushed before it takes its name, the folder after", async () => {
  const order: string[] = [];
  const open: Disk["open"] = async (...args) => {
    const file = await realDisk.open(...args);
    const sync = file.sync.bind(file);
    file.sync = () => {
      order.push(args[1] === "r" ? "flush folder" : "flush file");
      return sync();
    };
    return file;
  };
  const rename: Disk["rename"] = (from, to) => {
    order.push("rename");
    return realDisk.rename(from, to);
  };
  await saveAtomically(path, "new", { on: { ...realDisk, open, rename } });
  expect(order).toEqual(["flush file", "rename", "flush folder"]);
});

describe("a held file", () => {
  /** A disk whose renames fail so many times; pauses are counted, not waited for. */
  function held(code: string, times: number) {
    const pauses: number[] = [];
    let left = times;
    const on: Disk = {
      ...realDisk,
      rename: (from, to) =>
        to === path && left-- > 0 ? Promise.reject(fault(code)) : realDisk.rename(from, to),
      pause: (milliseconds) => Promise.resolve(pauses.push(milliseconds)),
    };
    return { on, pauses };
  }

  test.each(["EPERM", "EBUSY", "EACCES"])(
    "is tried again after %s, with longer and longer pauses",
    async (code) => {
      const { on, pauses } = held(code, 6);
      await saveAtomically(path, "new", { on });
      expect(await text()).toBe("new");
      expect(pauses).toHaveLength(6);
      expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
    },
  );

  test("is given up at last, with the old version whole", async () => {
    await writeFile(path, "old");
    const { on, pauses } = held("EBUSY", Infinity);
    await expect(saveAtomically(path, "new", { on })).rejects.toThrow("EBUSY");
    expect(await text()).toBe("old");
    expect((await readdir(folder)).filter(isLeftover)).toEqual([]);
    expect(pauses.reduce((a, b) => a + b)).toBeLessThan(10_000);
  });

  test("is not tried again after another fault", async () => {
    const { on, pauses } = held("ENOSPC", 1);
    await expect(saveAtomically(path, "new", { on })).rejects.toThrow("ENOSPC");
    expect(pauses).toEqual([]);
  });
});

describe.each(["ENOSPC", "EDQUOT", "EIO"])("%s while writing", (code) => {
  /** A disk that takes half of the bytes, or all of them but does not flush. */
  const failing = (step: "writeFile" | "sync"): Disk => ({
    ...realDisk,
    open: async (...args) => {
      const file = await realDisk.open(...args);
      file[step] = async () => {
        if (step === "writeFile") await file.write("ha");
        throw fault(code);
      };
      return file;
    },
  });

  test.each(["writeFile", "sync"] as const)(
    "fails in %s: the old version and its backup are untouched",
    async (step) => {
      await saveAtomically(path, "older");
      await saveAtomically(path, "old");
      await expect(saveAtomically(path, "new", { on: failing(step) })).rejects.toThrow(code);
      expect([await text(), await text(`${path}.bak`)]).toEqual(["old", "older"]);
      expect((await readdir(folder)).sort()).toEqual(["case.entente", "case.entente.bak"]);
    },
  );
});

/** Every operation of a save, the file's own included, in its order; from the k-th on the disk gives this fault. */
function failingFrom(k: number, code: string): { on: Disk; asked: string[] } {
  const asked: string[] = [];
  const step = (name: string) => {
    if (asked.push(name) > k) throw fault(code);
  };
  const guarded = <T extends object>(inner: T, names: readonly (keyof T & string)[]): T =>
    new Proxy(inner, {
      get: (target, name) => {
        const found: unknown = Reflect.get(target, name);
        if (typeof found !== "function") return found;
        if (!names.includes(name as keyof T & string)) return found.bind(target) as unknown;
        return async (...args: unknown[]) => {
          step(String(name));
          const given: unknown = await Reflect.apply(found, target, args);
          return name === "open" ? guarded(given as FileHandle, ["writeFile", "chmod", "sync"]) : given;
        };
      },
    });
  return { on: guarded(realDisk, ["access", "open", "rename", "link", "copyFile"]), asked };
}

describe.each(["ENOSPC", "EIO", "ESTALE", "EROFS"])("%s from any step on", (code) => {
  test("leaves the old file or the new one, whole, and says which", async () => {
    const whole = failingFrom(Infinity, code);
    await saveAtomically(path, "older");
    await saveAtomically(path, "old", { on: whole.on });
    expect(whole.asked).toEqual(["access", "open", "writeFile", "chmod", "sync", "link", "rename", "rename", "open", "sync"]); // prettier-ignore
    let [failed, saved] = [0, 0];
    for (let k = 0; k < whole.asked.length; k += 1) {
      await saveAtomically(path, "old");
      const said = await saveAtomically(path, "new", { on: failingFrom(k, code).on }).then(() => "saved", () => "failed"); // prettier-ignore
      expect(await text(), `step ${k}`).toBe(said === "saved" ? "new" : "old");
      expect(["older", "old", "new"]).toContain(await text(`${path}.bak`));
      expect((await readdir(folder)).filter(isLeftover)).toEqual([]);
      if (said === "saved") saved += 1;
      else failed += 1;
    }
    // Only what follows the new name is no reason to call it unsaved: the folder's flush.
    expect([failed, saved]).toEqual([8, 2]);
  });
});

test("what a save cut short left is swept away after an hour, and nothing else", async () => {
  for (const name of [
    ".entente-0123456789ab.tmp",
    ".entente-0123456789ab.bak",
    ".entente-notes.tmp",
    "a.tmp",
  ])
    await writeFile(join(folder, name), "");
  await sweep(folder);
  expect(await readdir(folder)).toHaveLength(4);
  await sweep(folder, Date.now() + 3_700_000);
  expect((await readdir(folder)).sort()).toEqual([".entente-notes.tmp", "a.tmp"]);
});

test("a read-only file is not replaced, though its folder would allow it", async () => {
  await writeFile(path, "theirs");
  const on: Disk = { ...realDisk, access: () => Promise.reject(fault("EACCES")) };
  await expect(saveAtomically(path, "mine", { on })).rejects.toThrow("EACCES");
  expect(await text()).toBe("theirs");
  expect(await readdir(folder)).toEqual(["case.entente"]);
});
