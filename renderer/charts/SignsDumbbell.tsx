import type { Axis } from "./axis.ts";
import { tickLabel } from "./axis.ts";
import { type ChartMark, MarkButtons } from "./MarkButtons.tsx";
import { percentText } from "./percent.ts";
import common from "./Plot.module.css";
import styles from "./SignsDumbbell.module.css";
import { RowButtons } from "./RowButtons.tsx";
import { fitText, measureText, wrapText } from "./text.ts";
import { useFonts } from "./useFonts.ts";

export interface SignRow {
  readonly id: string;
  readonly label: string;
  /** Chance that it is seen. */
  readonly yes: number;
  /** Chance of a break then, and otherwise; null where that cannot be. */
  readonly ifYes: number | null;
  readonly ifNo: number | null;
  /** What it tells, in steps from 1 to 5, relative to the most telling one; 0: next to nothing. */
  readonly steps: number;
}

export interface SignsDumbbellProps {
  readonly label: string;
  /** Most telling first. */
  readonly rows: readonly SignRow[];
  readonly order: readonly string[];
  readonly axis: Axis & { readonly start: number };
  readonly base: number;
  readonly ghost?: number | null;
  /** px */
  readonly width: number;
  readonly rowHeight: number;
  /** Its dots can be pressed. */
  readonly onApply?: (id: string, isSeen: boolean) => void;
  /** Its rows can be pressed: what that begins, and with which sign. */
  readonly onPick?: { readonly does: string; readonly pick: (id: string) => void };
}

const TOP = 34;
const SIZE = 12;
const STEPS = 5;
const BOX = 8;
const NUMBERS = 24;

const namesWidth = (width: number) => Math.floor(Math.max(Math.min(width * 0.42, 380), width - 620));

/** Rows as low as their names allow: names that are too long for one line get two. */
export const signRowHeight = (rows: readonly SignRow[], width: number): number =>
  rows.some(({ label }) => measureText(label, { size: SIZE }) > namesWidth(width) - 10) ? 32 : 24;

