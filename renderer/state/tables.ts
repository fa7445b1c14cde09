import type { Attribution, Range } from "../../app/model/analysis/shapes.ts";
import type { Result } from "../../app/model/answer/result.ts";
import type { Case } from "../../app/model/case/types.ts";
import { rungPercents } from "../../app/model/words/numbers.ts";
import type { ChartTableData } from "../charts/ChartTable.tsx";
import { wholePercent } from "../charts/percent.ts";
import { rungInfos } from "./select.ts";

/** Probabilities in tables keep four decimals: enough to compute with, no more than the model can tell. */
const share = (p: number | undefined): number | string => (p === undefined ? "" : Math.round(p * 1e4) / 1e4);

/** The answer and its range at every horizon. */
export function dotTable(theCase: Case, result: Result, range: Range | null): ChartTableData {
  return {
    caption: `Chance that ${theCase.event}, and its range over plausible weightings`,
    columns: ["Horizon", "Chance", "Range, low end", "Range, high end", "Mean"],
    rows: theCase.horizons.map(({ id, label }) => {
      const at = range?.horizons[id];
      return [label, share(result.horizons[id]?.break), share(at?.low), share(at?.high), share(at?.mean)];
    }),
  };
}

/** Every rung at every horizon, as shown and as computed. */
export function rungTable(theCase: Case, result: Result): ChartTableData {
  const rungs = rungInfos(theCase);
  return {
    caption: "What happens, by horizon",
    columns: ["Horizon", ...rungs.flatMap(({ label }) => [label, `${label}, as shown`]), "Break"],
    rows: theCase.horizons.map(({ id, label }) => {
      const at = result.horizons[id];
      const whole = at ? rungPercents(theCase, at) : {};
      return [
        label,
        ...rungs.flatMap((rung) => [share(at?.rungs[rung.id]), wholePercent(whole[rung.id] ?? 0)]),
        share(at?.break),
      ];
    }),
  };
}

/** Why the answer stands where it does: shares added by every factor, at every horizon. */
export function whyTable(theCase: Case, why: Attribution): ChartTableData {
  const at = theCase.horizons.map(({ id }) => why.horizons[id]);
  return {
    caption: "What each factor adds to the chance of a break",
    columns: ["", ...theCase.horizons.map(({ label }) => label)],
    rows: [
      ["All at their lowest", ...at.map((one) => share(one?.start))],
      ...theCase.factors.map(({ id, short }) => [short, ...at.map((one) => share(one?.points[id]))]),
      ...(at.some((one) => one?.evidence !== undefined)
        ? [["Evidence", ...at.map((one) => share(one?.evidence))]]
        : []),
      ["Chance of a break", ...at.map((one) => share(one?.answer))],
    ],
  };
}
