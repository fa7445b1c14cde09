import type { ChangePoints, ComparisonAt } from "../../../app/model/analysis/shapes.ts";
import { nameOf } from "../../../app/model/case/settings.ts";
import type { Case } from "../../../app/model/case/types.ts";
import { largestRemainder, pointsLabel } from "../../../app/model/words/numbers.ts";
import { listed } from "../../../app/model/words/text.ts";

/** What one changed input does, in whole points of the difference that is shown. */
export interface DifferenceRow {
  readonly id: string;
  readonly label: string;
  /** Whole, as printed; the rows sum to the total. */
  readonly points: number;
  /** The same as it is, in points. */
  readonly value: number;
}

export interface Difference {
  readonly total: number;
  /** Largest first. */
  readonly rows: readonly DifferenceRow[];
}

/** What a changed input is called where only its name stands. */
export function inputName(theCase: Case, { input, id }: Pick<ChangePoints, "input" | "id">): string {
  if (input === "evidence") return "What was seen";
  if (input === "view") return "Seen from";
  return input === "weights" ? `Weight of ${nameOf(theCase, id)}` : nameOf(theCase, id);
}

/**
 * A difference between two displayed percentages, shared out in whole points that sum to it.
 * @param from, to as they are printed
 */
export function differenceOf(theCase: Case, at: ComparisonAt, from: number, to: number): Difference {
  const values = at.changes.map(({ points }) => points * 100);
  // Without any change the two are one and the same number.
  const total = values.length === 0 ? 0 : to - from;
  const whole = largestRemainder(values, total);
  const rows = at.changes.map((change, i) => ({
    id: `${change.input} ${change.id}`,
    label: inputName(theCase, change),
    points: (whole[i] ?? 0) + 0,
    value: values[i] ?? 0,
  }));
  return { total, rows: rows.sort((a, b) => Math.abs(b.value) - Math.abs(a.value)) };
}

/** Whether nothing that changed acts on what this difference is of. */
export const isUntouched = ({ rows }: Difference): boolean =>
  rows.every(({ value }) => Math.abs(value) < 1e-9);

const count = (points: number): string =>
  `${String(Math.abs(points))} ${Math.abs(points) === 1 ? "point" : "points"}`;

/** "all of it through A", "most of it through A (+9)", "through A (+4) and B (+4)", "A (+9) against B (−4)". */
function through({ total, rows }: Difference): string {
  const told = ({ label, points }: DifferenceRow) => `${label} (${pointsLabel(points)})`;
  const counted = rows.filter(({ points }) => points !== 0);
  const [first] = counted;
  if (!first) return "";
  if (counted.length === 1) return total === 0 ? "" : `all of it through ${first.label}`;
  const sign = Math.sign(total) || Math.sign(first.points);
  const [along, against] = [1, -1].map((way) =>
    counted.filter((row) => Math.sign(row.points) === way * sign),
  );
  const strongest = along?.[0];
  const other = against?.[0];
  if (!strongest) return "";
  const opposed = (against ?? []).reduce((sum, { points }) => sum + Math.abs(points), 0);
  if (other && opposed * 2 >= Math.abs(total)) return `${told(strongest)} against ${told(other)}`;
  if (Math.abs(strongest.points) * 2 > Math.abs(total)) return `most of it through ${told(strongest)}`;
  const enough: DifferenceRow[] = [];
  for (const row of along ?? []) {
    if (enough.reduce((sum, { points }) => sum + Math.abs(points), 0) * 2 > Math.abs(total)) break;
    enough.push(row);
  }
  return `most of it through ${listed(enough.map(told))}`;
}

/**
 * What one scenario does to the baseline, after its name: "adds 8 points to a break in the long run, most of it
 * through Air defences silent (+4) and Israeli strikes (+4); and 9 points to open strain now."
 * @param when the end of a clause: "in the long run"
 * @param strain what open strain is called here; null where there is none to tell of
 */
export function findingText(
  difference: Difference,
  when: string,
  strain: { readonly name: string; readonly difference: Difference } | null,
): string {
  const { total } = difference;
  const why = through(difference);
  const because = why === "" ? "" : `, ${why}`;
  const does = (points: number) =>
    points > 0 ? `adds ${count(points)} to` : points < 0 ? `takes ${count(points)} off` : "";
  const parts: string[] = [];
  if (total !== 0) parts.push(`${does(total)} a break ${when}${because}`);
  else if (isUntouched(difference)) parts.push(`does nothing to a break ${when}`);
  else parts.push(`leaves a break ${when} where it is${because}`);
  if (strain) {
    const name = `${strain.name} now`;
    const also = strain.difference.total;
    if (also !== 0) parts.push(`${why === "" ? "" : "it "}${does(also)} ${name}`);
    else parts.push(isUntouched(strain.difference) ? `nothing acts on ${name}` : `${name} stays where it is`);
  }
  return `${parts.join(why === "" ? " and " : "; ")}.`;
}
