import type { Case, Factor, Mechanism, Setting } from "../case/types.ts";
import type { NewFactor, NewMechanism } from "./edits.ts";

/** What a new part is given until its author says otherwise. */
const SPREAD = 0.12;
const SETTING: Setting = { level: "M", spread: 0.15 };
const WEIGHT = { default: 5, min: 3, max: 7 } as const;

/** What factors and mechanisms share. */
const described = <G extends NewFactor | NewMechanism>(id: string, given: G) => ({
  ...given,
  id,
  label: given.label,
  short: given.short ?? given.label,
  why: given.why ?? "",
  anchors: given.anchors ?? [],
  paragraphs: given.paragraphs ?? [],
});

/** A new factor: in the middle at every horizon, half of what is learnt of it carried over. */
export function newFactor({ horizons }: Case, id: string, given: NewFactor): Factor {
  return {
    ...described(id, given),
    group: given.group ?? "apart",
    starred: given.starred ?? false,
    question: given.question ?? "",
    beyondArticle: given.beyondArticle ?? false,
    weight: given.weight ?? WEIGHT,
    levels: given.levels ?? Object.fromEntries(horizons.map((horizon) => [horizon.id, SETTING])),
    fade: given.fade ?? 0.5,
  } as Factor;
}

/** A new mechanism: low, with nothing that raises it yet. */
export function newMechanism(id: string, given: NewMechanism): Mechanism {
  return {
    ...described(id, given),
    spread: given.spread ?? SPREAD,
    rule: given.rule ?? { kind: "sum", base: 0.1, pushes: [] },
    detail: given.detail ?? false,
  } as Mechanism;
}
