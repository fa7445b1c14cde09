import { isQuick } from "../../app/model/analysis/attribution.ts";
import { RangeRun } from "../../app/model/analysis/range.ts";
import { workOn } from "../../app/model/analysis/request.ts";
import { complete } from "../../app/model/analysis/work.ts";
import { evaluate } from "../../app/model/answer/evaluate.ts";
import type { Case, Inputs } from "../../app/model/case/types.ts";
import type { Answer, Reply, Request } from "./protocol.ts";
import { AnalysisQueue, type Clock, sentenceOf } from "./queue.ts";

/** The whole answer to one set of inputs; deterministic, so that worker and inline twin agree to the last bit. */
export function answerTo(theCase: Case, inputs: Inputs): Answer {
  return complete(workOn(theCase, inputs, { kind: "answer" })) as Answer;
}

/** Draws per portion: a slider move waits for at most one of them (about 8 ms). */
const PORTION = 25;
/** The first picture of a range, and how many draws later pictures are apart. */
const FIRST = 200;

/**
 * The model's side of the protocol, wherever it runs. Answers are given at once, but for the reasons where something
 * was seen or there are many factors; these, the range of the newest answer and then the analyses are made in portions,
 * each started through `later`, so that an answer never waits for more than one of them.
 */
export function createEngine(reply: (message: Reply) => void, clock: Clock) {
  const cases = new Map<number, Case>();
  /** The range that is being drawn; 0: none. */
  let wantedRange = 0;
  /** The answer whose reasons are still being worked out; 0: none. */
  let reasoning = 0;
  const queue = new AnalysisQueue(reply, clock, (job) => wantedRange !== 0 && job !== reasoning);

  const withCase = (job: number, key: number, act: (theCase: Case) => void): void => {
    try {
      const theCase = cases.get(key);
      if (!theCase) throw new Error("The case of this question is no longer at hand; ask again.");
      act(theCase);
    } catch (error) {
      reply({ kind: "refused", job, sentence: sentenceOf(error) });
    }
  };
  const answer = (job: number, theCase: Case, inputs: Inputs): void => {
    if (isQuick(theCase, inputs)) return reply({ kind: "answer", job, answer: answerTo(theCase, inputs) });
    reply({ kind: "result", job, result: evaluate(theCase, inputs) });
    reasoning = job;
    queue.add(job, theCase, inputs, { kind: "answer" });
  };
  const rangeEnds = (): void => {
    wantedRange = 0;
    queue.resume();
  };

  const advance = (job: number, run: RangeRun): void => {
    if (job !== wantedRange) return;
    try {
      const last = run.advance(PORTION);
      if (last || run.done === FIRST) reply({ kind: "range", job, range: run.result(), last });
      if (last) rangeEnds();
      else clock.later(() => advance(job, run));
    } catch (error) {
      // What waits for the range goes on without it.
      rangeEnds();
      reply({ kind: "refused", job, sentence: sentenceOf(error) });
    }
  };

  return (request: Request): void => {
    switch (request.kind) {
      case "case":
        cases.set(request.key, request.case);
        break;
      case "drop":
        cases.delete(request.key);
        break;
      case "answer":
        queue.cancel(reasoning);
        withCase(request.job, request.key, (theCase) => answer(request.job, theCase, request.inputs));
        break;
      case "range":
        rangeEnds();
        withCase(request.job, request.key, (theCase) => {
          const run = new RangeRun(theCase, request.inputs, request.seed);
          wantedRange = request.job;
          advance(request.job, run);
        });
        break;
      case "analysis":
        withCase(request.job, request.key, (theCase) =>
          queue.add(request.job, theCase, request.inputs, request.what),
        );
        break;
      case "cancel":
        queue.cancel(request.job);
        break;
      case "ping":
        reply({ kind: "alive" });
        break;
      default:
        request satisfies never;
    }
  };
}
