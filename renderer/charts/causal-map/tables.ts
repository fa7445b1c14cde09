import type { LinkPoints } from "../../../app/model/analysis/shapes.ts";
import type { Result } from "../../../app/model/answer/result.ts";
import type { Case, Level } from "../../../app/model/case/types.ts";
import { wholePercent } from "../percent.ts";
import type { ChartTableData } from "../ChartTable.tsx";
import { statesOf } from "./levels.ts";
import { argumentLinks, OUTCOME } from "./links.ts";
import type { ArgumentLink } from "./links.ts";
import { signed } from "./strength.ts";

export interface MapTables {
  /** Every link of the argument, whatever the map hides. */
  readonly links: ChartTableData;
  /** Every box with its state. */
  readonly boxes: ChartTableData;
}

export interface MapTableInput {
  readonly case: Case;
  readonly horizon: string;
  readonly result: Result;
  /** Set level of each factor at this horizon. */
  readonly levels: Readonly<Record<string, Level>>;
  /** Influence by "from>to", 0..1; null while not yet computed. */
  readonly links: LinkPoints | null;
  /** Id of the rung that `links` are about; left out: they are about the break. */
  readonly rung?: string;
  readonly percents: Readonly<Record<string, number>>;
  readonly breakLabel: string;
}

/** The map as two tables, for those who read rather than look. */
export function mapTables(input: MapTableInput): MapTables {
  const { case: c, horizon, result, levels, links, percents, breakLabel } = input;
  const when = c.horizons.find(({ id }) => id === horizon)?.phrase ?? horizon;
  const about = c.outcome.rungs.find(({ id }) => id === input.rung)?.short.toLowerCase() ?? "a break";
  const described = [...c.factors, ...c.mechanisms];
  const names = new Map([
    ...described.map(({ id, short }) => [id, short] as const),
    [OUTCOME, c.outcome.short],
  ]);
  const rungs = new Map(c.outcome.rungs.map(({ id, short }) => [id, `“${short}”`]));
  const nameOf = (id: string) => names.get(id) ?? id;
  const points = (link: ArgumentLink): string => {
    if (link.to !== OUTCOME) return links ? signed(100 * (links[link.key] ?? 0)) : "not yet known";
    const shares = link.rungs.map((rung) => rungs.get(rung) ?? rung).join(", ");
    return [link.event ? "sets the chance of a break" : "", shares === "" ? "" : `shapes ${shares}`]
      .filter((part) => part !== "")
      .join("; ");
  };
  const states = statesOf(c, horizon, result.horizons[horizon], levels);
  const detail = new Set(c.mechanisms.filter((one) => one.detail).map(({ id }) => id));
  const factors = new Set(c.factors.map(({ id }) => id));
  const ladder = c.outcome.rungs
    .map(({ id, short }) => `${short} ${wholePercent(percents[id] ?? 0)}`)
    .join(", ");
  return {
    links: {
      caption: `Every link, and the points of ${about} ${when} that are lost if it is cut`,
      columns: ["From", "To", "Effect", "Points"],
      rows: argumentLinks(c).map((link) => [
        nameOf(link.from),
        nameOf(link.to),
        link.raises ? "raises" : "weakens",
        points(link),
      ]),
    },
    boxes: {
      caption: `Every factor and mechanism with its state, ${when}`,
      columns: ["Name", "Kind", "State"],
      rows: [
        ...described.map(({ id, short }) => [
          short,
          factors.has(id) ? "Factor" : detail.has(id) ? "Mechanism, not in the overview" : "Mechanism",
          states.get(id)?.word ?? "",
        ]),
        [c.outcome.short, "Outcome", `${breakLabel} breaks: ${ladder}`],
      ],
    },
  };
}
