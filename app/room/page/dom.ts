/* Every text on this page comes from somewhere else. It becomes text nodes and attributes, never markup. */

export type Child = Node | string | null;
type Attributes = Readonly<Record<string, string | number | boolean | ((event: Event) => void)>>;

/** An element: `on…` are listeners, `true` is an attribute without a value, `false` none at all. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  put(made, attributes, children);
  return made;
}

const SVG = "http://www.w3.org/2000/svg";
export function svg(tag: string, attributes: Attributes = {}, ...children: Child[]): SVGElement {
  const made = document.createElementNS(SVG, tag);
  put(made, attributes, children);
  return made;
}

function put(made: Element, attributes: Attributes, children: readonly Child[]): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false) made.setAttribute(name, String(value));
  }
  made.append(...children.filter((child) => child !== null));
}

const icons = {
  lock: "M6 11V8a6 6 0 0 1 12 0v3M5 11h14v9H5z",
  text: "M4 7V5h16v2M12 5v14M9 19h6",
  hidden:
    "M3 3l18 18M10.6 6.2A9.6 9.6 0 0 1 21 12a14 14 0 0 1-2.4 3M6.5 7.8A13 13 0 0 0 3 12c2 4 5.300 6 9 6a9 9 0 0 0 4-.9M9.900 9.900a3 3 0 0 0 4.200 4.200",
  up: "M6 15l6-6 6 6",
  down: "M6 9l6 6 6-6",
  grip: "M9 6h.01M15 6h.01M9 12h.01M15 12h.01M9 18h.01M15 18h.01",
  check: "M5 12.500l4.500 4.500L19 7",
  away: "M3 3l18 18M5 12.500a10 10 0 0 1 4-2.500M8.500 16a5 5 0 0 1 7 0M12 19.500h.01M13 7a14 14 0 0 1 8 3.500M3 10.500A14 14 0 0 1 7 8",
} as const;

/** A small picture beside words that say the same. */
export const icon = (name: keyof typeof icons): SVGElement =>
  svg("svg", { class: "icon", viewBox: "0 0 24 24", "aria-hidden": "true" }, svg("path", { d: icons[name] }));

/** A line of small print with a picture before it. */
export const aside = (name: keyof typeof icons, text: string): HTMLElement =>
  el("p", { class: "aside" }, icon(name), el("span", {}, text));
