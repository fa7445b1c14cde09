import { attributesOf, INHERITED, UNSAID } from "./presentation.ts";

/** The computed value of a CSS property of an element on the page; "" where there is none. */
export type StyleOf = (element: Element, property: string) => string;

const computed: StyleOf = (element, property) => getComputedStyle(element).getPropertyValue(property);

/** Elements that are not part of a picture, or that only a browser could show. */
const DROPPED = new Set(["script", "style", "foreignobject", "title", "desc", "metadata", "animate", "set"]);
/** Attributes whose place is taken by computed ones, or that only the page needs. */
const NEEDLESS =
  /^(on.*|class|style|role|tabindex|focusable|cursor|aria-.*|data-.*|pointer-events|xml:base)$/i;
const SHAPES = new Set(["path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text"]);
/** What is inside these is seen by reference only, however it looks where it stands. */
const DEFINITIONS = new Set(["defs", "clippath", "mask", "pattern", "marker", "symbol"]);

/**
 * A drawing that stands on its own: a copy of a live `<svg>` in which every element carries, as attributes, how it
 * looks on the page, and nothing that only the page needs. Text stays text.
 */
export function inlineSvg(live: SVGSVGElement, styleOf: StyleOf = computed): SVGSVGElement {
  const copy = live.cloneNode(true) as SVGSVGElement;
  inlineElement(live, copy, new Map(), false, styleOf);
  const { width, height } = drawnSize(live);
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  if (!copy.hasAttribute("viewBox")) copy.setAttribute("viewBox", `0 0 ${width} ${height}`);
  copy.setAttribute("overflow", "visible");
  return copy;
}

/**
 * Names of a drawing's parts, which the page counts up for as long as it runs, counted anew in what is exported: the
 * same picture is the same bytes however much was drawn before it.
 */
export function countAnew(whole: Element): void {
  const names = new Map<string, string>();
  for (const part of whole.querySelectorAll<SVGElement>("[id]")) {
    if (!part.ownerSVGElement) continue;
    const name = names.get(part.id) ?? `part${names.size + 1}`;
    names.set(part.id, name);
    part.id = name;
  }
  for (const element of whole.querySelectorAll("*"))
    for (const attribute of element.attributes) {
      const [, before = "", name = "", after = ""] =
        /^(url\(["']?#|#)([^"')]+)(["']?\)|)$/.exec(attribute.value) ?? [];
      const counted = names.get(name);
      if (counted !== undefined) attribute.value = `${before}${counted}${after}`;
    }
}

/** The size an `<svg>` is drawn at, in px: its attributes, else its box on the page. */
export function drawnSize(svg: SVGSVGElement): { readonly width: number; readonly height: number } {
  const [width, height] = ["width", "height"].map((name) => Number(svg.getAttribute(name)));
  if (width && height) return { width, height };
  const box = svg.getBoundingClientRect();
  return { width: box.width, height: box.height };
}

function inlineElement(
  live: Element,
  copy: Element,
  parent: ReadonlyMap<string, string>,
  defined: boolean,
  styleOf: StyleOf,
): void {
  const tag = live.tagName.toLowerCase();
  const own = attributesOf(tag, (property) => styleOf(live, property));
  const definition = defined || DEFINITIONS.has(tag);
  const gone =
    styleOf(live, "display") === "none" || own.get("opacity") === "0" || leavesNoMark(live, tag, own);
  if (DROPPED.has(tag) || (gone && !definition)) {
    copy.remove();
    return;
  }
  clean(copy);
  for (const [name, value] of own) {
    const unsaid = INHERITED.has(name) ? parent.get(name) : UNSAID.get(name);
    if (value === unsaid) copy.removeAttribute(name);
    else copy.setAttribute(name, value);
  }
  // Both lists are taken before any copy is removed, so that they stay in step.
  const twins = [...copy.children];
  [...live.children].forEach((child, i) => {
    const twin = twins[i];
    if (twin) inlineElement(child, twin, own, definition, styleOf);
  });
  if ((tag === "g" || tag === "defs") && copy.childElementCount === 0) copy.remove();
}

/** A hit area, or a shape whose visibility is taken away. */
function leavesNoMark(live: Element, tag: string, own: ReadonlyMap<string, string>): boolean {
  if (!SHAPES.has(tag)) return false;
  if (own.get("visibility") === "hidden") return true;
  const blank = (paint: string) => own.get(paint) === "none" || own.get(`${paint}-opacity`) === "0";
  return blank("fill") && blank("stroke") && live.childElementCount === 0;
}

function clean(element: Element): void {
  for (const { name, value } of [...element.attributes]) {
    const link = /(^|:)href$/i.test(name);
    // A picture refers to nothing but what it carries itself.
    const foreign = link && !/^(#|data:image\/(png|jpeg|gif|webp);)/i.test(value.trim());
    if (NEEDLESS.test(name) || foreign) element.removeAttribute(name);
  }
}
