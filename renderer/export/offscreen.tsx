import type { ReactNode } from "react";
import { createRoot } from "react-dom/client";
import styles from "./ExportDialog.module.css";
import type { LookName } from "./choice.ts";
import { drawnSize } from "./inline.ts";

/** How long a drawing must have been still, ms: charts draw themselves in more than one pass. */
export const STILL = 80;
/** A drawing that never rests is taken as it is after this time, ms. */
const PATIENCE = 5_000;

/** Draws something out of sight but really laid out, hands it over once it is still, and takes it away again. */
export async function offscreen<T>(
  content: ReactNode,
  look: LookName,
  take: (element: HTMLElement) => T | Promise<T>,
): Promise<T> {
  const stage = document.createElement("div");
  stage.className = styles.stage ?? "";
  stage.dataset["theme"] = look === "dark" ? "dark" : "light";
  stage.ariaHidden = "true";
  stage.inert = true;
  document.body.append(stage);
  const root = createRoot(stage);
  try {
    const still = stillness(stage);
    root.render(content);
    await still;
    return await take(stage);
  } finally {
    root.unmount();
    stage.remove();
  }
}

function stillness(element: HTMLElement): Promise<void> {
  return new Promise((done) => {
    const end = (): void => {
      clearTimeout(timer);
      clearTimeout(late);
      observer.disconnect();
      done();
    };
    const late = setTimeout(end, PATIENCE);
    let timer = setTimeout(end, 4 * STILL);
    const observer = new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(end, STILL);
    });
    observer.observe(element, { subtree: true, childList: true, attributes: true, characterData: true });
  });
}

/** A chart may bring icons; the drawing meant is the largest. */
export function largestSvg(within: HTMLElement): SVGSVGElement | undefined {
  const area = (svg: SVGSVGElement) => {
    const { width, height } = drawnSize(svg);
    return width * height;
  };
  return [...within.querySelectorAll("svg")].sort((a, b) => area(b) - area(a))[0];
}
