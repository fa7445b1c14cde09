import { useState } from "react";
import { Bar, BarChart, XAxis, YAxis } from "recharts";
import type { BarShapeProps } from "recharts";
import { signed, wholePercent } from "./percent.ts";
import { RowButtons } from "./RowButtons.tsx";
import { fitText, measureText } from "./text.ts";
import { useFonts } from "./useFonts.ts";
import { float, scaleEnd } from "./waterfall.ts";
import type { WaterfallRow } from "./waterfall.ts";
import common from "./Plot.module.css";
import styles from "./Waterfall.module.css";

export interface WaterfallProps {
  /** Where it begins: share and whole percentage. */
  readonly start: { readonly label: string; readonly value: number; readonly percent: number };
  readonly rows: readonly WaterfallRow[];
  readonly total: { readonly label: string; readonly value: number; readonly percentLabel: string };
  readonly selected?: string | null;
  readonly onHover?: (id: string | null) => void;
  readonly onSelect?: (id: string) => void;
  /** px */
  readonly width: number;
  readonly compact?: boolean;
}

const NUMBERS = 38;
const THINNEST = 1.5;
/** The last row stands apart, below a line. */
const TOTAL_GAP = 6;

/** Why the answer is what it is: from the lowest start, what each factor adds or takes away, to the answer. */
export function Waterfall({
  start,
  rows,
  total,
  selected = null,
  width,
  compact = false,
  ...on
}: WaterfallProps) {
  useFonts();
  const [hovered, setHovered] = useState<string | null>(null);
  const [rowHeight, bar, size] = compact ? [20, 11, 11.5] : [23, 13, 12];
  const longest = Math.max(
    ...rows.map(({ label }) => measureText(label, { size })),
    measureText(start.label, { size }),
    measureText(total.label, { size, weight: 640 }),
  );
  const names = Math.min(Math.ceil(longest) + 12, Math.floor(width * 0.58));
  const height = (rows.length + 2) * rowHeight + TOTAL_GAP;
  const floats = float(start.value, rows);
  const data = [
    { id: "start", from: 0, to: start.value, look: styles.start, lower: 0 },
    ...rows.map((row, i) => ({
      ...{ id: `row ${row.id}`, from: 0, to: 0, look: styles[row.tone], lower: 0 },
      ...floats[i],
    })),
    { id: "total", from: 0, to: total.value, look: styles.total, lower: TOTAL_GAP },
  ];
  const end = scaleEnd(Math.max(...data.map(({ to }) => to)));
  const least = Math.min(0, ...data.map(({ from }) => from));
  const baseline = (row: number) => (row + 0.5) * rowHeight + size * 0.36;
  const last = rows.length + 1;
  const name = (label: string, weight = 400) => fitText(label, { size, weight }, names - 8);
  const reachable = on.onSelect !== undefined || on.onHover !== undefined;

  return (
    <div className={common.frame} style={{ width, height }}>
      <BarChart
        layout="vertical"
        width={width}
        height={height}
        data={data}
        margin={{ top: 0, right: NUMBERS, bottom: TOTAL_GAP, left: names }}
        barSize={bar}
        barCategoryGap={0}
        accessibilityLayer={false}
        {...(reachable ? {} : { role: "img", title: inWords({ start, rows, total }) })}
      >
        {rows.map(({ id }, i) => (
          <rect
            key={id}
            className={id === selected ? styles.selected : id === hovered ? styles.hovered : styles.row}
            x={-7.5}
            y={(i + 1) * rowHeight + 0.5}
            width={width + 15}
            height={rowHeight - 1}
            rx={6}
          />
        ))}
        <XAxis type="number" domain={[least, end]} hide />
        <YAxis type="category" dataKey="id" hide />
        <Bar dataKey={span} isAnimationActive={false} shape={floating} />
        <line
          className={styles.rule}
          x1={0}
          x2={width}
          y1={last * rowHeight + TOTAL_GAP / 2 - 0.5}
          y2={last * rowHeight + TOTAL_GAP / 2 - 0.5}
        />
        <g fontSize={size}>
          <text className={styles.startName} y={baseline(0)}>
            {name(start.label)}
          </text>
          <text className={styles.startNumber} x={width} y={baseline(0)} textAnchor="end">
            {wholePercent(start.percent)}
          </text>
          {rows.map((row, i) => (
            <g key={row.id}>
              <text className={common.name} y={baseline(i + 1)}>
                {name(row.label)}
              </text>
              <text
                className={row.points === 0 ? styles.none : styles[row.tone]}
                x={width}
                y={baseline(i + 1)}
                textAnchor="end"
              >
                {signed(row.points)}
              </text>
            </g>
          ))}
          <text className={styles.totalName} y={baseline(last) + TOTAL_GAP}>
            {name(total.label, 640)}
          </text>
          <text className={styles.totalNumber} x={width} y={baseline(last) + TOTAL_GAP} textAnchor="end">
            {total.percentLabel}
          </text>
        </g>
      </BarChart>
      {reachable && (
        <RowButtons
          label="What adds to the chance of a break, and what takes away from it"
          rows={rows.map((row, i) => ({
            id: row.id,
            label: `${row.label}: ${points(row.points)}`,
            top: (i + 1) * rowHeight,
            height: rowHeight,
            hint: () => `${row.label}: ${points(row.points)}`,
          }))}
          selected={selected}
          left={-8}
          width={width + 16}
          onSelect={on.onSelect}
          onHover={(id) => {
            setHovered(id);
            on.onHover?.(id);
          }}
        />
      )}
    </div>
  );
}

/** One bar: where it begins and ends, how it looks, and how far below its row it stands. */
interface FloatingBar {
  readonly from: number;
  readonly to: number;
  readonly look: string | undefined;
  readonly lower: number;
}

// The same at every drawing: given new ones the chart would draw twice.
const span = ({ from, to }: FloatingBar): number[] => [from, to];
const floating = ({ x, y, width, height, payload }: BarShapeProps) => {
  const { look, lower } = payload as FloatingBar;
  const length = Math.max(width, THINNEST);
  return (
    <rect className={look} x={x} y={y + lower} width={length} height={height} rx={Math.min(2, length / 2)} />
  );
};

const points = (count: number) => `${signed(count)} ${Math.abs(count) === 1 ? "point" : "points"}`;

function inWords({ start, rows, total }: Pick<WaterfallProps, "start" | "rows" | "total">): string {
  const each = rows.map((row) => `${row.label} ${signed(row.points)}`).join(", ");
  return `${start.label}: ${wholePercent(start.percent)}. ${each}. ${total.label}: ${total.percentLabel}.`;
}
