import { Refused } from "./refused.ts";

/** Every option of every command, as given. */
export const OPTIONS = {
  case: { type: "string" },
  inputs: { type: "string" },
  what: { type: "string" },
  seed: { type: "string" },
  draws: { type: "string" },
  of: { type: "string" },
  input: { type: "string" },
  word: { type: "string" },
  horizon: { type: "string" },
  with: { type: "string" },
  network: { type: "string" },
  evidence: { type: "string" },
  joint: { type: "string" },
  mpe: { type: "boolean" },
  spec: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

export type Options = {
  readonly [K in keyof typeof OPTIONS]?:
    ((typeof OPTIONS)[K]["type"] extends "boolean" ? boolean : string) | undefined;
};

export function wholeNumber(
  text: string | undefined,
  option: string,
  usual: number,
  least: number,
  most: number,
): number {
  if (text === undefined) return usual;
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > most)
    throw new Refused(`--${option} must be a whole number from ${least} to ${most}, not "${text}".`);
  return value;
}

/** One of some words; the first where it is left out, unless it is needed. */
export function oneOf<T extends string>(text: string | undefined, option: string, words: readonly T[]): T {
  const found = words.find((word) => word === text);
  if (found !== undefined) return found;
  if (text === undefined) throw new Refused(`--${option} is missing: one of ${words.join(", ")}.`);
  throw new Refused(`--${option} must be one of ${words.join(", ")}, not "${text}".`);
}
