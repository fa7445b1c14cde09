import { expect, describe, test, vi } from "vitest";
import { openCase, saveCase } from "../../app/model/case/door.ts";
import type { FileRef } from "../../app/bridge/contract.ts";
import { presentCase, presentSettings } from "./document.ts";
import { fakeApp, silentClient, syria } from "./fakes.test-help.ts";
import { createFiles } from "./files.ts";

const mine: FileRef = { handle: "a".repeat(16), name: "mine.entente", folder: "/work" };
const good = saveCase(syria());

function setUp(handlers: Parameters<typeof fakeApp>[0] extends infer P ? NonNullable<P> : never = {}) {
  const fake = fakeApp({ connect: silentClient, ...handlers });
  return { ...fake, files: createFiles(fake.app) };
}
type App = ReturnType<typeof setUp>["app"];
const raise = (app: App) => app.change({ edit: "setWeight", factor: "strikes", weight: 8 });
const notice = (app: App) => app.look.getState().notice;
const picked = () => ({ outcome: "picked", file: mine }) as const;
const opened = (text: string) => () => ({ ...mine, text, stamp: "s1" });

/** Answers the next dialog of this kind. */
async function dialog<K extends "unsaved" | "question" | "files">(app: App, kind: K) {
  await vi.waitFor(() => {
    expect(app.look.getState().dialog?.kind).toBe(kind);
  });
  return app.look.getState().dialog as Extract<
    NonNullable<ReturnType<App["look"]["getState"]>["dialog"]>,
    { kind: K }
  >;
}

describe("opening", () => {
  test("shows the case with its file, with no history of the one before", async () => {
    const { app, files, calls } = setUp({ handlers: { "files:pickOpen": picked, "files:read": opened(good) } }); // prettier-ignore
    raise(app);
    app.document.undo();
    await files.open();
    expect(calls("recent:note")).toEqual([mine.handle]);
    expect(app.document.getState()).toMatchObject({
      file: mine,
      stamp: "s1",
      name: "mine.entente",
      history: { past: [], future: [] },
    });
    expect(app.isEdited()).toBe(false);
    expect(notice(app)).toEqual({ text: "Opened mine.entente.", tone: "plain" });
  });

  test.each([
    ["damaged", good.slice(0, 200), /^mine\.entente: The file is damaged at line \d+, column \d+.*\.$/],
    [
      "no case at all",
      "Notes on the meeting",
      /^mine\.entente: The file is not an Entente case: it begins with "Notes"; .*\.$/,
    ],
    ["another kind", '{"format":"letter"}', /^mine\.entente: The file is not an Entente case.*\.$/],
    ["newer", good.replace('"version": 1', '"version": 99'), /newer Entente.*\.$/],
  ])("a file that is %s leaves the open case untouched and gives one sentence", async (_, text, sentence) => {
    const { app, files, calls } = setUp({ handlers: { "files:pickOpen": picked, "files:read": opened(text) } }); // prettier-ignore
    const before = app.document.getState();
    await files.open();
    expect(calls("recent:note")).toEqual([]);
    expect(app.document.getState()).toBe(before);
    expect(notice(app)?.tone).toBe("error");
    expect(notice(app)?.text).toMatch(sentence);
  });

  test("a file that cannot be read, and a host that does not answer, are said", async () => {
    const gone = { failed: "missing", message: "mine.entente is no longer there." } as const;
    const { app, files, handlers } = setUp({ handlers: { "files:read": () => gone } });
    const before = app.document.getState();
    await files.openRef(mine.handle);
    expect(notice(app)).toEqual({ text: gone.message, tone: "error" });
    handlers["files:read"] = () => Promise.reject(new Error("Entente does not answer."));
    await files.openRef(mine.handle);
    expect(notice(app)).toEqual({ text: "Entente does not answer.", tone: "error" });
    expect(app.document.getState()).toBe(before);
  });

  test("a dropped file without a path is opened as text, in no file", async () => {
    const { app, files } = setUp();
    await files.openDropped(new File([good], "dropped.entente"));
    expect(app.document.getState()).toMatchObject({ file: null, stamp: null, name: "dropped.entente" });
    await files.openDropped(new File(["%PDF-1.7"], "paper.pdf"));
    expect(notice(app)?.text).toMatch(/^paper\.pdf: .*\.$/);
    expect(app.document.getState().name).toBe("dropped.entente");
  });
});

