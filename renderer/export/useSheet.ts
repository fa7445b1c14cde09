import { useEffect, useMemo, useState } from "react";
import type { RefObject } from "react";
import { PAPERS } from "./choice.ts";
import type { ExportChart, LookName, PageSize } from "./choice.ts";
import { fontRules } from "./fonts.ts";
import { countAnew, drawnSize, inlineSvg } from "./inline.ts";
import { largestSvg, STILL } from "./offscreen.tsx";
import { composeSheet } from "./sheet.ts";
import type { Sheet, SheetTokens } from "./sheet.ts";

export interface SheetRequest {
  readonly chart: ExportChart;
  readonly size: PageSize;
  /** How the stage is dressed: another look is another sheet. */
  readonly look: LookName;
  readonly brand: string;
  readonly marking: string | null;
  readonly caption: boolean;
  readonly source: string;
  readonly judgement: string;
}

interface Composed {
  /** The last sheet there is; null before the first, and where the drawing failed. */
  readonly sheet: Sheet | null;
  readonly error: string | null;
  /** Whether it is what was asked for last, and not what stood there before. */
  readonly current: boolean;
}

/** The composed sheet of what stands on the stage, made anew whenever the request or the stage changes. */
export function useSheet(stage: RefObject<HTMLElement | null>, asked: SheetRequest): Composed {
  const { chart, size, look, brand, marking, caption, source, judgement } = asked;
  const request = useMemo(
    () => ({ chart, size, look, brand, marking, caption, source, judgement }),
    [chart, size, look, brand, marking, caption, source, judgement],
  );
  const [result, setResult] = useState<{
    readonly sheet: Sheet | null;
    readonly error: string | null;
    readonly of: SheetRequest | null;
  }>({ sheet: null, error: null, of: null });
  useEffect(() => {
    const element = stage.current;
    if (!element) return;
    let wanted = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const compose = () =>
      composeFrom(element, request).then(
        (sheet) => wanted && setResult({ sheet, error: null, of: request }),
        (error: unknown) =>
          wanted &&
          setResult({
            sheet: null,
            error: error instanceof Error ? error.message : String(error),
            of: request,
          }),
      );
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void compose(), STILL);
    };
    const observer = new MutationObserver(soon);
    observer.observe(element, { subtree: true, childList: true, attributes: true, characterData: true });
    soon();
    return () => {
      wanted = false;
      clearTimeout(timer);
      observer.disconnect();
    };
  }, [stage, request]);
  return { sheet: result.sheet, error: result.error, current: result.of === request };
}

/** Throws an Error with one sentence where the stage holds no drawing. */
export async function composeFrom(stage: HTMLElement, request: SheetRequest): Promise<Sheet> {
  const { chart, size, caption, source, judgement } = request;
  const live = largestSvg(stage);
  if (!live) throw new Error(`“${chart.label}” has nothing to draw yet.`);
  const paper = PAPERS[size];
  const everything = [chart.subtitle, ...chart.notes, source, judgement].join(" ");
  const fonts = await fontRules(`${chart.title} ${everything} ${live.textContent}`);
  const svg = inlineSvg(live);
  countAnew(svg);
  return composeSheet({
    width: paper.width,
    ...(paper.height ? { height: paper.height } : {}),
    marking: request.marking,
    brand: request.brand,
    title: chart.title,
    subtitle: chart.subtitle,
    chart: { svg, ...drawnSize(live) },
    notes: caption ? chart.notes : [],
    footer: [caption ? `${source} ${judgement}` : judgement],
    description: everything,
    tokens: tokensOf(stage),
    fonts,
  });
}

function tokensOf(element: HTMLElement): SheetTokens {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    surface: token("surface"),
    ink: token("ink"),
    ink2: token("ink2"),
    ink3: token("ink3"),
    line: token("line"),
  };
}
