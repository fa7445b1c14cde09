import { calibration, score } from "../../../app/model/analysis/score.ts";
import type { CalibrationRow } from "../../../app/model/analysis/shapes.ts";
import type { Case } from "../../../app/model/case/types.ts";
import { percentLabel } from "../../../app/model/words/numbers.ts";
import { ICD203 } from "../../../app/model/words/scale.ts";
import type { ChartTableData } from "../../charts/ChartTable.tsx";
import type { SaidPlotProps } from "../../charts/SaidPlot.tsx";

/** The scores of the frozen judgements with their calibration, or why there are none. */
export function scored(theCase: Case) {
  try {
    const all = score(theCase);
    return { ok: true as const, ...all, bands: calibration(all.rows) };
  } catch (error) {
    if (error instanceof RangeError) return { ok: false as const, sentence: error.message };
    throw error;
  }
}

const wordOf = (id: string): string =>
  ICD203.find((band) => band.id === id)?.word ?? (id === "below-scale" ? "under 1%" : "over 99%");

export const CALIBRATION = "Calibration: what was said, and how often it came";

interface CalibrationChart {
  readonly summary: string;
  readonly plot: Omit<SaidPlotProps, "width">;
  readonly table: ChartTableData;
}

/** A row a word: what was said on average, and the share that broke. */
export function calibrationChart(bands: readonly CalibrationRow[]): CalibrationChart {
  const times = ({ count, broke }: CalibrationRow) => `${Math.round(broke * count)} of ${count} broke`;
  return {
    summary: bands
      .map((band) => `${wordOf(band.word)}: said ${percentLabel(band.meanP)}, ${times(band)}.`)
      .join(" "),
    plot: {
      label: CALIBRATION,
      ends: ["none broke", "all broke"],
      marks: ["said", "", "came"],
      rows: bands.map(({ word, count, meanP, broke }) => ({
        id: word,
        label: `${wordOf(word)}, ${count}×`,
        said: meanP,
        came: broke,
      })),
    },
    table: {
      caption: CALIBRATION,
      columns: ["Word", "Times", "Said", "Broke"],
      rows: bands.map(({ word, count, meanP, broke }) => [
        wordOf(word),
        count,
        percentLabel(meanP),
        Math.round(broke * count),
      ]),
    },
  };
}
