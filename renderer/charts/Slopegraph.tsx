import styles from "./Slopegraph.module.css";
import { percentText } from "./percent.ts";

export interface SlopegraphProps {
  /** One line per person, shares 0..1. */
  readonly lines: readonly { readonly from: number; readonly to: number }[];
  /** What the room says, set off; null where it is not to be shown. */
  readonly pool: { readonly from: number; readonly to: number } | null;
  readonly heads: readonly [string, string];
  readonly width: number;
  readonly height: number;
  readonly label: string;
  /** A move of this size or more is drawn strong. */
  readonly strong?: number;
}

const TOP = 26;
const FOOT = 8;

/** Round numbers that enclose the values, 0..1. */
function bounds(values: readonly number[]): readonly [number, number] {
  const low = Math.max(0, Math.floor(Math.min(...values) * 10) / 10);
  const high = Math.min(1, Math.ceil(Math.max(...values) * 10) / 10);
  return high - low < 0.1 ? [Math.max(0, high - 0.1), high] : [low, high];
}

/** Where everybody stood before and after; who moved most is drawn strong. */
export function Slopegraph({ lines, pool, heads, width, height, label, strong = 0.05 }: SlopegraphProps) {
  const all = [...lines, ...(pool ? [pool] : [])].flatMap(({ from, to }) => [from, to]);
  const [low, high] = bounds(all);
  const [left, right] = [52, Math.max(53, width - 52)];
  const y = (share: number) => TOP + ((high - share) / (high - low)) * (height - TOP - FOOT);
  const marks = Array.from({ length: Math.round((high - low) * 10) + 1 }, (_, i) => low + i / 10);
  return (
    <svg className={styles.graph} role="img" aria-label={label} width={width} height={height}>
      {([left, right] as const).map((x, i) => (
        <g key={x}>
          <line className={styles.axis} x1={x} x2={x} y1={TOP - 4} y2={height - FOOT + 4} />
          <text className={styles.head} x={x} y={14} textAnchor="middle">
            {heads[i]}
          </text>
        </g>
      ))}
      {marks.map((share) => (
        <text key={share} className={styles.text} x={left - 10} y={y(share) + 4} textAnchor="end">
          {`${Math.round(share * 100)}%`}
        </text>
      ))}
      {lines.map(({ from, to }, i) => (
        <g key={i}>
          <line
            className={Math.abs(to - from) >= strong ? `${styles.line} ${styles.moved}` : styles.line}
            x1={left}
            x2={right}
            y1={y(from)}
            y2={y(to)}
          />
          <circle className={styles.end} cx={left} cy={y(from)} r={3} />
          <circle className={styles.end} cx={right} cy={y(to)} r={3} />
        </g>
      ))}
      {pool && (
        <g>
          <line className={styles.pool} x1={left} x2={right} y1={y(pool.from)} y2={y(pool.to)} />
          <circle className={styles.poolEnd} cx={left} cy={y(pool.from)} r={4.5} />
          <circle className={styles.poolEnd} cx={right} cy={y(pool.to)} r={4.5} />
          <text className={styles.poolText} x={right + 9} y={y(pool.to) + 4}>
            {percentText(pool.to)}
          </text>
        </g>
      )}
    </svg>
  );
}
