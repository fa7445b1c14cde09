import type { Range } from "../../app/model/analysis/shapes.ts";
import { sameArgument } from "../../app/model/answer/model.ts";
import type { Case, Inputs } from "../../app/model/case/types.ts";
import { createEngine } from "./compute.ts";
import type { Answer, Reply, Request } from "./protocol.ts";

export interface Listener {
  answered(answer: Answer, job: number): void;
  ranged(range: Range, last: boolean, job: number): void;
  refused(sentence: string, job: number): void;
}

/** Asks the model. Of answers only the newest question counts: while one is being worked on, later ones replace each other. */
export interface ModelClient {
  /** @returns the job's number */
  ask(theCase: Case, inputs: Inputs): number;
  askRange(theCase: Case, inputs: Inputs, seed: number): number;
  close(): void;
}

type Post = (request: Request) => void;

/** The client's bookkeeping: numbers jobs, sends a case once, drops stale replies. */
function createClient(
  connect: (receive: (reply: Reply) => void) => { post: Post; close(): void },
  listener: Listener,
): ModelClient {
  let sent: { case: Case; key: number } | null = null;
  let jobs = 0;
  let busy = 0;
  let newest = 0;
  let newestRange = 0;
  let waiting: Request | null = null;

  const free = (): void => {
    busy = 0;
    if (!waiting) return;
    const next = waiting;
    waiting = null;
    sendAnswer(next);
  };
  const { post, close } = connect((reply) => {
    const wasAnswer = reply.job === busy;
    if (wasAnswer) free();
    if (reply.kind === "range") {
      if (reply.job === newestRange) listener.ranged(reply.range, reply.last, reply.job);
    } else if (reply.kind === "refused") {
      if (reply.job === newest || reply.job === newestRange) listener.refused(reply.sentence, reply.job);
    } else listener.answered(reply.answer, reply.job);
  });
  const sendAnswer = (request: Request): void => {
    if (request.kind === "answer") busy = request.job;
    post(request);
  };
  const keyOf = (theCase: Case): number => {
    if (!sent || !sameArgument(sent.case, theCase)) {
      sent = { case: theCase, key: ++jobs };
      post({ kind: "case", key: sent.key, case: theCase });
    }
    return sent.key;
  };
  return {
    ask(theCase, inputs) {
      const request: Request = { kind: "answer", job: (newest = ++jobs), key: keyOf(theCase), inputs };
      if (busy) waiting = request;
      else sendAnswer(request);
      return newest;
    },
    askRange(theCase, inputs, seed) {
      newestRange = ++jobs;
      post({ kind: "range", job: newestRange, key: keyOf(theCase), inputs, seed });
      return newestRange;
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
): ModelClient {
  return createClient((receive) => {
    let closed = false;
    const engine = createEngine(
      (reply) => later(() => (closed ? undefined : receive(reply))),
      (next) => later(() => (closed ? undefined : next())),
    );
    return { post: engine, close: () => (closed = true) };
  }, listener);
}
