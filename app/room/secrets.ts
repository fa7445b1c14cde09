import { createHash, randomBytes, randomInt, timingSafeEqual } from "node:crypto";

/** Letters and digits that nobody takes for another: no I, L, O, U, 0, 1. */
export const LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ23456789";
export const CODE_LENGTH = 6;

/** A code to be typed: 30^6 possibilities (29.4 bits), guarded by limits on wrong ones. */
export const newCode = (): string =>
  Array.from({ length: CODE_LENGTH }, () => LETTERS.charAt(randomInt(LETTERS.length))).join("");

/** 128 bits in letters: a participant's token, or the secret in the code to be scanned. */
export const newSecret = (): string => randomBytes(16).toString("base64url");

/** An id that tells nothing of who has it. */
export const newId = (): string => randomBytes(9).toString("base64url");

export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** Compares two words in a time that tells nothing of where they differ. */
export const sameWord = (a: string, b: string): boolean =>
  timingSafeEqual(createHash("sha256").update(a).digest(), createHash("sha256").update(b).digest());

/** A code as people type it: in any case, with spaces or dashes. */
export const tidyCode = (typed: string): string => typed.toUpperCase().replace(/[\s–-]/gu, "");
