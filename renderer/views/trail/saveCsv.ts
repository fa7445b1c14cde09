import type { App } from "../../state/app.ts";
import { asText, exportedTo, saveExport } from "../../state/saveExport.ts";

/** Saves a table as a file of its own, and says where it is. */
export async function saveCsv(app: App, name: string, text: string): Promise<void> {
  try {
    const saved = await saveExport(app.host, { name, kind: "csv", content: asText(text) });
    if (saved.kind === "failed") app.notify(saved.sentence, "error");
    else if (saved.kind === "saved") app.notify(exportedTo(saved));
  } catch (error) {
    app.notify(error instanceof Error ? error.message : String(error), "error");
  }
}
