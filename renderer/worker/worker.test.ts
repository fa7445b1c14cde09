import fc from "fast-check";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { type AnalysisRequest, workOn } from "../../app/model/analysis/request.ts";
import type { Tipping } from "../../app/model/analysis/shapes.ts";
import { complete } from "../../app/model/analysis/work.ts";
import { applyEdit } from "../../app/model/case/edits.ts";
import type { Case, Inputs, Mechanism } from "../../app/model/case/types.ts";
import { shippedCase } from "../../app/model/shipped.test-help.ts";
import { inlineClient } from "./client.ts";
import { answerTo, createEngine } from "./compute.ts";
import type { Reply, Request } from "./protocol.ts";

let theCase: Case;
beforeAll(() => {
  theCase = shippedCase("soviet-egypt-1971");
});

/** A client whose model works one step each time it is let. */
function stepped(now?: () => number) {
  const steps: (() => void)[] = [];
  const listener = { answered: vi.fn(), resulted: vi.fn(), ranged: vi.fn(), refused: vi.fn() };
  const client = inlineClient(listener, (next) => steps.push(next), now);
  return { client, ...listener, step: () => steps.shift()?.(), left: () => steps.length, rest: () => { while (steps.length > 0) steps.shift()?.(); } }; // prettier-ignore
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
    expect(refused).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(/“Friction”.*\.$/), job);
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

describe("what was seen", () => {
  const seen = (value: number): Inputs => ({ ...weight("raids", value), observe: { friction: "H" } });

  test("is answered with the result at once, and then with the reasons, the same as in one piece", () => {
    const { client, answered, resulted, rest } = stepped();
    const job = client.ask(theCase, seen(6));
    rest();
    const whole = answerTo(theCase, seen(6));
    expect(resulted.mock.calls).toEqual([[whole.result, job]]);
    expect(answered.mock.calls).toEqual([[whole, job]]);
  });

  test("keeps no newer question waiting: its reasons are given up", () => {
    let time = 0;
    const { client, answered, resulted, step, rest } = stepped(() => (time += 10));
    client.ask(theCase, seen(6));
    for (let i = 0; i < 4; i++) step();
    const newer = client.ask(theCase, seen(7));
    rest();
    expect(resulted).toHaveBeenCalledTimes(2);
    expect(answered.mock.calls.map(([, job]) => job as number)).toEqual([newer]);
  });

  test("has its reasons before the range", () => {
    const { client, answered, ranged, rest } = stepped(() => 0);
    client.ask(theCase, seen(6));
    client.askRange(theCase, seen(6), 1);
    ranged.mockImplementation((_, last: boolean) => last && expect(answered).toHaveBeenCalledOnce());
    rest();
    expect(ranged).toHaveBeenCalled();
  });
});

