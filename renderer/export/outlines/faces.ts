import { type Font, parse } from "opentype.js";

/** A typeface of the page, unpacked: for its outlines, and for laying text out with the very same letters. */
export interface Face {
  readonly family: "sans" | "serif";
  readonly font: Font;
  /** Glyph of a letter, figures all of one width where wanted; null where the typeface lacks it. */
  readonly glyph: (letter: string, tabular: boolean) => number | null;
}

/** Family names under which the page knows the unpacked typefaces; no other text is set in them. */
export const FAMILIES = { sans: "Entente outlines sans", serif: "Entente outlines serif" } as const;
const WEIGHTS = { sans: "100 900", serif: "200 900" } as const;

const FILES = [
  ["sans", () => import("@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?sfnt")],
  ["sans", () => import("@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2?sfnt")],
  [
    "serif",
    () => import("@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2?sfnt"),
  ],
  [
    "serif",
    () => import("@fontsource-variable/source-serif-4/files/source-serif-4-latin-ext-wght-normal.woff2?sfnt"),
  ],
] as const;

let loaded: Promise<readonly Face[]> | undefined;

/** All four, loaded once. */
export function faces(): Promise<readonly Face[]> {
  loaded ??= Promise.all(
    FILES.map(async ([family, load]) => {
      const bytes = Uint8Array.from(atob((await load()).default), (sign) => sign.charCodeAt(0)).buffer;
      document.fonts.add(new FontFace(FAMILIES[family], bytes, { weight: WEIGHTS[family] }));
      return faceOf(family, parse(bytes));
    }),
  );
  return loaded;
}

export function faceOf(family: Face["family"], font: Font): Face {
  const tabular = new Map((font.substitution.getSingle("tnum") ?? []).map(({ sub, by }) => [sub, by]));
  return {
    family,
    font,
    glyph(letter, even) {
      const index = font.charToGlyphIndex(letter);
      if (index === 0) return null;
      return even ? (tabular.get(index) ?? index) : index;
    },
  };
}
