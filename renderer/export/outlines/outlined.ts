import type { Command } from "opentype.js";
import { type Face, faces, FAMILIES } from "./faces.ts";

const SVG = "http://www.w3.org/2000/svg";

/**
 * The drawing with its letters as outlines, for programs that ignore fonts inside a picture. Where each letter stands
 * is asked of the browser, so kerning, anchors and baselines are the preview's own. The words stay in the
 * description. A text with a letter that the two typefaces lack (other scripts) stays text, in the reader's own font.
 */
export async function outlined(svg: string): Promise<string> {
  const all = await faces();
  // The page's policy would refuse the drawing's own style sheet; outlines need none.
  const parsed = new DOMParser().parseFromString(svg.replace(/<style>[^]*?<\/style>/, ""), "image/svg+xml");
  const root = document.importNode(parsed.documentElement, true) as unknown as SVGSVGElement;
  const stage = document.createElement("div");
  Object.assign(stage.style, { position: "fixed", left: "-20000px", top: "0" });
  stage.ariaHidden = "true";
  stage.append(root);
  document.body.append(stage);
  try {
    const texts = [...root.querySelectorAll("text")];
    for (const text of texts) prepare(text);
    await Promise.all(Object.values(FAMILIES).map((family) => document.fonts.load(`400 16px "${family}"`)));
    await document.fonts.ready;
    for (const text of texts) {
      const outline = outlineOf(text, all);
      if (outline) text.replaceWith(outline);
      else restore(text);
    }
    return `${new XMLSerializer().serializeToString(root)}\n`;
  } finally {
    stage.remove();
  }
}

const isSerif = (element: Element) =>
  /serif 4|georgia/i.test(element.closest("[font-family]")?.getAttribute("font-family") ?? "");
/** Figures of a chart are all of one width; those of running text are not. */
const isTabular = (element: Element) => element.closest("#sheet-chart") !== null;

function prepare(text: SVGTextElement): void {
  text.style.fontFamily = `"${FAMILIES[isSerif(text) ? "serif" : "sans"]}"`;
  text.style.fontFeatureSettings = isTabular(text) ? '"tnum"' : "normal";
}

function restore(text: SVGTextElement): void {
  text.removeAttribute("style");
}

/** One path for each run of letters that look alike; null where a letter is in neither part of the typeface. */
function outlineOf(text: SVGTextElement, all: readonly Face[]): SVGGElement | null {
  const mine = all.filter(({ family }) => family === (isSerif(text) ? "serif" : "sans"));
  const group = document.createElementNS(SVG, "g");
  for (const { name, value } of text.attributes)
    if (!/^(x|y|dx|dy|style|font-.*|text-anchor|dominant-baseline|letter-spacing|word-spacing)$/.test(name))
      group.setAttribute(name, value);
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  let at = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const holder = node.parentElement;
    if (!holder) continue;
    const { fontSize, fontWeight } = getComputedStyle(holder);
    const [size, weight] = [Number.parseFloat(fontSize), Number(fontWeight) || 400];
    let path = "";
    for (const letter of node.textContent ?? "") {
      const number = at;
      at += letter.length;
      if (number >= text.getNumberOfChars()) break;
      if (/\s/.test(letter)) continue;
      const drawn = letterPath(letter, text, number, { size, weight, mine });
      if (drawn === null) return null;
      path += drawn;
    }
    if (path === "") continue;
    const element = document.createElementNS(SVG, "path");
    element.setAttribute("d", path);
    for (const name of ["fill", "fill-opacity", "stroke", "stroke-width", "paint-order"]) {
      const own = holder.tagName === "text" ? null : holder.getAttribute(name);
      if (own !== null) element.setAttribute(name, own);
    }
    group.append(element);
  }
  return group;
}

function letterPath(
  letter: string,
  text: SVGTextElement,
  number: number,
  { size, weight, mine }: { readonly size: number; readonly weight: number; readonly mine: readonly Face[] },
): string | null {
  for (const { font, glyph } of mine) {
    const index = glyph(letter, isTabular(text));
    if (index === null) continue;
    const { x, y } = text.getStartPositionOfChar(number);
    return pathOf(font.glyphs.get(index).getPath(x, y, size, { variation: { wght: weight } }, font).commands);
  }
  return null;
}

/** Hundredths of a px; the library's own writer stumbles over very small numbers. */
function pathOf(commands: readonly Command[]): string {
  const point = (x = 0, y = 0) => `${Math.round(x * 100) / 100} ${Math.round(y * 100) / 100}`;
  return commands
    .map(({ type, x, y, x1, y1, x2, y2 }) => {
      if (type === "Z") return "Z";
      const before =
        type === "Q" ? `${point(x1, y1)} ` : type === "C" ? `${point(x1, y1)} ${point(x2, y2)} ` : "";
      return `${type}${before}${point(x, y)}`;
    })
    .join("");
}
