import type { Id } from "./types.ts";

/** An id of small letters and figures out of random bytes, one of each: 5 bits a byte, so that none is likelier. */
export const idOf = (bytes: Uint8Array): Id => Array.from(bytes, (byte) => (byte % 32).toString(32)).join("");
