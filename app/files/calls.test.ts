import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { fileCalls, openShelf } from "./calls.ts";
import { FileProblem, failure } from "./failures.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "entente-calls-"));
});

/** A host with one case file it has granted. */
async function host(text = "{}") {
  const path = join(folder, "case.entente");
  await writeFile(path, text);
  const shelf = openShelf(join(folder, "own"));
  return { path, shelf, calls: fileCalls(shelf), ...shelf.handles.grant(path) };
}
const read = async ({ calls, handle }: Awaited<ReturnType<typeof host>>) => {
  const opened = await calls["files:read"](handle);
  if ("failed" in opened) throw new Error(opened.message);
  return opened;
};
const kindOf = (result: unknown) =>
  typeof result === "object" && result !== null && "failed" in result ? result.failed : "done";

test("a word of the page's own making opens and writes nothing", async () => {
  const { calls, path } = await host();
  for (const handle of ["0123456789abcdef", path, ""]) {
    expect(kindOf(await calls["files:read"](handle))).toBe("denied");
    const written = await calls["files:write"]({ handle, text: "x", stamp: null, force: true });
    expect(kindOf(written)).toBe("denied");
  }
  expect(await readFile(path, "utf8")).toBe("{}");
});

test("words differ for files, stay for a file, and tell nothing of it", async () => {
  const { shelf, handle, path } = await host();
  expect(shelf.handles.grant(join(folder, "x", "..", "case.entente")).handle).toBe(handle);
  expect(shelf.handles.grant(join(folder, "b.entente")).handle).not.toBe(handle);
  expect(openShelf(folder).handles.grant(path).handle).not.toBe(handle);
  expect(handle).toMatch(/^[0-9a-f]{32}$/);
});

test("opening, saving and saving again goes through while nobody else writes", async () => {
  const given = await host("one");
  const { text, stamp, name } = await read(given);
  expect([text, name]).toEqual(["one", "case.entente"]);
  const saved = await given.calls["files:write"]({ handle: given.handle, text: "two", stamp, force: false });
  if (!("stamp" in saved)) throw new Error(saved.message);
  const again = { handle: given.handle, text: "three", stamp: saved.stamp, force: false };
  expect(kindOf(await given.calls["files:write"](again))).toBe("done");
  expect(await readFile(given.path, "utf8")).toBe("three");
  expect((await given.calls["recent:list"]()).map((file) => file.name)).toEqual(["case.entente"]);
});

test.each([
  ["changed", (path: string) => writeFile(path, "theirs")],
  ["deleted", (path: string) => rm(path)],
])("a file %s by somebody else is not overwritten unless forced", async (_how, meddle) => {
  const given = await host("one");
  const { stamp } = await read(given);
  await meddle(given.path);
  const mine = { handle: given.handle, text: "mine", stamp, force: false };
  expect(kindOf(await given.calls["files:write"](mine))).toBe("changed");
  expect(await readFile(given.path, "utf8").catch(() => "gone")).not.toBe("mine");
  expect(kindOf(await given.calls["files:write"]({ ...mine, force: true }))).toBe("done");
  expect(await readFile(given.path, "utf8")).toBe("mine");
});

test("a new file is not written over one that appeared meanwhile", async () => {
  const given = await host("theirs");
  const result = await given.calls["files:write"]({
    handle: given.handle,
    text: "mine",
    stamp: null,
    force: false,
  });
  expect(kindOf(result)).toBe("changed");
});

test("of two saves at once with the same stamp only the first is written", async () => {
  const given = await host("one");
  const { stamp } = await read(given);
  const results = await Promise.all(
    ["a", "b"].map((text) => given.calls["files:write"]({ handle: given.handle, text, stamp, force: false })),
  );
  expect(results.map(kindOf)).toEqual(["done", "changed"]);
  expect(await readFile(given.path, "utf8")).toBe("a");
});

test("an export is written as text or bytes", async () => {
  const { calls, handle, path } = await host();
  await calls["files:export"]({ handle, data: { as: "base64", base64: "AP8=" } });
  expect([...(await readFile(path))]).toEqual([0, 255]);
  await calls["files:export"]({ handle, data: { as: "text", text: "a,b" } });
  expect(await readFile(path, "utf8")).toBe("a,b");
});

test("numbers are written beside a picture under its name, and what was there is kept", async () => {
  const { calls, handle, path } = await host();
  const beside = path.replace(/\.[^.]+$/, ".csv");
  for (const csv of ["1", "2"])
    await calls["files:export"]({ handle, data: { as: "text", text: "<svg/>" }, csv });
  expect(await readFile(beside, "utf8")).toBe("2");
  expect(await readFile(`${beside}.bak`, "utf8")).toBe("1");
});

