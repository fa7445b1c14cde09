import type { Result } from "../../../app/model/answer/result.ts";
import type { EvidenceItem } from "../../../app/model/case/evidence-types.ts";
import { logOf } from "../../../app/model/case/settings.ts";
import { evidenceSteps } from "../../../app/model/evidence/steps.ts";
import { useAnalysis, useCase, useLook, useSettings } from "../../state/context.ts";

export interface Step {
  readonly item: EvidenceItem;
  /** The answer after this item; null where what counts cannot all be. */
  readonly after: Result | null;
}

/** The answer with nothing of the log counted, and after each item that counts. */
export function useSteps(items?: readonly EvidenceItem[]) {
  const theCase = useCase();
  const settings = useSettings();
  const view = useLook((look) => look.view);
  const steps = evidenceSteps(theCase, settings, items ?? logOf(theCase));
  const inputs = [settings, ...steps.map((step) => step.inputs)].map((one) => ({ ...one, view }));
  const analysis = useAnalysis({ kind: "each", of: inputs }, { inputs: {} });
  const results = analysis.stale ? null : analysis.result;
  return {
    ...analysis,
    start: results?.[0] ?? null,
    steps: results
      ? steps.map(({ item }, i): Step => ({ item, after: results[i + 1] ?? null }))
      : ([] as Step[]),
  };
}
