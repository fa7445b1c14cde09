import type { Bridge, FileKind } from "../../app/bridge/contract.ts";

/** What a file holds: text, or bytes as base64. */
export type Content =
  { readonly as: "text"; readonly text: string } | { readonly as: "base64"; readonly base64: string };

export type SavedExport =
  | { readonly kind: "saved"; readonly name: string; readonly folder: string }
  | { readonly kind: "cancelled" }
  | { readonly kind: "failed"; readonly sentence: string };

export interface ToSave {
  readonly name: string;
  readonly kind: FileKind;
  /** Made once it is known that there is somewhere to put it. */
  readonly content: () => Promise<Content | { readonly failed: string; readonly message: string }>;
  /** The numbers, written beside it as CSV. */
  readonly csv?: string;
}

/** Writes a file where the user says; where the host has no dialog, in its folder under a name that is free there. */
export async function saveExport(host: Bridge, { name, kind, content, csv }: ToSave): Promise<SavedExport> {
  const choice = await host.call("files:pickSave", { name, kind });
  if (choice.outcome === "cancelled") return { kind: "cancelled" };
  const target = choice.outcome === "picked" ? choice.file : await host.call("files:name", { name, kind });
  if ("failed" in target) return { kind: "failed", sentence: target.message };
  const data = await content();
  if ("failed" in data) return { kind: "failed", sentence: data.message };
  const written = await host.call("files:export", {
    handle: target.handle,
    data,
    ...(csv === undefined ? {} : { csv }),
  });
  return "failed" in written
    ? { kind: "failed", sentence: written.message }
    : { kind: "saved", name: written.name, folder: written.folder };
}

/** A text as what a file holds. */
export const asText = (text: string) => () => Promise.resolve({ as: "text", text } as const);

/** Where it is, first: a long name may be cut. */
export const exportedTo = ({ name, folder }: { readonly name: string; readonly folder: string }): string =>
  `Exported to ${folder}: ${name}`;
