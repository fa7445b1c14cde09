import { attribution, strainAttribution } from "../../app/model/analysis/attribution.ts";
import { linkInfluence } from "../../app/model/analysis/links.ts";
import { RangeRun } from "../../app/model/analysis/range.ts";
import { evaluate } from "../../app/model/answer/evaluate.ts";
import type { Case, Inputs } from "../../app/model/case/types.ts";
import type { Answer, Reply, Request } from "./protocol.ts";

/** The whole answer to one set of inputs; deterministic, so that worker and inline twin agree to the last bit. */
export function answerTo(theCase: Case, inputs: Inputs): Answer {
  return {
    result: evaluate(theCase, inputs),
    why: attribution(theCase, inputs),
    strain: strainAttribution(theCase, inputs),
    links: linkInfluence(theCase, inputs),
  };
}

/** Draws per portion: a slider move waits for at most one of them (about 8 ms). */
const PORTION = 25;
/** The first picture of a range, and how many draws later pictures are apart. */
const FIRST = 200;

/**
 * The model's side of the protocol, wherever it runs. Answers are given at once; a range is made in portions, each
 * started through `later`, so that a newer job never waits for an older one.
 */
export function createEngine(reply: (message: Reply) => void, later: (next: () => void) => void) {
  const cases = new Map<number, Case>();
  let wantedRange = 0;

  const withCase = (job: number, key: number, act: (theCase: Case) => void): void => {
    const theCase = cases.get(key);
    if (!theCase) return;
    try {
      act(theCase);
    } catch (error) {
      reply({ kind: "refused", job, sentence: error instanceof Error ? error.message : String(error) });
    }
  };

  const advance = (job: number, run: RangeRun): void => {
    if (job !== wantedRange) return;
    const last = run.advance(PORTION);
    if (last || run.done === FIRST) reply({ kind: "range", job, range: run.result(), last });
    if (!last) later(() => advance(job, run));
  };

  return (request: Request): void => {
    switch (request.kind) {
      case "case":
        cases.clear();
        cases.set(request.key, request.case);
        break;
      case "answer":
        withCase(request.job, request.key, (theCase) =>
          reply({ kind: "answer", job: request.job, answer: answerTo(theCase, request.inputs) }),
        );
        break;
      case "range":
        wantedRange = request.job;
        withCase(request.job, request.key, (theCase) =>
          advance(request.job, new RangeRun(theCase, request.inputs, request.seed)),
        );
        break;
      default:
        request satisfies never;
    }
  };
}