test("a draft finds its file again in the next run", async () => {
  const given = await host();
  const draft = { id: "d", name: "Case", handle: given.handle, stamp: "s", text: "unsaved" };
  expect(await given.calls["draft:keep"](draft)).toBeUndefined();
  const next = openShelf(join(folder, "own"));
  const { drafts, damaged } = await fileCalls(next)["draft:list"]();
  const [found] = drafts;
  expect(damaged).toBe(0);
  expect(found).toMatchObject({ id: "d", name: "Case", stamp: "s", text: "unsaved" });
  expect(found?.handle).not.toBe(given.handle);
  expect(next.handles.path(found?.handle ?? "")).toBe(given.path);
});

test.each([
  ["a file of another kind", () => join(folder, "id_rsa")],
  ["a place without a folder", () => "case.entente"],
  ["no place at all", () => ""],
])("a draft that names %s comes back without a file", async (_, path) => {
  const draft = { id: "d", name: "Case", path: path(), stamp: "s", text: "unsaved" };
  const shelf = openShelf(join(folder, "own"));
  await shelf.drafts.keep(draft);
  expect((await fileCalls(shelf)["draft:list"]()).drafts).toEqual([
    { id: "d", name: "Case", handle: null, folder: "", stamp: "s", text: "unsaved" },
  ]);
});

test("a draft whose file is gone still knows where it was", async () => {
  const given = await host();
  await given.calls["draft:keep"]({
    id: "d",
    name: "Case",
    handle: given.handle,
    stamp: "s",
    text: "unsaved",
  });
  await rm(given.path);
  const next = openShelf(join(folder, "own"));
  const [found] = (await fileCalls(next)["draft:list"]()).drafts;
  expect(found?.folder).toBe(folder);
  expect(kindOf(await fileCalls(next)["files:read"](found?.handle ?? ""))).toBe("missing");
});

test("a host that stays in one place gives no word for anything else", async () => {
  const own = join(folder, "own");
  const given = await host();
  await read(given);
  await given.calls["draft:keep"]({ id: "d", name: "Case", handle: given.handle, stamp: null, text: "" });
  const strict = openShelf(own, { allow: () => Promise.reject(new FileProblem("denied", "Not here.")) });
  const calls = fileCalls(strict);
  expect(await calls["recent:list"]()).toEqual([]);
  expect((await calls["draft:list"]()).drafts[0]?.handle).toBeNull();
  expect(await calls["files:read"](strict.handles.grant(given.path).handle)).toEqual({
    failed: "denied",
    message: "Not here.",
  });
});

test("a missing file, a folder and a broken link are told in one sentence", async () => {
  const { calls, shelf } = await host();
  await mkdir(join(folder, "sub"));
  await symlink("nowhere", join(folder, "link"));
  const results = await Promise.all(
    ["none.entente", "sub", "link"].map((name) =>
      calls["files:read"](shelf.handles.grant(join(folder, name)).handle),
    ),
  );
  expect(results.map(kindOf)).toEqual(["missing", "other", "missing"]);
  for (const result of results) expect("message" in result ? result.message : "").toMatch(/^“[^”]+” [^.]+\./);
});

test.each([
  ["ENOENT", "missing"],
  ["EACCES", "denied"],
  ["EPERM", "denied"],
  ["EROFS", "denied"],
  ["ENOSPC", "full"],
  ["EDQUOT", "full"],
  ["EBUSY", "locked"],
  ["EIO", "other"],
  ["ESTALE", "missing"],
  ["ENOTCONN", "missing"],
  ["ENODEV", "missing"],
])("%s is told as %s, naming the file and not its folder", (code, failed) => {
  const told = failure(Object.assign(new Error("raw words"), { code }), "saved", "/secret/folder/a.entente");
  expect(told.failed).toBe(failed);
  expect(told.message).toMatch(/^“a\.entente” could not be saved: /);
  expect(told.message).not.toMatch(/secret|raw words|the system says/);
  expect(told.message).toMatch(/\. (Save|Choose|Free|Close|Connect) .+\.$/);
});

test("a file that was only read is not among the recent ones: the page says when it shows one", async () => {
  const given = await host("Notes on the meeting");
  await read(given);
  expect(await given.calls["recent:list"]()).toEqual([]);
  expect(await given.calls["recent:note"](given.handle)).toBeUndefined();
  expect((await given.calls["recent:list"]()).map((file) => file.name)).toEqual(["case.entente"]);
  expect(kindOf(await given.calls["recent:note"]("0123456789abcdef"))).toBe("denied");
});

test("a list of recent files that cannot be written makes no save fail", async () => {
  const given = await host("one");
  const { stamp } = await read(given);
  await rm(join(folder, "own"), { recursive: true, force: true });
  await writeFile(join(folder, "own"), "in the way");
  const mine = { handle: given.handle, text: "mine", stamp, force: false };
  expect(kindOf(await given.calls["files:write"](mine))).toBe("done");
  expect(kindOf(await given.calls["files:read"](given.handle))).toBe("done");
  expect(await given.calls["recent:note"](given.handle)).toBeUndefined();
});
