/** The slides there can be, in their order. */
export const SLIDES = [
  ["answer", "The answer"],
  ["horizons", "What happens, by horizon"],
  ["why", "Why"],
  ["matters", "What moves it"],
  ["workshop", "Workshop"],
  ["method", "Method and limits"],
] as const;
export type SlideId = (typeof SLIDES)[number][0];
