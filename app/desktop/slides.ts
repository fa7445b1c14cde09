import type { BrowserWindow, BrowserWindowConstructorOptions, Display } from "electron";
import { ORIGIN } from "../bridge/names.ts";
import { LOCKED } from "./locked.ts";
import type { Desk } from "./desk.ts";

export interface SlideMeans {
  readonly make: (options: BrowserWindowConstructorOptions) => BrowserWindow;
  /** The primary one first. */
  readonly displays: () => readonly Pick<Display, "id" | "bounds" | "workArea">[];
  readonly packaged: boolean;
}

/**
 * The window of the slides: the program's own page without a bridge. It hears from the presenter's window through a
 * channel of the page's own, and can call nothing.
 */
export const slideOptions = (
  place: Pick<BrowserWindowConstructorOptions, "x" | "y" | "width" | "height" | "fullscreen">,
  packaged: boolean,
): BrowserWindowConstructorOptions => ({
  ...place,
  title: "Slides — Entente",
  backgroundColor: "#ffffff",
  autoHideMenuBar: true,
  webPreferences: { ...LOCKED, devTools: !packaged },
});

/** On a display of its own the slides fill it; on the presenter's they are a window like any other. */
export function slidePlace(
  displays: readonly Pick<Display, "bounds" | "workArea">[],
  presenter: { readonly x: number; readonly y: number } | null,
): Pick<BrowserWindowConstructorOptions, "x" | "y" | "width" | "height" | "fullscreen"> {
  const holds = ({ bounds: { x, y, width, height } }: Pick<Display, "bounds">) =>
    presenter !== null &&
    presenter.x >= x &&
    presenter.x < x + width &&
    presenter.y >= y &&
    presenter.y < y + height;
  const own = displays.find(holds) ?? displays[0];
  const other = displays.find((display) => display !== own);
  if (other) return { ...other.bounds, fullscreen: true };
  const area = own?.workArea ?? { x: 0, y: 0, width: 1280, height: 800 };
  const width = Math.min(1280, area.width);
  const height = Math.min(800, area.height);
  return {
    x: area.x + Math.round((area.width - width) / 2),
    y: area.y + Math.round((area.height - height) / 2),
    width,
    height,
  };
}

/** Opens the one window of the slides; an older one is closed. It goes when the presenter's window goes. */
export async function openSlides(desk: Desk, means: SlideMeans, id: string): Promise<void> {
  desk.slides?.destroy();
  const presenter = desk.window;
  const window = means.make(
    slideOptions(slidePlace(means.displays(), presenter?.getBounds() ?? null), means.packaged),
  );
  desk.slides = window;
  window.on("closed", () => {
    if (desk.slides === window) desk.slides = null;
  });
  // What the page is called says enough: the case and that these are slides.
  presenter?.on("closed", () => {
    if (!window.isDestroyed()) window.destroy();
  });
  await window.loadURL(`${ORIGIN}/index.html?slides=${id}`);
}
