import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { openCase, saveCase } from "../../app/model/case/door.ts";
import { inlineClient } from "../worker/client.ts";
import { presentCase, presentSettings } from "./document.ts";
import { keepDrafts, nameWindow, restoreDraft } from "./drafts.ts";
import { fakeApp, silentClient, syria } from "./fakes.test-help.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

type FakeApp = ReturnType<typeof fakeApp>["app"];
/** Time for the answer, not yet for the range. */
const answered = () => vi.advanceTimersByTimeAsync(20);
const breakOf = (app: FakeApp) => app.answers.getState().now?.answer.result.horizons["long"]?.break;
const raise = (app: FakeApp, weight: number, gesture: string | null = null) =>
  app.change({ edit: "setWeight", factor: "strikes", weight }, gesture);
const labels = (app: FakeApp) => app.document.getState().history.past.map(({ label }) => label);

test("evidence moves the answer when it counts, never the settings; undo takes it back", async () => {
  const { app } = fakeApp();
  await answered();
  const first = breakOf(app);
  const item = {
    id: "one",
    title: "Moscow calls for all foreign forces to leave",
    sources: [{ name: "A briefing", reliability: "B", credibility: 2 }],
    bearsOn: [{ indicator: "foreignForcesLeave", seen: true }],
    counts: false,
  } as const;
  app.edit({ edit: "addEvidence", item });
  await answered();
  expect(breakOf(app)).toBe(first);
  app.edit({ edit: "countEvidence", evidence: "one", counts: true });
  await answered();
  expect(breakOf(app)).toBeGreaterThan(first ?? 1);
  expect(presentSettings(app.document.getState())).toEqual({});
  app.document.undo();
  await answered();
  expect(breakOf(app)).toBe(first);
  app.close();
});

test("only what the answer depends on asks the model", async () => {
  const questions: unknown[] = [];
  const { app } = fakeApp({
    connect: () => ({ ...silentClient(), ask: (_case, inputs) => questions.push(inputs) }),
  });
  await answered();
  expect(questions).toHaveLength(1);
  app.edit({ edit: "editJudgement", head: "why", text: "Because" }, "judgement:why");
  app.edit({ edit: "editJudgement", head: "why", text: "Because." }, "judgement:why");
  app.edit({ edit: "setMarking", marking: { text: "Draft", tlp: "" } });
  app.document.undo();
  expect(questions).toHaveLength(1);
  raise(app, 9);
  expect(questions).toHaveLength(2);
  app.document.undo();
  expect(questions).toHaveLength(3);
  app.close();
});

