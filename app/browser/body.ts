import { Buffer } from "node:buffer";
import type { IncomingMessage } from "node:http";

/** Room for the largest picture in base64 and the largest case with every sign escaped. */
export const LARGEST_BODY = 100_000_000;

export class BodyTooLarge extends Error {}

/**
 * Reads a request's JSON body.
 * @throws BodyTooLarge as soon as the cap is passed; SyntaxError or TypeError when it is not JSON in UTF-8
 */
export async function readJson(request: IncomingMessage, largest: number): Promise<unknown> {
  if (Number(request.headers["content-length"] ?? 0) > largest) throw new BodyTooLarge();
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.byteLength;
    if (size > largest) throw new BodyTooLarge();
    parts.push(part);
  }
  return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(parts))) as unknown;
}
