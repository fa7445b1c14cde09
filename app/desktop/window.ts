import type { BrowserWindow, BrowserWindowConstructorOptions, Rectangle } from "electron";
import { SMALLEST } from "./bounds.ts";
import { LOCKED } from "./locked.ts";

/** `--bg` of each theme (assets/styles/tokens.css): the window has its colour before the page is painted. */
const backgrounds = {
  light: "#f5f3ee",
  dark: "#12151b",
  contrast: "#ffffff",
  "contrast-dark": "#000000",
} as const;

/**
 * The window's first colour.
 * @param theme what the settings say; anything unknown means "as the system"
 */
export function background(theme: unknown, dark: boolean, contrast: boolean): string {
  if (theme === "light" || theme === "dark") return backgrounds[theme];
  if (theme === "contrast" || contrast) return backgrounds[dark ? "contrast-dark" : "contrast"];
  return backgrounds[dark ? "dark" : "light"];
}

/** The window's options, compared by value in its test: nothing here may open the page to the machine. */
export const windowOptions = (given: {
  bounds: Rectangle;
  backgroundColor: string;
  preload: string;
  packaged: boolean;
}): BrowserWindowConstructorOptions => ({
  ...given.bounds,
  minWidth: SMALLEST.width,
  minHeight: SMALLEST.height,
  show: false,
  title: "Entente",
  backgroundColor: given.backgroundColor,
  webPreferences: {
    ...LOCKED,
    preload: given.preload,
    devTools: !given.packaged,
    // Compiled scripts are kept from the first start on: the scheme allows it, and nothing is loaded but our own.
    v8CacheOptions: "bypassHeatCheck",
  },
});

/** What the title bar says. */
export const titleOf = (name: string, edited: boolean) => `${edited ? "• " : ""}${name} — Entente`;

/** Shows the window once its page is painted; after ten seconds in any case, for a window nobody sees helps nobody. */
export function showWhenPainted(
  window: Pick<BrowserWindow, "once" | "show" | "isDestroyed" | "maximize">,
  maximized: boolean,
  patience = 10_000,
): void {
  let shown = false;
  const show = () => {
    if (shown || window.isDestroyed()) return;
    shown = true;
    clearTimeout(late);
    if (maximized) window.maximize();
    window.show();
  };
  const late = setTimeout(show, patience);
  window.once("ready-to-show", show);
}