describe("an edit", () => {
  test("asks the model at once; undo brings the answer back, redo the new one", async () => {
    const { app } = fakeApp();
    await answered();
    const first = breakOf(app);
    expect(app.isEdited()).toBe(false);
    raise(app, 9);
    await answered();
    const moved = breakOf(app);
    expect(moved).toBeGreaterThan(first ?? 1);
    expect(app.isEdited()).toBe(true);
    expect(app.answers.getState().before?.answer.result.horizons["long"]?.break).toBe(first);
    app.document.undo();
    await answered();
    expect(breakOf(app)).toBe(first);
    expect(app.isEdited()).toBe(false);
    app.document.redo();
    await answered();
    expect(breakOf(app)).toBe(moved);
    app.close();
  });

  test("of a drag is one step, named after where the drag began; Escape leaves nothing of it", async () => {
    const { app } = fakeApp();
    for (const weight of [5.5, 6, 7, 8]) raise(app, weight, "weight:strikes");
    expect(labels(app)).toEqual(["Weight of Israeli strikes 5 → 8"]);
    app.document.endGesture();
    raise(app, 8.5, "weight:strikes");
    raise(app, 9, "weight:strikes");
    expect(labels(app)).toEqual(["Weight of Israeli strikes 5 → 8", "Weight of Israeli strikes 8 → 9"]);
    app.document.cancelGesture();
    expect(labels(app)).toEqual(["Weight of Israeli strikes 5 → 8"]);
    expect(presentSettings(app.document.getState()).weights).toEqual({ strikes: 8 });
    app.document.undo();
    expect(app.isEdited()).toBe(false);
    app.close();
  });

  test("made before the answer to an older one arrives is never mixed with it", async () => {
    const { app } = fakeApp();
    const pairs: unknown[] = [];
    app.answers.subscribe(({ now }) => pairs.push([now?.inputs.weights?.["strikes"], breakOf(app)]));
    for (const weight of [6, 7, 8, 9]) raise(app, weight);
    await answered();
    const last = breakOf(app);
    expect(app.answers.getState().now?.inputs.weights).toEqual({ strikes: 9 });
    expect(pairs.at(-1)).toEqual([9, last]);
    const { app: alone } = fakeApp();
    raise(alone, 9);
    await answered();
    expect(breakOf(alone)).toBe(last);
    app.close();
    alone.close();
  });

  test("that makes the evidence impossible keeps the last number and says why; undo clears it", async () => {
    const { app } = fakeApp();
    await answered();
    const first = breakOf(app);
    app.change({ edit: "setAssume", mechanism: "passivity", horizon: "now", level: "VL" });
    app.change({ edit: "setObserve", id: "passivity", value: "VH" });
    await answered();
    expect(app.answers.getState().refused).toMatch(/cannot (be|hold together).*\.$/);
    expect(breakOf(app)).not.toBeUndefined();
    app.document.undo();
    app.document.undo();
    await answered();
    expect(app.answers.getState().refused).toBeNull();
    expect(breakOf(app)).toBe(first);
    app.close();
  });
});

test("what was seen moves the number at once; its reasons follow, and those before are marked meanwhile", async () => {
  const { app } = fakeApp();
  await answered();
  const old = app.answers.getState().now?.answer;
  const stale: boolean[] = [];
  app.answers.subscribe(({ now }) => {
    if (now?.whyStale) expect(now.answer).toMatchObject({ why: old?.why, links: old?.links });
    stale.push(now?.whyStale ?? false);
  });
  app.change({ edit: "setObserve", id: "guardsKilled", value: true });
  await vi.advanceTimersByTimeAsync(50);
  expect(breakOf(app)).not.toBe(old?.result.horizons["long"]?.break);
  expect(stale).toContain(true);
  await vi.runAllTimersAsync();
  expect(stale.at(-1)).toBe(false);
  const now = app.answers.getState().now?.answer;
  expect(now?.why.horizons["long"]?.answer).toBeCloseTo(breakOf(app) ?? NaN, 12);
  expect(now?.why.horizons["long"]?.evidence).not.toBeUndefined();
  app.close();
});

test("looking around is not undone and keeps redo", async () => {
  const { app } = fakeApp();
  raise(app, 9);
  app.document.undo();
  app.look.setState({ horizon: "now", view: 0, selected: "strikes", fullMap: true });
  await answered();
  expect(app.document.getState().history.future).toHaveLength(1);
  expect(labels(app)).toEqual([]);
  expect(app.isEdited()).toBe(false);
  expect(app.answers.getState().now?.inputs.view).toBe(0);
  app.close();
});

test("the range follows when the hand rests, and is stale meanwhile", async () => {
  const { app } = fakeApp();
  await vi.runAllTimersAsync();
  expect(app.answers.getState()).toMatchObject({ rangeStale: false, range: { draws: 1000 } });
  const old = app.answers.getState().range;
  raise(app, 9);
  await answered();
  expect(app.answers.getState()).toMatchObject({ rangeStale: true, range: old });
  await vi.runAllTimersAsync();
  expect(app.answers.getState().rangeStale).toBe(false);
  expect(app.answers.getState().range?.horizons["long"]?.mean).toBeGreaterThan(
    old?.horizons["long"]?.mean ?? 1,
  );
  app.close();
});

