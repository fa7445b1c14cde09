import * as v from "valibot";

/* What a bundle says of itself. */

export const MANIFEST = "manifest.json";
/** Most files, and most bytes unpacked, that a bundle may hold; far above any real one. */
export const MOST_FILES = 200;
export const MOST_BYTES = 64_000_000;

const text = v.pipe(v.string(), v.maxLength(2_000));
/** Letters, digits and plain signs, in folders that do not climb. */
const path = v.pipe(
  v.string(),
  v.maxLength(200),
  v.regex(/^(?:[\p{L}\p{N}_-][\p{L}\p{N} ._-]*\/)*[\p{L}\p{N}_-][\p{L}\p{N} ._-]*$/u),
);

export const manifestShape = v.object({
  format: v.literal("entente-bundle"),
  version: v.literal(1),
  /** Of the program that made it. */
  program: text,
  date: text,
  marking: v.nullable(text),
  seed: v.number(),
  case: v.object({ file: path, id: text, title: text, version: v.number() }),
  scenario: text,
  horizon: text,
  view: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  answers: path,
  files: v.pipe(
    v.array(v.object({ path, bytes: v.number(), sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) })),
    v.maxLength(MOST_FILES),
  ),
});
export type Manifest = v.InferOutput<typeof manifestShape>;

export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
