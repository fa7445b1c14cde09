import type { Network } from "../../../app/model/network/network.ts";
import { type Line, lossSentence, workerLine } from "../line.ts";
import { createNetworkEngine } from "./compute.ts";
import type { NetworkQuestion, NetworkReply, NetworkRequest } from "./protocol.ts";

/** Asks about networks. Only the newest question counts: while one is worked on, later ones replace each other. */
export interface NetworkClient {
  /** @returns the job's number, which its replies carry */
  ask(network: Network, question: NetworkQuestion): number;
  /** Gives up whatever is being worked on, at once. */
  stop(): void;
  close(): void;
}

export type ConnectNetwork = (receive: (reply: NetworkReply) => void) => NetworkClient;

/** Bookkeeping of the client: numbers jobs, sends a network once, holds back questions while one is worked on. */
export function createClient(
  connect: (receive: (reply: NetworkReply) => void, fell: () => void) => Line<NetworkRequest>,
  receive: (reply: NetworkReply) => void,
): NetworkClient {
  let line: Line<NetworkRequest> | null = null;
  let sent: { readonly network: Network; readonly key: number } | null = null;
  let jobs = 0;
  let busy = 0;
  let waiting: {
    readonly job: number;
    readonly network: Network;
    readonly question: NetworkQuestion;
  } | null = null;

  const send = (job: number, network: Network, question: NetworkQuestion): void => {
    line ??= connect(heard, fell);
    if (sent?.network !== network) {
      sent = { network, key: job };
      line.post({ kind: "network", key: job, network });
    }
    busy = job;
    line.post({ kind: "ask", job, key: sent.key, question });
  };
  const heard = (reply: NetworkReply): void => {
    if (reply.job === busy && reply.kind !== "tells") {
      busy = 0;
      const next = waiting;
      waiting = null;
      if (next) send(next.job, next.network, next.question);
    }
    receive(reply);
  };
  const hangUp = (): void => {
    line?.close();
    line = null;
    sent = null;
    busy = 0;
    waiting = null;
  };
  const fell = (): void => {
    hangUp();
    receive({ kind: "refused", job: jobs, sentence: lossSentence("fell") });
  };
  return {
    ask(network, question) {
      const job = ++jobs;
      if (busy) waiting = { job, network, question };
      else send(job, network, question);
      return job;
    },
    stop: hangUp,
    close: hangUp,
  };
}

/** The model in a worker of its own, started with the first question: giving up ends it and no other work. */
export const networkWorker: ConnectNetwork = (receive) =>
  createClient((hear, fell) => {
    const worker = new Worker(new URL("./network.worker.ts", import.meta.url), {
      type: "module",
      name: "network",
    });
    return workerLine(worker, hear, fell);
  }, receive);

/** The same on this thread, byte for byte: for tests, the gallery and where workers are not to be had. */
export const networkInline: ConnectNetwork = (receive) =>
  createClient((hear) => {
    let closed = false;
    const later = (next: () => void): void => void setTimeout(() => (closed ? undefined : next()));
    const engine = createNetworkEngine((reply) => later(() => hear(reply)), later);
    return { post: (request) => later(() => engine(request)), close: () => (closed = true) };
  }, receive);
