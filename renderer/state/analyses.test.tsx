// @vitest-environment jsdom
import { act, cleanup, render } from "@testing-library/react";
import { StrictMode } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { AnalysisRequest } from "../../app/model/analysis/request.ts";
import type { Case, Inputs } from "../../app/model/case/types.ts";
import type { AnalysisListener } from "../worker/client.ts";
import { AppContext, useAnalysis } from "./context.ts";
import { fakeApp, silentClient, syria } from "./fakes.test-help.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** An app whose model answers when the test says so. */
function setting() {
  const jobs: { what: AnalysisRequest; case: Case; inputs: Inputs; hear: AnalysisListener; isCancelled: boolean }[] = []; // prettier-ignore
  const { app } = fakeApp({
    connect: () => ({
      ...silentClient(),
      analyse(theCase, inputs, what, hear) {
        const job = { what, case: theCase, inputs, hear, isCancelled: false };
        jobs.push(job);
        return () => (job.isCancelled = true);
      },
    }),
  });
  const seen: Record<string, ReturnType<typeof useAnalysis>> = {};
  interface ViewProps {
    readonly request: AnalysisRequest | null;
    readonly name?: string;
    readonly about?: Parameters<typeof useAnalysis>[1];
  }
  function View({ request, name = "view", about }: ViewProps) {
    seen[name] = useAnalysis(request, about);
    return null;
  }
  const page = render(null);
  const show = (...views: readonly ViewProps[]) =>
    page.rerender(
      <StrictMode>
        <AppContext value={app}>
          {views.map((props) => (
            <View key={props.name ?? "view"} {...props} />
          ))}
        </AppContext>
      </StrictMode>,
    );
  const working = () => jobs.filter(({ isCancelled }) => !isCancelled);
  return {
    app,
    jobs,
    show,
    working,
    now: (name = "view") => seen[name] ?? expect.fail(`${name} was never shown`),
    /** The model finishes the job that was asked for last. */
    finish: (result: unknown) =>
      act(() =>
        working()
          .at(-1)
          ?.hear.finished(result as never),
      ),
    wait: (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms)),
  };
}
const reach: AnalysisRequest = { kind: "reach" };

test("a question is asked once, of the open case and scenario, and its result arrives", () => {
  const { app, show, now, jobs, working, finish } = setting();
  show({ request: { kind: "reach" } });
  expect(now()).toMatchObject({ status: "working", progress: null, result: null, stale: false });
  expect(working()).toMatchObject([{ what: reach, inputs: { view: 1 } }]);
  expect(working()[0]?.case).toBe(app.document.getState().history.present);
  show({ request: { kind: "reach" } });
  show({ request: { kind: "reach" }, about: { inputs: { weights: {}, view: "article" } } });
  expect(working()).toHaveLength(1);
  const asked = jobs.length;
  finish("all");
  expect(now()).toMatchObject({ status: "done", progress: null, result: "all", stale: false });
  show();
  show({ request: { kind: "reach" } });
  expect(now()).toMatchObject({ status: "done", result: "all" });
  expect(jobs).toHaveLength(asked);
});

test("nothing asked is nothing done", () => {
  const { show, now, jobs } = setting();
  show({ request: null });
  expect(now()).toMatchObject({ status: "idle", result: null, progress: null });
  expect(jobs).toEqual([]);
});

test("progress is shown after 300 ms, partial results at once", async () => {
  const { show, now, working, finish, wait } = setting();
  show({ request: reach });
  const say = (done: number, partial?: unknown) => act(() => working()[0]?.hear.progressed(done, partial as never)); // prettier-ignore
  await wait(250);
  say(0.1);
  expect(now().progress).toBeNull();
  say(0.2, "some");
  expect(now()).toMatchObject({ status: "working", progress: null, result: "some", stale: false });
  await wait(60);
  expect(now().progress).toBe(0.2);
  say(0.7);
  expect(now()).toMatchObject({ progress: 0.7, result: "some" });
  finish("all");
  expect(now()).toMatchObject({ status: "done", progress: null, result: "all" });
});

test("changed inputs stop the old work and keep the old result, stale, until their own comes", () => {
  const { app, show, now, jobs, working, finish } = setting();
  show({ request: reach });
  finish("old");
  act(() => app.change({ edit: "setWeight", factor: "strikes", weight: 7 }));
  expect(now()).toMatchObject({ status: "working", result: "old", stale: true });
  const second = working().at(-1);
  act(() => app.change({ edit: "setWeight", factor: "strikes", weight: 8 }));
  expect(second?.isCancelled).toBe(true);
  expect(now()).toMatchObject({ status: "working", result: "old", stale: true });
  finish("new");
  expect(now()).toMatchObject({ status: "done", result: "new", stale: false });
  expect(jobs.at(-1)?.inputs).toMatchObject({ weights: { strikes: 8 } });
  act(() => app.document.undo());
  act(() => app.document.undo());
  expect(now()).toMatchObject({ status: "done", result: "old", stale: false });
});

