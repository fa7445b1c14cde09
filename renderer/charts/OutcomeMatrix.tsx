import styles from "./OutcomeMatrix.module.css";
import { fitText, measureText, wrapText } from "./text.ts";
import { useFonts } from "./useFonts.ts";

export interface MatrixRow {
  readonly id: string;
  readonly label: string;
  /** By which factor each outcome becomes more likely, in the order of the columns. */
  readonly factors: readonly number[];
  readonly isStrong?: boolean;
}

export interface OutcomeMatrixProps {
  readonly label: string;
  /** Above the names of the rows. */
  readonly head: string;
  readonly columns: readonly string[];
  readonly rows: readonly MatrixRow[];
  /** px */
  readonly width: number;
}

const SIZE = 12;
const LINE = 14;
const SMALLEST_HEAD = 9;
/** Of the heads; the largest at which every word of theirs fits its column. */
const HEADS = [10.5, 10, 9.5, SMALLEST_HEAD];
const HEAD_WEIGHT = 540;
const GAP = 2;
const SHADES = 5;

export const times = (factor: number): string => `×${factor.toFixed(2)}`;

/** At most two lines. */
function twoLines(text: string, weight: number, width: number, size = SIZE): string[] {
  const font = { size, weight };
  const [first = "", ...rest] = wrapText(text, font, width);
  return rest.length === 0 ? [fitText(first, font, width)] : [first, fitText(rest.join(" "), font, width)];
}

/**
 * Signs against outcomes: darker ink the further a factor is from 1, in five steps of the farthest. No hue, for colour
 * has another meaning; the numbers say on which side of 1 they are.
 */
export function OutcomeMatrix({ label, head, columns, rows, width }: OutcomeMatrixProps) {
  useFonts();
  const names = Math.floor(width * 0.34);
  const cell = (width - names) / Math.max(columns.length, 1);
  const away = (factor: number) => Math.abs(Math.log(Math.max(factor, 1e-9)));
  const most = Math.max(...rows.flatMap(({ factors }) => factors.map((one) => (one > 0 ? away(one) : 0))), 1e-9);
  const fits = (size: number) => columns.every((column) => column.split(" ").every((word) => measureText(word, { size, weight: HEAD_WEIGHT }) <= cell - 1));
  const headSize = HEADS.find(fits) ?? SMALLEST_HEAD;
  const heads = columns.map((column) => twoLines(column, HEAD_WEIGHT, cell - 1, headSize));
  const top = Math.max(...heads.map((lines) => lines.length), 1) * 13 + 6;
  const laid = rows.map((row) => twoLines(row.label, row.isStrong ? 640 : 430, names - 10));
  const high = laid.some((lines) => lines.length > 1) ? 2 * LINE + 4 : 24;
  const height = top + rows.length * (high + GAP);
  return (
    <svg
      className={styles.matrix}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
    >
      <text className={styles.head} fontSize={HEADS[0]} y={top - 7}>
        {fitText(head, { size: 11 }, names - 8)}
      </text>
      {heads.map((lines, c) =>
        lines.map((line, k) => (
          <text
            key={`${c} ${k}`}
            className={styles.head}
            fontSize={headSize}
            x={names + (c + 0.5) * cell}
            y={top - 7 - (lines.length - 1 - k) * 13}
            textAnchor="middle"
          >
            {line}
          </text>
        )),
      )}
      {rows.map(({ id, factors, isStrong }, r) => {
        const y = top + r * (high + GAP);
        const lines = laid[r] ?? [];
        return (
          <g key={id}>
            <text className={styles.name} fontWeight={isStrong ? 640 : 430}>
              {lines.map((line, k) => (
                <tspan key={k} x={0} y={y + high / 2 + SIZE * 0.36 + LINE * (k - (lines.length - 1) / 2)}>
                  {line}
                </tspan>
              ))}
            </text>
            {factors.map((factor, c) => (
              <g key={c}>
                <rect
                  className={styles.cell}
                  x={names + c * cell + GAP / 2}
                  y={y}
                  width={Math.max(cell - GAP, 1)}
                  height={high}
                  rx={4}
                  fillOpacity={[0.02, 0.06, 0.11, 0.18, 0.25, 0.33][Math.min(SHADES, Math.round((SHADES * away(factor)) / most))]}
                />
                <text
                  className={styles.number}
                  x={names + (c + 0.5) * cell}
                  y={y + high / 2 + SIZE * 0.36}
                  textAnchor="middle"
                >
                  {times(factor)}
                </text>
              </g>
            ))}
          </g>
        );
      })}
    </svg>
  );
} // prettier-ignore
