import styles from "./DotScale.module.css";
import { bandText } from "./percent.ts";
import { useFonts } from "./useFonts.ts";
import { placeWords } from "./words.ts";

/** One estimative word and the shares (0..1) it covers. */
export interface Band {
  readonly id: string;
  readonly label: string;
  readonly low: number;
  readonly high: number;
}

interface Props {
  readonly bands: readonly Band[];
  readonly active: number | null;
  /** Share at the right end of what is drawn; 1 unless told. */
  readonly end?: number;
  /** px: length of 0..1, upper edge and thickness of the bars. */
  readonly length: number;
  readonly top: number;
  readonly thick: number;
  /** Font size of the words; null for none. */
  readonly size: number | null;
}

const GAP = 1.5;
/** px that words may reach beyond a scale that is cut short. */
export const SIDE = 8;

/** The scale of words: one bar a band, the words beneath. */
export function BandScale({ bands: all, active, end = 1, length, top, thick, size }: Props) {
  useFonts();
  // The ends are drawn to 0 and 1: what lies below 1 % or above 99 % has no word of its own.
  const bands = all.filter(({ low }) => low < end);
  const drawn = bands.map((band, i) => ({
    ...band,
    left: (i === 0 ? 0 : band.low) * length,
    right: (i === bands.length - 1 ? end : band.high) * length,
  }));
  return (
    <g data-part="scale">
      {drawn.map((band, i) => (
        <rect
          key={band.id}
          className={i === active ? styles.activeBand : styles.band}
          x={band.left + GAP / 2}
          y={top}
          width={Math.max(band.right - band.left - GAP, 0)}
          height={thick}
          rx={1.5}
        >
          <title>{`${band.label}: ${bandText(band)}`}</title>
        </rect>
      ))}
      {size !== null &&
        placeWords(drawn, active, size, undefined, end < 1 ? [-SIDE, end * length + SIDE] : null).map(
          ({ index, lines, x, anchor }) => (
            <text
              key={index}
              className={index === active ? styles.activeWord : styles.word}
              fontSize={size}
              textAnchor={anchor}
            >
              {lines.map((line, k) => (
                <tspan key={k} x={x} y={top + thick + size + 4 + k * (size + 1.5)}>
                  {line}
                </tspan>
              ))}
            </text>
          ),
        )}
    </g>
  );
}
