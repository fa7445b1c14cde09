import type { Bearing, EvidenceSource } from "../case/evidence-types.ts";
import { levelName } from "../case/phrases.ts";
import { nameOf } from "../case/settings.ts";
import type { Case } from "../case/types.ts";

/** One thing in both versions, each in full. */
export interface Sides {
  /** What it is: "“Oil”: weight" */
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

/** A value in words and in full; null where it is more than can be said in a few lines. */
export function toldValue(theCase: Case, value: unknown): string | null {
  if (value === undefined || value === null || value === "") return "nothing";
  if (typeof value === "number") return String(Math.round(value * 1e4) / 1e4);
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string") return value;
  if (!Array.isArray(value)) return null;
  if (value.length === 0) return "nothing";
  const told = value.map((one: unknown) => toldItem(theCase, one));
  return told.every((one) => one !== null) ? told.join("; ") : null;
}

function toldItem(theCase: Case, item: unknown): string | null {
  if (typeof item !== "object" || item === null || Array.isArray(item)) return toldValue(theCase, item);
  if ("indicator" in item || "node" in item) return toldBearing(theCase, item as Bearing);
  if ("reliability" in item && "name" in item) {
    const { name, reliability, credibility } = item as EvidenceSource;
    return `${name}, ${reliability}${credibility}`;
  }
  const { title } = item as { readonly title?: unknown };
  return typeof title === "string" && title !== "" ? title : null;
}

function toldBearing(theCase: Case, bearing: Bearing): string {
  if ("indicator" in bearing)
    return `${bearing.seen ? "seen" : "seen not to be"}: ${nameOf(theCase, bearing.indicator)}`;
  const how = "level" in bearing ? levelName(theCase, bearing.level) : STRENGTHS[bearing.strength];
  return `state of ${nameOf(theCase, bearing.node)}: ${how}`;
}

const STRENGTHS = {
  [-2]: "much lower",
  [-1]: "lower",
  0: "unchanged",
  1: "higher",
  2: "much higher",
} as const;

/** A clause, and both sides of it where there are two. */
export interface Told {
  readonly text: string;
  readonly sides?: Sides;
}

/** What changed, under its name: "weight 5 → 7". */
export function moved(theCase: Case, what: string, a: unknown, b: unknown): Told {
  const [before, after] = [toldValue(theCase, a), toldValue(theCase, b)];
  const text = `${what}${move(a, b)}`;
  return before === null || after === null ? { text } : { text, sides: { what, before, after } };
}

export const under = (name: string, { text, sides }: Told): Told => ({
  text: `${name}: ${text}`,
  ...(sides && { sides: { ...sides, what: `${name}: ${sides.what}` } }),
});

/** " 5 → 7", " “a” → “b”"; nothing where it is more than a word. */
export function move(a: unknown, b: unknown): string {
  const [one, other] = [shown(a), shown(b)];
  return one === null || other === null ? ", changed" : ` ${one} → ${other}`;
}

function shown(value: unknown): string | null {
  if (value === undefined || value === null) return "none";
  if (typeof value === "number") return String(Math.round(value * 1e4) / 1e4);
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string") return `“${value.length > 80 ? `${value.slice(0, 79)}…` : value}”`;
  if (Array.isArray(value) && value.length <= 6 && value.every((one) => typeof one !== "object"))
    return value.length === 0 ? "none" : value.map((one) => shown(one)).join(", ");
  return null;
}
