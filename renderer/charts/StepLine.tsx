import { axisAround, tickLabel } from "./axis.ts";
import { percentText } from "./percent.ts";
import styles from "./StepLine.module.css";
import { fitText } from "./text.ts";
import { useFonts } from "./useFonts.ts";

export interface StepPoint {
  readonly id: string;
  /** Place along the line, 0..1. */
  readonly at: number;
  /** Below the axis; empty: none. */
  readonly label: string;
  /** The answer from here on; null where there is none. */
  readonly value: number | null;
  /** Does not move the answer: a hollow mark. */
  readonly hollow?: boolean;
}

export interface StepLineProps {
  readonly label: string;
  readonly start: number;
  readonly points: readonly StepPoint[];
  /** Marks below the axis instead of the points' labels: years, say. */
  readonly ticks?: readonly { readonly at: number; readonly label: string }[];
  /** Borders between words, as shares, with what begins there. */
  readonly borders: readonly { readonly at: number; readonly label: string }[];
  readonly selected?: string | null;
  /** px */
  readonly width: number;
  readonly height: number;
}

const [LEFT, RIGHT, TOP, BOTTOM] = [34, 8, 14, 22];
/** Of the scale beyond the values: a step of a point is not to look like a landslide. */
const MARGIN = 0.015;

/** The answer step by step: flat until something counts, then up or down. Orange towards a break, blue away. */
export function StepLine({
  label,
  start,
  points,
  ticks,
  borders,
  selected = null,
  width,
  height,
}: StepLineProps) {
  useFonts();
  const values = [start, ...points.flatMap(({ value }) => value ?? [])];
  const axis = axisAround([Math.min(...values) - MARGIN, Math.max(...values) + MARGIN]);
  const plot = { width: Math.max(width - LEFT - RIGHT, 10), height: height - TOP - BOTTOM };
  const x = (at: number) => LEFT + at * plot.width;
  const y = (share: number) => TOP + ((axis.end - share) / (axis.end - axis.start)) * plot.height;
  const room = points.length > 0 ? plot.width / (points.length + 1) : plot.width;
  const before = (i: number): number | null =>
    points.slice(0, i).findLast(({ value }) => value !== null)?.value ?? start;
  const marks = ticks ?? points.map(({ at, label: name }) => ({ at, label: name }));
  const lastValue = points.at(-1)?.value ?? start;
  return (
    <svg className={styles.line} width={width} height={height} role="img" aria-label={label}>
      {axis.ticks.map((tick) => (
        <g key={tick}>
          <line className={styles.grid} x1={LEFT} x2={width - RIGHT} y1={y(tick)} y2={y(tick)} />
          <text className={styles.tick} x={LEFT - 6} y={y(tick) + 4} textAnchor="end">
            {tickLabel(tick, tick === axis.ticks.at(-1))}
          </text>
        </g>
      ))}
      {borders
        .filter(({ at }) => at > axis.start && at <= axis.end)
        .map(({ at, label: word }) => (
          <g key={at}>
            <line className={styles.border} x1={LEFT} x2={width - RIGHT} y1={y(at)} y2={y(at)} />
            <text className={styles.tick} x={width - RIGHT} y={y(at) - 4} textAnchor="end">
              {word}
            </text>
          </g>
        ))}
      {[{ at: 0, value: start as number | null }, ...points].map(({ at, value }, i, all) => {
        const from = value ?? before(i);
        const to = all[i + 1]?.at ?? 1;
        const next = all[i + 1]?.value;
        if (from === null) return null;
        return (
          <g key={i}>
            <line
              className={value === null ? styles.none : styles.flat}
              x1={x(at)}
              x2={x(to)}
              y1={y(from)}
              y2={y(from)}
            />
            {next !== undefined && next !== null && next !== from && (
              <line
                className={next > from ? styles.up : styles.down}
                x1={x(to)}
                x2={x(to)}
                y1={y(from)}
                y2={y(next)}
              />
            )}
          </g>
        );
      })}
      {points.map(({ id, at, value, hollow }, i) => {
        const level = value ?? before(i) ?? start;
        const tone = hollow || value === null ? styles.hollow : level === before(i) ? styles.same : level > (before(i) ?? start) ? styles.up : styles.down; // prettier-ignore
        return (
          <circle
            key={id}
            className={`${styles.dot} ${tone} ${id === selected ? styles.selected : ""}`}
            cx={x(at)}
            cy={y(level)}
            r={id === selected ? 5.5 : 4}
          />
        );
      })}
      <text className={styles.number} x={width - RIGHT} y={y(lastValue) - 7} textAnchor="end">
        {percentText(lastValue)}
      </text>
      {marks.map(({ at, label: name }, i) => (
        <text key={i} className={styles.tick} x={x(at)} y={height - 6} textAnchor="middle">
          {ticks ? name : fitText(name, { size: 11 }, room - 4)}
        </text>
      ))}
    </svg>
  );
}
