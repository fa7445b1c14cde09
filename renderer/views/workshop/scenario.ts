import type { Edit } from "../../../app/model/case/edits.ts";
import type { Case } from "../../../app/model/case/types.ts";
import type { GroupAnswer } from "../../../app/model/group/answer.ts";
import type { Setup } from "../../../app/model/session/types.ts";

/** Weights as they are shown: tenths. */
const tenth = (weight: number): number => Math.min(10, Math.max(0, Math.round(weight * 10) / 10));

/** The group model's weights as a scenario of the case, on top of the one the room began from. */
export function roomScenario(
  theCase: Case,
  setup: Setup,
  answer: GroupAnswer,
  id: string,
  name: string,
): Edit {
  const from = theCase.scenarios.find((one) => one.name === setup.start.scenario) ?? theCase.scenarios[0];
  const weights = setup.factors
    .filter(({ id: factor }) => theCase.factors.some((one) => one.id === factor))
    .map(({ id: factor }) => [factor, tenth(answer.model.weights[factor] ?? 0)] as const);
  return {
    edit: "newScenario",
    id,
    name,
    parent: from?.id ?? "",
    settings: { ...from?.settings, weights: { ...from?.settings.weights, ...Object.fromEntries(weights) } },
    story: `Middle weights of ${answer.people.length} ${setup.dryRun ? "simulated people" : "people"} in a workshop: a group model, not the room’s estimate.`,
  };
}
