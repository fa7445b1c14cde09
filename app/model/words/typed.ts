/** What someone typed for a weight: a number, or a range whose middle is the weight. */
export type TypedWeight =
  | { readonly ok: true; readonly weight: number; readonly range: readonly [number, number] | null }
  | { readonly ok: false; readonly sentence: string };

const NUMBER = /^\d+(?:[.,]\d+)?$/;
const RANGE = /^(\d+(?:[.,]\d+)?)\s*(?:to|-|–|—|\.\.|…)\s*(\d+(?:[.,]\d+)?)$/i;
const toNumber = (text: string): number => Number(text.replace(",", "."));

/** Reads "7", "7,5", "6 to 8", "6-8". Weights run from 0 to 10; a range typed backwards is turned round. */
export function parseWeight(text: string): TypedWeight {
  const typed = text.trim();
  const parts = NUMBER.test(typed) ? [typed] : (RANGE.exec(typed)?.slice(1) ?? []);
  const numbers = parts.map(toNumber).sort((a, b) => a - b);
  const [low, high] = [numbers[0], numbers.at(-1)];
  if (low === undefined || high === undefined)
    return { ok: false, sentence: "Type a weight from 0 to 10, or a range such as 6 to 8." };
  if (high > 10) return { ok: false, sentence: `A weight is at most 10, not ${high}.` };
  if (numbers.length === 1) return { ok: true, weight: low, range: null };
  return { ok: true, weight: Math.round(((low + high) / 2) * 100) / 100, range: [low, high] };
}

/** "6 to 8", or the weight alone. */
export function weightText(weight: number, range: readonly [number, number] | null): string {
  return range ? `${range[0]} to ${range[1]}` : String(weight);
}
