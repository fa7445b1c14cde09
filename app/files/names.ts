import { extname } from "node:path";
import type { FileKind } from "../bridge/contract.ts";

/** The one ending each kind of file is written with. */
export const endings: Readonly<Record<FileKind, string>> = {
  case: ".entente",
  svg: ".svg",
  png: ".png",
  csv: ".csv",
  xlsx: ".xlsx",
  pptx: ".pptx",
  pdf: ".pdf",
  bundle: ".zip",
  ballot: ".html",
  bif: ".bif",
  xmlbif: ".xmlbif",
  net: ".net",
  xdsl: ".xdsl",
  cmpx: ".cmpx",
  uai: ".uai",
};

/** The endings of other programs' networks, which are opened as well; what is in them only the window knows. */
export const networkEndings: readonly string[] = [
  ".bif",
  ".xmlbif",
  ".bifxml",
  ".xml",
  ".net",
  ".xdsl",
  ".cmpx",
];

/** What the window can make something of: cases, bundles with one inside, networks. */
export const openedEndings: readonly string[] = [endings.case, endings.bundle, ...networkEndings];

export const isOpenable = (name: string): boolean => openedEndings.includes(extname(name).toLowerCase());

// Windows gives these to devices, with any ending; files under such names cannot be opened there.
const reserved = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i;
// Path separators, what Windows forbids, control characters, and marks that turn the direction of reading
// (“gpj.exe” can be made to look like “exe.jpg”).
const unsafe = /[\u0000-\u001f\u007f-\u009f"*/:<>?\\|\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]+/g;
const LONGEST = 200;

/** As much of a text as fits into so many bytes of UTF-8, never cutting a character. */
function fitted(text: string, bytes: number): string {
  const encoder = new TextEncoder();
  let kept = "";
  for (const character of text) {
    if (encoder.encode(kept + character).byteLength > bytes) break;
    kept += character;
  }
  return kept;
}

const without = (name: string, ending: string) =>
  name.toLowerCase().endsWith(ending) ? name.slice(0, -ending.length) : name;

/**
 * A file name that every system accepts, made from any text, with the kind's ending (once).
 * @example cleanName("Q3: base/rate?.svg", "svg") === "Q3 base rate.svg"
 */
export function cleanName(name: string, kind: FileKind): string {
  const plain = without(name.normalize("NFC").replace(unsafe, " ").trim(), endings[kind])
    .replace(/\s+/g, " ")
    .replace(/^[. ]+|[. ]+$/g, "");
  const safe = reserved.test(plain) ? `_${plain}` : plain;
  const short = fitted(safe, LONGEST).replace(/[. ]+$/, "");
  return `${short || "Untitled"}${endings[kind]}`;
}

/** A path from a save dialog, with the kind's ending put on where the user left it out. */
export const withEnding = (path: string, kind: FileKind): string =>
  extname(path).toLowerCase() === endings[kind] ? path : `${path}${endings[kind]}`;
