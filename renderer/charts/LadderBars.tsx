import { memo, useCallback, useId } from "react";
import { Bar, BarChart, XAxis, YAxis } from "recharts";
import type { BarShapeProps } from "recharts";
import { HatchPattern } from "./Hatch.tsx";
import { LegendMarks } from "./LadderLegend.tsx";
import styles from "./LadderBars.module.css";
import { placeSegments, segmentAt } from "./ladder.ts";
import type { RungInfo, RungShare, Segment } from "./ladder.ts";
import { LEGEND_LINE, layLegend } from "./legend.ts";
import { wholePercent } from "./percent.ts";
import { RowButtons } from "./RowButtons.tsx";
import { RungMark } from "./RungMark.tsx";
import { fitText, measureText, wrapText } from "./text.ts";
import { useFonts } from "./useFonts.ts";

export interface LadderRow {
  readonly id: string;
  /** "Long run" */
  readonly label: string;
  /** "within ten years" */
  readonly phrase: string;
  readonly rungs: readonly RungShare[];
  /** The chance of a break by then, as shown: "33%". */
  readonly breakLabel: string;
}

export interface LadderBarsProps {
  readonly rows: readonly LadderRow[];
  /** From "holds" to "breaks". */
  readonly rungs: readonly RungInfo[];
  /** The horizon in view. */
  readonly active: string;
  readonly onSelect?: (id: string) => void;
  /** px; rowHeight is 28 unless told. */
  readonly width: number;
  readonly rowHeight?: number;
  readonly hatch?: boolean;
  readonly legend?: boolean;
}

/** A share below this has no number inside its segment. */
const LABELLED = 0.055;
const NAME_GAP = 10;
const LEGEND_GAP = 8;
/** How far the focus ring of a row stands off its text. */
const MARGIN = 6;

/** Type and measures that go with a height of row: a line in the window, or a row of a picture for print. */
const sizes = (rowHeight: number) =>
  rowHeight < 26
    ? { bar: rowHeight - 5, name: 11.5, inside: 11, number: 13, numbers: 40, legend: 11 }
    : rowHeight < 40
      ? { bar: rowHeight - 6, name: 13, inside: 12, number: 14, numbers: 50, legend: 11 }
      : { bar: Math.round(rowHeight * 0.7), name: 13.5, inside: 14, number: 17, numbers: 56, legend: 11.5 };

