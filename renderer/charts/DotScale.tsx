import type { ReactNode } from "react";
import { BandScale, SIDE } from "./BandScale.tsx";
import type { Band } from "./BandScale.tsx";
import styles from "./DotScale.module.css";
import { layDots } from "./dots.ts";
import type { DotLayout } from "./dots.ts";
import { bandText, percentText } from "./percent.ts";

export interface DotScaleProps {
  /** 50 quantiles, ascending shares; null while there is no range yet. */
  readonly dots: readonly number[] | null;
  /** 10 % and 90 % quantile. */
  readonly low: number | null;
  readonly high: number | null;
  /** The answer, 0..1. */
  readonly point: number;
  /** The answer before the last edit: a dashed pin. */
  readonly ghost?: number | null;
  /** What the ghost is, where it is not the answer before: "baseline". */
  readonly ghostLabel?: string;
  /** Share at the right end of the scale, so that several can be read against each other; 1 unless told. */
  readonly end?: number;
  /** px of the whole drawing, the overhang of the outer words included. */
  readonly width: number;
  /** px above the scale, and the largest diameter of a dot. */
  readonly dotHeight: number;
  readonly maxDot: number;
  readonly labels: boolean;
  /** The dots belong to the answer before; a new range is being computed. */
  readonly stale?: boolean;
  readonly bands: readonly Band[];
  /** Index into `bands`; null where the answer lies outside the scale. */
  readonly active: number | null;
}

const TOP = 5;
const WORDS = 11;
/** Space between the highest stack and the head of the pin, and between the lowest dot and the scale. */
const HEADROOM = 10;
const LIFT = 3;
/** Of a hollow dot. */
const RIM = 1.1;
/** A range without dots is a bar this high. */
const SPAN = 10;

/** How far the words of the outermost bands reach beyond the scale, given the width of the whole drawing. */
const overhang = (width: number, labels: boolean) =>
  labels ? Math.max(10, Math.round((WORDS * 5.35 - 0.05 * width) / 0.9)) : 8;

/** Fifty plausible weightings as dots on the scale of estimative words, the answer as a pin among them. */
export function DotScale(props: DotScaleProps) {
  const { width, dotHeight, labels, bands, active, ghost = null, ghostLabel, end = 1 } = props;
  const side = end < 1 ? SIDE : overhang(width, labels);
  const drawn = Math.max(width - 2 * side, 1);
  // px of 0..1, of which a shorter scale shows the first part.
  const length = drawn / end;
  const base = TOP + dotHeight;
  const thick = labels ? 8 : 6;
  const height = base + thick + (labels ? 2 * WORDS + 10 : 4);
  // Away from the pin, unless the scale ends there.
  const isGhostOnTheRight =
    ghost !== null && (ghost > props.point ? ghost * length < drawn - 70 : ghost * length < 70);
  const layout =
    props.dots &&
    layDots({
      values: props.dots,
      low: props.low,
      high: props.high,
      width: length,
      height: dotHeight - HEADROOM,
      maxDot: props.maxDot,
    });
  return (
    <svg
      className={props.stale ? `${styles.scale} ${styles.stale}` : styles.scale}
      role="img"
      aria-label={describe(props)}
      width={width}
      height={height}
      viewBox={`${-side} 0 ${width} ${height}`}
    >
      <BandScale
        bands={bands}
        active={active}
        end={end}
        length={length}
        top={base}
        thick={thick}
        size={labels ? WORDS : null}
      />
      {ghost !== null && (
        <g data-part="ghost">
          <line
            className={styles.ghost}
            x1={ghost * length}
            x2={ghost * length}
            y1={TOP + 6}
            y2={base + thick + 1}
          />
          {ghostLabel === undefined ? (
            <circle className={styles.ghostHead} cx={ghost * length} cy={TOP + 6} r={3} />
          ) : (
            <text
              className={styles.note}
              x={ghost * length + (isGhostOnTheRight ? 5 : -5)}
              y={TOP + 14}
              fontSize={WORDS}
              textAnchor={isGhostOnTheRight ? "start" : "end"}
            >
              {ghostLabel}
            </text>
          )}
        </g>
      )}
      <g data-part="pin">
        <line
          className={styles.pin}
          x1={props.point * length}
          x2={props.point * length}
          y1={TOP}
          y2={base + thick + 1}
        />
        <circle className={styles.head} cx={props.point * length} cy={TOP} r={labels ? 4 : 3} />
      </g>
      {!layout && props.low !== null && props.high !== null && (
        <rect
          className={styles.inside}
          x={round(props.low * length)}
          y={base - LIFT - SPAN}
          width={round(Math.max(3, (props.high - props.low) * length))}
          height={SPAN}
          rx={2}
        />
      )}
      {layout && marks(layout, base, dotHeight - HEADROOM, length)}
    </svg>
  );
}

function marks(layout: DotLayout, base: number, room: number, length: number): ReactNode {
  if (layout.kind === "dots") {
    // Small ones have a thinner rim, or hollow would look filled.
    const rim = Math.min(RIM, layout.size * 0.16);
    return layout.dots.map((dot, i) => (
      <circle
        key={i}
        data-part="dot"
        className={dot.inside ? styles.inside : styles.outside}
        cx={round(dot.x)}
        cy={round(base - LIFT - dot.y)}
        r={round(layout.size / 2 - (dot.inside ? 0.7 : 0.45 + rim / 2))}
        strokeWidth={dot.inside ? undefined : round(rim)}
      >
        <title>{`1 of 50 plausible weightings: ${dot.span}`}</title>
      </circle>
    ));
  }
  // The label stands on the side with more room.
  const left = layout.x + layout.width / 2 < length / 2;
  return (
    <g>
      <rect
        className={styles.inside}
        x={round(layout.x)}
        y={base - LIFT - room * 0.6}
        width={round(layout.width)}
        height={room * 0.6}
        rx={2}
      />
      <text
        className={styles.note}
        x={round(left ? layout.x + layout.width + 8 : layout.x - 8)}
        y={base - LIFT - room * 0.3 + 4}
        fontSize={WORDS}
        textAnchor={left ? "start" : "end"}
      >
        {layout.label}
      </text>
    </g>
  );
}

const round = (px: number) => Math.round(px * 100) / 100;

/** The picture in words, for those who do not see it. */
function describe(props: DotScaleProps): string {
  const { dots, low, high, point, ghost = null, ghostLabel, stale, bands, active } = props;
  const band = active === null ? undefined : bands[active];
  const said = band ? `${band.label} (${bandText(band)})` : "outside the scale of words";
  const parts = [`The answer is ${percentText(point)}, ${said}.`];
  if (dots && low !== null && high !== null) {
    parts.push(
      `4 in 5 plausible weightings lie from ${percentText(low)} to ${percentText(high)},`,
      `all from ${percentText(dots[0] ?? low)} to ${percentText(dots.at(-1) ?? high)}.`,
    );
    if (stale) parts.push("This range belongs to the answer before; a new one is on its way.");
  }
  if (!dots && low !== null && high !== null)
    parts.push(`Its range is ${percentText(low)} to ${percentText(high)}.`);
  if (ghost !== null) parts.push(`${ghostLabel ?? "Before the last change"}: ${percentText(ghost)}.`);
  return parts.join(" ");
}
