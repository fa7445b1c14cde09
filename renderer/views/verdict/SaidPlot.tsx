import type { SettledHorizon } from "../../../app/model/analysis/verdict.ts";
import { percentLabel } from "../../../app/model/words/numbers.ts";
import { measureText } from "../../charts/text.ts";
import { useFonts } from "../../charts/useFonts.ts";
import styles from "./Verdict.module.css";

interface Props {
  readonly rows: readonly (SettledHorizon & { readonly label: string })[];
  /** px */
  readonly width: number;
}

const ROW = 46;
const FOOT = 40;
const TICKS = [0, 0.25, 0.5, 0.75, 1];

/** A diamond around a point. */
const diamond = (x: number, y: number, r: number) =>
  `M${x} ${y - r}L${x + r} ${y}L${x} ${y + r}L${x - r} ${y}Z`;

/** One line a horizon from no break to a break: what was said, and on which end it came out. Ink only. */
export function SaidPlot({ rows, width }: Props) {
  useFonts();
  const names = Math.min(130, Math.max(...rows.map(({ label }) => measureText(label, { size: 12.5 }))) + 14);
  const [left, right] = [names + 10, width - 14];
  const x = (p: number) => left + p * (right - left);
  const height = rows.length * ROW + FOOT;
  return (
    <svg
      className={styles.plot}
      width={width}
      height={height}
      role="img"
      aria-label="What was said, beside what came"
    >
      {TICKS.map((p) => (
        <g key={p}>
          <line className={styles.tick} x1={x(p)} x2={x(p)} y1={6} y2={rows.length * ROW} />
          <text
            className={styles.axis}
            x={x(p)}
            y={rows.length * ROW + 14}
            textAnchor={p === 1 ? "end" : p === 0 ? "start" : "middle"}
          >
            {p === 0 ? "no break" : p === 1 ? "a break" : `${p * 100}%`}
          </text>
        </g>
      ))}
      {rows.map(({ horizon, label, broke, by }, i) => {
        const y = i * ROW + ROW / 2 + 4;
        const end = broke ? 1 : 0;
        return (
          <g key={horizon}>
            <text className={styles.name} x={0} y={y + 4}>
              {label}
            </text>
            <line className={styles.rail} x1={left} x2={right} y1={y} y2={y} />
            <line className={styles.miss} x1={x(by.article.p)} x2={x(end)} y1={y} y2={y} />
            <circle className={styles.outside} cx={x(by.outside.p)} cy={y} r={5} />
            <circle className={styles.article} cx={x(by.article.p)} cy={y} r={6} />
            <path className={styles.came} d={diamond(x(end), y, 8)} />
            <text
              className={styles.said}
              x={x(by.article.p)}
              y={y - 11}
              textAnchor={by.article.p < 0.06 ? "start" : "middle"}
            >
              {percentLabel(by.article.p)}
            </text>
          </g>
        );
      })}
      <g transform={`translate(${left}, ${height - 8})`}>
        <circle className={styles.article} cx={6} cy={-4} r={5} />
        <text className={styles.axis} x={16}>
          the article
        </text>
        <circle className={styles.outside} cx={92} cy={-4} r={4.5} />
        <text className={styles.axis} x={102}>
          outside view
        </text>
        <path className={styles.came} d={diamond(192, -4, 6)} />
        <text className={styles.axis} x={203}>
          what came
        </text>
      </g>
    </svg>
  );
}
