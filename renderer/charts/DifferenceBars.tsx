import styles from "./DifferenceBars.module.css";
import { signed } from "./percent.ts";
import { fitText } from "./text.ts";
import { useFonts } from "./useFonts.ts";

export interface DifferenceGroup {
  readonly id: string;
  readonly label: string;
  /** Whole points; the rows sum to it. */
  readonly total: number;
  readonly rows: readonly {
    readonly id: string;
    readonly label: string;
    readonly points: number;
    readonly value: number;
  }[];
  /** Said instead of rows where nothing that changed acts here. */
  readonly none: string;
}

export interface DifferenceBarsProps {
  readonly groups: readonly DifferenceGroup[];
  /** Points at the ends of the common axis; it holds 0. */
  readonly domain: readonly [low: number, high: number];
  /** px */
  readonly width: number;
  readonly rowHeight?: number;
}

const NUMBERS = 34;
const GAP = 8;

/** How high the bars stand, px. */
export const differenceHeight = (groups: readonly DifferenceGroup[], rowHeight: number): number =>
  groups.reduce((sum, { rows }) => sum + 1 + Math.max(1, rows.length), 0) * rowHeight;

/** What of a difference each change accounts for: bars from one zero, orange towards a break, blue away from it. */
export function DifferenceBars({ groups, domain: [low, high], width, rowHeight = 24 }: DifferenceBarsProps) {
  useFonts();
  const size = rowHeight < 22 ? 11.5 : 12.5;
  const names = Math.min(Math.floor(width * 0.42), 170);
  const plot = Math.max(width - names - NUMBERS - 2 * GAP, 1);
  const x = (points: number) => names + GAP + ((points - low) / Math.max(high - low, 1e-9)) * plot;
  let line = -1;
  const baseline = () => (line + 0.5) * rowHeight + size * 0.36;
  const spoken = groups.map(
    ({ label, total, rows, none }) =>
      `${label} ${signed(total)}: ${rows.length === 0 ? none : rows.map((row) => `${row.label} ${signed(row.points)}`).join(", ")}.`,
  );
  return (
    <svg
      className={styles.bars}
      role="img"
      aria-label={spoken.join(" ")}
      width={width}
      height={differenceHeight(groups, rowHeight)}
      viewBox={`0 0 ${String(width)} ${String(differenceHeight(groups, rowHeight))}`}
    >
      {groups.map(({ id, label, total, rows, none }) => {
        line++;
        const head = baseline();
        return (
          <g key={id} fontSize={size}>
            <text className={styles.head} y={head} fontSize={size - 1}>
              {fitText(label, { size: size - 1 }, width - NUMBERS - GAP)}
            </text>
            <text className={styles.head} x={width} y={head} textAnchor="end" fontSize={size - 1}>
              {signed(total)}
            </text>
            {rows.length === 0 && (
              <g>
                <text className={styles.quiet} y={(++line, baseline())}>
                  {none}
                </text>
                <text className={styles.none} x={width} y={baseline()} textAnchor="end">
                  {signed(0)}
                </text>
              </g>
            )}
            {rows.map((row) => {
              line++;
              const [from, to] = [x(Math.min(0, row.value)), x(Math.max(0, row.value))];
              const tone = row.points === 0 ? styles.none : row.points > 0 ? styles.apart : styles.hold;
              return (
                <g key={row.id}>
                  <text className={styles.name} y={baseline()}>
                    {fitText(row.label, { size }, names)}
                  </text>
                  <rect
                    className={tone}
                    x={from}
                    y={(line + 0.5) * rowHeight - 5.5}
                    width={Math.max(to - from, 1.5)}
                    height={11}
                    rx={2}
                  />
                  <text className={tone} x={width} y={baseline()} textAnchor="end">
                    {signed(row.points)}
                  </text>
                </g>
              );
            })}
          </g>
        );
      })}
    </svg>
  );
}
