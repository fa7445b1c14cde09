import { type UnzipFileInfo, strFromU8, unzipSync } from "fflate";
import * as v from "valibot";
import { answersText } from "./answers.ts";
import type { Case } from "../../../app/model/case/types.ts";
import { MANIFEST, type Manifest, manifestShape, MOST_BYTES, MOST_FILES, sha256 } from "./manifest.ts";

export type BundleRead =
  | {
      readonly ok: true;
      readonly manifest: Manifest;
      /** Text of the case file. */
      readonly text: string;
      /** Text of the answers it was made with. */
      readonly answers: string;
    }
  /** One sentence without the file's name, which its reader puts before it. */
  | { readonly ok: false; readonly sentence: string };

type Files = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

const refused = (sentence: string): BundleRead => ({ ok: false, sentence });
const DAMAGED = "The file is damaged and cannot be unpacked; ask for a fresh copy, nothing was changed here.";

/**
 * Opens a bundle: every file must be the one its list names, to the last bit. Nothing is unpacked that is larger or
 * more than any bundle needs; a file that does not fit is one sentence.
 */
export async function readBundle(zip: Uint8Array): Promise<BundleRead> {
  const found: UnzipFileInfo[] = [];
  try {
    unzipSync(zip, { filter: (info) => (found.push(info), false) });
  } catch {
    return refused(DAMAGED);
  }
  if (!found.some(({ name }) => name === MANIFEST))
    return refused(
      "The file is not an Entente bundle: it holds no manifest.json; choose a bundle or an .entente file.",
    );
  const bytes = found.reduce((sum, { originalSize }) => sum + originalSize, 0);
  if (found.length > MOST_FILES + 1 || bytes > MOST_BYTES)
    return refused(
      `The file unpacks to more than a bundle may hold (${MOST_FILES} files, ${MOST_BYTES / 1e6} MB); it was not unpacked.`,
    );
  if (new Set(found.map(({ name }) => name)).size < found.length)
    return refused("The file holds one name twice, which no bundle does; ask for a fresh copy.");
  // By name alone: a list may name what every object has.
  let files: Files;
  try {
    files = new Map(Object.entries(unzipSync(zip) as Record<string, Uint8Array<ArrayBuffer>>));
  } catch {
    return refused(DAMAGED);
  }
  const manifest = readManifest(files.get(MANIFEST));
  if (manifest === null)
    return refused(
      "The bundle’s list of contents (manifest.json) is damaged or of another version; ask for a fresh copy.",
    );
  // Asked of the archive: a file called __proto__ is no key of the object that its files are unpacked into.
  const stranger = strangerAmong(found, manifest);
  if (stranger !== undefined)
    return refused(
      `The bundle holds ${JSON.stringify(stranger.slice(0, 80))}, which its list does not name; it was changed since it was made.`,
    );
  const fault = await faultIn(manifest, files);
  if (fault !== null) return refused(fault);
  const text = textOf(files.get(manifest.case.file));
  const answers = textOf(files.get(manifest.answers));
  return text === null || answers === null ? refused(DAMAGED) : { ok: true, manifest, text, answers };
}

function readManifest(bytes: Uint8Array | undefined): Manifest | null {
  try {
    const read = v.safeParse(manifestShape, JSON.parse(strFromU8(bytes ?? new Uint8Array())));
    return read.success ? read.output : null;
  } catch {
    return null;
  }
}

function strangerAmong(found: readonly UnzipFileInfo[], { files }: Manifest): string | undefined {
  const names = new Set([MANIFEST, ...files.map(({ path }) => path)]);
  return found.find(({ name }) => !names.has(name))?.name;
}

/** What does not agree between the list and the files; null where all does. */
async function faultIn(
  { files: listed, case: { file }, answers }: Manifest,
  files: Files,
): Promise<string | null> {
  const names = new Set(listed.map(({ path }) => path));
  for (const { path, sha256: sum } of listed) {
    const bytes = files.get(path);
    if (bytes === undefined) return `The bundle lacks ${path}, which its list names; ask for a fresh copy.`;
    if ((await sha256(bytes)) !== sum)
      return `The bundle was changed since it was made: ${path} is not the file its list names; ask for a fresh copy.`;
  }
  return names.has(file) && names.has(answers)
    ? null
    : "The bundle’s list names no case; ask for a fresh copy.";
}

function textOf(bytes: Uint8Array | undefined): string | null {
  try {
    return bytes ? new TextDecoder("utf-8", { fatal: true }).decode(bytes) : null;
  } catch {
    return null;
  }
}

/** Whether this program still gives the answers the bundle was made with, to the last bit. */
export const sameAnswers = (
  theCase: Case,
  { manifest, answers }: { readonly manifest: Manifest; readonly answers: string },
) => answersText(theCase, manifest.view) === answers;
