import { type Axis, axisTo } from "../../charts/axis.ts";
import { ChartFrame } from "../../charts/ChartFrame.tsx";
import { TippingDots } from "../../charts/TippingDots.tsx";
import { useAnalysis, useApp } from "../../state/context.ts";
import {
  shortWord,
  type TippingRowOf,
  tippingRows,
  type Tried,
  triedOf,
  wordWithRange,
} from "../../state/tipping.ts";
import { triedTable } from "../../state/tippingTables.ts";
import { Panel } from "./Panel.tsx";
import { type Asked, settingOf, useApply } from "./useAsked.ts";

/** px of a row, from the least to the most. */
const ROWS = [19, 36] as const;
const HEAD = 42;

/** Everything the chart is made of: what was tried, and what it comes to. */
export function useOneChange(asked: Asked | null) {
  const tornado = useAnalysis({ kind: "tornado" });
  const byWeight = asked?.by === "weight";
  const sweep = useAnalysis(byWeight ? { kind: "sweep" } : null);
  const analysis = byWeight ? sweep : tornado;
  const swings = asked && tornado.result?.horizons[asked.horizon];
  const swept = asked && byWeight ? sweep.result?.horizons[asked.horizon] : null;
  if (!asked || !swings || swept === undefined) return { analysis, tried: null, rows: null };
  const { case: theCase, settings, horizon, band, side, by } = asked;
  const tried = triedOf(theCase, swings, swept);
  return { analysis, tried, rows: tippingRows(theCase, settings, horizon, tried, band, side, by) };
}

/** As far as anything goes, and the word with it where it lies near. */
export function dotsAxis({ answer, band, side }: Asked, tried: ReadonlyMap<string, readonly Tried[]>): Axis {
  const all = [answer, ...[...tried.values()].flat().flatMap(({ chance }) => chance ?? [])];
  const most = Math.max(...all);
  return axisTo(Math.max(most, side === "more" ? Math.min(band.high / 100, most + NEAR) : band.high / 100));
}
const NEAR = 0.12;

/** The word asked about as a band of the chart. */
export const targetOf = ({ band, side }: Asked) =>
  ({
    label: shortWord(band),
    low: band.low / 100,
    high: band.high / 100,
    tone: side === "less" ? "hold" : "apart",
  }) as const;

/** What each factor alone can do towards the word. */
export function OneChange({ asked }: { readonly asked: Asked }) {
  const app = useApp();
  const apply = useApply();
  const { case: theCase, by, answer, phrase } = asked;
  const { analysis, tried, rows } = useOneChange(asked);
  const caption =
    by === "level"
      ? "Each dot or tick is a state, very low to very high, at every horizon. Filled: the tipping point. Click one to apply it."
      : "Each tick is half a point of weight, 0 to 10; thick: what is plausible. Filled: the tipping point. Click one to apply it.";
  return (
    <Panel
      name="One change alone"
      area="one"
      analysis={analysis}
      doing="Trying one change after another"
      caption={rows ? caption : undefined}
    >
      {!rows && <h2>One change alone</h2>}
      {rows && (
        <ChartFrame
          id="tipping-one"
          title="One change alone"
          summary={oneSummary(asked, rows)}
          table={triedTable(theCase, phrase, tried, rows)}
          fill
          onExport={(what) => app.take("tipping-one", what)}
        >
          {({ width, height }) => (
            <TippingDots
              label={`One change alone: what each would make of a break ${phrase}`}
              rows={rows}
              order={theCase.factors.map(({ id }) => id)}
              axis={dotsAxis(asked, tried)}
              target={targetOf(asked)}
              base={answer}
              ghost={asked.ghost}
              marks={by === "level" ? "dots" : "ticks"}
              width={width}
              rowHeight={Math.min(Math.max((height - HEAD) / rows.length, ROWS[0]), ROWS[1])}
              onApply={(factor, id) => {
                const found = tried.get(factor)?.find(({ value }) => String(value) === id);
                if (found) apply([settingOf(factor, found.value)]);
              }}
            />
          )}
        </ChartFrame>
      )}
    </Panel>
  );
}

/** The chart in a sentence or two. */
export function oneSummary({ band, phrase, side }: Asked, rows: readonly TippingRowOf[]): string {
  const word = wordWithRange(band);
  const each = rows.map(({ label, says }) => `${label}: ${says}`).join("; ");
  if (side === "inside") return `A break ${phrase} is ${word} already. ${each}.`;
  const enough = rows.filter(({ isEnough }) => isEnough).length;
  const lead =
    enough === 0 ? "No change of one factor alone makes" : `${enough} of ${rows.length} factors alone make`;
  return `${lead} a break ${phrase} ${word} or ${side}. ${each}.`;
}