test("an argument of many factors is answered with the result at once, and then with the reasons", () => {
  // Four mechanisms of four factors each, and the event after these.
  const ids = (kind: string, count: number) => Array.from({ length: count }, (_, i) => `${kind}${String(i)}`);
  const [factor] = theCase.factors;
  const [mechanism] = theCase.mechanisms;
  if (!factor || !mechanism) throw new Error("The case is empty.");
  const reads = (id: string, causes: readonly string[]): Mechanism => ({
    ...mechanism,
    id,
    rule: { kind: "sum", base: 0.2, pushes: causes.map((node) => ({ strength: 0.2, of: [{ gate: "level", node }] })) }, // prettier-ignore
  });
  const factors = ids("more", 16);
  const between = ids("between", 4);
  const { of } = theCase.outcome.event;
  const wide: Case = {
    ...theCase,
    factors: [...theCase.factors, ...factors.map((id) => ({ ...factor, id }))],
    mechanisms: [
      ...between.map((id, i) => reads(id, factors.slice(4 * i, 4 * i + 4))),
      ...theCase.mechanisms.map((one) => (one.id === of ? reads(of, between) : one)),
    ],
  };
  const { client, answered, resulted, rest } = stepped();
  const job = client.ask(wide, {});
  rest();
  const whole = answerTo(wide, {});
  expect(resulted.mock.calls).toEqual([[whole.result, job]]);
  expect(answered.mock.calls).toEqual([[whole, job]]);
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

describe("analyses", () => {
  const hearing = () => ({ progressed: vi.fn(), finished: vi.fn(), refused: vi.fn() });
  /** A client whose model works one step each time it is let, on a clock that a portion uses up in a few looks. */
  function slow() {
    let time = 0;
    return stepped(() => (time += 2));
  }

  test("asked for together are all answered, each as the model answers it", () => {
    const { client, rest } = stepped();
    const { levels, links, claims, source } = theCase;
    const neverLowers = {
      id: "s1",
      text: "Raising raids never lowers the chance.",
      kind: "monotone",
      factor: "raids",
      input: "level",
      direction: "neverDown",
      q: "break",
      h: "all",
    } as const;
    const asked: AnalysisRequest[] = [
      { kind: "answer" },
      { kind: "range", draws: 250 },
      { kind: "attribution" },
      { kind: "links" },
      { kind: "tornado" },
      { kind: "twoway", of: ["raids", "detente"], input: "weight" },
      { kind: "tipping", word: "likely", horizon: "long" },
      { kind: "signs" },
      { kind: "sobol", draws: 8 },
      { kind: "compare", with: weight("raids", 9) },
      { kind: "reach" },
      { kind: "check", beside: { levels, links, claims, source, statements: [neverLowers] } },
    ];
    const inputs = weight("raids", 6);
    const heard = asked.map((what) => {
      const hear = hearing();
      client.analyse(theCase, inputs, what, hear);
      return hear;
    });
    rest();
    asked.forEach((what, i) => {
      expect(heard[i]?.refused, what.kind).not.toHaveBeenCalled();
      expect(heard[i]?.finished.mock.calls, what.kind).toEqual([[complete(workOn(theCase, inputs, what))]]);
    });
  });

  test("of several cases are each answered from their own, however they alternate", () => {
    const { client, rest } = stepped();
    const cases = Array.from({ length: 6 }, (_, i) => ({
      ...theCase,
      horizons: theCase.horizons.slice(i % 2),
    }));
    const heard = [...cases, ...cases].map((c) => {
      const hear = hearing();
      client.analyse(c, {}, { kind: "attribution" }, hear);
      return hear;
    });
    rest();
    heard.forEach(({ finished }, i) => {
      const c = cases[i % 6] ?? theCase;
      expect(finished.mock.lastCall).toEqual([complete(workOn(c, {}, { kind: "attribution" }))]);
    });
  });

  test("never keep an answer waiting for more than a portion", () => {
    const { client, answered, step } = slow();
    const hear = hearing();
    client.analyse(theCase, {}, { kind: "tipping", word: "likely", horizon: "long" }, hear);
    for (let i = 0; i < 5; i++) step();
    client.ask(theCase, weight("raids", 2));
    for (let i = 0; i < 3; i++) step();
    expect(answered).toHaveBeenCalledOnce();
    expect(hear.finished).not.toHaveBeenCalled();
  });

  test("pause while the range of the newest answer is drawn, and go on after it", () => {
    const { client, ranged, rest } = slow();
    const order: string[] = [];
    ranged.mockImplementation((_, last: boolean) => last && order.push("range"));
    const hear = hearing();
    hear.finished.mockImplementation(() => order.push("tornado"));
    client.analyse(theCase, {}, { kind: "tornado" }, hear);
    client.askRange(theCase, {}, 1);
    rest();
    expect(order).toEqual(["range", "tornado"]);
  });

  test("go on after a range that is refused", () => {
    const { client, refused, rest } = slow();
    const hear = hearing();
    client.analyse(theCase, {}, { kind: "tornado" }, hear);
    client.askRange(theCase, impossible, 1);
    rest();
    expect(refused).toHaveBeenCalledOnce();
    expect(hear.finished).toHaveBeenCalledOnce();
  });

  test("the quicker kind overtakes a long search", () => {
    const { client, rest } = slow();
    const order: string[] = [];
    for (const what of [{ kind: "tipping", word: "likely", horizon: "long" }, { kind: "reach" }] as const) {
      const hear = hearing();
      hear.finished.mockImplementation(() => order.push(what.kind));
      client.analyse(theCase, {}, what, hear);
    }
    rest();
    expect(order).toEqual(["reach", "tipping"]);
  });

  test("that are cancelled are worked on no more, and nothing is heard of them", () => {
    const { client, step, left } = slow();
    const hear = hearing();
    const cancel = client.analyse(theCase, {}, { kind: "tipping", word: "likely", horizon: "long" }, hear);
    for (let i = 0; i < 10; i++) step();
    const heard = hear.progressed.mock.calls.length;
    cancel();
    for (let i = 0; i < 10; i++) step();
    expect(left()).toBe(0);
    expect(hear.progressed.mock.calls).toHaveLength(heard);
    expect(hear.finished).not.toHaveBeenCalled();
  });

  test("say how far they are, and what they have found so far", () => {
    const { client, rest } = slow();
    const hear = hearing();
    client.analyse(theCase, {}, { kind: "tipping", word: "likely", horizon: "long" }, hear);
    rest();
    const shares = hear.progressed.mock.calls.map(([done]) => done as number);
    expect(shares.length).toBeGreaterThan(3);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(Math.max(...shares)).toBeLessThanOrEqual(1);
    const found = hear.progressed.mock.calls.flatMap(([, partial]) => (partial ? [partial as Tipping] : []));
    const all = hear.finished.mock.lastCall?.[0] as Tipping;
    expect(found.length).toBeGreaterThan(0);
    for (const { single, sets } of found) {
      expect(all.single).toEqual(expect.arrayContaining([...single]));
      expect(all.sets).toEqual(expect.arrayContaining([...sets]));
    }
  });

  test("that cannot be are refused in a sentence, to whoever asked and to no one else", () => {
    const { client, refused, rest } = stepped();
    const [impossibly, nowhere] = [hearing(), hearing()];
    client.analyse(theCase, impossible, { kind: "tornado" }, impossibly);
    client.analyse(theCase, {}, { kind: "tipping", word: "likely", horizon: "soon" }, nowhere);
    rest();
    expect(impossibly.refused).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(/“Friction”.*\.$/));
    expect(nowhere.refused).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(/no horizon "soon".*\.$/));
    expect(refused).not.toHaveBeenCalled();
  });
});