describe("a file the host names while it is open with changes", () => {
  /** The file of a case that was changed after it had been opened. */
  const changed = async (onDisk: NonNullable<NonNullable<Parameters<typeof fakeApp>[0]>["handlers"]>) => {
    const given = setUp({ handlers: { "files:pickOpen": picked, "files:read": opened(good) } });
    await given.files.open();
    raise(given.app);
    Object.assign(given.handlers, onDisk);
    return given;
  };
  const stays = ({ app }: { readonly app: App }) => {
    expect(app.look.getState().dialog).toBeNull();
    expect(presentSettings(app.document.getState()).weights).toEqual({ strikes: 8 });
    expect(app.document.getState().file).toEqual(mine);
  };

  test("stays as it is, without a question", async () => {
    const given = await changed({});
    await given.files.openNamed(mine.handle);
    stays(given);
    expect(notice(given.app)).toEqual({
      text: "mine.entente is open, with changes that are not saved.",
      tone: "plain",
    });
  });

  test("stays as it is where the file is gone, and says so", async () => {
    const given = await changed({
      "files:read": () => ({ failed: "missing", message: "mine.entente is no longer there." }),
    });
    await given.files.openNamed(mine.handle);
    stays(given);
    expect(notice(given.app)?.text).toBe("mine.entente is no longer there.");
  });

  test.each([
    ["was changed on disk", mine, "s2"],
    ["is another", { ...mine, handle: "b".repeat(16), name: "other.entente" }, "s1"],
  ])("is asked about where it %s", async (_, file, stamp) => {
    const given = await changed({ "files:read": () => ({ ...file, text: good, stamp }) });
    const done = given.files.openNamed(file.handle);
    (await dialog(given.app, "unsaved")).choose("discard");
    await done;
    expect(given.app.document.getState()).toMatchObject({ file, stamp });
  });

  test("waits for what a crash left behind", async () => {
    let restored: () => void = () => undefined;
    const fake = fakeApp({ connect: silentClient, handlers: { "files:read": opened(good) } });
    const files = createFiles(fake.app, new Promise<void>((done) => (restored = done)));
    const done = files.openNamed(mine.handle);
    await Promise.resolve();
    expect(fake.calls("files:read")).toEqual([]);
    const theCase = presentCase(fake.app.document.getState());
    fake.app.show(theCase, { file: mine, stamp: "s1", name: mine.name }, true);
    raise(fake.app);
    restored();
    await done;
    stays(fake);
  });
});

describe("unsaved changes", () => {
  const handlers = { "files:pickOpen": picked, "files:read": opened(good) };

  test("are asked about first; Cancel stays, without opening anything", async () => {
    const { app, files, calls } = setUp({ handlers });
    raise(app);
    const done = files.open();
    (await dialog(app, "unsaved")).choose("cancel");
    await done;
    expect(presentSettings(app.document.getState()).weights).toEqual({ strikes: 8 });
    expect(calls("files:pickOpen")).toEqual([]);
    expect(app.look.getState().dialog).toBeNull();
  });

  test("Don’t save lets them go", async () => {
    const { app, files } = setUp({ handlers });
    raise(app);
    const done = files.open();
    (await dialog(app, "unsaved")).choose("discard");
    await done;
    expect(app.document.getState().file).toEqual(mine);
    expect(presentSettings(app.document.getState())).toEqual({});
  });

  test("Save that fails or is given up stays too", async () => {
    const { app, files } = setUp({ handlers: { ...handlers, "files:pickSave": () => ({ outcome: "cancelled" }) } }); // prettier-ignore
    raise(app);
    const done = files.open();
    (await dialog(app, "unsaved")).choose("save");
    await done;
    expect(presentSettings(app.document.getState()).weights).toEqual({ strikes: 8 });
  });

  test("stand in the way of a new case as well; a shipped case is in no file", async () => {
    const { app, files } = setUp();
    raise(app);
    const done = files.newFrom("us-saudi-1973");
    (await dialog(app, "unsaved")).choose("discard");
    await done;
    expect(presentCase(app.document.getState()).title).toBe("United States and Saudi Arabia");
    expect(app.document.getState()).toMatchObject({ file: null, name: "us-saudi-1973" });
    expect(app.isEdited()).toBe(false);
    expect(app.look.getState().horizon).toBe("long");
  });
});

