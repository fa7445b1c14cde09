import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openCase } from "../../app/model/case/door.ts";
import type { TrailEntry } from "../../app/model/case/trail.ts";
import { presentCase } from "./document.ts";
import { silentApp, syria } from "./fakes.test-help.ts";
import { createFiles } from "./files.ts";
import { type LastLook, lookAt, readLooks, stepsSince, withLook } from "./since.ts";

beforeEach(() => {
  vi.useFakeTimers({ now: new Date("2026-11-20T10:00:00Z") });
});
afterEach(() => {
  vi.useRealTimers();
});

const look = (file: string, more: Partial<LastLook> = {}): LastLook => {
  const at = { file, time: "2026-11-20T10:00:00Z", scenario: "baseline", horizon: "long", inputs: {} };
  const seen = lookAt(syria(), at, []);
  if (!seen) throw new Error("no answer");
  return { ...seen, ...more };
};
const step = (n: number, count?: number): TrailEntry => ({
  time: `t${n}`,
  kind: count ? "folded" : "case",
  label: `l${n}`,
  ...(count ? { count } : {}),
});

describe("steps since", () => {
  const seen = look("a", { steps: 2, lastStep: "t2 l2" });
  it("are those after the last one that was there, whatever the clocks say", () => {
    expect(stepsSince([step(1), step(2), step(0), step(4)], seen)).toEqual([step(0), step(4)]);
    expect(stepsSince([step(1), step(2)], seen)).toEqual([]);
    expect(stepsSince([step(1)], look("a"))).toEqual([step(1)]);
  });
  it("are not known where the trail is another or that step was folded", () => {
    expect(stepsSince([step(1), step(3), step(4)], seen)).toBeNull();
    expect(stepsSince([step(9, 5), step(6)], seen)).toBeNull();
    expect(stepsSince([step(1)], seen)).toBeNull();
    expect(stepsSince([{ ...step(2), count: 2 }, step(3)], seen)).toEqual([step(3)]);
  });
});

describe("what is remembered", () => {
  it("one look a file, the newest first, within bounds", () => {
    let looks: LastLook[] = [];
    for (let i = 0; i < 60; i++) looks = withLook(looks, look(`file ${i % 50}`, { steps: i }));
    expect(looks.length).toBeLessThanOrEqual(40);
    expect(looks[0]).toMatchObject({ file: "file 9", steps: 59 });
    expect(new Set(looks.map(({ file }) => file)).size).toBe(looks.length);
    const huge = look("huge", { lastStep: "x".repeat(70_000) });
    expect(withLook(looks, huge).some(({ file }) => file === "huge")).toBe(false);
  });
  it("what is no look is left out of damaged settings", () => {
    const good = look("a");
    expect(readLooks([good, null, 3, {}, { ...good, answers: { now: 7 } }, { ...good, time: 5 }])).toEqual([
      good,
    ]);
    expect(readLooks("x")).toEqual([]);
  });
});

describe("opening a file again", () => {
  const setUp = () => {
    let disk = "";
    const file = { handle: "h".repeat(20), name: "a.entente", folder: "/f" };
    const fake = silentApp({
      handlers: {
        "files:pickSave": () => ({ outcome: "picked", file }),
        "files:write": ({ text }) => {
          disk = text;
          return { stamp: "1" };
        },
        "files:read": () => ({ ...file, text: disk, stamp: "1" }),
      },
    });
    const files = createFiles(fake.app);
    return { ...fake, files, file, disk: () => disk, put: (text: string) => (disk = text) };
  };

  it("tells against what it said when it was saved here, until that is dismissed", async () => {
    const { app, files, file } = setUp();
    await files.saveAs();
    expect(app.since.getState().look).toBeNull();
    await files.openRef(file.handle);
    expect(app.since.getState().look).toMatchObject({
      time: "2026-11-20T10:00:00.000Z",
      scenario: "baseline",
    });
    vi.setSystemTime(new Date("2026-11-21T10:00:00Z"));
    app.dismissSince();
    await files.openRef(file.handle);
    expect(app.since.getState().look?.time).toBe("2026-11-21T10:00:00.000Z");
  });

  it("finds a colleague's changes, and a clock that ran back does not matter", async () => {
    const { app, files, file, disk, put } = setUp();
    await files.saveAs();
    const theirs = openCase(disk());
    if (!theirs.ok) throw new Error();
    const other = silentApp({ case: theirs.case });
    other.app.change({ edit: "setWeight", factor: "strikes", weight: 9 });
    put(other.app.trail.textOf(presentCase(other.app.document.getState())));
    vi.setSystemTime(new Date("2020-01-01T00:00:00Z"));
    await files.openRef(file.handle);
    const { look: base } = app.since.getState();
    expect(base && stepsSince(app.trail.entries(), base)?.map(({ label }) => label)).toEqual([
      "Weight of Israeli strikes 5 → 9",
    ]);
    // Seen, not dismissed: the next opening still tells it.
    await files.openRef(file.handle);
    expect(app.since.getState().look).toEqual(base);
  });
});
