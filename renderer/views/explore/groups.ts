import type { Case, Factor, Group } from "../../../app/model/case/types.ts";

export interface FactorGroup {
  readonly id: Group;
  readonly label: string;
  readonly tone: "apart" | "hold";
  /** The dot and head are grey: a rival explanation pulls neither way by itself. */
  readonly quiet: boolean;
  readonly factors: readonly Factor[];
}

const GROUPS: readonly Omit<FactorGroup, "factors">[] = [
  { id: "apart", label: "Pulls them apart", tone: "apart", quiet: false },
  { id: "timing", label: "Brings the day after", tone: "apart", quiet: false },
  { id: "together", label: "Holds them together", tone: "hold", quiet: false },
  { id: "rival", label: "Rival explanation", tone: "apart", quiet: true },
];

/** The factors in their groups, starred ones first, else in the case's order; empty groups are left out. */
export function factorGroups(theCase: Case): FactorGroup[] {
  return GROUPS.map((group) => {
    const members = theCase.factors.filter((f) => f.group === group.id);
    return { ...group, factors: [...members.filter((f) => f.starred), ...members.filter((f) => !f.starred)] };
  }).filter(({ factors }) => factors.length > 0);
}

/** Whether a factor, by its group, holds the partners together or drives them apart: its colour everywhere. */
export const toneOf = (factor: Factor): "apart" | "hold" => (factor.group === "together" ? "hold" : "apart");