test("choices are kept by the host; a notice goes by itself, an error stays", async () => {
  const { app, calls } = fakeApp();
  app.setTheme("dark");
  expect(JSON.parse(String(calls("settings:write").at(-1)))).toMatchObject({ theme: "dark", tourSeen: true });
  app.notify("Saved.");
  await vi.advanceTimersByTimeAsync(9000);
  expect(app.look.getState().notice).toBeNull();
  app.notify("The disk is full.", "error");
  await vi.advanceTimersByTimeAsync(60_000);
  expect(app.look.getState().notice?.text).toBe("The disk is full.");
  app.close();
});

describe("drafts", () => {
  test("are kept within a second of a change, however long the hand goes on, and dropped once saved", async () => {
    const { app, calls } = fakeApp({ connect: silentClient });
    const stop = keepDrafts(app, "window");
    for (let i = 1; i <= 12; i++) {
      raise(app, i / 2, "weight:strikes");
      await vi.advanceTimersByTimeAsync(100);
      if (i === 10) expect(calls("draft:keep").length).toBeGreaterThan(0);
    }
    await vi.advanceTimersByTimeAsync(1000);
    const draft = calls("draft:keep").at(-1) as { id: string; text: string; handle: null };
    expect(draft).toMatchObject({ id: "window", handle: null, name: "russia-iran-syria" });
    expect(openCase(draft.text)).toMatchObject({
      ok: true,
      case: {
        scenarios: [{ settings: { weights: { strikes: 6 } } }, ...Array.from({ length: 8 }, () => ({}))],
      },
    });
    expect(calls("draft:drop")).toEqual([]);
    const { name, file, stamp } = app.document.getState();
    app.document.written(presentCase(app.document.getState()), { name, file, stamp });
    await vi.advanceTimersByTimeAsync(1000);
    expect(calls("draft:drop")).toEqual(["window"]);
    stop();
    app.close();
  });

  test("that were saved while they were still being kept leave nothing to bring back", async () => {
    let kept: () => void = () => undefined;
    const { app, calls } = fakeApp({
      connect: silentClient,
      handlers: { "draft:keep": () => new Promise<undefined>((done) => (kept = () => done(undefined))) },
    });
    const stop = keepDrafts(app, "window");
    raise(app, 8);
    await vi.advanceTimersByTimeAsync(500);
    expect(calls("draft:keep")).toHaveLength(1);
    const { name, file, stamp } = app.document.getState();
    app.document.written(presentCase(app.document.getState()), { name, file, stamp });
    await vi.advanceTimersByTimeAsync(1000);
    kept();
    await vi.advanceTimersByTimeAsync(1000);
    expect(calls("draft:drop")).toEqual(["window"]);
    stop();
    app.close();
  });

  test("are kept within a second whatever the clock does meanwhile", async () => {
    for (const jump of [-3_600_000, 3_600_000]) {
      const { app, calls } = fakeApp({ connect: silentClient });
      const stop = keepDrafts(app, "window");
      raise(app, 1);
      vi.setSystemTime(Date.now() + jump);
      // A hand that does not rest.
      for (let n = 2; n <= 10; n += 1) {
        await vi.advanceTimersByTimeAsync(110);
        raise(app, n);
      }
      expect(calls("draft:keep"), `after ${jump} ms`).not.toHaveLength(0);
      stop();
      app.close();
    }
  });

  test("that cannot be kept are said", async () => {
    const { app } = fakeApp({
      connect: silentClient,
      handlers: { "draft:keep": () => ({ failed: "full", message: "The disk is full." }) },
    });
    const stop = keepDrafts(app, "window");
    raise(app, 8);
    await vi.advanceTimersByTimeAsync(1000);
    expect(app.look.getState().notice).toEqual({ text: "The disk is full.", tone: "error" });
    stop();
    app.close();
  });

  test("of a crash come back as unsaved changes of their file, and become this window's own", async () => {
    const source = fakeApp({ connect: silentClient });
    raise(source.app, 8);
    const text = saveCase(presentCase(source.app.document.getState()));
    const handle = "a".repeat(16);
    const draft = { id: "other", name: "mine.entente", handle, folder: "/work", stamp: "7", text };
    const { app, calls } = fakeApp({
      connect: inlineClient,
      handlers: { "draft:list": () => ({ drafts: [draft], damaged: 1 }) },
    });
    expect(await restoreDraft(app, "window")).toBe(true);
    expect(presentSettings(app.document.getState()).weights).toEqual({ strikes: 8 });
    expect(app.document.getState()).toMatchObject({
      name: "mine.entente",
      stamp: "7",
      file: { handle, folder: "/work" },
    });
    expect(app.isEdited()).toBe(true);
    expect(calls("draft:keep")).toMatchObject([{ id: "window", text }]);
    expect(calls("draft:drop")).toEqual(["other"]);
    app.close();
    source.app.close();
  });

  test("of other open windows stay theirs; of those that are left the own one comes first, then the newest", async () => {
    const source = fakeApp({ connect: silentClient });
    const text = saveCase(presentCase(source.app.document.getState()));
    const draft = (id: string) => ({ id, name: id, handle: null, folder: "", stamp: null, text });
    const bring = async (ids: readonly string[], own: string, ...others: string[]) => {
      const { app, calls } = fakeApp({
        connect: silentClient,
        handlers: { "draft:list": () => ({ drafts: ids.map(draft), damaged: 0 }) },
      });
      const found = await restoreDraft(app, own, new Set(others));
      const said = {
        found,
        name: app.document.getState().name,
        dropped: calls("draft:drop"),
        notice: app.look.getState().notice?.text,
      };
      app.close();
      return said;
    };
    expect(await bring(["b"], "a", "b")).toMatchObject({ found: false, dropped: [] });
    expect(await bring(["c", "b"], "a", "b")).toMatchObject({ found: true, name: "c", dropped: ["c"] });
    expect(await bring(["c", "a"], "a")).toMatchObject({ name: "a", dropped: [], notice: expect.stringContaining("1 more unsaved case comes back") as string }); // prettier-ignore
    source.app.close();
  });

  test("of a window are named once for it; a doubled tab gets a name of its own", async () => {
    const held: string[] = [];
    const locks = {
      query: () => Promise.resolve({ held: held.map((name) => ({ name })) }),
      request: (name: string, _options: object, callback: () => Promise<never>) => {
        if (held.includes(name)) return Promise.reject(new Error("held"));
        held.push(name);
        return callback();
      },
    } as unknown as LockManager;
    const tab = () => {
      const kept = new Map<string, string>();
      return { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) }; // prettier-ignore
    };
    const first = tab();
    const one = await nameWindow(first, locks, false);
    expect(one.id).toMatch(/^[a-z0-9-]{1,64}$/);
    const doubled = await nameWindow(first, locks, false);
    expect(doubled.id).not.toBe(one.id);
    expect(doubled.others).toEqual(new Set([one.id]));
    // Loaded anew: its lock is gone with the page before.
    held.splice(held.indexOf(`draft ${doubled.id}`), 1);
    expect((await nameWindow(first, locks, false)).id).toBe(doubled.id);
    // Or will be in a moment.
    expect(await nameWindow(first, locks, true)).toEqual({ id: doubled.id, others: new Set([one.id]) });
  });

  test("that are damaged leave the shipped case as it is", async () => {
    const bad = { id: "window", name: "x", handle: null, folder: "", stamp: null, text: "{" };
    const { app } = fakeApp({ connect: silentClient, handlers: { "draft:list": () => ({ drafts: [bad], damaged: 0 }) } }); // prettier-ignore
    expect(await restoreDraft(app, "window")).toBe(false);
    expect(presentCase(app.document.getState())).toEqual(syria());
    app.close();
  });
});
