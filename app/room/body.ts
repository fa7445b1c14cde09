import type { IncomingMessage } from "node:http";
import { type Turned, turned } from "./door.ts";

/** An answer of a person is a fiftieth of this. */
export const LARGEST_BODY = 16 * 1024;

const tooLarge = () => turned(413, "size", "That is more than an answer can hold.");

/**
 * Reads a request's JSON body, which is an object; stops as soon as it is too large.
 * @returns the object, or why not
 */
export async function readBody(
  request: IncomingMessage,
): Promise<{ readonly body: Readonly<Record<string, unknown>> } | Turned> {
  if (Number(request.headers["content-length"] ?? 0) > LARGEST_BODY) return tooLarge();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let size = 0;
  let text = "";
  try {
    // Not destroyed when it is left early: there is still something to say to whoever sends.
    const parts: AsyncIterable<Uint8Array> = request.iterator({ destroyOnReturn: false });
    for await (const part of parts) {
      size += part.byteLength;
      if (size > LARGEST_BODY) return tooLarge();
      text += decoder.decode(part, { stream: true });
    }
    const body: unknown = JSON.parse(text + decoder.decode());
    if (typeof body === "object" && body !== null && !Array.isArray(body))
      return { body: body as Readonly<Record<string, unknown>> };
  } catch {
    // Cut off, not UTF-8 or not JSON: all the same to whoever sent it.
  }
  return turned(400, "body", "That could not be read.");
}
