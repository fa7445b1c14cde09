import type { SignAt, Tipping, Tornado, TwoWayAt } from "../../app/model/analysis/shapes.ts";
import type { Case } from "../../app/model/case/types.ts";
import type { ChartTableData } from "../charts/ChartTable.tsx";
import { axisValues, type By, signRows, tornadoRows, type Tried, valueLabel, valueText } from "./tipping.ts";

/** Probabilities in tables keep four decimals; what cannot be is a dash. */
const share = (p: number | null | undefined): number | string =>
  p === null || p === undefined ? "–" : Math.round(p * 1e4) / 1e4;

/** The chance of a break at every value of every factor, set at every horizon. */
export function triedTable(theCase: Case, phrase: string, tried: ReadonlyMap<string, readonly Tried[]>, tips: readonly { readonly id: string; readonly says: string }[]): ChartTableData {
  const values = tried.get(theCase.factors[0]?.id ?? "") ?? [];
  return {
    caption: `Chance of a break ${phrase} with one factor changed at every horizon`,
    columns: ["Factor", ...values.map(({ value }) => valueLabel(theCase, value)), "Alone"],
    rows: theCase.factors.map(({ id, short }) => [
      short,
      ...(tried.get(id) ?? []).map(({ chance }) => share(chance)),
      tips.find((row) => row.id === id)?.says ?? "",
    ]),
  };
} // prettier-ignore

/** Every set of changes that is enough. */
export function setsTable(theCase: Case, sets: Tipping["sets"]): ChartTableData {
  const name = (id: string) => theCase.factors.find((one) => one.id === id)?.short ?? id;
  return {
    caption: "Smallest sets of changes that are enough, each at every horizon",
    columns: ["Set", "Changes", "Chance of a break"],
    rows: sets.map(({ changes, answer }, i) => [
      i + 1,
      changes
        .map(({ factor, from, to }) => `${name(factor)} ${valueLabel(theCase, from)} → ${valueLabel(theCase, to)}`)
        .join("; "),
      share(answer),
    ]),
  };
} // prettier-ignore

/** The ends of every bar. */
export function tornadoTable(theCase: Case, what: string, swings: Tornado["horizons"][string], by: By): ChartTableData {
  return {
    caption: `${what}: lowest and highest with one factor changed`,
    columns: ["Factor", "Lowest", "at", "Highest", "at"],
    rows: tornadoRows(theCase, swings, by).map(({ label, low, high }) => [
      label,
      share(low.chance),
      valueText(theCase, low.value),
      share(high.chance),
      valueText(theCase, high.value),
    ]),
  };
} // prettier-ignore

/** The map as numbers: rows from the lowest value of the first factor. */
export function mapTable(theCase: Case, phrase: string, names: readonly [string, string], at: TwoWayAt): ChartTableData {
  const [rows, columns] = [axisValues(theCase, at.rows), axisValues(theCase, at.columns)];
  return {
    caption: `Chance of a break ${phrase}: ${names[0]} downwards, ${names[1]} across`,
    columns: [names[0], ...columns.map((value) => `${names[1]} ${value}`)],
    rows: at.break.map((row, r) => [rows[r] ?? "", ...row.map(share)]),
  };
} // prettier-ignore

/** What each sign would tell. */
export function signsTable(theCase: Case, phrase: string, at: Readonly<Record<string, SignAt>>): ChartTableData {
  return {
    caption: `What each sign would tell about a break ${phrase}`,
    columns: ["Sign", "Chance that it is seen", "Break if seen", "Break if not", "Information (bits)", "Steps"],
    rows: signRows(theCase, at).map(({ id, label, yes, ifYes, ifNo, steps }) => [
      label,
      share(yes),
      share(ifYes),
      share(ifNo),
      Number((at[id]?.bits ?? 0).toPrecision(3)),
      steps,
    ]),
  };
} // prettier-ignore
