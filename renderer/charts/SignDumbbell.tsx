import type { NiceAxis } from "./niceAxis.ts";
import { percentText } from "./percent.ts";
import { RowButtons } from "./RowButtons.tsx";
import styles from "./SignDumbbell.module.css";
import { fitText } from "./text.ts";
import { useFonts } from "./useFonts.ts";

export interface SignLine {
  readonly id: string;
  readonly label: string;
  /** Chance that it is seen. */
  readonly yes: number;
  /** Chance of a break then, and otherwise; null where that cannot be. */
  readonly ifYes: number | null;
  readonly ifNo: number | null;
  /** What it tells, 0..5. */
  readonly steps: number;
}

export interface SignDumbbellProps {
  readonly head: string;
  /** Most telling first. */
  readonly rows: readonly SignLine[];
  readonly axis: NiceAxis;
  readonly base: number;
  /** px */
  readonly width: number;
  readonly onPick: (id: string) => void;
}

const [TOP, ROW, SIZE] = [40, 21, 12];

/** The chance of a break if each sign is seen (full) and if it is not (hollow), beside the answer now. */
export function SignDumbbell({ head, rows, axis, base, width, onPick }: SignDumbbellProps) {
  useFonts();
  const tells = width > 420 ? 56 : 0;
  const names = Math.round(width * 0.42);
  const right = 46 + tells;
  const x = (share: number) =>
    names + 14 + ((share - axis.start) / (axis.end - axis.start)) * Math.max(width - names - 28 - right, 20);
  const height = TOP + rows.length * ROW + 4;
  return (
    <div className={styles.frame} style={{ width, height }}>
      <svg width={width} height={height} aria-hidden="true">
        <g className={styles.tick}>
          <text y={32}>{fitText(head, { size: 11 }, names - 8)}</text>
          <text x={width - right + 40} y={32} textAnchor="end">
            chance
          </text>
          {tells > 0 && (
            <text x={width} y={32} textAnchor="end">
              tells
            </text>
          )}
          <text x={width} y={11} textAnchor="end">
            break if seen ● / not seen ○
          </text>
        </g>
        {axis.ticks.map((tick, i) => (
          <g key={tick}>
            <line className={styles.grid} x1={x(tick)} x2={x(tick)} y1={TOP - 2} y2={height} />
            <text className={styles.tick} x={x(tick)} y={32} textAnchor="middle">
              {Math.round(tick * 100)}
              {i === axis.ticks.length - 1 ? "%" : ""}
            </text>
          </g>
        ))}
        <line className={styles.base} x1={x(base)} x2={x(base)} y1={TOP - 2} y2={height} />
        {rows.map((row, i) => {
          const y = TOP + (i + 0.5) * ROW;
          const tone = (row.ifYes ?? base) >= (row.ifNo ?? base) ? styles.apart : styles.hold;
          return (
            <g key={row.id} className={tone}>
              <text className={styles.name} y={y + 4} fontSize={SIZE}>
                {fitText(row.label, { size: SIZE }, names - 8)}
              </text>
              {row.ifYes !== null && row.ifNo !== null && (
                <line className={styles.span} x1={x(row.ifNo)} x2={x(row.ifYes)} y1={y} y2={y} />
              )}
              {row.ifNo !== null && <circle className={styles.not} cx={x(row.ifNo)} cy={y} r={4} />}
              {row.ifYes !== null && <circle className={styles.seen} cx={x(row.ifYes)} cy={y} r={4.4} />}
              <text
                className={styles.number}
                x={width - right + 40}
                y={y + 4}
                textAnchor="end"
                fontSize={SIZE}
              >
                {percentText(row.yes)}
              </text>
              {tells > 0 &&
                [0, 1, 2, 3, 4].map((k) => (
                  <rect
                    key={k}
                    className={k < row.steps ? styles.full : styles.empty}
                    x={width - 46 + k * 10}
                    y={y - 4}
                    width={7}
                    height={8}
                    rx={1.5}
                  />
                ))}
            </g>
          );
        })}
      </svg>
      <RowButtons
        label="Signs; choosing one begins an item on it"
        rows={rows.map((row, i) => ({
          id: row.id,
          label: inWords(row),
          top: TOP + i * ROW,
          height: ROW,
          hint: () => row.label,
        }))}
        selected={null}
        left={-4}
        width={width + 8}
        onSelect={onPick}
      />
    </div>
  );
}

function inWords({ label, yes, ifYes, ifNo, steps }: SignLine): string {
  const say = (p: number | null) => (p === null ? "cannot be" : percentText(p));
  return `${label}: chance ${percentText(yes)}; break if seen ${say(ifYes)}, if not ${say(ifNo)}; tells ${steps} of 5`;
}
