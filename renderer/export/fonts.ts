/**
 * The two typefaces of the page, carried inside an exported drawing as `@font-face` rules with base64 data. The data
 * come as modules, loaded when first needed: the page may load its own scripts, and nothing else.
 */

export interface Face {
  readonly family: string;
  readonly weights: string;
  readonly range: string;
  /** Whether this part of the typeface is there for letters that the first part lacks. */
  readonly extended: boolean;
  readonly load: () => Promise<{ readonly default: string }>;
}

/** Latin letters, figures and the punctuation of running text; what the "latin" files hold. */
export const LATIN =
  "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD";
export const LATIN_EXT =
  "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF";

const FACES: readonly Face[] = [
  {
    family: "Inter Variable",
    weights: "100 900",
    range: LATIN,
    extended: false,
    load: () => import("@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?inline"),
  },
  {
    family: "Inter Variable",
    weights: "100 900",
    range: LATIN_EXT,
    extended: true,
    load: () => import("@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2?inline"),
  },
  {
    family: "Source Serif 4 Variable",
    weights: "200 900",
    range: LATIN,
    extended: false,
    load: () =>
      import("@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2?inline"),
  },
  {
    family: "Source Serif 4 Variable",
    weights: "200 900",
    range: LATIN_EXT,
    extended: true,
    load: () =>
      import("@fontsource-variable/source-serif-4/files/source-serif-4-latin-ext-wght-normal.woff2?inline"),
  },
];

const EXTENDED = /[\u0100-\u0130\u0132-\u0151\u0154-\u02ba\u02bd-\u02c5\u1e00-\u1e9f\u1ef2-\u1eff]/;

/** Whether a text has letters of the extended Latin part. Other scripts fall back to the reader's own fonts. */
export const needsExtended = (text: string): boolean => EXTENDED.test(text);

/** `@font-face` rules for all that `text` needs, of the page's own typefaces or of others. */
export async function fontRules(text: string, all: readonly Face[] = FACES): Promise<string> {
  const faces = all.filter(({ extended }) => !extended || needsExtended(text));
  const rules = await Promise.all(
    faces.map(async ({ family, weights, range, load }) => {
      const { default: url } = await load();
      return `@font-face{font-family:"${family}";font-weight:${weights};src:url(${url}) format("woff2");unicode-range:${range}}`;
    }),
  );
  return rules.join("\n");
}
