import type { Case } from "./types.ts";
import { attempt, type CaseProblem, MOST_CHARACTERS, problemSentence, Refused, shown } from "./problem.ts";
import { isEntries } from "./read.ts";
import { closedThroughout } from "./directions.ts";
import { parseJson } from "./json.ts";
import { migrate, VERSION, versionNeeded } from "./migrate.ts";
import { notesOn } from "./mentions.ts";
import { readDocument } from "./document.ts";
import { readNetworkCase } from "./network-read.ts";
import { type CaseDocument, isNetworkCase } from "./network-case.ts";

export { type CaseProblem, problemSentence };

export type Opened<D = Case> =
  /** `notes`: what was accepted but cannot be used, one sentence each. */
  | { readonly ok: true; readonly case: D; readonly notes: readonly string[] }
  | { readonly ok: false; readonly problem: CaseProblem };

/**
 * The one way a text becomes a case, be it an argument or a network. Whatever the text, it either opens or is refused
 * with one problem; it never throws, runs nothing, and leaves the text as it was.
 */
export function openDocument(text: string): Opened<CaseDocument> {
  const read = attempt(() => readFile(text));
  if (!read.ok) return read;
  return { ok: true, case: read.value, notes: isNetworkCase(read.value) ? [] : notesOn(read.value) };
}

/** The same for those who need an argument: factors, mechanisms, an outcome. A network is refused. */
export function openCase(text: string): Opened {
  const opened = openDocument(text);
  if (!opened.ok) return opened;
  const { case: found, notes } = opened;
  return isNetworkCase(found)
    ? { ok: false, problem: { kind: "network" } }
    : { ok: true, case: found, notes };
}

function readFile(text: string): CaseDocument {
  if (text.length > MOST_CHARACTERS) throw new Refused({ kind: "too-large", characters: text.length });
  // Some editors put a byte-order mark before UTF-8; it is no part of the case.
  const plain = text.replace(/^\uFEFF/, "");
  // What does not begin as any object or list does was never a case: there is no line of it to mend.
  const [begins] = /\S{1,20}/.exec(plain) ?? [];
  if (begins !== undefined && !/^[[{]/.test(begins)) throw new Refused({ kind: "other-text", begins });
  const file = parseJson(plain);
  const format = isEntries(file) ? file["format"] : undefined;
  if (!isEntries(file) || format !== "entente-case")
    throw new Refused({ kind: "not-a-case", found: format === undefined ? "missing" : shown(format) });
  const newest = closedThroughout(migrate(file));
  const hasNetwork = newest["network"] !== undefined && newest["network"] !== null;
  return hasNetwork ? readNetworkCase(newest, VERSION) : readDocument(newest, VERSION);
}

/**
 * The text of a case file: two-space indent, keys in the order they were read or added, newline at the end, in the
 * oldest version that can hold it. Opening it again gives the same case.
 */
export function saveCase(theCase: CaseDocument): string {
  return `${JSON.stringify({ ...theCase, version: versionNeeded(theCase) }, null, 2)}\n`;
}
