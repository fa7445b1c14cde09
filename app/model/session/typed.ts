import type { AskedFactor, Id, WeightAnswer, WeightMethod } from "./types.ts";

/* An answer about factors as it is typed, chosen from lists or written on paper: one short text a field. */

/** By key of a field: "50", "B", "A3". What is not there is unset. */
export type Texts = Readonly<Record<string, string>>;

export interface TypedField {
  readonly key: string;
  readonly label: string;
  /** The factor it is about, where it is one. */
  readonly factor: Id | null;
  /** What can be chosen: the text it stands for, and how it is read. Null: a number. */
  readonly options: readonly (readonly [text: string, label: string])[] | null;
}
export interface TypedGroup {
  readonly heading: string;
  readonly fields: readonly TypedField[];
}

/** Letters stand for factors on paper: A is the first asked about. */
export const letterOf = (place: number): string => String.fromCharCode(65 + place);

const MOST_TIMES = 9;
const upTo = Array.from({ length: MOST_TIMES }, (_, i) => i + 1);
const timesText = (times: number): string => (times === 1 ? "just as far" : `${times} times as far`);
const times = upTo.map((n) => [String(n), timesText(n)] as const);

/** The fields that are still to be filled in, or are; which ones depends on what is the strongest and the weakest. */
export function typedGroups(
  method: WeightMethod,
  factors: readonly AskedFactor[],
  texts: Texts = {},
): TypedGroup[] {
  const own = factors.map(({ id, label }, i) => ({ id, label, letter: letterOf(i) }));
  switch (method) {
    case "swing":
    case "rank":
    case "points":
    case "slider":
      return [
        {
          heading: "How much each factor matters",
          fields: own.map(({ id, label }) => ({ key: id, label, factor: id, options: null })),
        },
      ];
    case "bestWorst": {
      const letters = own.map(({ label, letter }) => [letter, label] as const);
      const at = (part: "best" | "worst") => own.find(({ letter }) => letter === tidy(texts[part]));
      const [best, worst] = [at("best"), at("worst")];
      const choices: TypedGroup = {
        heading: "Strongest and weakest",
        fields: [
          { key: "best", label: "Pushes furthest", factor: null, options: letters },
          { key: "worst", label: "Pushes least", factor: null, options: letters },
        ],
      };
      if (!best || !worst || best === worst) return [choices];
      const others = own.filter((one) => one !== best);
      return [
        choices,
        {
          heading: `How many times as far does “${best.label}” push?`,
          fields: others.map(({ id, label }) => ({
            key: `best ${id}`,
            label: `Against ${label}`,
            factor: id,
            options: times,
          })),
        },
        {
          heading: `How many times as far as “${worst.label}” do the others push?`,
          fields: others
            .filter((one) => one !== worst)
            .map(({ id, label }) => ({ key: `worst ${id}`, label, factor: id, options: times })),
        },
      ].filter(({ fields }) => fields.length > 0);
    }
    case "pairs":
      return [
        {
          heading: "Two at a time: which pushes further, and how many times as far?",
          fields: own.flatMap((a, i) =>
            own.slice(i + 1).map((b) => ({
              key: `${a.id} ${b.id}`,
              label: `${a.label} or ${b.label}?`,
              factor: null,
              options: [
                ...upTo
                  .slice(1)
                  .toReversed()
                  .map((n) => [`${a.letter}${n}`, `${a.label}, ${timesText(n)}`] as const),
                ["1", "both as far"] as const,
                ...upTo.slice(1).map((n) => [`${b.letter}${n}`, `${b.label}, ${timesText(n)}`] as const),
              ],
            })),
          ),
        },
      ];
    default:
      return method satisfies never;
  }
}

/** What stands in the fields, in words. */
export function typedHint(method: WeightMethod): string {
  switch (method) {
    case "swing":
      return "0 to 100: the strongest has 100, half as far is 50, no effect is 0";
    case "rank":
      return "1 for the strongest, then 2, 3 and so on, each once";
    case "points":
      return "100 points shared out among all";
    case "slider":
      return "0 to 10: 0 ignored, 10 decisive";
    case "bestWorst":
      return "the strongest and the weakest, each against all others: 1 is just as far, 9 is nine times as far";
    case "pairs":
      return "the letter of what pushes further and how many times as far, up to 9, such as B3; 1 is just as far";
    default:
      return method satisfies never;
  }
}

