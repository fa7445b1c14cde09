import { percentText } from "./percent.ts";
import styles from "./SaidPlot.module.css";
import { measureText } from "./text.ts";
import { useFonts } from "./useFonts.ts";

export interface SaidRow {
  readonly id: string;
  readonly label: string;
  /** Chance that was said, and the one beside it, 0..1. */
  readonly said: number;
  readonly beside?: number;
  /** 1: it broke, 0: it did not; a share where several came. */
  readonly came: number;
}

export interface SaidPlotProps {
  readonly label: string;
  readonly rows: readonly SaidRow[];
  /** What stands at both ends of the scale. */
  readonly ends: readonly [never: string, always: string];
  /** What the three marks are; without the second where nothing stands beside. */
  readonly marks: readonly [said: string, beside: string, came: string];
  /** px */
  readonly width: number;
}

const ROW = 46;
const FOOT = 40;
const TICKS = [0, 0.25, 0.5, 0.75, 1];

/** A diamond around a point. */
const diamond = (x: number, y: number, r: number) =>
  `M${x} ${y - r}L${x + r} ${y}L${x} ${y + r}L${x - r} ${y}Z`;

/** One line a row from no break to a break: what was said, and where it came out. Ink only. */
export function SaidPlot({ label: says, rows, ends, marks, width }: SaidPlotProps) {
  useFonts();
  const names = Math.min(
    width * 0.4,
    Math.max(...rows.map(({ label }) => measureText(label, { size: 12.5 }))) + 14,
  );
  const [left, right] = [names + 10, width - 14];
  const x = (p: number) => left + p * (right - left);
  // Quarters are named where they do not run into the ends.
  const roomy = (right - left) / 4 > 78;
  const height = rows.length * ROW + FOOT;
  const drawn = [
    { text: marks[0], draw: <circle className={styles.dot} cx={6} cy={-4} r={5} /> },
    ...(rows.some(({ beside }) => beside !== undefined)
      ? [{ text: marks[1], draw: <circle className={styles.beside} cx={6} cy={-4} r={4.5} /> }]
      : []),
    { text: marks[2], draw: <path className={styles.came} d={diamond(6, -4, 6)} /> },
  ];
  const key = drawn.map((one, i) => ({
    ...one,
    at: drawn.slice(0, i).reduce((sum, { text }) => sum + measureText(text, { size: 11 }) + 34, 0),
  }));
  return (
    <svg className={styles.plot} width={width} height={height} role="img" aria-label={says}>
      {TICKS.map((p) => (
        <g key={p}>
          <line className={styles.tick} x1={x(p)} x2={x(p)} y1={6} y2={rows.length * ROW} />
          <text
            className={styles.axis}
            x={x(p)}
            y={rows.length * ROW + 14}
            textAnchor={p === 1 ? "end" : p === 0 ? "start" : "middle"}
          >
            {p === 0 ? ends[0] : p === 1 ? ends[1] : `${roomy || p === 0.5 ? `${p * 100}%` : ""}`}
          </text>
        </g>
      ))}
      {rows.map(({ id, label, said, beside, came }, i) => {
        const y = i * ROW + ROW / 2 + 4;
        return (
          <g key={id}>
            <text className={styles.name} x={0} y={y + 4}>
              {label}
            </text>
            <line className={styles.rail} x1={left} x2={right} y1={y} y2={y} />
            <line className={styles.miss} x1={x(said)} x2={x(came)} y1={y} y2={y} />
            {/* Where both fall on one place the hollow one is a ring around the filled one. */}
            {beside !== undefined && (
              <circle
                className={styles.beside}
                cx={x(beside)}
                cy={y}
                r={Math.abs(x(beside) - x(said)) < 6 ? 9 : 5}
              />
            )}
            <circle className={styles.dot} cx={x(said)} cy={y} r={6} />
            <path className={styles.came} d={diamond(x(came), y, 8)} />
            <text
              className={styles.said}
              x={x(said)}
              y={y - 11}
              textAnchor={said < 0.06 ? "start" : "middle"}
            >
              {percentText(said)}
            </text>
          </g>
        );
      })}
      {key.map(({ text, draw, at }) => (
        <g key={text} transform={`translate(${left + at}, ${height - 8})`}>
          {draw}
          <text className={styles.axis} x={16}>
            {text}
          </text>
        </g>
      ))}
    </svg>
  );
}