/** What happens, by horizon: one bar a horizon, its rungs side by side, the chance of a break at the end. */
export function LadderBars({
  rows,
  rungs,
  active,
  onSelect,
  width,
  rowHeight = 28,
  ...look
}: LadderBarsProps) {
  const { hatch = false, legend = false } = look;
  useFonts();
  const pattern = useId();
  const size = sizes(rowHeight);
  const twoLines = rowHeight >= 40;
  const bold = { size: size.name, weight: 620 };
  // As wide as the longest name, but no more than a third of the picture unless a single word needs it; names on one
  // line may have more, for a cut name says nothing.
  const widest = (texts: readonly string[]) => Math.max(...texts.map((text) => measureText(text, bold)));
  const words = twoLines ? widest(rows.flatMap(({ label }) => label.split(" "))) : 0;
  const third = twoLines ? Math.max(width / 3, words + NAME_GAP) : width * 0.45;
  const names = Math.floor(Math.min(Math.ceil(widest(rows.map(({ label }) => label))) + NAME_GAP, third));
  const plot = Math.max(width - names - size.numbers, 1);
  const key = legend ? layLegend(rungs, size.legend, width) : null;
  const top = key ? key.lines * LEGEND_LINE + LEGEND_GAP : 0;
  const height = top + rows.length * rowHeight;
  const data = rows.map((row) => ({ ...row, segments: placeSegments(row.rungs, rungs, plot) }));
  const middle = (i: number) => top + (i + 0.5) * rowHeight;

  const named = (label: string) =>
    (twoLines ? wrapText(label, bold, names - NAME_GAP + 1) : [label]).map((line) =>
      fitText(line, bold, names - NAME_GAP + 1),
    );

  return (
    <div className={hatch ? `${styles.frame} ${styles.hatched}` : styles.frame} style={{ width, height }}>
      <BarChart
        // Stacks keep the order in which their parts came: another set of rungs is another chart.
        key={rungs.map(({ id }) => id).join(" ")}
        layout="vertical"
        width={width}
        height={height}
        data={data}
        margin={{ top, right: size.numbers, bottom: 0, left: names }}
        barSize={size.bar}
        barCategoryGap={0}
        accessibilityLayer={false}
        {...(onSelect ? {} : { role: "img", title: rows.map((row) => inWords(row, rungs)).join(" ") })}
      >
        <defs>
          {rungs.map(
            ({ id, tone, happened }) => happened && <HatchPattern key={id} id={pattern + id} tone={tone} />,
          )}
        </defs>
        {key && <LegendMarks layout={key} size={size.legend} />}
        <XAxis type="number" domain={[0, plot]} hide />
        <YAxis type="category" dataKey="id" hide />
        {rungs.map((rung) => (
          <RungBars key={rung.id} rung={rung} size={size.inside} pattern={pattern + rung.id} />
        ))}
        {rows.map((row, i) => {
          const lines = named(row.label);
          return (
            <g key={row.id}>
              <text className={row.id === active ? styles.activeName : styles.name} fontSize={size.name}>
                {lines.map((line, k) => (
                  <tspan
                    key={k}
                    x={0}
                    y={middle(i) + size.name * (0.36 + 1.2 * (k - (lines.length - 1) / 2))}
                  >
                    {line}
                  </tspan>
                ))}
              </text>
              <text
                className={row.id === active ? styles.activeNumber : styles.number}
                x={width}
                y={middle(i) + size.number * 0.36}
                fontSize={size.number}
                textAnchor="end"
              >
                {row.breakLabel}
              </text>
            </g>
          );
        })}
      </BarChart>
      {onSelect && (
        <RowButtons
          label="What happens, by horizon"
          rows={data.map((row, i) => ({
            id: row.id,
            label: inWords(row, rungs),
            top: top + i * rowHeight,
            height: rowHeight,
            hint: (x) => hint(row, rungs, x - MARGIN - names),
          }))}
          selected={active}
          left={-MARGIN}
          width={width + 2 * MARGIN}
          onSelect={onSelect}
        />
      )}
    </div>
  );
}

type PlacedRow = LadderRow & { readonly segments: readonly Segment[] };

/** One rung in all bars. The same while only numbers change, which the chart hands on itself: else it draws twice. */
const RungBars = memo(function RungBars(props: {
  readonly rung: RungInfo;
  readonly size: number;
  readonly pattern: string;
}) {
  const { rung, size, pattern } = props;
  const length = useCallback(({ segments }: PlacedRow) => advance(segments, rung.id), [rung.id]);
  const mark = useCallback(
    (bar: BarShapeProps) => {
      const row = bar.payload as PlacedRow;
      const segment = row.segments.find(({ id }) => id === rung.id);
      const share = row.rungs.find(({ id }) => id === rung.id);
      if (!segment || !share) return <g />;
      return (
        <RungMark
          {...{ rung, size, pattern }}
          x={bar.x + segment.lead}
          y={bar.y}
          width={segment.width}
          height={bar.height}
          text={share.value >= LABELLED ? wholePercent(share.percent) : ""}
        />
      );
    },
    [rung, size, pattern],
  );
  return <Bar stackId="rungs" dataKey={length} isAnimationActive={false} shape={mark} />;
});

const advance = (segments: readonly Segment[], id: string) => {
  const segment = segments.find((other) => other.id === id);
  return segment ? segment.lead + segment.width : 0;
};

/** "Long run, within ten years: 33% breaks. Strategic alliance 1%, Managed convenience 33%, …" */
function inWords(row: LadderRow, rungs: readonly RungInfo[]): string {
  const each = rungs.flatMap(({ id, label }) => {
    const share = row.rungs.find((other) => other.id === id);
    return share ? [`${label} ${wholePercent(share.percent)}`] : [];
  });
  return `${row.label}, ${row.phrase}: ${row.breakLabel} breaks. ${each.join(", ")}.`;
}

function hint(row: PlacedRow, rungs: readonly RungInfo[], x: number) {
  const segment = x < 0 ? undefined : segmentAt(row.segments, x);
  const rung = rungs.find(({ id }) => id === segment?.id);
  const share = row.rungs.find(({ id }) => id === segment?.id);
  return rung && share ? `${rung.label}, ${row.phrase}: ${wholePercent(share.percent)}` : undefined;
}
