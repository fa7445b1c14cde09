import type { Result } from "../answer/result.ts";
import { evaluate } from "../answer/evaluate.ts";
import { type CheckResult, checkWork } from "../author/check.ts";
import type { Case, Inputs } from "../case/types.ts";
import { attributionWork, strainAttribution } from "./attribution.ts";
import { compareWork } from "./compare.ts";
import { eachWork } from "./each.ts";
import { type GroupAnswer, type GroupRequest, groupWork } from "../group/answer.ts";
import { linksWork } from "./links.ts";
import { matrixWork } from "./matrix.ts";
import { rangeWork } from "./range.ts";
import { reachWork } from "./reach.ts";
import type {
  Attribution,
  AttributionAt,
  Comparison,
  LinkInfluence,
  OutcomeMatrix,
  Range,
  Reach,
  Signs,
  Sobol,
  Tipping,
  Tornado,
  TwoWay,
  WeightSweep,
} from "./shapes.ts";
import { signsWork } from "./signs.ts";
import { sobolWork } from "./sobol.ts";
import { sweepWork } from "./sweep.ts";
import { TippingRun } from "./tipping.ts";
import { tornadoWork } from "./tornado.ts";
import { twoWayWork } from "./twoway.ts";
import { part, type Work } from "./work.ts";

/** Everything that must change on the frame of a slider move. */
export interface Answer {
  readonly result: Result;
  readonly why: Attribution;
  /** Points of the factors towards open strain now; null where the case has none. */
  readonly strain: AttributionAt | null;
  readonly links: LinkInfluence;
}

/** What can be asked about one case and one set of inputs. */
export type AnalysisRequest =
  | { readonly kind: "answer" }
  | { readonly kind: "range"; readonly seed?: number; readonly draws?: number }
  | { readonly kind: "attribution" }
  | { readonly kind: "links" }
  | { readonly kind: "tornado" }
  /** Every weight in half steps. */
  | { readonly kind: "sweep" }
  | { readonly kind: "twoway"; readonly of: readonly [string, string]; readonly input: "level" | "weight" }
  | { readonly kind: "tipping"; readonly word: string; readonly horizon: string }
  | { readonly kind: "signs" }
  /** `draws`: rows of the two samples. */
  | { readonly kind: "sobol"; readonly draws?: number }
  /** What carries the answer from the inputs of the request to these. */
  | { readonly kind: "compare"; readonly with: Inputs }
  | { readonly kind: "reach" }
  /** What each of these inputs answers; those of the request are not read. */
  | { readonly kind: "each"; readonly of: readonly Inputs[] }
  | { readonly kind: "matrix" }
  /** What an author should look at. `beside`: what is read of the case beside its argument. */
  | { readonly kind: "check"; readonly beside: Beside }
  /** A round of a workshop. */
  | ({ readonly kind: "group" } & GroupRequest);

/** The parts that only a check reads: texts and statements may be newer than the argument that is known. */
export type Beside = Required<Pick<Case, "levels" | "links" | "claims" | "source" | "statements">>;

/** What each kind of request answers. */
export interface AnalysisResults {
  readonly answer: Answer;
  readonly range: Range;
  readonly attribution: Attribution;
  readonly links: LinkInfluence;
  readonly tornado: Tornado;
  readonly sweep: WeightSweep;
  readonly twoway: TwoWay;
  readonly tipping: Tipping;
  readonly signs: Signs;
  readonly sobol: Sobol;
  readonly compare: Comparison;
  readonly reach: Reach;
  readonly each: readonly (Result | null)[];
  readonly matrix: OutcomeMatrix;
  readonly check: CheckResult;
  readonly group: GroupAnswer;
}

export type AnalysisKind = AnalysisRequest["kind"];
export type AnalysisResult = AnalysisResults[AnalysisKind];

function* answerWork(theCase: Case, inputs: Inputs): Work<Answer> {
  const result = evaluate(theCase, inputs);
  const strain = strainAttribution(theCase, inputs);
  const links = yield* part(linksWork(theCase, inputs), 0, 0.2);
  return { result, strain, links, why: yield* part(attributionWork(theCase, inputs), 0.2, 1) };
}

/**
 * The work that answers a request.
 * @throws ImpossibleEvidence where the evidence cannot be, RangeError where what is asked for is not there; both from
 * here or from the first step, with a sentence to show
 */
export function workOn(theCase: Case, inputs: Inputs, what: AnalysisRequest): Work<AnalysisResult> {
  switch (what.kind) {
    case "answer":
      return answerWork(theCase, inputs);
    case "range":
      return rangeWork(theCase, inputs, what.seed, what.draws);
    case "attribution":
      return attributionWork(theCase, inputs);
    case "links":
      return linksWork(theCase, inputs);
    case "tornado":
      return tornadoWork(theCase, inputs);
    case "sweep":
      return sweepWork(theCase, inputs);
    case "twoway":
      return twoWayWork(theCase, inputs, what.of, what.input);
    case "tipping":
      return new TippingRun(theCase, inputs, what.word, what.horizon).work;
    case "signs":
      return signsWork(theCase, inputs);
    case "sobol":
      return sobolWork(theCase, inputs, undefined, what.draws);
    case "compare":
      return compareWork(theCase, inputs, what.with);
    case "reach":
      return reachWork(theCase, inputs);
    case "each":
      return eachWork(theCase, what.of);
    case "matrix":
      return matrixWork(theCase, inputs);
    case "check":
      return checkWork({ ...theCase, ...what.beside });
    case "group":
      return groupWork(theCase, inputs, what);
  }
}