describe("saving", () => {
  test("a new case asks where; then the same file is written, with the stamp it had", async () => {
    const { app, files, calls } = setUp({
      handlers: { "files:pickSave": picked, "files:write": () => ({ stamp: "s2" }) },
    });
    raise(app);
    await files.save();
    expect(calls("files:pickSave")).toEqual([{ name: "russia-iran-syria.entente", kind: "case" }]);
    const [first] = calls("files:write") as { text: string }[];
    expect(openCase(first?.text ?? "")).toEqual({
      ok: true,
      case: { ...presentCase(app.document.getState()), history: app.trail.entries() },
      notes: [],
    });
    expect(app.isEdited()).toBe(false);
    app.document.undo();
    expect(app.isEdited()).toBe(true);
    await files.save();
    expect(calls("files:pickSave")).toHaveLength(1);
    expect(calls("files:write")[1]).toMatchObject({ handle: mine.handle, stamp: "s2", force: false });
  });

  test("what was edited while it was being written is still unsaved", async () => {
    let finish = (_: { stamp: string }): void => undefined;
    const written = new Promise<{ stamp: string }>((done) => (finish = done));
    const { app, files, calls } = setUp({
      handlers: { "files:pickSave": picked, "files:write": () => written },
    });
    raise(app);
    const done = files.save();
    await vi.waitFor(() => {
      expect(calls("files:write")).toHaveLength(1);
    });
    app.change({ edit: "setWeight", factor: "aims", weight: 1 });
    finish({ stamp: "s2" });
    await done;
    expect(app.document.getState().file).toEqual(mine);
    expect(app.isEdited()).toBe(true);
  });

  test("over another's changes is asked; only a yes forces it", async () => {
    const { app, files, calls } = setUp({
      handlers: {
        "files:pickOpen": picked,
        "files:read": opened(good),
        "files:write": ({ force }) => (force ? { stamp: "s3" } : { failed: "changed", message: "changed" }),
      },
    });
    await files.open();
    raise(app);
    const no = files.save();
    const question = await dialog(app, "question");
    expect(question.title).toContain("mine.entente");
    question.choose(false);
    await no;
    expect(app.isEdited()).toBe(true);
    expect(calls("files:write")).toHaveLength(1);
    const yes = files.save();
    (await dialog(app, "question")).choose(true);
    await yes;
    expect(calls("files:write").at(-1)).toMatchObject({ force: true });
    expect(app.isEdited()).toBe(false);
  });

  test("that fails says why and stays unsaved", async () => {
    const full = { failed: "full", message: "The disk is full." } as const;
    const { app, files } = setUp({ handlers: { "files:pickSave": picked, "files:write": () => full } });
    raise(app);
    await files.saveAs();
    expect(notice(app)).toEqual({ text: "The disk is full.", tone: "error" });
    expect(app.isEdited()).toBe(true);
    expect(app.document.getState().file).toBeNull();
  });

  test("where the host has no dialog asks for a name in the page", async () => {
    const { app, files, calls } = setUp({
      handlers: {
        "files:pickSave": () => ({ outcome: "list", folder: "/work", files: [] }),
        "files:name": () => mine,
        "files:write": () => ({ stamp: "s2" }),
      },
    });
    const done = files.saveAs();
    const list = await dialog(app, "files");
    expect(list).toMatchObject({ purpose: "save", folder: "/work", name: "russia-iran-syria.entente" });
    list.choose({ name: "mine" });
    await done;
    expect(calls("files:name")).toEqual([{ name: "mine", kind: "case" }]);
    expect(app.document.getState().file).toEqual(mine);
  });

  test("before closing closes only what was saved", async () => {
    const { files, calls, handlers } = setUp({ handlers: { "files:pickSave": () => ({ outcome: "cancelled" }) } }); // prettier-ignore
    await files.saveAndClose();
    expect(calls("window:close")).toHaveLength(0);
    handlers["files:pickSave"] = picked;
    handlers["files:write"] = () => ({ stamp: "s" });
    await files.saveAndClose();
    expect(calls("window:close")).toHaveLength(1);
  });
});