const tidy = (text: string | undefined): string => {
  const plain = (text ?? "").trim().toUpperCase().replace(/\s+/g, "");
  return plain === "=" ? "1" : plain;
};
const numberOf = (text: string | undefined): number =>
  text === undefined || text.trim() === "" ? NaN : Number(text.trim().replace(",", "."));

/**
 * Points read against the strongest, which gets 100; ties by the order in which factors were asked about.
 * Null where there is nothing to read against.
 */
export function swingOf(factors: readonly Id[], numbers: readonly number[]): WeightAnswer | null {
  if (numbers.length !== factors.length || numbers.some((x) => !(x >= 0 && x <= 100))) return null;
  const top = Math.max(...numbers);
  if (top <= 0) return null;
  const raw = Object.fromEntries(factors.map((id, i) => [id, Math.round((1000 * numbers[i]!) / top) / 10]));
  const order = factors.map((id, i) => ({ id, i })).sort((a, b) => raw[b.id]! - raw[a.id]! || a.i - b.i);
  return { method: "swing", order: order.map(({ id }) => id), raw };
}

/** What was typed as the answer of a method; null where it is not complete or does not fit. */
export function typedWeights(
  method: WeightMethod,
  factors: readonly AskedFactor[],
  texts: Texts,
): WeightAnswer | null {
  const ids = factors.map(({ id }) => id);
  if (method === "bestWorst" || method === "pairs") return compared(method, factors, texts);
  const numbers = ids.map((id) => numberOf(texts[id]));
  if (!numbers.every(Number.isFinite)) return null;
  const raw = Object.fromEntries(ids.map((id, i) => [id, numbers[i]!]));
  switch (method) {
    case "swing":
      return swingOf(ids, numbers);
    case "rank": {
      const whole = numbers.every((x) => Number.isInteger(x) && x >= 1 && x <= ids.length);
      return whole && new Set(numbers).size === ids.length
        ? { method, order: ids.toSorted((a, b) => raw[a]! - raw[b]!) }
        : null;
    }
    case "points":
      return Math.abs(numbers.reduce((sum, x) => sum + x, 0) - 100) < 1e-6 && numbers.every((x) => x >= 0)
        ? { method, raw }
        : null;
    case "slider":
      return numbers.every((x) => x >= 0 && x <= 10) && numbers.some((x) => x > 0) ? { method, raw } : null;
    default:
      return method satisfies never;
  }
}

function compared(
  method: "bestWorst" | "pairs",
  factors: readonly AskedFactor[],
  texts: Texts,
): WeightAnswer | null {
  const groups = typedGroups(method, factors, texts);
  const said = groups.flatMap(({ fields }) =>
    fields.map(
      ({ key, options }) => [key, options?.some(([text]) => text === tidy(texts[key])) ?? false] as const,
    ),
  );
  if (said.some(([, fits]) => !fits)) return null;
  const letters = new Map(factors.map(({ id }, i) => [letterOf(i), id]));
  if (method === "pairs")
    return {
      method,
      pairs: factors.flatMap(({ id: a }, i) =>
        factors.slice(i + 1).map(({ id: b }): readonly [Id, Id, number] => {
          const text = tidy(texts[`${a} ${b}`]);
          const n = Number(text.replace(/^[A-Z]/, ""));
          return [a, b, text.startsWith(letterOf(i)) ? n : 1 / n];
        }),
      ),
    };
  const [best, worst] = [letters.get(tidy(texts["best"]))!, letters.get(tidy(texts["worst"]))!];
  if (best === worst) return null;
  const bestTo = Object.fromEntries(
    factors.map(({ id }) => [id, id === best ? 1 : Number(tidy(texts[`best ${id}`]))]),
  );
  const toWorst = Object.fromEntries(
    // The strongest against the weakest is asked once.
    factors.map(({ id }) => [
      id,
      id === worst ? 1 : id === best ? bestTo[worst]! : Number(tidy(texts[`worst ${id}`])),
    ]),
  );
  return { method, best, worst, bestTo, toWorst };
}
