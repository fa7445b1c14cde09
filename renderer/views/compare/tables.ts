import type { Case } from "../../../app/model/case/types.ts";
import { pointsLabel } from "../../../app/model/words/numbers.ts";
import { estimate } from "../../../app/model/words/sentence.ts";
import type { ChartTableData } from "../../charts/ChartTable.tsx";
import { strainAt } from "../../state/select.ts";
import type { Column } from "./useColumns.ts";

/** Probabilities in tables keep four decimals, as everywhere. */
const share = (p: number | undefined): number | string => (p === undefined ? "" : Math.round(p * 1e4) / 1e4);

/** The whole comparison as one table: a row a scenario. */
export function compareTable(theCase: Case, columns: readonly Column[], horizon: string): ChartTableData {
  const first = theCase.horizons[0];
  const label = theCase.horizons.find(({ id }) => id === horizon)?.label ?? "";
  const strains = columns.map(({ answer }) => {
    const at = answer?.result.horizons[first?.id ?? ""];
    return at ? strainAt(theCase, at) : null;
  });
  const strain = strains.find((one) => one !== null)?.rung.label;
  return {
    caption: `Scenarios side by side: chance that ${theCase.event}`,
    columns: [
      "Scenario",
      "What is different",
      `Break, ${label}`,
      "In words",
      "Range, low end",
      "Range, high end",
      "Points from the first",
      ...theCase.horizons.map((one) => `Break, ${one.label}`),
      ...(strain === undefined ? [] : [`${strain}, ${first?.label ?? ""}`]),
    ],
    rows: columns.map(({ scenario, changes, answer, range, difference }, i) => {
      const p = answer?.result.horizons[horizon]?.break;
      const said = p === undefined ? null : estimate(p);
      const ranged = range?.horizons[horizon];
      return [
        scenario.name,
        changes.map(({ text }) => text).join("; "),
        share(p),
        said ? `${said.word} ${said.range}` : "",
        share(ranged?.low),
        share(ranged?.high),
        difference ? pointsLabel(difference.total) : "",
        ...theCase.horizons.map((one) => share(answer?.result.horizons[one.id]?.break)),
        ...(strain === undefined ? [] : [share(strains[i]?.p)]),
      ];
    }),
  };
}

/** Points of difference of one scenario, by what was changed. */
export function differenceTable(column: Column, baseline: string, strain: string | null): ChartTableData {
  const rows = (of: string, difference: Column["difference"]) =>
    difference
      ? [
          ...difference.rows.map(({ label, points, value }) => [
            label,
            of,
            pointsLabel(points),
            Math.round(value * 100) / 100,
          ]),
          ["All of it", of, pointsLabel(difference.total), ""],
        ]
      : [];
  return {
    caption: `${column.scenario.name}: points of difference from ${baseline}, by change`,
    columns: ["Change", "In", "Points, as shown", "Points"],
    rows: [
      ...rows("Chance of a break", column.difference),
      ...(strain === null ? [] : rows(`${strain} now`, column.strain)),
    ],
  };
}
