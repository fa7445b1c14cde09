import { isPlaceholder } from "./placeholder.ts";
import type { Case } from "../../app/model/case/types.ts";

/** One screen of the window: what the rail, the menu, the palette and the shortcuts say of it. */
export interface Screen {
  readonly id: string;
  readonly label: string;
  /** The first is shown. */
  readonly keys: readonly string[];
  /** Rarer than the others: reached by menu, palette and key alone. */
  readonly rare?: true;
  /** Whether this case has anything to show there; absent means always. */
  readonly available?: (theCase: Case) => boolean;
}

/** In the order of the rail. What each looks like stands in views/shell/bodies.tsx. */
export const SCREENS = [
  { id: "explore", label: "Explore", keys: ["Mod+1"] },
  { id: "compare", label: "Compare", keys: ["Mod+2"] },
  { id: "tipping", label: "Tipping points", keys: ["Mod+3"] },
  { id: "evidence", label: "Evidence", keys: ["Mod+4"] },
  { id: "judgement", label: "Judgement", keys: ["Mod+5"] },
  { id: "workshop", label: "Workshop", keys: ["Mod+6"] },
  { id: "author", label: "Case editor", keys: ["Mod+7"], rare: true },
  {
    id: "verdict",
    label: "Verdict",
    keys: [],
    available: ({ verdict }: Case) => verdict !== undefined,
  },
  { id: "trail", label: "Trail", keys: [] },
] as const satisfies readonly Screen[];

export type ScreenId = (typeof SCREENS)[number]["id"];

/** The screens this case has; a network has one, in the place of the first. */
export const screensOf = (theCase: Case): readonly (Screen & { readonly id: ScreenId })[] =>
  isPlaceholder(theCase)
    ? [SCREENS[0]]
    : SCREENS.filter((screen: Screen) => screen.available?.(theCase) ?? true);
