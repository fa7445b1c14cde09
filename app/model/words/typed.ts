/** What someone typed for a weight: a number, or a range whose middle is the weight. */
export type TypedWeight =
  | { readonly ok: true; readonly weight: number; readonly range: readonly [number, number] | null }
  | { readonly ok: false; readonly sentence: string };

const NUMBER = /^\d+(?:[.,]\d+)?$/;
const RANGE = /^(\d+(?:[.,]\d+)?)\s*(?:to|-|–|—|\.\.|…)\s*(\d+(?:[.,]\d+)?)$/i;
const toNumber = (text: string): number => Number(text.replace(",", "."));

/** What was typed, as much of it as a sentence can hold. */
const brief = (text: string): string => (text.length > 20 ? `${text.slice(0, 19)}…` : text);

/** Reads "7", "7,5", "6 to 8", "6-8". Weights run from 0 to 10; a range typed backwards is turned round. */
export function parseWeight(text: string): TypedWeight {
  const typed = text.trim();
  const parts = NUMBER.test(typed) ? [typed] : (RANGE.exec(typed)?.slice(1) ?? []);
  const numbers = parts.map(toNumber).sort((a, b) => a - b);
  const [low, high] = [numbers[0], numbers.at(-1)];
  if (low === undefined || high === undefined)
    return { ok: false, sentence: "Type a weight from 0 to 10, or a range such as 6 to 8." };
  if (high > 10)
    return {
      ok: false,
      sentence: `A weight is at most 10, not ${brief(Number.isFinite(high) ? String(high) : typed)}.`,
    };
  if (numbers.length === 1) return { ok: true, weight: low, range: null };
  return { ok: true, weight: Math.round(((low + high) / 2) * 100) / 100, range: [low, high] };
}

/** "6 to 8", or the weight alone. */
export function weightText(weight: number, range: readonly [number, number] | null): string {
  return range ? `${range[0]} to ${range[1]}` : String(weight);
}

/** What someone typed for a chance: "0.05", "0,05", "5%", "5 %". */
export type TypedChance =
  { readonly ok: true; readonly p: number } | { readonly ok: false; readonly sentence: string };

const CHANCE = /^(\d+(?:[.,]\d+)?(?:e-?\d+)?)\s*(%?)$/i;

/** Reads a chance from 0 to 1, or a percentage from 0 to 100. */
export function parseChance(text: string): TypedChance {
  const [, digits, percent] = CHANCE.exec(text.trim()) ?? [];
  if (digits === undefined)
    return { ok: false, sentence: "Type a chance from 0 to 1, such as 0.05, or a percentage such as 5%." };
  const p = percent === "%" ? toNumber(digits) / 100 : toNumber(digits);
  return p <= 1
    ? { ok: true, p }
    : { ok: false, sentence: `A chance is at most 1 or 100%, not ${brief(text.trim())}.` };
}
