import type { Attribution, AttributionAt, LinkInfluence, Range } from "../../app/model/analysis/shapes.ts";
import type { Result } from "../../app/model/answer/result.ts";
import type { Case, Inputs } from "../../app/model/case/types.ts";

/** Everything that must change on the frame of a slider move: one job, one reply. */
export interface Answer {
  readonly result: Result;
  readonly why: Attribution;
  /** Points of the factors towards open strain now; null where the case has none. */
  readonly strain: AttributionAt | null;
  readonly links: LinkInfluence;
}

/** To the worker. A case goes once and is then spoken of by its number; a newer job of a kind replaces the older. */
export type Request =
  | { readonly kind: "case"; readonly key: number; readonly case: Case }
  | { readonly kind: "answer"; readonly job: number; readonly key: number; readonly inputs: Inputs }
  | {
      readonly kind: "range";
      readonly job: number;
      readonly key: number;
      readonly inputs: Inputs;
      readonly seed: number;
    };

/** From the worker. `refused` carries the one sentence to show. */
export type Reply =
  | { readonly kind: "answer"; readonly job: number; readonly answer: Answer }
  | { readonly kind: "range"; readonly job: number; readonly range: Range; readonly last: boolean }
  | { readonly kind: "refused"; readonly job: number; readonly sentence: string };
