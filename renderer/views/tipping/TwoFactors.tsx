import type { TwoWayAt } from "../../../app/model/analysis/shapes.ts";
import { percentLabel } from "../../../app/model/words/numbers.ts";
import { ChartFrame } from "../../charts/ChartFrame.tsx";
import { WordMap } from "../../charts/WordMap.tsx";
import { useAnalysis, useApp } from "../../state/context.ts";
import { axesOf, axisValues, SHOWN_BANDS, standsAt } from "../../state/tipping.ts";
import { mapTable } from "../../state/tippingTables.ts";
import { useGhost } from "../../state/useGhost.ts";
import { PickList } from "../../ui/PickList.tsx";
import { useLook } from "../../state/context.ts";
import { Panel } from "./Panel.tsx";
import styles from "./Tipping.module.css";
import { type Asked, lookAt, settingOf, useApply } from "./useAsked.ts";

const LEAST = 170;

/** The two factors of the map as they are chosen, with their names. */
export function useAxes(asked: Asked | null) {
  const chosen = useLook((look) => look.tipping.axes);
  const tornado = useAnalysis({ kind: "tornado" });
  const axes = asked && axesOf(asked.case, tornado.result, asked.horizon, asked.by, chosen);
  const name = (id: string) => asked?.case.factors.find((one) => one.id === id)?.short ?? id;
  return axes && ({ axes, names: [name(axes[0]), name(axes[1])] } as const);
}

/** Two factors at once: what every pair of their values would make of a break. */
export function TwoFactors({ asked }: { readonly asked: Asked }) {
  const app = useApp();
  const apply = useApply();
  const before = useGhost();
  const { case: theCase, by, horizon, phrase, answer, settings } = asked;
  const of = useAxes(asked);
  const map = useAnalysis(of && { kind: "twoway", of: of.axes, input: by });
  const at = map.result?.horizons[horizon];
  if (!of || !at || at.rows.length !== (by === "level" ? 5 : 11))
    return (
      <Panel name="Two factors at once" analysis={map} doing="Trying every pair">
        <h2>Two factors at once</h2>
      </Panel>
    );
  const [rowsOf, columnsOf] = of.axes;
  const stands = (inputs: typeof settings) => ({
    row: standsAt(theCase, inputs, rowsOf, horizon, by),
    column: standsAt(theCase, inputs, columnsOf, horizon, by),
  });
  const [here, old] = [stands(settings), before && stands(before.inputs)];
  const pick = (axis: 0 | 1) => (
    <PickList
      look="field"
      label={axis === 0 ? "Factor upwards" : "Factor to the right"}
      chosen={of.axes[axis]}
      items={theCase.factors.map(({ id, short }) => ({ id, label: short }))}
      onChoose={(id) => {
        const other = of.axes[1 - axis] ?? "";
        // The one that is taken away from the other axis changes places with it.
        const left = id === other ? of.axes[axis] : other;
        lookAt(app, { axes: axis === 0 ? [id, left] : [left, id] });
      }}
    />
  );
  return (
    <Panel
      name="Two factors at once"
      analysis={map}
      doing="Trying every pair"
      caption={
        by === "level"
          ? `Chance of a break ${phrase}, each state held at every horizon. Click a number to apply both.`
          : `Chance of a break ${phrase} by both weights. Click a number to apply both.`
      }
    >
      <ChartFrame
        id="tipping-map"
        title="Two factors at once"
        summary={mapSummary(at, of.names, phrase, answer)}
        table={mapTable(theCase, phrase, of.names, at)}
        fill
        actions={
          <span className={styles.axes}>
            {pick(0)} <span>by</span> {pick(1)}
          </span>
        }
        onExport={(what) => app.take("tipping-map", what)}
      >
        {({ width, height }) => (
          <WordMap
            label={`${of.names[0]} by ${of.names[1]}: chance of a break ${phrase}`}
            rows={{ label: of.names[0], values: axisValues(theCase, at.rows) }}
            columns={{ label: of.names[1], values: axisValues(theCase, at.columns) }}
            chances={at.break}
            bands={SHOWN_BANDS}
            here={{ ...here, chance: answer }}
            ghost={old && (old.row !== here.row || old.column !== here.column) ? old : null}
            width={width}
            height={Math.max(height, LEAST)}
            onApply={(row, column) => {
              const [a, b] = [at.rows[row], at.columns[column]];
              if (a !== undefined && b !== undefined)
                apply([settingOf(rowsOf, a), settingOf(columnsOf, b)]);
            }}
          />
        )}
      </ChartFrame>
    </Panel>
  );
} // prettier-ignore

export function mapSummary(
  at: TwoWayAt,
  names: readonly [string, string],
  phrase: string,
  answer: number,
): string {
  const all = at.break.flat().flatMap((chance) => chance ?? []);
  const none = at.break.flat().length - all.length;
  const span = all.length === 0 ? "no pair can be" : `from ${percentLabel(Math.min(...all))} to ${percentLabel(Math.max(...all))}`; // prettier-ignore
  return `Chance of a break ${phrase} over ${names[0]} and ${names[1]}: ${span}; the case as it is ${percentLabel(answer)}.${none > 0 ? ` ${none} pairs cannot be, given what was seen.` : ""}`;
}
