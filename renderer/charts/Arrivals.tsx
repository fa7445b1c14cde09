import styles from "./Arrivals.module.css";

export interface ArrivalsProps {
  /** Minutes into the round at which answers came in, ascending. */
  readonly at: readonly number[];
  readonly now: number;
  /** Length of the round, and how many can come. */
  readonly minutes: number;
  readonly people: number;
  readonly width: number;
  readonly height: number;
}

const [HOUR, DAY] = [60, 1440];
const STEPS = [2, 5, 10, 20, HOUR, 2 * HOUR, 6 * HOUR, ...[1, 2, 5, 10, 20, 50].map((n) => n * DAY)];

/** Minutes between two marks below: few, also where a round was left open over days and is gone on with. */
const stepOf = (end: number): number =>
  end <= 5 ? 1 : (STEPS.find((step) => end / step <= 7) ?? Math.ceil(end / 7));

const markOf = (minute: number, step: number): string => {
  if (minute === 0 || step < HOUR) return String(minute);
  return step < DAY ? `${minute / HOUR} h` : `${Math.round(minute / DAY)} d`;
};

/** How many were in at each moment. */
export function Arrivals({ at, now, minutes, people, width, height }: ArrivalsProps) {
  const [left, top, foot] = [26, 8, 20];
  const end = Math.max(minutes, now);
  const most = Math.max(1, people);
  const x = (minute: number) => left + (minute / end) * (width - left - 8);
  const y = (count: number) => top + (1 - count / most) * (height - top - foot);
  const path = at.map((minute, i) => `H${x(minute)}V${y(i + 1)}`).join("");
  const marks = [...new Set([0, Math.round(most / 2), most])];
  const step = stepOf(end);
  // There the line would strike it through.
  const atEnd = x(now) > width - 50;
  return (
    <svg
      role="img"
      aria-label={`${at.length} of ${people} answers are in ${Math.floor(now)} minutes into the round.`}
      width={width}
      height={height}
    >
      {marks.map((count) => (
        <g key={count}>
          <line className={styles.grid} x1={left} x2={width} y1={y(count)} y2={y(count)} />
          <text className={styles.text} x={left - 8} y={y(count) + 4} textAnchor="end">
            {count}
          </text>
        </g>
      ))}
      {Array.from({ length: Math.floor(end / step) + 1 }, (_, i) => i * step).map((minute) => (
        <text key={minute} className={styles.text} x={x(minute)} y={height - 4} textAnchor="middle">
          {markOf(minute, step)}
        </text>
      ))}
      <path className={styles.line} d={`M${x(0)} ${y(0)}${path}H${x(now)}`} />
      <circle className={styles.now} cx={x(now)} cy={y(at.length)} r={4.5} />
      <text
        className={styles.label}
        x={x(now) + (atEnd ? 0 : 9)}
        y={y(at.length) + (at.length === 0 ? -6 : atEnd ? 18 : 4)}
        textAnchor={atEnd ? "end" : "start"}
      >
        now
      </text>
    </svg>
  );
}
