/** Which computed properties make the look of a drawing, and how each is written as an attribute. */

const PAINTS = ["fill", "stroke"] as const;

/** Attributes whose value children take from their parent. */
export const INHERITED: ReadonlySet<string> = new Set([
  "fill",
  "fill-opacity",
  "fill-rule",
  "stroke",
  "stroke-width",
  "stroke-opacity",
  "stroke-dasharray",
  "stroke-dashoffset",
  "stroke-linecap",
  "stroke-linejoin",
  "stroke-miterlimit",
  "font-family",
  "font-size",
  "font-weight",
  "font-style",
  "letter-spacing",
  "word-spacing",
  "text-anchor",
  "dominant-baseline",
  "visibility",
  "paint-order",
  "clip-rule",
  "marker-start",
  "marker-mid",
  "marker-end",
]);

/** What an attribute that is not inherited is when nothing is said. */
export const UNSAID: ReadonlyMap<string, string> = new Map([
  ["opacity", "1"],
  ["clip-path", "none"],
  ["mask", "none"],
  ["text-decoration", "none"],
]);

const PLAIN = [...INHERITED].filter((name) => !/^(fill|stroke)(-opacity)?$/.test(name));

/** The computed value of a CSS property; "" where there is none. */
export type Look = (property: string) => string;

/**
 * How an element looks, as attributes: plain colours with their opacity apart, lengths without "px", references to
 * the drawing's own parts. Properties without a computed value are left out.
 */
export function attributesOf(tag: string, look: Look): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  const put = (name: string, value: string) => value !== "" && attributes.set(name, value);
  for (const paint of PAINTS) putPaint(put, paint, look);
  if (tag === "stop") putPaint(put, "stop-color", look);
  for (const name of PLAIN) put(name, written(name, look(name).trim()));
  put("opacity", look("opacity").trim());
  put("clip-path", ownReference(look("clip-path").trim()));
  put("mask", ownReference(look("mask").trim()));
  put("text-decoration", look("text-decoration-line").trim());
  return attributes;
}

function putPaint(put: (name: string, value: string) => void, property: string, look: Look): void {
  const value = look(property).trim();
  if (value === "") return;
  const name = property === "stop-color" ? "stop-opacity" : `${property}-opacity`;
  const opacity = Number(look(name) || 1);
  const color = parseColor(value);
  put(property, color?.hex ?? ownReference(value));
  put(name, String(Math.round((color?.alpha ?? 1) * opacity * 1000) / 1000));
}

function written(name: string, value: string): string {
  if (name === "letter-spacing" || name === "word-spacing") return value === "normal" ? "0" : noUnit(value);
  if (name === "font-size" || name.startsWith("stroke-")) return noUnit(value);
  return name.startsWith("marker-") ? ownReference(value) : value;
}

const noUnit = (value: string) => value.replace(/(\d)px\b/g, "$1");

/** `url("https://page/#mark")` and `url("#mark")` both name a part of this drawing. */
const ownReference = (value: string) =>
  value.replace(/url\(\s*["']?[^"')#]*#([^"')]+)["']?\s*\)/g, "url(#$1)");

/** Computed colours as #rrggbb and an opacity; null for what is not a plain colour ("none", a pattern). */
export function parseColor(text: string): { readonly hex: string; readonly alpha: number } | null {
  if (text === "transparent") return { hex: "#000000", alpha: 0 };
  if (/^#[0-9a-f]{6}$/i.test(text)) return { hex: text.toLowerCase(), alpha: 1 };
  const match = /^(rgba?|color)\((?:srgb\s+)?([^()]+)\)$/.exec(text);
  const [r, g, b, alpha = 1] = (match?.[2] ?? "")
    .split(/[\s,/]+/)
    .map((part) => (part === "none" ? 0 : Number(part)));
  if (!match || r === undefined || g === undefined || b === undefined) return null;
  if ([r, g, b, alpha].some(Number.isNaN)) return null;
  const scale = match[1] === "color" ? 255 : 1;
  const hex = [r, g, b].map((part) =>
    Math.round(Math.min(Math.max(part * scale, 0), 255))
      .toString(16)
      .padStart(2, "0"),
  );
  return { hex: `#${hex.join("")}`, alpha };
}
