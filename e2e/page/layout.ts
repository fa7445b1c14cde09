import type { Page } from "@playwright/test";

/** What does not fit: texts cut off by a box that neither scrolls nor shows an ellipsis, and sideways scrolling. */
export const misfits = (page: Page, within = "body"): Promise<string[]> =>
  page.evaluate((selector) => {
    const found = new Set<string>();
    const name = (element: Element) =>
      `${element.tagName.toLowerCase()}.${(element.getAttribute("class") ?? "").split(" ")[0] ?? ""}`;
    const root = document.querySelector(selector);
    if (!root) return [`nothing is ${selector}`];
    const slack = { x: 1.5, y: 3 };
    const cuts = (style: CSSStyleDeclaration) =>
      [style.overflowX, style.overflowY].some((value) => value === "hidden" || value === "clip");
    const scrolls = (value: string) => value === "auto" || value === "scroll";

    /** The box that cuts this text off; null: none does; "meant": it is hidden, shortened or can be scrolled to. */
    const cutBy = (rect: DOMRect, from: Element | null): Element | "meant" | null => {
      for (let box = from; box && box !== root.parentElement; box = box.parentElement) {
        const style = getComputedStyle(box);
        const hidden = style.clipPath !== "none" || style.visibility === "hidden" || style.opacity === "0";
        if (hidden || style.textOverflow === "ellipsis") return "meant";
        if (scrolls(style.overflowX) || scrolls(style.overflowY)) return "meant";
        if (!cuts(style)) continue;
        const { left, right, top, bottom } = box.getBoundingClientRect();
        const out =
          rect.left < left - slack.x ||
          rect.right > right + slack.x ||
          rect.top < top - slack.y ||
          rect.bottom > bottom + slack.y;
        if (out) return box;
      }
      return null;
    };

    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      if (text.textContent?.trim() === "") continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      for (const rect of range.getClientRects()) {
        if (rect.width === 0 || rect.height === 0) continue;
        const box = cutBy(rect, text.parentElement);
        if (box instanceof Element) found.add(`“${text.textContent ?? ""}” is cut off by ${name(box)}`);
        else if (box === null && selector === "body" && rect.right > innerWidth + slack.x)
          found.add(`“${text.textContent ?? ""}” leaves the window`);
      }
    }
    for (const box of [root, ...root.querySelectorAll("*")]) {
      const scrollable = scrolls(getComputedStyle(box).overflowX) || box === document.body;
      if (scrollable && box.scrollWidth > box.clientWidth + 1 && box.getAttribute("role") !== "region")
        found.add(`${name(box)} scrolls sideways: ${box.scrollWidth} in ${box.clientWidth}`);
    }
    return [...found];
  }, within);
