import { Bar, BarChart, XAxis, YAxis } from "recharts";
import type { BarShapeProps } from "recharts";
import { type Axis, tickLabel } from "./axis.ts";
import { MarkButtons } from "./MarkButtons.tsx";
import { percentText } from "./percent.ts";
import { fitText, measureText } from "./text.ts";
import { partsOf, type TornadoEnd, type TornadoRow } from "./tornado.ts";
import common from "./Plot.module.css";
import styles from "./Tornado.module.css";
import { useFonts } from "./useFonts.ts";

export interface TornadoProps {
  /** What is measured: names the group of buttons. */
  readonly label: string;
  /** Longest first. */
  readonly rows: readonly TornadoRow[];
  /** The order of the buttons, whatever the order of the rows. */
  readonly order: readonly string[];
  readonly axis: Axis;
  /** The case as it is, a share, and before the last edit. */
  readonly base: number;
  readonly ghost?: number | null;
  /** px */
  readonly width: number;
  readonly rowHeight: number;
  readonly onApply?: (id: string, end: "low" | "high") => void;
}

const TOP = 20;
const BOTTOM = 2;
const SIZE = 12;
/** Room for the number printed beyond each end of a bar. */
const NUMBERS = 26;
/** This many rows stand out. */
const LONGEST = 3;

/** How far each input alone moves a chance: a bar from its lowest to its highest, the case as a line through all. */
export function Tornado(props: TornadoProps) {
  const { rows, axis, base, width, rowHeight, onApply, ghost = null } = props;
  useFonts();
  const longest = Math.max(0, ...rows.map(({ label }) => measureText(label, { size: SIZE, weight: 620 })));
  const names = Math.min(Math.ceil(longest) + 10, Math.floor(width * 0.46));
  const from = names + NUMBERS;
  const plot = Math.max(width - from - NUMBERS - 4, 10);
  const height = TOP + rows.length * rowHeight + BOTTOM;
  const bar = Math.min(Math.round(rowHeight * 0.52), 16);
  const at = (share: number) => from + (share / axis.end) * plot;
  const middle = (i: number) => TOP + (i + 0.5) * rowHeight;
  const data = rows.map((row) => ({ id: row.id, ...partsOf(row, base) }));
  const part = (side: "holds" | "breaks") => (
    <Bar
      key={side}
      dataKey={(row: (typeof data)[number]) => [...row[side]]}
      isAnimationActive={false}
      shape={({ x, width: length, index }: BarShapeProps) =>
        length > 0.05 ? (
          <rect
            className={styles[side]}
            data-strong={index < LONGEST || undefined}
            x={x}
            y={middle(index) - bar / 2}
            width={length}
            height={bar}
            rx={Math.min(2, length / 2)}
          />
        ) : (
          <g />
        )
      }
    />
  );
  const end = (i: number, { chance }: TornadoEnd, side: "low" | "high") => (
    <text
      className={common.number}
      x={side === "low" ? at(chance ?? base) - 5 : at(chance ?? base) + 5}
      y={middle(i) + SIZE * 0.36}
      textAnchor={side === "low" ? "end" : "start"}
    >
      {chance === null ? "–" : percentText(chance).replace("%", "")}
    </text>
  );
  return (
    <div className={common.frame} style={{ width, height }}>
      <BarChart
        layout="vertical"
        width={width}
        height={height}
        data={data}
        margin={{ top: TOP, right: width - from - plot, bottom: BOTTOM, left: from }}
        barGap={-bar}
        barSize={bar}
        accessibilityLayer={false}
        {...(onApply ? {} : { role: "img", title: `${props.label}. ${rows.map(inWords).join(" ")}` })}
      >
        <XAxis type="number" domain={[0, axis.end]} hide />
        <YAxis type="category" dataKey="id" hide />
        {axis.ticks.map((tick, i) => (
          <g key={tick}>
            <line className={common.grid} x1={at(tick)} x2={at(tick)} y1={TOP - 4} y2={height} />
            <text className={common.tick} x={at(tick)} y={TOP - 8} textAnchor="middle">
              {tickLabel(tick, i === axis.ticks.length - 1)}
            </text>
          </g>
        ))}
        {part("holds")}
        {part("breaks")}
        {ghost !== null && (
          <line className={common.ghost} x1={at(ghost)} x2={at(ghost)} y1={TOP - 4} y2={height} />
        )}
        <line className={common.case} x1={at(base)} x2={at(base)} y1={TOP - 4} y2={height} />
        <g fontSize={SIZE}>
          {rows.map((row, i) => (
            <g key={row.id}>
              <text className={i < LONGEST ? common.strong : common.name} y={middle(i) + SIZE * 0.36}>
                {fitText(row.label, { size: SIZE, weight: i < LONGEST ? 620 : 430 }, names - 6)}
              </text>
              {end(i, row.low, "low")}
              {end(i, row.high, "high")}
            </g>
          ))}
        </g>
      </BarChart>
      {onApply && (
        <MarkButtons
          label={props.label}
          marks={props.order.flatMap((id) => {
            const i = rows.findIndex((row) => row.id === id);
            const row = rows[i];
            if (!row) return [];
            const centre = at(Math.min(Math.max(base, row.low.chance ?? base), row.high.chance ?? base));
            return (["low", "high"] as const).flatMap((side) => {
              const { label, chance } = row[side];
              // What cannot be, cannot be applied.
              if (chance === null) return [];
              const edge = side === "low" ? at(chance) - NUMBERS : at(chance) + NUMBERS;
              const [left, right] = [Math.min(edge, centre), Math.max(edge, centre)];
              return {
                id: `${side} ${id}`,
                label: `${row.label} ${label}: ${percentText(chance)}. Apply`,
                row: i,
                left,
                top: TOP + i * rowHeight,
                width: right - left,
                height: rowHeight,
              };
            });
          })}
          onPress={(id) => {
            const [side, ...rest] = id.split(" ");
            onApply(rest.join(" "), side === "low" ? "low" : "high");
          }}
        />
      )}
    </div>
  );
}

function inWords({ label, low, high }: TornadoRow): string {
  const say = ({ label: at, chance }: TornadoEnd) =>
    chance === null ? `${at} cannot be` : `${percentText(chance)} (${at})`;
  return `${label}: ${say(low)} to ${say(high)}.`;
}
