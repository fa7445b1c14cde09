import type { Bridge, FileKind } from "../../../app/bridge/contract.ts";

export type Saved =
  | { readonly kind: "saved"; readonly name: string }
  | { readonly kind: "cancelled" }
  | { readonly kind: "failed"; readonly sentence: string };

/** Writes a text where the user says; where the host has no dialog, under this name in its folder. */
export async function saveText(host: Bridge, name: string, kind: FileKind, text: string): Promise<Saved> {
  const choice = await host.call("files:pickSave", { name, kind });
  if (choice.outcome === "cancelled") return { kind: "cancelled" };
  const target = choice.outcome === "picked" ? choice.file : await host.call("files:name", { name, kind });
  if ("failed" in target) return { kind: "failed", sentence: target.message };
  const written = await host.call("files:export", { handle: target.handle, data: { as: "text", text } });
  return "failed" in written
    ? { kind: "failed", sentence: written.message }
    : { kind: "saved", name: written.name };
}
