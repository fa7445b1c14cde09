import { useId } from "react";
import { HatchPattern } from "./Hatch.tsx";
import type { RungInfo } from "./ladder.ts";
import styles from "./LadderBars.module.css";
import { LEGEND_LINE, SWATCH, TEXT_AT, layLegend } from "./legend.ts";
import type { LegendLayout } from "./legend.ts";
import { useFonts } from "./useFonts.ts";
import { useSize } from "./useSize.ts";

const SIZE = 11;

interface Props {
  readonly rungs: readonly RungInfo[];
  readonly hatch?: boolean;
}

/** The legend on its own, to stand beside a heading: at the right end, in as many lines as its room asks for. */
export function LadderLegend({ rungs, hatch = false }: Props) {
  useFonts();
  const { ref, size } = useSize<HTMLDivElement>();
  const layout = layLegend(rungs, SIZE, size.width);
  return (
    <div
      ref={ref}
      className={hatch ? `${styles.legend} ${styles.hatched}` : styles.legend}
      aria-hidden="true"
    >
      {size.width > 0 && (
        <svg width={layout.width} height={layout.lines * LEGEND_LINE}>
          <LegendMarks layout={layout} size={SIZE} />
        </svg>
      )}
    </div>
  );
}

/** The marks of a legend inside a drawing, from (0, 0) down. */
export function LegendMarks({ layout, size }: { readonly layout: LegendLayout; readonly size: number }) {
  const hatch = useId();
  return (
    <g>
      {layout.items.map(({ rung, text, x, line }) => {
        const middle = (line + 0.5) * LEGEND_LINE;
        const baseline = middle + size * 0.36;
        if (!rung)
          return (
            <text key="breaks" className={styles.legendHead} x={x} y={baseline} fontSize={size}>
              {text}
            </text>
          );
        const swatch = { x, y: middle - SWATCH / 2, width: SWATCH, height: SWATCH, rx: 2.5 };
        return (
          <g key={rung.id}>
            <rect {...swatch} fill={`var(--${rung.tone})`} />
            {rung.happened && (
              <g className={styles.hatch}>
                <HatchPattern id={`${hatch}${rung.id}`} tone={rung.tone} />
                <rect {...swatch} fill={`url(#${hatch}${rung.id})`} />
              </g>
            )}
            <text className={styles.legendName} x={x + TEXT_AT} y={baseline} fontSize={size}>
              {text}
            </text>
          </g>
        );
      })}
    </g>
  );
}
