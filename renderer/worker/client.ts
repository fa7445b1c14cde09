import type { AnalysisRequest, AnalysisResult } from "../../app/model/analysis/request.ts";
import type { Range } from "../../app/model/analysis/shapes.ts";
import type { Result } from "../../app/model/answer/result.ts";
import { sameArgument } from "../../app/model/answer/model.ts";
import type { Case, Inputs } from "../../app/model/case/types.ts";
import { createEngine } from "./compute.ts";
import { createWatch, type Line, type Loss, lossSentence, unwatched, workerLine } from "./line.ts";
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
  /** @param passing it may be otherwise when it is asked again */
  refused(sentence: string, passing?: boolean): void;
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

/**
 * The client's bookkeeping: numbers jobs, sends a case once, drops stale replies. A line that fell or no longer moves is
 * replaced, and what may have brought it down is given up with a sentence: analyses first, then a range, then an answer.
 */
export function createClient(
  connect: (receive: (reply: Reply) => void, fell: () => void) => Line<Request>,
  listener: Listener,
  watchOver: typeof createWatch = createWatch,
): ModelClient {
  interface Asked {
    readonly hear: AnalysisListener;
    readonly send: () => void;
  }
  const analyses = new Map<number, Asked>();
  let jobs = 0;
  let busy = 0;
  let newest = 0;
  let newestRange = 0;
  /** Sends the newest question, range: null once nothing is expected of it. */
  let answering: (() => void) | null = null;
  let ranging: (() => void) | null = null;
  let line: Line<Request> | null = null;

  const isWaiting = (): boolean => busy !== 0 || answering !== null || ranging !== null || analyses.size > 0;
  const free = (): void => {
    const waits = answering !== null && busy !== newest;
    busy = 0;
    if (waits) answering?.();
  };
  const receive = (reply: Reply): void => {
    watch.heard();
    if (reply.kind === "alive") return;
    if (reply.job === busy) free();
    const asked = analyses.get(reply.job);
    if (asked && reply.kind !== "progress") analyses.delete(reply.job);
    if (reply.job === newest && (reply.kind === "answer" || reply.kind === "analysis" || reply.kind === "refused")) answering = null; // prettier-ignore
    if (reply.job === newestRange && (reply.kind === "refused" || (reply.kind === "range" && reply.last))) ranging = null; // prettier-ignore
    switch (reply.kind) {
      case "answer":
        return listener.answered(reply.answer, reply.job);
      case "result":
        return listener.resulted(reply.result, reply.job);
      case "range":
        return reply.job === newestRange ? listener.ranged(reply.range, reply.last, reply.job) : undefined;
      case "progress":
        return asked?.hear.progressed(reply.done, reply.partial);
      case "analysis":
        // Reasons that arrive for the newest answer make it whole.
        if (asked) asked.hear.finished(reply.result);
        else if (reply.job === newest) listener.answered(reply.result as Answer, reply.job);
        return;
      case "refused":
        if (asked) asked.hear.refused(reply.sentence);
        else if (reply.job === newest || reply.job === newestRange)
          listener.refused(reply.sentence, reply.job);
        return;
      default:
        reply satisfies never;
    }
  };

  const lost = (loss: Loss): void => {
    line?.close();
    line = null;
    keyOf = createKeys(post);
    watch.anew();
    busy = 0;
    const sentence = lossSentence(loss);
    // What was cancelled is gone already, and was it.
    const isKnown = loss === "cancelled";
    const suspects = isKnown ? [] : [...analyses.values()];
    let given: number | null = null;
    if (suspects.length > 0) analyses.clear();
    else if (!isKnown && ranging) [given, ranging] = [newestRange, null];
    else if (!isKnown && answering) [given, answering] = [newest, null];
    answering?.();
    ranging?.();
    for (const { send } of analyses.values()) send();
    for (const { hear } of suspects) hear.refused(sentence, true);
    if (given !== null) listener.refused(sentence, given);
  };
  const post: Post = (request) => {
    line ??= connect(receive, () => lost("fell"));
    line.post(request);
  };
  const watch = watchOver(isWaiting, () => post({ kind: "ping" }), lost);
  let keyOf = createKeys(post);
  return {
    ask(theCase, inputs) {
      const job = (newest = ++jobs);
      answering = () => {
        busy = job;
        post({ kind: "answer", job, key: keyOf(theCase), inputs });
      };
      if (!busy) answering();
      watch.begin();
      return job;
    },
    askRange(theCase, inputs, seed) {
      const job = (newestRange = ++jobs);
      ranging = () => post({ kind: "range", job, key: keyOf(theCase), inputs, seed });
      ranging();
      watch.begin();
      return job;
    },
    analyse(theCase, inputs, what, hear) {
      const job = ++jobs;
      const send = () => post({ kind: "analysis", job, key: keyOf(theCase), inputs, what });
      analyses.set(job, { hear, send });
      send();
      watch.begin();
      return () => {
        if (!analyses.delete(job)) return;
        post({ kind: "cancel", job });
        watch.stopping();
      };
    },
    close() {
      watch.anew();
      line?.close();
    },
  };
}

/** The model in its worker. */
export const workerClient = (listener: Listener): ModelClient =>
  createClient((receive, fell) => {
    const worker = new Worker(new URL("./model.worker.ts", import.meta.url), {
      type: "module",
      name: "model",
    });
    const line = workerLine<Request, Reply>(worker, receive, fell);
    // Until it says that it stands it is given longer.
    line.post({ kind: "ping" });
    return line;
  }, listener);

/** The same on this thread, byte for byte: for tests, the gallery and where workers are not to be had. */
export function inlineClient(
  listener: Listener,
  later: (next: () => void) => void = (next) => setTimeout(next),
  now: () => number = () => performance.now(),
): ModelClient {
  return createClient(
    (receive) => {
      let closed = false;
      const engine = createEngine((reply) => later(() => (closed ? undefined : receive(reply))), {
        later: (next) => later(() => (closed ? undefined : next())),
        now,
      });
      return { post: engine, close: () => (closed = true) };
    },
    listener,
    unwatched,
  );
}
