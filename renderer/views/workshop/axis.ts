/** A whole ten of percent at which all chances fit. */
export const endOf = (chances: readonly number[]): number =>
  Math.min(1, Math.max(0.2, Math.ceil(Math.max(...chances) * 10 + 0.2) / 10));

/** Marks every twenty points up to the end of an axis of chances. */
export const ticksTo = (end: number) =>
  Array.from({ length: Math.round(end * 5) + 1 }, (_, i) => i / 5)
    .filter((at) => at <= end + 1e-9)
    .map((at) => ({ at, label: `${Math.round(at * 100)}${at + 0.2 > end + 1e-9 ? "%" : ""}` }));

const weightText = (weight: number): string => String(Math.round(weight * 10) / 10);

/** Ends of an axis of weights, and the weight that says what the model says. */
export const weightTicks = (modelled = 5) => [
  { at: 0, label: "ignored" },
  { at: modelled, label: weightText(modelled) },
  { at: 10, label: "decisive" },
];

/** "5 is what the model says", where that is the same weight for all factors. */
export function modelledText(modelled: Readonly<Record<string, number>>): string {
  const all = new Set(Object.values(modelled));
  const [one] = all;
  return all.size === 1 && one !== undefined
    ? `${weightText(one)} is what the model says`
    : "the marked weight is what the model says";
}
