import { Buffer } from "node:buffer";
import type { Clipboard, ClipboardItem } from "electron";
import type { Arguments, Failure } from "../bridge/contract.ts";

/** Puts a text, and a PNG when there is one, on the clipboard as one item. */
export async function copy(
  clipboard: Pick<Clipboard, "write">,
  Item: typeof ClipboardItem,
  { png, text }: Arguments<"clipboard:write">[0],
): Promise<Failure | undefined> {
  const picture =
    png === null ? {} : { "image/png": new Blob([Buffer.from(png, "base64")], { type: "image/png" }) };
  try {
    await clipboard.write([new Item({ "text/plain": text, ...picture })]);
    return undefined;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { failed: "other", message: `Nothing was copied: the clipboard says “${reason}”. Try again.` };
  }
}
