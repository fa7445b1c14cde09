import type { Tone } from "./ladder.ts";

/**
 * Diagonal lines over the tone of a break, for print and high contrast, where colour is not enough. The two break
 * rungs lean opposite ways.
 */
export function HatchPattern({ id, tone }: { readonly id: string; readonly tone: Tone }) {
  return (
    <pattern
      id={id}
      width={6}
      height={6}
      patternUnits="userSpaceOnUse"
      patternTransform={`rotate(${tone === "r5" ? -45 : 45})`}
    >
      <rect width={1.8} height={6} fill={`var(--on${tone.slice(1)})`} fillOpacity={0.42} />
    </pattern>
  );
}
