import { useEffect, useMemo, useState } from "react";
import type { AnalysisRequest } from "../../../app/model/analysis/request.ts";
import type { Case } from "../../../app/model/case/types.ts";
import { useAnalysis, useCase } from "../../state/context.ts";

/** Milliseconds of rest after an edit before the case is checked: it takes some dozens of answers. */
const REST = 350;

const NO_INPUTS = {};

type Check = Extract<AnalysisRequest, { readonly kind: "check" }>;

/** One request for one state of a case, whoever asks: it holds whole texts. */
const requests = new WeakMap<Case, Check>();

function requestOf(theCase: Case): Check {
  const { levels, links, claims, source, statements = [] } = theCase;
  const known = requests.get(theCase);
  const request = known ?? { kind: "check", beside: { levels, links, claims, source, statements } };
  requests.set(theCase, request);
  return request;
}

/**
 * What the author should look at and how the statements came out, worked out beside the window; those of the case
 * before while the hand moves.
 */
export function useCheck() {
  const theCase = useCase();
  const [rested, setRested] = useState(theCase);
  useEffect(() => {
    const timer = setTimeout(() => setRested(theCase), REST);
    return () => clearTimeout(timer);
  }, [theCase]);
  const about = useMemo(() => ({ case: rested, inputs: NO_INPUTS }), [rested]);
  return useAnalysis(requestOf(rested), about);
}
