/**
 * Estimative language: ICD 203 (2015), §D.6.e(2)(a). A word belongs to the number that is shown, never to the one
 * behind it; its range stands beside it in brackets wherever it is used.
 */
export interface Band {
  readonly id: string;
  readonly word: string;
  /** Percent, as printed in the standard. */
  readonly low: number;
  readonly high: number;
  /** Two short lines for the scale. */
  readonly lines: readonly [string, string];
}

export const ICD203: readonly Band[] = [
  { id: "almost-no-chance", word: "almost no chance", low: 1, high: 5, lines: ["almost", "no chance"] },
  { id: "very-unlikely", word: "very unlikely", low: 5, high: 20, lines: ["very", "unlikely"] },
  { id: "unlikely", word: "unlikely", low: 20, high: 45, lines: ["unlikely", ""] },
  { id: "roughly-even", word: "roughly even chance", low: 45, high: 55, lines: ["roughly", "even"] },
  { id: "likely", word: "likely", low: 55, high: 80, lines: ["likely", ""] },
  { id: "very-likely", word: "very likely", low: 80, high: 95, lines: ["very", "likely"] },
  { id: "almost-certain", word: "almost certain", low: 95, high: 99, lines: ["almost", "certain"] },
];

/** "20–45%"; single digits get their zero, as the standard prints them. */
export function bandRange({ low, high }: Pick<Band, "low" | "high">): string {
  const two = (n: number) => String(n).padStart(2, "0");
  return `${two(low)}–${two(high)}%`;
}

/**
 * Index of the band that a displayed whole percentage belongs to; −1 below 1 and 100 above 99: outside the scale.
 * Borders: 5 and 95 belong to "very", 20, 80, 45 and 55 to the side nearer 50.
 */
export function bandOf(percent: number): number {
  if (percent < 1) return -1;
  if (percent > 99) return ICD203.length;
  if (percent < 5) return 0;
  if (percent < 20) return 1;
  if (percent < 45) return 2;
  if (percent <= 55) return 3;
  if (percent <= 80) return 4;
  if (percent <= 95) return 5;
  return 6;
}
