import styles from "./SetsList.module.css";
import { wrapText } from "./text.ts";
import { useFonts } from "./useFonts.ts";

export interface SetsListRow {
  /** "Assad secure high → very high; Proxy clashes medium → high" */
  readonly text: string;
  /** "58%" */
  readonly says: string;
}

const SIZE = 13;
const LINE = 18;
const GAP = 10;
const LEFT = 30;
const RIGHT = 56;

/** Sets of changes with what each comes to, as a picture for print. */
export function SetsList({ rows, width }: { readonly rows: readonly SetsListRow[]; readonly width: number }) {
  useFonts();
  const laid = rows.map(({ text, says }) => ({
    lines: wrapText(text, { size: SIZE }, width - LEFT - RIGHT),
    says,
  }));
  const tops = laid.reduce<number[]>((all, { lines }) => [...all, (all.at(-1) ?? 0) + lines.length * LINE + GAP], [0]); // prettier-ignore
  const height = Math.max(tops.at(-1) ?? 0, LINE);
  return (
    <svg
      className={styles.list}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={rows.map(({ text, says }, i) => `${i + 1}. ${text}: ${says}.`).join(" ")}
    >
      {laid.map(({ lines, says }, i) => {
        const top = tops[i] ?? 0;
        return (
          <g key={i} fontSize={SIZE}>
            {i > 0 && <line className={styles.rule} x1={0} x2={width} y1={top - GAP / 2} y2={top - GAP / 2} />}
            <text className={styles.number} x={0} y={top + SIZE}>
              {i + 1}
            </text>
            <text className={styles.text}>
              {lines.map((line, k) => (
                <tspan key={k} x={LEFT} y={top + SIZE + k * LINE}>
                  {line}
                </tspan>
              ))}
            </text>
            <text className={styles.says} x={width} y={top + SIZE} textAnchor="end">
              {says}
            </text>
          </g>
        );
      })}
    </svg>
  );
} // prettier-ignore
