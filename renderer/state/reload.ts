import type { App } from "./app.ts";

const KEPT = "entente-file";

/** Keeps which file this window shows for as long as the window lives, so that a reload finds it again. */
export function rememberFile(app: App, tab: Pick<Storage, "setItem" | "removeItem">): () => void {
  return app.document.subscribe(({ file }, before) => {
    if (file?.handle === before.file?.handle) return;
    if (file) tab.setItem(KEPT, file.handle);
    else tab.removeItem(KEPT);
  });
}

/** The host's word for the file this window showed before it was loaded anew. */
export const rememberedFile = (tab: Pick<Storage, "getItem">): string | null => tab.getItem(KEPT);
