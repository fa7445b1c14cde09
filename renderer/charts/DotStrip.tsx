import styles from "./DotStrip.module.css";

export interface DotStripProps {
  /** One per person, in the unit of the axis; null where they are too few to be shown one by one. */
  readonly dots: readonly number[] | null;
  readonly middle: number;
  /** What the bar spans, the middle half as a rule; null where it would be made of single people. */
  readonly half: readonly [low: number, high: number] | null;
  /** Ends of the axis. */
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
  readonly width: number;
  /** px above the axis for the dots. */
  readonly room: number;
  readonly label: string;
  /** Colour of the dots: towards a break, or of no direction. */
  readonly tone?: "ink" | "break";
  readonly maxDot?: number;
}

const SIDE = 7;
const THICK = 5;

/** Stacks of dots: as large as fit the room. */
export function stackDots(
  xs: readonly number[],
  room: number,
  maxDot: number,
): { readonly size: number; readonly dots: readonly { readonly x: number; readonly y: number }[] } {
  for (let size = maxDot; ; size -= 0.5) {
    const columns = new Map<number, number>();
    const dots = xs
      .toSorted((a, b) => a - b)
      .map((x) => {
        const column = Math.round(x / size);
        const height = columns.get(column) ?? 0;
        columns.set(column, height + 1);
        return { x: column * size, y: (height + 0.5) * size };
      });
    if (size <= 3 || Math.max(0, ...columns.values()) * size <= room) return { size, dots };
  }
}

/** What each person said on one axis, with the middle half as a bar and the middle answer as a tick. */
export function DotStrip(props: DotStripProps) {
  const { dots, middle, half, from, to, ticks, width, room, label, tone = "ink", maxDot = 11 } = props;
  const length = Math.max(1, width - 2 * SIDE);
  const x = (value: number) => (length * (Math.min(to, Math.max(from, value)) - from)) / (to - from);
  const laid = dots && stackDots(dots.map(x), room, maxDot);
  const axis = room + 4;
  return (
    <svg
      className={styles.strip}
      data-tone={tone}
      role="img"
      aria-label={label}
      width={width}
      height={axis + THICK + 20}
      viewBox={`${-SIDE} 0 ${width} ${axis + THICK + 20}`}
    >
      <rect className={styles.track} x={0} y={axis} width={length} height={THICK} rx={2.5} />
      {half && (
        <rect
          className={styles.middle}
          x={x(half[0])}
          y={axis}
          width={Math.max(2, x(half[1]) - x(half[0]))}
          height={THICK}
          rx={2}
        />
      )}
      {laid?.dots.map((dot, i) => (
        <circle key={i} className={styles.dot} cx={dot.x} cy={room - dot.y + 2} r={laid.size / 2 - 0.6} />
      ))}
      <rect className={styles.median} x={x(middle) - 1.5} y={axis - 7} width={3} height={THICK + 12} rx={1} />
      {ticks.map(({ at, label: text }) => (
        <text
          key={text}
          className={styles.tick}
          x={x(at)}
          y={axis + THICK + 15}
          textAnchor={at <= from ? "start" : at >= to ? "end" : "middle"}
        >
          {text}
        </text>
      ))}
    </svg>
  );
}