test("what crosses to a worker and back is answered alike to the last bit", () => {
  const replies = (requests: readonly Request[], cross: <T>(message: T) => T): Reply[] => {
    const got: Reply[] = [];
    const pending: (() => void)[] = [];
    let time = 0;
    const engine = createEngine((reply) => got.push(cross(reply)), {
      later: (next) => pending.push(next),
      now: () => (time += 2),
    });
    for (const request of requests) engine(cross(request));
    while (pending.length > 0) pending.shift()?.();
    return got;
  };
  const analyses: AnalysisRequest[] = [
    { kind: "answer" },
    { kind: "signs" },
    { kind: "tornado" },
    { kind: "range", draws: 300 },
    { kind: "compare", with: weight("raids", 2) },
    { kind: "tipping", word: "likely", horizon: "long" },
  ];
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
        ...analyses.map(
          (what, i) => ({ kind: "analysis", job: 4 + i, key: 1, inputs: given, what }) as const,
        ),
      ];
      const here = replies(requests, (message) => message);
      const kinds = here.map(({ kind }) => kind).filter((kind) => kind !== "progress");
      expect(kinds).toEqual(["answer", "range", "range", ...analyses.map(() => "analysis")]);
      const across = replies(requests, structuredClone);
      expect(JSON.stringify(across)).toBe(JSON.stringify(here));
      expect(across).toEqual(here);
    }),
    { numRuns: 2 },
  );
});
