import type { Network } from "../../../app/model/network/network.ts";
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

interface Line {
  readonly post: (request: NetworkRequest) => void;
  readonly close: () => void;
}

/** Bookkeeping of the client: numbers jobs, sends a network once, holds back questions while one is worked on. */
function createClient(
  connect: (receive: (reply: NetworkReply) => void) => Line,
  receive: (reply: NetworkReply) => void,
): NetworkClient {
  let line: Line | null = null;
  let sent: { readonly network: Network; readonly key: number } | null = null;
  let jobs = 0;
  let busy = 0;
  let waiting: {
    readonly job: number;
    readonly network: Network;
    readonly question: NetworkQuestion;
  } | null = null;

  const send = (job: number, network: Network, question: NetworkQuestion): void => {
    line ??= connect(heard);
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
  createClient((hear) => {
    const worker = new Worker(new URL("./network.worker.ts", import.meta.url), {
      type: "module",
      name: "network",
    });
    worker.onmessage = ({ data }: MessageEvent<NetworkReply>) => hear(data);
    return { post: (request) => worker.postMessage(request), close: () => worker.terminate() };
  }, receive);

/** The same on this thread, byte for byte: for tests, the gallery and where workers are not to be had. */
export const networkInline: ConnectNetwork = (receive) =>
  createClient((hear) => {
    let closed = false;
    const later = (next: () => void): void => void setTimeout(() => (closed ? undefined : next()));
    const engine = createNetworkEngine((reply) => later(() => hear(reply)), later);
    return { post: (request) => later(() => engine(request)), close: () => (closed = true) };
  }, receive);
