import { type Settlement, VOICES, type Voice } from "../../../app/model/analysis/verdict.ts";
import type { Case } from "../../../app/model/case/types.ts";
import { longDate } from "../../../app/model/words/dates.ts";
import { percentLabel } from "../../../app/model/words/numbers.ts";
import { sourceWords } from "../../../app/model/words/source.ts";
import { capitalised } from "../../../app/model/words/text.ts";
import type { ChartTableData } from "../../charts/ChartTable.tsx";
import type { SaidPlotProps } from "../../charts/SaidPlot.tsx";

/** Whose saying it is; the first is the case's own. */
export const voiceNames = (theCase: Case): Readonly<Record<Voice, string>> => ({
  article: capitalised(sourceWords(theCase).name),
  half: "Half and half",
  outside: "Outside view",
  coin: "A coin",
});

interface SaidChart {
  readonly title: string;
  readonly summary: string;
  readonly plot: Omit<SaidPlotProps, "width">;
  readonly table: ChartTableData;
}

/** What was said then beside what came, as it is drawn, said and listed. */
export function saidChart(theCase: Case, { rows }: Settlement): SaidChart {
  const label = (id: string) => theCase.horizons.find((one) => one.id === id)?.label ?? id;
  const { name, the } = sourceWords(theCase);
  const voices = voiceNames(theCase);
  const came = (broke: boolean) => (broke ? "a break" : "no break");
  return {
    title: `Said on ${longDate(theCase.asOf)}, beside what came`,
    summary: rows
      .map(
        ({ horizon, by, broke }) =>
          `${label(horizon)}: ${name} ${percentLabel(by.article.p)}, outside view ${percentLabel(by.outside.p)}; ${came(broke)} came.`,
      )
      .join(" "),
    plot: {
      label: "What was said, beside what came",
      ends: ["no break", "a break"],
      marks: [the, "outside view", "what came"],
      rows: rows.map(({ horizon, by, broke }) => ({
        id: horizon,
        label: label(horizon),
        said: by.article.p,
        beside: by.outside.p,
        came: broke ? 1 : 0,
      })),
    },
    table: {
      caption: "Chance of a break as said then, and Brier and log score once known",
      columns: ["Horizon", "Whose", "Chance", "Came", "Brier", "Log"],
      rows: rows.flatMap(({ horizon, by, broke }) =>
        VOICES.map((voice) => [
          label(horizon),
          voices[voice],
          by[voice].p,
          came(broke),
          by[voice].brier,
          by[voice].log,
        ]),
      ),
    },
  };
}
