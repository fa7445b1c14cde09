import styles from "./LadderBars.module.css";
import type { RungInfo } from "./ladder.ts";
import { measureText } from "./text.ts";

interface Props {
  readonly rung: RungInfo;
  /** px */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Font size of the number inside. */
  readonly size: number;
  /** Empty for none; left out where it does not fit. */
  readonly text: string;
  /** Id of the hatching for this rung. */
  readonly pattern: string;
}

/** One rung in a bar: its tone, its hatching where that is shown, its number where it fits. */
export function RungMark({ rung, x, y, width, height, size, text, pattern }: Props) {
  const box = { x, y, width, height, rx: Math.min(3, width / 2) };
  const tone = `var(--${rung.tone})`;
  const room = text === "" ? 0 : measureText(text, { size, weight: 620 }) + 6;
  const fits = room > 0 && room <= width + 3;
  const middle = { x: x + width / 2, y: y + height / 2 };
  return (
    <g data-rung={rung.id}>
      <rect {...box} fill={tone} />
      {rung.happened && (
        <g className={styles.hatch}>
          <rect {...box} fill={`url(#${pattern})`} />
          {fits && (
            // The number stands on a plain patch, not on lines.
            <rect
              x={middle.x - Math.min(room, width) / 2}
              y={middle.y - size * 0.65}
              width={Math.min(room, width)}
              height={size * 1.3}
              rx={2}
              fill={tone}
            />
          )}
        </g>
      )}
      {fits && (
        <text
          className={styles.inside}
          x={middle.x}
          y={middle.y + size * 0.36}
          fontSize={size}
          textAnchor="middle"
          fill={`var(--on${rung.tone.slice(1)})`}
        >
          {text}
        </text>
      )}
    </g>
  );
}
