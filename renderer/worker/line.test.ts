import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { RangeRun } from "../../app/model/analysis/range.ts";
import type { Case } from "../../app/model/case/types.ts";
import { shippedCase } from "../../app/model/shipped.test-help.ts";
import { createClient, inlineClient } from "./client.ts";
import { answerTo, createEngine } from "./compute.ts";
import type { Reply, Request } from "./protocol.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const STARTED_ANEW = expect.stringMatching(/^The model .* was started anew; .* to try again\.$/) as string;
const seconds = (n: number) => vi.advanceTimersByTime(1000 * n);

/** Clients of engines that can be made to fall or to hang; each engine stands until its line is closed. */
function setUp(theCase: Case = shippedCase("us-saudi-1973")) {
  const engines: { fall: () => void; hangs: boolean; got: Request["kind"][]; closed: boolean }[] = [];
  const listener = { answered: vi.fn(), resulted: vi.fn(), ranged: vi.fn(), refused: vi.fn() };
  const client = createClient((receive: (reply: Reply) => void, fell) => {
    const own = { fall: fell, hangs: false, got: [] as Request["kind"][], closed: false };
    engines.push(own);
    const later = (next: () => void) => void setTimeout(() => (own.hangs || own.closed ? undefined : next()));
    const engine = createEngine((reply) => receive(structuredClone(reply)), { later, now: () => 0 });
    return {
      post: (request) => {
        own.got.push(request.kind);
        later(() => engine(request));
      },
      close: () => (own.closed = true),
    };
  }, listener);
  const hear = () => ({ progressed: vi.fn(), finished: vi.fn(), refused: vi.fn() });
  const now = () => {
    const last = engines.at(-1);
    if (!last) throw new Error("Nothing was asked yet.");
    return last;
  };
  return { theCase, client, ...listener, engines, now, hear };
}

test("while it moves, however long it takes, nothing is started anew; with nothing to wait for it is left in peace", () => {
  const { client, theCase, engines, now, answered } = setUp();
  client.ask(theCase, {});
  client.askRange(theCase, {}, 1);
  seconds(300);
  expect(answered).toHaveBeenCalledOnce();
  const { length } = now().got;
  seconds(300);
  expect(engines).toHaveLength(1);
  expect(now().got).toHaveLength(length);
  expect(vi.getTimerCount()).toBe(0);
});

test("an analysis that brings the model down is told in one sentence, the answer is asked again, and the next one works", () => {
  const { client, theCase, engines, now, answered, refused, hear } = setUp();
  client.ask(theCase, {});
  const first = hear();
  client.analyse(theCase, {}, { kind: "tornado" }, first);
  now().fall();
  expect(first.refused.mock.calls).toEqual([[STARTED_ANEW, true]]);
  const second = hear();
  client.analyse(theCase, {}, { kind: "tornado" }, second);
  seconds(1);
  expect(answered.mock.calls.map(([answer]) => answer as unknown)).toEqual([answerTo(theCase, {})]);
  expect(second.finished).toHaveBeenCalledOnce();
  expect(refused).not.toHaveBeenCalled();
  expect(engines.map(({ closed }) => closed)).toEqual([true, false]);
});

test("one that never ends can be stopped: what else was asked is asked again, and is done", () => {
  const { client, theCase, engines, now, hear } = setUp();
  const [stuck, other] = [hear(), hear()];
  client.ask(theCase, {});
  seconds(1);
  now().hangs = true;
  const cancel = client.analyse(theCase, {}, { kind: "sobol" }, stuck);
  client.analyse(theCase, {}, { kind: "tornado" }, other);
  cancel();
  seconds(2);
  expect(engines).toHaveLength(1);
  seconds(5);
  expect(engines).toHaveLength(2);
  expect(other.finished).toHaveBeenCalledOnce();
  expect(other.refused).not.toHaveBeenCalled();
  const heard = stuck.refused.mock.calls.length + stuck.finished.mock.calls.length;
  expect(heard).toBe(0);
});

test("one that is cancelled while the model moves is all that ends", () => {
  const { client, theCase, engines, hear } = setUp();
  const cancel = client.analyse(theCase, {}, { kind: "tornado" }, hear());
  cancel();
  seconds(100);
  expect(engines).toHaveLength(1);
});

test("a model that does not move for half a minute is given up, range first and then the answer; the next answer comes", () => {
  const { client, theCase, engines, now, answered, refused } = setUp();
  client.ask(theCase, {});
  seconds(1);
  answered.mockClear();
  now().hangs = true;
  const job = client.ask(theCase, { weights: {} });
  const range = client.askRange(theCase, {}, 1);
  seconds(25);
  expect(engines).toHaveLength(1);
  seconds(10);
  expect(refused.mock.calls).toEqual([[STARTED_ANEW, range]]);
  expect(answered.mock.calls.map(([, of]) => of as number)).toEqual([job]);

  now().hangs = true;
  const last = client.ask(theCase, {});
  seconds(40);
  expect(refused.mock.calls.slice(1)).toEqual([[STARTED_ANEW, last]]);
  client.ask(theCase, {});
  seconds(1);
  expect(answered).toHaveBeenCalledTimes(2);
});

test("a question that waited behind the one that fell is asked in its place", () => {
  const { client, theCase, now, answered } = setUp();
  client.ask(theCase, {});
  const newest = client.ask(theCase, { weights: { oil: 7 } });
  client.analyse(
    theCase,
    {},
    { kind: "tornado" },
    { progressed: vi.fn(), finished: vi.fn(), refused: vi.fn() },
  );
  now().fall();
  seconds(1);
  expect(answered.mock.calls.map(([, job]) => job as number)).toEqual([newest]);
});

test("a model that cannot be started at all is tried once an answer, not for ever", () => {
  const { client, theCase, engines, now, refused } = setUp();
  client.ask(theCase, {});
  now().fall();
  seconds(500);
  expect(engines).toHaveLength(1);
  expect(refused).toHaveBeenCalledOnce();
});

test("a range that fails is told, and what waited for it goes on", () => {
  const theCase = shippedCase("us-saudi-1973");
  const listener = { answered: vi.fn(), resulted: vi.fn(), ranged: vi.fn(), refused: vi.fn() };
  const client = inlineClient(listener);
  vi.spyOn(RangeRun.prototype, "advance").mockImplementationOnce(() => {
    throw new Error("It cannot be drawn.");
  });
  const range = client.askRange(theCase, {}, 1);
  const finished = vi.fn();
  client.analyse(theCase, {}, { kind: "tornado" }, { progressed: vi.fn(), finished, refused: vi.fn() });
  seconds(10);
  expect(listener.refused.mock.calls).toEqual([["It cannot be drawn.", range]]);
  expect(finished).toHaveBeenCalledOnce();
});
