import type { App } from "../../state/app.ts";

/** Saves a table as a file of its own, with whichever dialog the host has. */
export async function saveCsv(app: App, name: string, text: string): Promise<void> {
  try {
    const choice = await app.host.call("files:pickSave", { name, kind: "csv" });
    if (choice.outcome === "cancelled") return;
    const target =
      choice.outcome === "picked" ? choice.file : await app.host.call("files:name", { name, kind: "csv" });
    const written =
      "failed" in target
        ? target
        : await app.host.call("files:export", { handle: target.handle, data: { as: "text", text } });
    if ("failed" in written) app.notify(written.message, "error");
    else app.notify(`Exported ${written.name}.`);
  } catch (error) {
    app.notify(error instanceof Error ? error.message : String(error), "error");
  }
}
