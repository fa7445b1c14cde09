import type { Shape } from "../../app/model/case/types.ts";

const PATHS: Readonly<Record<Shape, string>> = {
  circle: "M0 -4.6A4.6 4.6 0 1 1 0 4.6A4.6 4.6 0 1 1 0 -4.6Z",
  triangle: "M0 -4.9L5.2 4.3L-5.2 4.3Z",
  square: "M-4.2 -4.2H4.2V4.2H-4.2Z",
  diamond: "M0 -5.4L5.4 0L0 5.4L-5.4 0Z",
  cross: "M-1.7 -5H1.7V-1.7H5V1.7H1.7V5H-1.7V1.7H-5V-1.7H-1.7Z",
  hexagon: "M-2.7 -4.7H2.7L5.4 0L2.7 4.7H-2.7L-5.4 0Z",
};

/** A scenario's mark: told apart by shape alone, in the colour of the text around it. */
export function ShapeMark({ shape, size = 11 }: { readonly shape: Shape; readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="-5.5 -5.5 11 11" aria-hidden="true" style={{ flex: "none" }}>
      <path d={PATHS[shape]} fill="currentColor" />
    </svg>
  );
}
