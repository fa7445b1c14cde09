import type { AnalysisRequest, AnalysisResult } from "../../app/model/analysis/request.ts";
import type { Range } from "../../app/model/analysis/shapes.ts";
import type { Result } from "../../app/model/answer/result.ts";
import { sameArgument } from "../../app/model/answer/model.ts";
import type { Case, Inputs } from "../../app/model/case/types.ts";
import { createEngine } from "./compute.ts";
import type { Answer, Reply, Request } from "./protocol.ts";

export interface Listener {
  answered(answer: Answer, job: number): void;
  /** The reasons take longer: the whole answer follows, unless another is asked for meanwhile. */
  resulted(result: Result, job: number): void;
  ranged(range: Range, last: boolean, job: number): void;
  refused(sentence: string, job: number): void;
}

/** Hears of one analysis, until it is cancelled. */
export interface AnalysisListener {
  /** @param partial what is found so far, where that is more than before */
  progressed(done: number, partial?: AnalysisResult): void;
  finished(result: AnalysisResult): void;
  refused(sentence: string): void;
}

/** Asks for an analysis; several may be asked for at once. @returns what cancels it: nothing is heard of it after that */
export type Analyse = (
  theCase: Case,
  inputs: Inputs,
  what: AnalysisRequest,
  listener: AnalysisListener,
) => () => void;

/** Asks the model. Of answers only the newest question counts: while one is being worked on, later ones replace each other. */
export interface ModelClient {
  /** @returns the job's number */
  ask(theCase: Case, inputs: Inputs): number;
  askRange(theCase: Case, inputs: Inputs, seed: number): number;
  readonly analyse: Analyse;
  close(): void;
}

type Post = (request: Request) => void;

/** Cases that the other side keeps at hand, with all that is compiled for them. */
const KEPT = 4;

/** Sends a case once for as long as it is among the last that were asked about, and speaks of it by its number. */
function createKeys(post: Post) {
  let sent: readonly { readonly case: Case; readonly key: number }[] = [];
  let last = 0;
  return (theCase: Case): number => {
    const known = sent.find((one) => sameArgument(one.case, theCase));
    const entry = known ?? { case: theCase, key: ++last };
    if (!known) post({ kind: "case", key: entry.key, case: theCase });
    const recent = [entry, ...sent.filter((one) => one !== known)];
    for (const { key } of recent.slice(KEPT)) post({ kind: "drop", key });
    sent = recent.slice(0, KEPT);
    return entry.key;
  };
}

/** The client's bookkeeping: numbers jobs, sends a case once, drops stale replies. */
function createClient(
  connect: (receive: (reply: Reply) => void) => { post: Post; close(): void },
  listener: Listener,
): ModelClient {
  const analyses = new Map<number, AnalysisListener>();
  let jobs = 0;
  let busy = 0;
  let newest = 0;
  let newestRange = 0;
  let waiting: (() => void) | null = null;

  const free = (): void => {
    busy = 0;
    const next = waiting;
    waiting = null;
    next?.();
  };
  const receive = (reply: Reply): void => {
    if (reply.job === busy) free();
    const analysis = analyses.get(reply.job);
    if (analysis && reply.kind !== "progress") analyses.delete(reply.job);
    switch (reply.kind) {
      case "answer":
        return listener.answered(reply.answer, reply.job);
      case "result":
        return listener.resulted(reply.result, reply.job);
      case "range":
        return reply.job === newestRange ? listener.ranged(reply.range, reply.last, reply.job) : undefined;
      case "progress":
        return analysis?.progressed(reply.done, reply.partial);
      case "analysis":
        // Reasons that arrive for the newest answer make it whole.
        if (analysis) analysis.finished(reply.result);
        else if (reply.job === newest) listener.answered(reply.result as Answer, reply.job);
        return;
      case "refused":
        if (analysis) analysis.refused(reply.sentence);
        else if (reply.job === newest || reply.job === newestRange)
          listener.refused(reply.sentence, reply.job);
        return;
      default:
        reply satisfies never;
    }
  };
  const { post, close } = connect(receive);
  const keyOf = createKeys(post);
  return {
    ask(theCase, inputs) {
      const job = (newest = ++jobs);
      const send = (): void => {
        busy = job;
        post({ kind: "answer", job, key: keyOf(theCase), inputs });
      };
      if (busy) waiting = send;
      else send();
      return job;
    },
    askRange(theCase, inputs, seed) {
      newestRange = ++jobs;
      post({ kind: "range", job: newestRange, key: keyOf(theCase), inputs, seed });
      return newestRange;
    },
    analyse(theCase, inputs, what, hear) {
      const job = ++jobs;
      analyses.set(job, hear);
      post({ kind: "analysis", job, key: keyOf(theCase), inputs, what });
      return () => {
        if (analyses.delete(job)) post({ kind: "cancel", job });
      };
    },
    close,
  };
}

/** The model in its worker. */
export function workerClient(listener: Listener): ModelClient {
  return createClient((receive) => {
    const worker = new Worker(new URL("./model.worker.ts", import.meta.url), {
      type: "module",
      name: "model",
    });
    worker.onmessage = ({ data }: MessageEvent<Reply>) => receive(data);
    return { post: (request) => worker.postMessage(request), close: () => worker.terminate() };
  }, listener);
}

/** The same on this thread, byte for byte: for tests, the gallery and where workers are not to be had. */
export function inlineClient(
  listener: Listener,
  later: (next: () => void) => void = (next) => setTimeout(next),
  now: () => number = () => performance.now(),
): ModelClient {
  return createClient((receive) => {
    let closed = false;
    const engine = createEngine((reply) => later(() => (closed ? undefined : receive(reply))), {
      later: (next) => later(() => (closed ? undefined : next())),
      now,
    });
    return { post: engine, close: () => (closed = true) };
  }, listener);
}
