import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Range } from "../../app/model/analysis/shapes.ts";
import { answerTo } from "../worker/compute.ts";
import type { Listener, ModelClient } from "../worker/client.ts";
import { createAnswers } from "./answers.ts";
import { syria } from "./fakes.test-help.ts";

const shipped = syria();

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A model that answers when it is told to. */
function slowModel() {
  const ranges: number[] = [];
  let listener: Listener | null = null;
  let jobs = 0;
  const answers = createAnswers((own) => {
    listener = own;
    const client: Partial<ModelClient> = {
      ask: () => ++jobs,
      askRange: () => (ranges.push(++jobs), jobs),
      close: () => undefined,
    };
    return client as ModelClient;
  });
  const answer = answerTo(shipped, {});
  return {
    answers,
    ranges,
    answered: (job: number) => listener?.answered(answer, job),
    resulted: (job: number) => listener?.resulted(answer.result, job),
    ranged: (job: number) => listener?.ranged({ seed: 1 } as unknown as Range, true, job),
  };
}

test("a range is drawn once the answer is there and the hand rests, not while the answer is awaited", () => {
  const { answers, ranges, answered } = slowModel();
  answers.ask(shipped, {});
  vi.advanceTimersByTime(5_000);
  expect(ranges).toEqual([]);
  answered(1);
  expect(ranges).toEqual([]);
  vi.advanceTimersByTime(5_000);
  expect(ranges).toEqual([2]);
});

test("the next move puts the range off until its own answer", () => {
  const { answers, ranges, answered } = slowModel();
  answers.ask(shipped, {});
  answered(1);
  answers.ask(shipped, { weights: { strikes: 8 } });
  vi.advanceTimersByTime(5_000);
  expect(ranges).toEqual([]);
  answered(2);
  vi.advanceTimersByTime(5_000);
  expect(ranges).toEqual([3]);
});

test("where reasons follow the number, one range is drawn, and they do not undo it", () => {
  const { answers, ranges, answered, resulted, ranged } = slowModel();
  answers.ask(shipped, {});
  answered(1);
  answers.ask(shipped, { weights: { strikes: 8 } });
  resulted(2);
  vi.advanceTimersByTime(5_000);
  expect(ranges).toEqual([3]);
  ranged(3);
  answered(2);
  vi.advanceTimersByTime(5_000);
  expect(ranges).toEqual([3]);
  expect(answers.getState()).toMatchObject({ rangeStale: false, range: { seed: 1 } });
});
