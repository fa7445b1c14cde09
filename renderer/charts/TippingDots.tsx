import { type Axis, tickLabel } from "./axis.ts";
import { type ChartMark, MarkButtons } from "./MarkButtons.tsx";
import { percentText } from "./percent.ts";
import { fitText, measureText } from "./text.ts";
import common from "./Plot.module.css";
import styles from "./TippingDots.module.css";
import { useFonts } from "./useFonts.ts";

/** One value that an input can be given, and the chance that gives; null where it cannot be. */
export interface TippingMark {
  readonly id: string;
  /** "very high", "weight 7.5" */
  readonly label: string;
  readonly chance: number | null;
  /** The nearest value that is enough. */
  readonly isTip: boolean;
}

export interface TippingRow {
  readonly id: string;
  readonly label: string;
  readonly tone: "apart" | "hold";
  /** In the order of the input's values. */
  readonly marks: readonly TippingMark[];
  /** Chances at both ends of what is plausible, where that is less than everything. */
  readonly plausible: readonly [number, number] | null;
  /** "high → very high: 52%", "not alone · at most 40%" */
  readonly says: string;
  readonly isEnough: boolean;
}

export interface TippingDotsProps {
  readonly label: string;
  readonly rows: readonly TippingRow[];
  /** The order of the buttons, whatever the order of the rows. */
  readonly order: readonly string[];
  readonly axis: Axis;
  /** The word asked about, as shares, with its name; drawn as far as the scale goes. */
  readonly target: {
    readonly label: string;
    readonly low: number;
    readonly high: number;
    /** Orange where it lies towards a break, blue where away from it. */
    readonly tone: "apart" | "hold";
  };
  readonly base: number;
  readonly ghost?: number | null;
  /** Dots for few values, where they do not lie on one another; ticks where there are many. */
  readonly marks: "dots" | "ticks";
  /** px */
  readonly width: number;
  readonly rowHeight: number;
  readonly onApply?: (row: string, mark: string) => void;
}

const TOP = 38;
const SIZE = 12;
const RADIUS = 3.4;
/** A mark is never a smaller target than this, px. */
const LEAST = 8;
/** Hollow dots nearer to each other than this would look like one that is filled. */
const APART = 1.5 * RADIUS;

