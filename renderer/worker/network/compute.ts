import { ImpossibleObservation, Inference } from "../../../app/model/network/inference.ts";
import type { Network } from "../../../app/model/network/network.ts";
import { mutualInformation } from "../../../app/model/network/sensitivity.ts";
import type { NetworkQuestion, NetworkReply, NetworkRequest } from "./protocol.ts";

/** A network ready to be asked; made when it first is. */
interface Ready {
  readonly inference: Inference;
  readonly before: readonly Float64Array[];
}

/** A later question may be answered in the same memory. */
const copied = (marginals: readonly Float64Array[]): Float64Array[] => marginals.map((p) => p.slice());

/**
 * The worker's side. The answer is given at once; what tells most is worked out through `later`, so that a newer
 * question that waits already comes first.
 */
export function createNetworkEngine(
  reply: (message: NetworkReply) => void,
  later: (next: () => void) => void,
) {
  let held: { readonly key: number; readonly network: Network; ready: Ready | null } | null = null;
  let newest = 0;

  const readied = (): Ready => {
    if (!held) throw new Error("A question came before its network.");
    if (!held.ready) {
      const inference = new Inference(held.network);
      held.ready = { inference, before: copied(inference.posteriors(new Map()).marginals) };
    }
    return held.ready;
  };

  const answer = (job: number, { evidence, target }: NetworkQuestion): void => {
    try {
      const { inference, before } = readied();
      const known = new Map(evidence);
      const { logPe, marginals } = inference.posteriors(known);
      reply({ kind: "answer", job, answer: { logPe, now: copied(marginals), before } });
      later(() => {
        if (job === newest) reply({ kind: "tells", job, tells: mutualInformation(inference, target, known) });
      });
    } catch (error) {
      if (error instanceof ImpossibleObservation)
        reply({ kind: "impossible", job, sentence: error.message, conflict: error.conflict });
      else reply({ kind: "refused", job, sentence: error instanceof Error ? error.message : String(error) });
    }
  };

  return (request: NetworkRequest): void => {
    switch (request.kind) {
      case "network":
        held = { key: request.key, network: request.network, ready: null };
        break;
      case "ask":
        newest = request.job;
        if (held?.key === request.key) answer(request.job, request.question);
        break;
      default:
        request satisfies never;
    }
  };
}
