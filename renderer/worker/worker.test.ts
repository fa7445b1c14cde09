import fc from "fast-check";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { applyEdit } from "../../app/model/case/edits.ts";
import type { Case, Inputs } from "../../app/model/case/types.ts";
import { shippedCase } from "../../app/model/shipped.test-help.ts";
import { inlineClient } from "./client.ts";
import { createEngine } from "./compute.ts";
import type { Reply, Request } from "./protocol.ts";

let theCase: Case;
beforeAll(() => {
  theCase = shippedCase("soviet-egypt-1971");
});

/** A client whose model works one step each time it is let. */
function stepped() {
  const steps: (() => void)[] = [];
  const listener = { answered: vi.fn(), ranged: vi.fn(), refused: vi.fn() };
  const client = inlineClient(listener, (next) => steps.push(next));
  return { client, ...listener, step: () => steps.shift()?.(), rest: () => { while (steps.length > 0) steps.shift()?.(); } }; // prettier-ignore
}
const weight = (factor: string, value: number): Inputs => ({ weights: { [factor]: value } });
/** Two inputs that cannot both hold. */
const impossible: Inputs = { assume: { friction: "VL" }, observe: { friction: "VH" } };

describe("questions", () => {
  test("of those that wait only the newest is answered", () => {
    const { client, answered, rest } = stepped();
    const jobs = [1, 2, 3, 4].map((value) => client.ask(theCase, weight("raids", value)));
    rest();
    expect(answered.mock.calls.map(([, job]) => job as number)).toEqual([jobs[0], jobs[3]]);
    const [first, last] = answered.mock.calls.map(([answer]) => answer as { result: unknown });
    expect(first?.result).not.toEqual(last?.result);
  });

  test("about another case are answered from that case", () => {
    const { client, answered, rest } = stepped();
    client.ask(theCase, {});
    const other = shippedCase("us-saudi-1973");
    const job = client.ask(other, {});
    rest();
    const [answer, at] = answered.mock.lastCall as [{ result: { horizons: Record<string, { rungs: object }> } }, number]; // prettier-ignore
    expect(at).toBe(job);
    expect(Object.keys(answer.result.horizons["long"]?.rungs ?? {})).toEqual(
      other.outcome.rungs.map(({ id }) => id),
    );
  });

  test("that cannot be answered give one sentence, and the next is answered again", () => {
    const { client, answered, refused, rest } = stepped();
    const job = client.ask(theCase, impossible);
    rest();
    expect(refused).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(/friction.*\.$/), job);
    expect(answered).not.toHaveBeenCalled();
    client.ask(theCase, {});
    rest();
    expect(answered).toHaveBeenCalledOnce();
  });

  test("nothing is heard after closing", () => {
    const { client, answered, rest } = stepped();
    client.ask(theCase, {});
    client.close();
    rest();
    expect(answered).not.toHaveBeenCalled();
  });
});

describe("a range", () => {
  test("comes in two pictures, the first of 200 draws, the second of all", () => {
    const { client, ranged, rest } = stepped();
    const job = client.askRange(theCase, {}, 1);
    rest();
    const seen = ranged.mock.calls.map(([range, last, at]) => [(range as { draws: number }).draws, last, at]);
    expect(seen).toEqual([
      [200, false, job],
      [1000, true, job],
    ]);
  });

  test("in the making is given up for a newer one", () => {
    const { client, ranged, step, rest } = stepped();
    client.askRange(theCase, {}, 1);
    for (let i = 0; i < 5; i++) step();
    const newer = client.askRange(theCase, weight("raids", 9), 1);
    rest();
    expect(new Set(ranged.mock.calls.map(([, , job]) => job as number))).toEqual(new Set([newer]));
  });

  test("does not keep an answer waiting for more than a portion", () => {
    const { client, answered, ranged, step } = stepped();
    client.askRange(theCase, {}, 1);
    step();
    client.ask(theCase, weight("raids", 2));
    for (let i = 0; i < 3; i++) step();
    expect(answered).toHaveBeenCalledOnce();
    expect(ranged).not.toHaveBeenCalled();
  });

  test("of what cannot be is refused in a sentence", () => {
    const { client, refused, rest } = stepped();
    const job = client.askRange(theCase, impossible, 1);
    rest();
    expect(refused).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(/\.$/), job);
  });
});

test("what crosses to a worker and back is answered alike to the last bit", () => {
  const replies = (requests: readonly Request[], cross: <T>(message: T) => T): Reply[] => {
    const got: Reply[] = [];
    const pending: (() => void)[] = [];
    const engine = createEngine(
      (reply) => got.push(cross(reply)),
      (next) => pending.push(next),
    );
    for (const request of requests) engine(cross(request));
    while (pending.length > 0) pending.shift()?.();
    return got;
  };
  const ids = shippedCase("soviet-egypt-1971").factors.map(({ id }) => id);
  const inputs = fc.record({
    weights: fc.dictionary(fc.constantFrom(...ids), fc.integer({ min: 0, max: 20 }).map((n) => n / 2), { maxKeys: 4, noNullPrototype: true }), // prettier-ignore
    view: fc.constantFrom<number>(0, 0.3, 1),
  });
  fc.assert(
    fc.property(inputs, (given) => {
      const edited = applyEdit(theCase, {
        edit: "setWeight",
        scenario: "baseline",
        factor: "raids",
        weight: 7,
      });
      const requests: Request[] = [
        { kind: "case", key: 1, case: edited },
        { kind: "answer", job: 2, key: 1, inputs: given },
        { kind: "range", job: 3, key: 1, inputs: given, seed: 5 },
      ];
      const here = replies(requests, (message) => message);
      expect(here.map(({ kind }) => kind)).toEqual(["answer", "range", "range"]);
      expect(JSON.stringify(replies(requests, structuredClone))).toBe(JSON.stringify(here));
      expect(replies(requests, structuredClone)).toEqual(here);
    }),
    { numRuns: 3 },
  );
});
