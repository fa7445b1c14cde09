import type { Case } from "./types.ts";
import { attempt, type CaseProblem, MOST_CHARACTERS, problemSentence, Refused, shown } from "./problem.ts";
import { isEntries } from "./read.ts";
import { parseJson } from "./json.ts";
import { migrate, VERSION } from "./migrate.ts";
import { notesOn } from "./mentions.ts";
import { readDocument } from "./document.ts";

export { type CaseProblem, problemSentence };

export type Opened =
  /** `notes`: what was accepted but cannot be used, one sentence each. */
  | { readonly ok: true; readonly case: Case; readonly notes: readonly string[] }
  | { readonly ok: false; readonly problem: CaseProblem };

/**
 * The one way a text becomes a case. Whatever the text, it either opens or is refused with one problem; it never
 * throws, runs nothing, and leaves the text as it was.
 */
export function openCase(text: string): Opened {
  const read = attempt(() => readCase(text));
  return read.ok ? { ok: true, case: read.value, notes: notesOn(read.value) } : read;
}

function readCase(text: string): Case {
  if (text.length > MOST_CHARACTERS) throw new Refused({ kind: "too-large", characters: text.length });
  // Some editors put a byte-order mark before UTF-8; it is no part of the case.
  const file = parseJson(text.replace(/^\uFEFF/, ""));
  const format = isEntries(file) ? file["format"] : undefined;
  if (!isEntries(file) || format !== "entente-case")
    throw new Refused({ kind: "not-a-case", found: format === undefined ? "missing" : shown(format) });
  return readDocument(migrate(file), VERSION);
}

/**
 * The text of a case file: two-space indent, keys in the order they were read or added, newline at the end.
 * Opening it again gives the same case.
 */
export function saveCase(theCase: Case): string {
  return `${JSON.stringify(theCase, null, 2)}\n`;
}
