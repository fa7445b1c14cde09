import { type Face, LATIN, LATIN_EXT } from "../fonts.ts";

/**
 * The same typefaces in two fixed weights: a PDF takes them in as they are, where the variable ones of the page are
 * drawn into it letter by letter (Type 3), which prints less well and is larger.
 */
export const REPORT_FACES: readonly Face[] = [
  face(
    "Report Sans",
    "400",
    false,
    () => import("@fontsource/inter/files/inter-latin-400-normal.woff2?inline"),
  ),
  face(
    "Report Sans",
    "600",
    false,
    () => import("@fontsource/inter/files/inter-latin-600-normal.woff2?inline"),
  ),
  face(
    "Report Sans",
    "400",
    true,
    () => import("@fontsource/inter/files/inter-latin-ext-400-normal.woff2?inline"),
  ),
  face(
    "Report Sans",
    "600",
    true,
    () => import("@fontsource/inter/files/inter-latin-ext-600-normal.woff2?inline"),
  ),
  face(
    "Report Serif",
    "400",
    false,
    () => import("@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff2?inline"),
  ),
  face(
    "Report Serif",
    "600",
    false,
    () => import("@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff2?inline"),
  ),
  face(
    "Report Serif",
    "400",
    true,
    () => import("@fontsource/source-serif-4/files/source-serif-4-latin-ext-400-normal.woff2?inline"),
  ),
  face(
    "Report Serif",
    "600",
    true,
    () => import("@fontsource/source-serif-4/files/source-serif-4-latin-ext-600-normal.woff2?inline"),
  ),
];

function face(family: string, weights: string, extended: boolean, load: Face["load"]): Face {
  return { family, weights, extended, range: extended ? LATIN_EXT : LATIN, load };
}
