import { chmod, mkdir, mkdtemp, readFile, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { Drafts, type KeptDraft, formatDraft, parseDraft } from "./drafts.ts";
import { Recent } from "./recent.ts";
import { Settings } from "./settings.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "entente-kept-"));
});
const aside = async (of: string, under = folder) =>
  (await readdir(under)).filter((name) => name.startsWith(`${of}.corrupt-`));

describe("settings", () => {
  test("are {} at first, then what was last written", async () => {
    const settings = new Settings(join(folder, "new"));
    expect(await settings.read()).toBe("{}");
    await Promise.all([settings.write('{"theme":"dark"}'), settings.write('{"theme":"light"}')]);
    expect(await settings.read()).toBe('{"theme":"light"}');
  });

  test.each(["", "{", "[]", "null", "7"])(
    "damaged as %j are set aside whole, not overwritten",
    async (text) => {
      await writeFile(join(folder, "settings.json"), text);
      expect(await new Settings(folder).read()).toBe("{}");
      const [name = ""] = await aside("settings.json");
      expect(await readFile(join(folder, name), "utf8")).toBe(text);
    },
  );

  test("that are no JSON object are not written", async () => {
    const settings = new Settings(folder);
    await settings.write('{"a":1}');
    await expect(settings.write("[1]")).rejects.toThrow("one JSON object");
    expect(await settings.read()).toBe('{"a":1}');
  });
});

describe("recent files", () => {
  const make = async (name: string) => {
    const path = join(folder, name);
    await writeFile(path, "");
    return path;
  };

  test("are the last ten, newest first, each once", async () => {
    const recent = new Recent(folder, vi.fn());
    const paths = await Promise.all(Array.from({ length: 12 }, (_, i) => make(`${String(i)}.entente`)));
    await Promise.all(paths.map((path) => recent.add(path)));
    const [, , third = ""] = paths;
    await recent.add(third);
    expect(await recent.paths()).toEqual([third, ...paths.slice(3).reverse()]);
  });

  test("that are gone are left out, and come back with their disk", async () => {
    const recent = new Recent(folder, vi.fn());
    const path = await make("a.entente");
    await recent.add(path);
    await rm(path);
    expect(await recent.paths()).toEqual([]);
    await make("a.entente");
    expect(await recent.paths()).toEqual([path]);
  });

  test("tell of every change and can be cleared", async () => {
    const changed = vi.fn();
    const recent = new Recent(folder, changed);
    await recent.add(await make("a.entente"));
    await recent.clear();
    expect(await recent.paths()).toEqual([]);
    expect(changed).toHaveBeenCalledTimes(2);
  });

  test.each(["", "{}", "[1]", '["a"'])("damaged as %j are set aside", async (text) => {
    await writeFile(join(folder, "recent.json"), text);
    expect(await new Recent(folder, vi.fn()).paths()).toEqual([]);
    expect(await aside("recent.json")).toHaveLength(1);
  });
});

describe("drafts", () => {
  const draft: KeptDraft = {
    id: "d-1",
    name: "Syria",
    path: "/a/b.entente",
    stamp: null,
    text: "line\nline ✓",
  };
  const file = () => join(folder, "drafts", "case-d-1.draft");

  test("come back as they were kept, the last one of each document, until dropped", async () => {
    const drafts = new Drafts(folder);
    expect(await drafts.list()).toEqual({ drafts: [], damaged: 0 });
    await Promise.all([1, 2, 3].map((n) => drafts.keep({ ...draft, text: String(n) })));
    await drafts.keep({ ...draft, id: "d-2" });
    const found = await new Drafts(folder).list();
    expect(found).toEqual({
      drafts: [
        { ...draft, id: "d-2" },
        { ...draft, text: "3" },
      ],
      damaged: 0,
    });
    await drafts.drop("d-1");
    await drafts.drop("never kept");
    expect((await drafts.list()).drafts.map(({ id }) => id)).toEqual(["d-2"]);
  });

  test("are listed with the newest first, whatever they are called", async () => {
    const drafts = new Drafts(folder);
    const one = { name: "n", path: null, stamp: null, text: "{}" };
    for (const id of ["b", "a", "c"]) await drafts.keep({ id, ...one });
    for (const [age, id] of ["c", "a", "b"].entries()) {
      const at = new Date(1_700_000_000_000 - age * 60_000);
      await utimes(join(folder, "drafts", `case-${id}.draft`), at, at);
    }
    expect((await drafts.list()).drafts.map(({ id }) => id)).toEqual(["c", "a", "b"]);
  });

  test("of this run are dropped together; those of an earlier one are not", async () => {
    await new Drafts(folder).keep(draft);
    const now = new Drafts(folder);
    await now.keep({ ...draft, id: "mine" });
    await now.dropMine();
    expect((await now.list()).drafts).toEqual([draft]);
  });

  test("cut short at any point are told from whole ones", () => {
    const whole = formatDraft(draft);
    expect(parseDraft(whole)).toEqual(draft);
    for (let end = 0; end < whole.length; end += 1) expect(() => parseDraft(whole.slice(0, end))).toThrow();
  });

  test.each([
    ["empty", ""],
    ["of another kind", '{"id":"d-1"}'],
    ["changed in one letter", formatDraft(draft).replace("Syria", "Syrie")],
  ])("that are %s are set aside and counted once", async (_what, content) => {
    await mkdir(join(folder, "drafts"));
    await writeFile(file(), content);
    const drafts = new Drafts(folder);
    expect(await drafts.list()).toEqual({ drafts: [], damaged: 1 });
    expect(await drafts.list()).toEqual({ drafts: [], damaged: 0 });
    const [name = ""] = await aside("case-d-1.draft", join(folder, "drafts"));
    expect(await readFile(join(folder, "drafts", name), "utf8")).toBe(content);
  });

  test("are never mistaken for another file in their folder", async () => {
    await mkdir(join(folder, "drafts"));
    await writeFile(join(folder, "drafts", "notes.txt"), "mine");
    await chmod(join(folder, "drafts", "notes.txt"), 0o400);
    expect(await new Drafts(folder).list()).toEqual({ drafts: [], damaged: 0 });
  });
});