/** What each input alone can do: its values as dots on the scale, the word asked about as a band across all. */
export function TippingDots(props: TippingDotsProps) {
  const { rows, axis, target, base, width, rowHeight, marks, onApply, ghost = null } = props;
  useFonts();
  const widest = (texts: readonly string[], weight: number) =>
    Math.ceil(Math.max(0, ...texts.map((text) => measureText(text, { size: SIZE, weight }))));
  const names = Math.min(widest(rows.map(({ label }) => label), 620) + 14, Math.floor(width * 0.32)); // prettier-ignore
  const words = Math.min(widest(rows.map(({ says }) => says), 620) + 16, Math.floor(width * 0.36)); // prettier-ignore
  const plot = Math.max(width - names - words, 10);
  const height = TOP + rows.length * rowHeight + 2;
  const at = (share: number) => names + (Math.min(share, axis.end) / axis.end) * plot;
  const middle = (i: number) => TOP + (i + 0.5) * rowHeight;
  const [low, high] = [at(target.low), at(target.high)];
  const label = `case ${percentText(base).replace("%", "")}`;
  const half = measureText(label, { size: 11, weight: 640 }) / 2 + 8;
  const isClear = (tick: number) => Math.abs(at(tick) - at(base)) > half + 6;
  const bandWidth = measureText(target.label, { size: 11, weight: 640 });
  const bandMiddle = Math.min(Math.max((low + high) / 2, names + bandWidth / 2), width - bandWidth / 2);
  return (
    <div className={common.frame} style={{ width, height }}>
      <svg
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role={onApply ? undefined : "img"}
        aria-label={onApply ? undefined : `${props.label}. ${rows.map(inWords).join(" ")}`}
        aria-hidden={onApply ? true : undefined}
      >
        {axis.ticks.map((tick) => (
          <g key={tick}>
            <line className={common.grid} x1={at(tick)} x2={at(tick)} y1={TOP - 6} y2={height} />
          </g>
        ))}
        {target.low < axis.end && (
          <>
            <rect className={styles.target} data-tone={target.tone} x={low} width={Math.max(high - low, 1)} y={TOP - 20} height={height - TOP + 20} /> {/* prettier-ignore */}
            <text className={common.strong} x={bandMiddle} y={TOP - 25} textAnchor="middle" fontSize={11}>
              {target.label}
            </text>
          </>
        )}
        {axis.ticks.map(
          (tick, i) =>
            isClear(tick) && (
              <text key={tick} className={common.tick} x={at(tick)} y={TOP - 10} textAnchor="middle">
                {tickLabel(tick, i === axis.ticks.length - 1)}
              </text>
            ),
        )}
        {ghost !== null && (
          <line className={common.ghost} x1={at(ghost)} x2={at(ghost)} y1={TOP - 4} y2={height} />
        )}
        {rows.map((row, i) => {
          const chances = row.marks.flatMap(({ chance }) => chance ?? []);
          const y = middle(i);
          return (
            <g key={row.id} className={common[row.tone]} fontSize={SIZE}>
              <text className={row.isEnough ? common.strong : common.name} y={y + SIZE * 0.36}>
                {fitText(row.label, { size: SIZE, weight: row.isEnough ? 620 : 430 }, names - 10)}
              </text>
              {chances.length > 0 && (
                <line
                  className={row.plausible ? styles.thin : styles.span}
                  x1={at(Math.min(...chances))}
                  x2={at(Math.max(...chances))}
                  y1={y}
                  y2={y}
                />
              )}
              {row.plausible && (
                <line className={styles.span} x1={at(row.plausible[0])} x2={at(row.plausible[1])} y1={y} y2={y} />
              )}
              <text
                className={row.isEnough ? common.strong : styles.says}
                x={names + plot + 16}
                y={y + SIZE * 0.36}
              >
                {fitText(row.says, { size: SIZE, weight: row.isEnough ? 620 : 430 }, words - 14)}
              </text>
            </g>
          );
        })}
        <line className={common.case} x1={at(base)} x2={at(base)} y1={TOP - 6} y2={height} />
        <text className={common.strong} x={at(base)} y={TOP - 10} textAnchor="middle" fontSize={11}>
          {label}
        </text>
        {rows.map((row, i) => (
          <g key={row.id} className={common[row.tone]}>
            {row.marks.map(({ id, chance, isTip }) =>
              chance === null ? null : isTip ? (
                <circle key={id} className={styles.tip} cx={at(chance)} cy={middle(i)} r={RADIUS + 1.8} />
              ) : marks === "dots" && areApart(row, at) ? (
                <circle key={id} className={styles.dot} cx={at(chance)} cy={middle(i)} r={RADIUS} />
              ) : (
                <line key={id} className={styles.mark} x1={at(chance)} x2={at(chance)} y1={middle(i) - 3.5} y2={middle(i) + 3.5} />
              ),
            )}
          </g>
        ))}
      </svg>
      {onApply && (
        <MarkButtons
          label={props.label}
          marks={props.order.flatMap((id) => {
            const i = rows.findIndex((row) => row.id === id);
            const row = rows[i];
            return row ? targets(row, i, at, TOP + i * rowHeight, rowHeight) : [];
          })}
          onPress={(pressed) => {
            const row = rows.find(({ id, marks: all }) => all.some((mark) => keyOf(id, mark.id) === pressed));
            const mark = row?.marks.find(({ id }) => keyOf(row.id, id) === pressed);
            if (row && mark) onApply(row.id, mark.id);
          }}
        />
      )}
    </div>
  );
} // prettier-ignore

function areApart({ marks }: TippingRow, at: (share: number) => number): boolean {
  const xs = marks.flatMap(({ chance }) => (chance === null ? [] : at(chance))).sort((a, b) => a - b);
  return xs.every((x, i) => i === 0 || x - (xs[i - 1] ?? 0) >= APART);
}

const keyOf = (row: string, mark: string) => `${mark} of ${row}`;

/** Each mark's button reaches halfway to its neighbours. */
function targets(row: TippingRow, i: number, at: (share: number) => number, top: number, height: number) {
  const known = row.marks.flatMap(({ chance, ...mark }) => (chance === null ? [] : { ...mark, chance }));
  const inOrder = [...known].sort((a, b) => a.chance - b.chance);
  return known.map((mark): ChartMark => {
    const k = inOrder.indexOf(mark);
    const x = at(mark.chance);
    const gap = (other: (typeof known)[number] | undefined) =>
      other ? Math.min(Math.abs(at(other.chance) - x) / 2, 12) : 12;
    const left = Math.max(gap(inOrder[k - 1]), LEAST / 2);
    const right = Math.max(gap(inOrder[k + 1]), LEAST / 2);
    return {
      id: keyOf(row.id, mark.id),
      label: `${row.label} ${mark.label}: ${percentText(mark.chance)}${mark.isTip ? ", the tipping point" : ""}. Apply`,
      row: i,
      left: x - left,
      top,
      width: left + right,
      height,
    };
  });
}

const inWords = ({ label, says }: TippingRow) => `${label}: ${says}.`;
