import type { Network } from "../../../app/model/network/network.ts";

/** What is asked of a network: evidence by index, and the variable the question is about. */
export interface NetworkQuestion {
  readonly evidence: readonly (readonly [variable: number, known: number | readonly number[]])[];
  readonly target: number;
}

/** One answer to one set of findings. Chances stand by variable and state. */
export interface NetworkAnswer {
  /** Natural logarithm of the chance of all findings together. */
  readonly logPe: number;
  readonly now: readonly Float64Array[];
  /** The same before anything was found. */
  readonly before: readonly Float64Array[];
}

/** To the worker. A network goes once and is then spoken of by its number; a newer question replaces the older. */
export type NetworkRequest =
  | { readonly kind: "network"; readonly key: number; readonly network: Network }
  | {
      readonly kind: "ask";
      readonly job: number;
      readonly key: number;
      readonly question: NetworkQuestion;
    };

/** From the worker. What tells most comes after the answer itself. */
export type NetworkReply =
  | { readonly kind: "answer"; readonly job: number; readonly answer: NetworkAnswer }
  /** By variable, in bits. */
  | { readonly kind: "tells"; readonly job: number; readonly tells: readonly number[] }
  /** `conflict`: findings that cannot hold together, none of which can be left out. */
  | {
      readonly kind: "impossible";
      readonly job: number;
      readonly sentence: string;
      readonly conflict: readonly number[];
    }
  | { readonly kind: "refused"; readonly job: number; readonly sentence: string };
