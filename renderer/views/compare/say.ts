import { at } from "../../../app/model/case/phrases.ts";
import type { Case, Horizon } from "../../../app/model/case/types.ts";
import { strainRung } from "../../../app/model/analysis/strain.ts";
import type { DifferenceGroup } from "../../charts/DifferenceBars.tsx";
import { type Difference, findingText, isUntouched } from "./difference.ts";
import type { Column } from "./useColumns.ts";
import { capitalised } from "../../../app/model/words/text.ts";

/** The end of the common scale: the first border of a word that all of it lies below, as a share. */
export function scaleEnd(shares: readonly number[]): number {
  const most = Math.max(0, ...shares);
  return [0.2, 0.55, 0.8].find((end) => most <= end - 0.02) ?? 1;
}

export const horizonOf = (theCase: Case, id: string): Horizon | undefined =>
  theCase.horizons.find((one) => one.id === id);

/** What open strain is called here, small; null where the case has none. */
export function strainName(theCase: Case): string | null {
  const rung = theCase.outcome.rungs.find(({ id }) => id === strainRung(theCase));
  return rung ? rung.short.charAt(0).toLowerCase() + rung.short.slice(1) : null;
}

/** What each scenario does to the baseline, name and clause apart; those not worked out yet are left out. */
export function findings(theCase: Case, columns: readonly Column[], horizon: string) {
  const phase = horizonOf(theCase, horizon);
  const name = strainName(theCase);
  return columns.flatMap(({ scenario, difference, strain }) => {
    if (!phase || !difference) return [];
    const text = findingText(difference, at(phase), name && strain ? { name, difference: strain } : null);
    return [{ id: scenario.id, name: scenario.name, text }];
  });
}

/** The points of difference of one scenario as bars show them. */
export function differenceGroups(theCase: Case, column: Column, horizon: string): DifferenceGroup[] {
  const phase = horizonOf(theCase, horizon);
  const group = (id: string, label: string, difference: Difference, none: string): DifferenceGroup => {
    return { id, label, total: difference.total, rows: isUntouched(difference) ? [] : difference.rows, none };
  };
  const strain = strainName(theCase);
  return [
    ...(column.difference && phase
      ? [group("break", `Break ${at(phase)}`, column.difference, "No change acts on it")]
      : []),
    ...(column.strain && strain
      ? [group("strain", `${capitalised(strain)} now`, column.strain, "No change acts now")]
      : []),
  ];
}

/** The ends of the axis that all bars of difference share, in points; it holds 0. */
export function differenceDomain(columns: readonly Column[]): readonly [number, number] {
  const values = columns.flatMap(({ difference, strain }) =>
    [difference, strain].flatMap((one) => one?.rows.map(({ value }) => value) ?? []),
  );
  return [Math.min(0, ...values), Math.max(1, ...values)];
}
