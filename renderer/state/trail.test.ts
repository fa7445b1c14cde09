import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openCase } from "../../app/model/case/door.ts";
import { stepsIn } from "../../app/model/case/trail.ts";
import { silentApp } from "./fakes.test-help.ts";
import { isEdited, presentCase } from "./document.ts";

beforeEach(() => {
  vi.useFakeTimers({ now: new Date("2026-11-27T10:00:00Z") });
});
afterEach(() => {
  vi.useRealTimers();
});

const weigh = (app: ReturnType<typeof silentApp>["app"], weight: number, gesture: string | null = null) =>
  app.change({ edit: "setWeight", factor: "strikes", weight }, gesture);
const labels = (app: ReturnType<typeof silentApp>["app"]) => app.trail.entries().map(({ label }) => label);

describe("the audit trail", () => {
  it("has a line for every edit, undo and redo, with time, scenario and what stood there", () => {
    const { app } = silentApp();
    weigh(app, 7);
    vi.setSystemTime(new Date("2026-11-27T10:05:00Z"));
    app.document.undo();
    app.document.redo();
    expect(app.trail.entries()).toEqual([
      {
        time: "2026-11-27T10:00:00.000Z",
        kind: "settings",
        label: "Weight of Israeli strikes 5 → 7",
        before: "as in the article",
        after: "Weight of Israeli strikes 7 (article: 5)",
        scenario: "Article baseline",
      },
      expect.objectContaining({
        time: "2026-11-27T10:05:00.000Z",
        kind: "undo",
        label: "Undone: Weight of Israeli strikes 5 → 7",
        before: "Weight of Israeli strikes 7 (article: 5)",
        after: "as in the article",
      }),
      expect.objectContaining({ kind: "redo", after: "Weight of Israeli strikes 7 (article: 5)" }),
    ]);
  });

  it("a drag is one entry; a drag that is given up is none", () => {
    const { app } = silentApp();
    for (const weight of [5.5, 6, 6.5]) weigh(app, weight, "drag");
    expect(labels(app)).toEqual(["Weight of Israeli strikes 5 → 6.5"]);
    app.document.endGesture();
    for (const weight of [7, 8]) weigh(app, weight, "drag");
    app.document.cancelGesture();
    expect(labels(app)).toEqual(["Weight of Israeli strikes 5 → 6.5"]);
    weigh(app, 9);
    expect(labels(app)).toEqual(["Weight of Israeli strikes 5 → 6.5", "Weight of Israeli strikes 6.5 → 9"]);
  });

  it("does not make a document edited that was changed back, and leaves the undo laws alone", () => {
    const { app } = silentApp();
    const first = presentCase(app.document.getState());
    weigh(app, 7);
    app.document.undo();
    expect(isEdited(app.document.getState())).toBe(false);
    expect(presentCase(app.document.getState())).toBe(first);
    expect(stepsIn(app.trail.entries())).toBe(2);
  });

  it("goes with the file, and on from there; another document has its own", () => {
    const { app } = silentApp();
    weigh(app, 7);
    const text = app.trail.textOf(presentCase(app.document.getState()));
    const read = openCase(text);
    if (!read.ok) throw new Error("does not open");
    expect(read.case.history).toEqual(app.trail.entries());
    app.show(read.case, { file: null, stamp: null, name: "again" });
    expect(app.trail.entries()).toEqual(read.case.history);
    expect(app.trail.textOf(read.case)).toBe(text);
    weigh(app, 8);
    expect(labels(app)).toHaveLength(2);
    const { app: other } = silentApp();
    app.show(presentCase(other.document.getState()), { file: null, stamp: null, name: "other" });
    expect(app.trail.entries()).toEqual([]);
  });

  it("any run of steps: as many lines as there were steps that changed something", () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant("weigh" as const), weight: fc.integer({ min: 0, max: 10 }) }),
      fc.record({ do: fc.constantFrom("undo" as const, "redo" as const) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const { app } = silentApp();
        let changed = 0;
        for (const one of steps) {
          const before = presentCase(app.document.getState());
          if (one.do === "weigh") weigh(app, one.weight);
          else app.document[one.do]();
          if (presentCase(app.document.getState()) !== before) changed++;
        }
        expect(app.trail.entries()).toHaveLength(changed);
        app.close();
      }),
      { numRuns: 60 },
    );
  });
});
