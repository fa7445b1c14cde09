import type { Look, TippingLook } from "../../state/look.ts";
import type { ScreenId } from "../../state/screens.ts";

/** The charts of each screen, what it says first on top; the other screens have none of their own. */
const CHARTS: Partial<Readonly<Record<ScreenId, readonly string[]>>> = {
  explore: ["by-horizon", "answer", "argument", "full", "why"],
  compare: ["compare"],
  tipping: ["tipping-one", "tipping-sets", "tipping-strain", "tipping-break", "tipping-map", "tipping-watch"],
  evidence: ["evidence-steps", "tipping-watch", "evidence-matrix", "evidence-next"],
  judgement: ["calibration"],
  verdict: ["said", "calibration"],
};
/** Where there is room for one chart, the one that is there. */
const TAB: Readonly<Record<TippingLook["tab"], string>> = {
  moves: "tipping-break",
  one: "tipping-one",
  sets: "tipping-sets",
  two: "tipping-map",
  watch: "tipping-watch",
};

/**
 * The chart that the export dialog begins with: of the screen one comes from, the one taken last where that is one of
 * its own.
 * @param there ids of the charts there are
 */
export function screenChart(
  { screen, fullMap, tipping }: Pick<Look, "screen" | "fullMap" | "tipping">,
  last: string | undefined,
  there: readonly string[],
  isSmall: boolean,
): string | undefined {
  const own = CHARTS[screen] ?? [];
  if (screen === "explore" && fullMap) return "full";
  if (screen === "tipping" && isSmall) return TAB[tipping.tab];
  if (last !== undefined && (own.includes(last) || own.length === 0)) return last;
  return own.find((id) => there.includes(id)) ?? own[0] ?? last;
}