/** What each sign would tell: the chance of a break if it is seen and if it is not, and how much that is worth. */
export function SignsDumbbell(props: SignsDumbbellProps) {
  const { rows, axis, base, width, rowHeight, onApply, onPick, ghost = null } = props;
  useFonts();
  const info = STEPS * (BOX + 2) + 14;
  const chance = 44;
  const names = namesWidth(width);
  const from = names + chance + NUMBERS;
  const plot = Math.max(width - from - NUMBERS - info, 20);
  const height = TOP + rows.length * rowHeight + 2;
  const at = (share: number) =>
    from + ((Math.min(Math.max(share, axis.start), axis.end) - axis.start) / (axis.end - axis.start)) * plot;
  const middle = (i: number) => TOP + (i + 0.5) * rowHeight;
  const lines = (label: string) => {
    const font = { size: SIZE };
    const all = rowHeight >= 30 ? wrapText(label, font, names - 10) : [label];
    return all.length <= 2
      ? all.map((line) => fitText(line, font, names - 10))
      : [all[0] ?? "", fitText(all.slice(1).join(" "), font, names - 10)];
  };
  const head = (text: string, x: number, anchor: "start" | "middle" | "end") => (
    <text className={common.tick} x={x} y={11} textAnchor={anchor}>
      {text}
    </text>
  );
  return (
    <div className={common.frame} style={{ width, height }}>
      <svg
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role={onApply || onPick ? undefined : "img"}
        aria-label={onApply || onPick ? undefined : `${props.label}. ${rows.map(inWords).join(" ")}`}
        aria-hidden={onApply || onPick ? true : undefined}
      >
        {head("Sign", 0, "start")}
        {head("Seen", names + chance - 10, "end")}
        <g className={styles.key}>
          <circle className={styles.seen} cx={from + 4} cy={7} r={4} />
          <text className={common.tick} x={from + 12} y={11}>
            break if seen
          </text>
          <circle className={styles.unseen} cx={from + 104} cy={7} r={4} />
          <text className={common.tick} x={from + 112} y={11}>
            if not
          </text>
        </g>
        {head("Tells", width, "end")}
        {axis.ticks.map((tick, i) => (
          <g key={tick}>
            <line className={common.grid} x1={at(tick)} x2={at(tick)} y1={TOP - 4} y2={height} />
            <text className={common.tick} x={at(tick)} y={TOP - 8} textAnchor="middle">
              {tickLabel(tick, i === axis.ticks.length - 1)}
            </text>
          </g>
        ))}
        {ghost !== null && (
          <line className={common.ghost} x1={at(ghost)} x2={at(ghost)} y1={TOP - 4} y2={height} />
        )}
        <line className={common.case} x1={at(base)} x2={at(base)} y1={TOP - 4} y2={height} />
        <g fontSize={SIZE}>
          {rows.map((row, i) => {
            const y = middle(i);
            const text = lines(row.label);
            const tone = (row.ifYes ?? base) >= (row.ifNo ?? base) ? common.apart : common.hold;
            const [low, high] = [Math.min(row.ifYes ?? base, row.ifNo ?? base), Math.max(row.ifYes ?? base, row.ifNo ?? base)]; // prettier-ignore
            return (
              <g key={row.id} className={tone}>
                <text className={common.name}>
                  {text.map((line, k) => (
                    <tspan key={k} x={0} y={y + SIZE * (0.36 + 1.18 * (k - (text.length - 1) / 2))}>
                      {line}
                    </tspan>
                  ))}
                </text>
                <text className={common.number} x={names + chance - 10} y={y + SIZE * 0.36} textAnchor="end">
                  {percentText(row.yes)}
                </text>
                {row.ifYes !== null && row.ifNo !== null ? (
                  <line className={styles.span} x1={at(low)} x2={at(high)} y1={y} y2={y} />
                ) : (
                  <text className={common.tick} x={from + plot / 2} y={y + 4} textAnchor="middle">
                    {row.ifYes === null ? "cannot be seen now" : "cannot be missing now"}
                  </text>
                )}
                {/* Where both fall on one place the hollow one is a ring around the filled one. */}
                {row.ifNo !== null && (
                  <circle
                    className={styles.unseen}
                    cx={at(row.ifNo)}
                    cy={y}
                    r={row.ifYes !== null && at(high) - at(low) < 4 ? 6.5 : 4}
                  />
                )}
                {row.ifYes !== null && <circle className={styles.seen} cx={at(row.ifYes)} cy={y} r={4.4} />}
                {row.ifYes !== null && row.ifNo !== null && (
                  <>
                    <text className={common.number} x={at(low) - 8} y={y + SIZE * 0.36} textAnchor="end">
                      {percentText(low).replace("%", "")}
                    </text>
                    <text className={common.number} x={at(high) + 8} y={y + SIZE * 0.36}>
                      {percentText(high).replace("%", "")}
                    </text>
                  </>
                )}
                {Array.from({ length: STEPS }, (_, k) => (
                  <rect
                    key={k}
                    className={k < row.steps ? styles.full : styles.hollow}
                    x={width - (STEPS - k) * (BOX + 2) + 2}
                    y={y - BOX / 2}
                    width={BOX}
                    height={BOX}
                    rx={1.5}
                  />
                ))}
              </g>
            );
          })}
        </g>
      </svg>
      {onPick && (
        <RowButtons
          label={`${props.label}; ${onPick.does}`}
          rows={rows.map((row, i) => ({
            id: row.id,
            label: inWords(row),
            top: TOP + i * rowHeight,
            height: rowHeight,
            hint: () => row.label,
          }))}
          selected={null}
          left={-4}
          width={width + 8}
          onSelect={onPick.pick}
        />
      )}
      {onApply && (
        <MarkButtons
          label={props.label}
          marks={props.order.flatMap((id) => {
            const i = rows.findIndex((row) => row.id === id);
            const row = rows[i];
            return row ? targets(row, i, at, TOP + i * rowHeight, rowHeight) : [];
          })}
          onPress={(pressed) => {
            const [side, ...rest] = pressed.split(" ");
            onApply(rest.join(" "), side === "yes");
          }}
        />
      )}
    </div>
  );
}

/** Two buttons a sign, that meet between its two dots. */
function targets(row: SignRow, i: number, at: (share: number) => number, top: number, height: number) {
  const { ifYes, ifNo } = row;
  const centre = (at(ifYes ?? ifNo ?? 0) + at(ifNo ?? ifYes ?? 0)) / 2;
  const isRight = (ifYes ?? 0) >= (ifNo ?? 0);
  const side = (key: "yes" | "no", chance: number | null): ChartMark[] => {
    if (chance === null) return [];
    const edge = at(chance) + ((key === "yes") === isRight ? NUMBERS : -NUMBERS);
    return [
      {
        id: `${key} ${row.id}`,
        label: `${row.label}, ${key === "yes" ? "seen" : "not seen"}: ${percentText(chance)}. Apply`,
        row: i,
        left: Math.min(edge, centre),
        top,
        width: Math.abs(edge - centre),
        height,
      },
    ];
  };
  return [...side("yes", ifYes), ...side("no", ifNo)];
}

function inWords({ label, yes, ifYes, ifNo, steps }: SignRow): string {
  const say = (chance: number | null) => (chance === null ? "cannot be" : percentText(chance));
  return `${label}: seen with ${percentText(yes)}; break if seen ${say(ifYes)}, if not ${say(ifNo)}; tells ${steps} of ${STEPS}.`;
}
