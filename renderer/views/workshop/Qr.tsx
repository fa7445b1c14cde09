import { encode } from "uqr";

/** The address with its secret as a code to be scanned: dark on light in every theme. */
export function Qr({
  text,
  className = "",
}: {
  readonly text: string;
  readonly className?: string | undefined;
}) {
  const { data, size } = encode(text, { ecc: "M", border: 2 });
  const path = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : []))).join("");
  return (
    <svg
      className={className}
      role="img"
      aria-label="Code to scan with a phone; the address and the typed code stand below"
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#14171c" />
    </svg>
  );
}
