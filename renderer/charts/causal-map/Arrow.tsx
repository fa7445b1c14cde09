import styles from "./CausalMap.module.css";
import { pathData } from "./curve.ts";
import type { Stroke } from "./route.ts";
import { FAINT, headSize, inkOf } from "./strength.ts";

/** How an arrow stands among the others: as usual, part of what is shown, or stepping back. */
export type Stand = "usual" | "on" | "off";

interface StrokeProps {
  readonly stroke: Stroke;
  readonly stand: Stand;
}

/** A rim in the colour of the ground, so that crossing arrows stay apart. */
export function Halo({ stroke }: { readonly stroke: Stroke }) {
  return (
    <path
      className={styles.stroke}
      d={pathData(stroke.path)}
      fill="none"
      stroke="var(--map-ground, var(--sunken))"
      strokeWidth={stroke.width + 4}
    />
  );
}

/** The line of an arrow; dashed where it shapes only the rung. */
export function Line({ stroke, stand }: StrokeProps) {
  const [arrow] = stroke.arrows;
  const ink = inkOf({ shape: arrow?.shape ?? false }, stroke.points);
  return (
    <path
      className={styles.stroke}
      d={pathData(stroke.path)}
      fill="none"
      stroke={ink}
      strokeWidth={Math.round(stroke.width * 10) / 10}
      strokeDasharray={arrow?.shape ? "5 4" : undefined}
      style={{ strokeOpacity: opacity(stroke, stand) }}
    />
  );
}

function opacity(stroke: Stroke, stand: Stand): string {
  if (stand === "on") return "1";
  if (stand === "off") return "var(--dim)";
  return Math.abs(stroke.points ?? FAINT) < FAINT ? "calc(var(--edge) * 0.76)" : "var(--edge)";
}

/** The end of an arrow: a point if it raises, a bar if it weakens. */
export function Head({ stroke, stand }: StrokeProps) {
  const { head, width, arrows } = stroke;
  if (!head) return null;
  const size = headSize(width);
  const fill = inkOf({ shape: arrows[0]?.shape ?? false }, stroke.points);
  const place = `translate(${head.at.x.toFixed(1)} ${head.at.y.toFixed(1)}) rotate(${String(head.angle)})`;
  const style = { fillOpacity: stand === "off" ? "var(--dim)" : 1 };
  return head.raises ? (
    <path
      d={`M0 0L${(-1.5 * size).toFixed(1)} ${(-size).toFixed(1)}V${size.toFixed(1)}Z`}
      transform={place}
      fill={fill}
      style={style}
    />
  ) : (
    <rect
      x={-4}
      y={-size - 2}
      width={3.4}
      height={2 * size + 4}
      rx={1}
      transform={place}
      fill={fill}
      style={style}
    />
  );
}
