import type { AnalysisRequest, AnalysisResult, Answer } from "../../app/model/analysis/request.ts";
import type { Range } from "../../app/model/analysis/shapes.ts";
import type { Result } from "../../app/model/answer/result.ts";
import type { Case, Inputs } from "../../app/model/case/types.ts";

export type { Answer } from "../../app/model/analysis/request.ts";

/**
 * To the worker. A case goes once and is then spoken of by its number, until it is dropped. Of answers and of ranges
 * a newer one replaces the older; analyses wait for each other until they are cancelled.
 */
export type Request =
  | { readonly kind: "case"; readonly key: number; readonly case: Case }
  | { readonly kind: "drop"; readonly key: number }
  | { readonly kind: "answer"; readonly job: number; readonly key: number; readonly inputs: Inputs }
  | {
      readonly kind: "range";
      readonly job: number;
      readonly key: number;
      readonly inputs: Inputs;
      readonly seed: number;
    }
  | {
      readonly kind: "analysis";
      readonly job: number;
      readonly key: number;
      readonly inputs: Inputs;
      readonly what: AnalysisRequest;
    }
  | { readonly kind: "cancel"; readonly job: number }
  /** Asks for a sign that it still moves. */
  | { readonly kind: "ping" };

/** From the worker. `refused` carries the one sentence to show. */
export type Reply =
  | { readonly kind: "answer"; readonly job: number; readonly answer: Answer }
  /** Where something was seen, or there are many factors, the reasons take longer: first the result, then as an analysis of this job the answer. */
  | { readonly kind: "result"; readonly job: number; readonly result: Result }
  | { readonly kind: "range"; readonly job: number; readonly range: Range; readonly last: boolean }
  /** How far an analysis is, 0..1, and what it has found since it last said so. */
  | {
      readonly kind: "progress";
      readonly job: number;
      readonly done: number;
      readonly partial?: AnalysisResult;
    }
  | { readonly kind: "analysis"; readonly job: number; readonly result: AnalysisResult }
  | { readonly kind: "refused"; readonly job: number; readonly sentence: string }
  | { readonly kind: "alive" };
