/** The part of opentype.js 2 that is used here; it ships no types of its own. */
declare module "opentype.js" {
  export interface Command {
    readonly type: "M" | "L" | "Q" | "C" | "Z";
    readonly x?: number;
    readonly y?: number;
    readonly x1?: number;
    readonly y1?: number;
    readonly x2?: number;
    readonly y2?: number;
  }
  export interface Glyph {
    readonly index: number;
    getPath(
      x: number,
      y: number,
      size: number,
      options: { readonly variation: Readonly<Record<string, number>> },
      font: Font,
    ): { readonly commands: readonly Command[] };
  }
  export interface Font {
    readonly glyphs: { get(index: number): Glyph };
    readonly substitution: {
      getSingle(feature: string): readonly { readonly sub: number; readonly by: number }[] | undefined;
    };
    charToGlyphIndex(letter: string): number;
  }
  export function parse(bytes: ArrayBuffer): Font;
}