test("a result never stands for another question, nor for a case of other parts", () => {
  const { show, now, finish } = setting();
  show({ request: { kind: "tipping", word: "likely", horizon: "long" } });
  finish("likely");
  show({ request: { kind: "tipping", word: "unlikely", horizon: "long" } });
  expect(now()).toMatchObject({ status: "working", result: null });
  show({ request: { kind: "tipping", word: "likely", horizon: "long" } });
  expect(now()).toMatchObject({ status: "done", result: "likely" });
  const other = { ...syria(), factors: syria().factors.slice(1) };
  show({ request: { kind: "tipping", word: "likely", horizon: "long" }, about: { case: other } });
  expect(now()).toMatchObject({ status: "working", result: null });
});

test("while a hand moves nothing is asked until it rests", async () => {
  const { app, show, now, jobs, finish, wait } = setting();
  show({ request: reach });
  finish("old");
  const asked = jobs.length;
  for (const weight of [6, 7, 8]) {
    act(() => app.change({ edit: "setWeight", factor: "strikes", weight }, "drag"));
    await wait(50);
  }
  expect(jobs).toHaveLength(asked);
  expect(now()).toMatchObject({ status: "working", result: "old", stale: true });
  await wait(200);
  expect(jobs.slice(asked).map(({ inputs }) => inputs.weights)).toEqual([{ strikes: 8 }]);
});

test("what nobody waits for any more is stopped; what another view waits for goes on", () => {
  const { show, now, working, finish } = setting();
  show({ request: reach, name: "one" }, { request: reach, name: "other" });
  expect(working()).toHaveLength(1);
  show({ request: reach, name: "other" });
  expect(working()).toHaveLength(1);
  finish("all");
  expect(now("other")).toMatchObject({ status: "done", result: "all" });
  show({ request: { kind: "tornado" } });
  expect(working()).toHaveLength(2);
  show();
  expect(working().map(({ what }) => what.kind)).not.toContain("tornado");
});

test("cancelled work stops and keeps what it found; again begins anew", () => {
  const { show, now, working, finish } = setting();
  show({ request: reach });
  act(() => working()[0]?.hear.progressed(0.5, "some" as never));
  act(() => now().cancel());
  expect(working()).toEqual([]);
  expect(now()).toMatchObject({ status: "cancelled", result: "some", progress: null });
  act(() => now().again());
  expect(now()).toMatchObject({ status: "working", result: "some" });
  finish("all");
  expect(now()).toMatchObject({ status: "done", result: "all", stale: false });
});

test("a refusal is a sentence, and the last good result stays, stale", () => {
  const { app, show, now, working, finish } = setting();
  show({ request: reach });
  finish("old");
  act(() => app.change({ edit: "setWeight", factor: "strikes", weight: 7 }));
  act(() => working().at(-1)?.hear.refused("That cannot be."));
  expect(now()).toMatchObject({ status: "refused", refused: "That cannot be.", result: "old", stale: true });
});

test("what was refused for a reason that may have passed is asked again when one comes back; anything else is not", () => {
  const { jobs, show, now } = setting();
  for (const [i, passing] of [true, false].entries()) {
    const request: AnalysisRequest = { kind: "twoway", of: ["strikes", "clashes"], input: i === 0 ? "level" : "weight" }; // prettier-ignore
    show({ request });
    const asked = jobs.length;
    act(() => jobs.at(-1)?.hear.refused("No.", passing));
    expect(now()).toMatchObject({ status: "refused", refused: "No." });
    show();
    show({ request });
    expect(now().status).toBe(passing ? "working" : "refused");
    expect(jobs.length > asked).toBe(passing);
  }
});

test("only the last questions are remembered", () => {
  const { show, jobs, finish } = setting();
  const sobol = (draws: number): AnalysisRequest => ({ kind: "sobol", draws });
  for (let draws = 2; draws < 100; draws++) {
    show({ request: sobol(draws) });
    finish(draws);
  }
  const asked = jobs.length;
  show({ request: sobol(90) });
  expect(jobs).toHaveLength(asked);
  show({ request: sobol(2) });
  expect(jobs.length).toBeGreaterThan(asked);
});

test("whether anything is being worked out is told as it changes: begun, done, cancelled, no longer wanted", () => {
  const { app, show, now, finish } = setting();
  const told: boolean[] = [];
  const deaf = app.analyses.subscribe(() => told.push(app.analyses.isWorking()));
  expect(app.analyses.isWorking()).toBe(false);
  show({ request: reach });
  expect([app.analyses.isWorking(), told.at(-1)]).toEqual([true, true]);
  finish("all");
  expect([app.analyses.isWorking(), told.at(-1)]).toEqual([false, false]);
  show({ request: { kind: "tornado" } });
  act(() => now().cancel());
  expect([app.analyses.isWorking(), told.at(-1)]).toEqual([false, false]);
  act(() => now().again());
  expect([app.analyses.isWorking(), told.at(-1)]).toEqual([true, true]);
  show();
  expect([app.analyses.isWorking(), told.at(-1)]).toEqual([false, false]);
  deaf();
});
