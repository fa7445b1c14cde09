import type { App } from "./app.ts";
import { presentCase } from "./document.ts";
import { screensOf } from "./screens.ts";

const FILE = "entente-file";
const SCREEN = "entente-screen";

/** Keeps which file and screen this window shows for as long as the window lives, so that a reload finds them again. */
export function rememberShown(app: App, tab: Pick<Storage, "setItem" | "removeItem">): () => void {
  const noFiles = app.document.subscribe(({ file }, before) => {
    if (file?.handle === before.file?.handle) return;
    if (file) tab.setItem(FILE, file.handle);
    else tab.removeItem(FILE);
  });
  const noScreens = app.look.subscribe(({ screen }, before) => {
    if (screen !== before.screen) tab.setItem(SCREEN, screen);
  });
  return () => {
    noFiles();
    noScreens();
  };
}

/** The host's word for the file this window showed before it was loaded anew. */
export const rememberedFile = (tab: Pick<Storage, "getItem">): string | null => tab.getItem(FILE);

/** The screen it showed. */
export const rememberedScreen = (tab: Pick<Storage, "getItem">): string | null => tab.getItem(SCREEN);

/**
 * Back to the screen that was shown, where the case has it: a room that looks on while a round is open must not be
 * shown the answer instead.
 */
export function backTo(app: App, screen: string | null): void {
  const known = screensOf(presentCase(app.document.getState())).find(({ id }) => id === screen);
  if (known) app.look.setState({ screen: known.id });
}
