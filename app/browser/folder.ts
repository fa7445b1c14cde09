import { existsSync } from "node:fs";
import { lstat, mkdir, readdir } from "node:fs/promises";
import { homedir } from "node:os";
import { basename, dirname, join, parse, resolve } from "node:path";
import type { FileKind, Listed } from "../bridge/contract.ts";
import { FileProblem, codeOf } from "../files/failures.ts";
import type { Handles } from "../files/handles.ts";
import { cleanName } from "../files/names.ts";

/** Where the browser edition keeps its files when it is not told. */
export function usualFolder(home = homedir()): string {
  const documents = join(home, "Documents");
  return join(existsSync(documents) ? documents : home, "Entente");
}

/** The one folder the browser edition opens and saves in; plain files directly in it, nothing else. */
export class Folder {
  /** As it is shown to people. */
  readonly path: string;

  constructor(path: string) {
    this.path = resolve(path);
  }

  /** The files in the folder that are wanted by name, newest first; none when the folder is not there yet. */
  async files(handles: Handles, wanted: (name: string) => boolean): Promise<Listed[]> {
    const names = await readdir(this.path).catch((error: unknown) => {
      if (codeOf(error) === "ENOENT") return [];
      throw error;
    });
    const listed: Listed[] = [];
    for (const name of names.filter(wanted)) {
      const path = join(this.path, name);
      const found = await lstat(path).catch(() => null);
      if (found?.isFile() === true) listed.push({ ...handles.grant(path), modified: found.mtimeMs });
    }
    return listed.sort((a, b) => b.modified - a.modified);
  }

  /**
   * The path for a new file of this name. Makes the folder: it is needed now. Whoever saves a case is asked before
   * one is replaced; an export has no such question here and goes under a name that is free: “chart (2).png”.
   */
  async pathFor(name: string, kind: FileKind): Promise<string> {
    await mkdir(this.path, { recursive: true });
    const path = join(this.path, cleanName(name, kind));
    return kind === "case" ? path : freePath(path);
  }

  /**
   * Asked before every reading and writing.
   * @throws FileProblem for anything that does not lie directly in the folder, or is a link leading elsewhere
   */
  async allow(path: string): Promise<void> {
    const outside = new FileProblem(
      "denied",
      `“${basename(path)}” is not a file in ${this.path}: the browser edition stays in that folder. Move the file there, or start with --folder.`,
    );
    if (dirname(path) !== this.path) throw outside;
    // The folder itself may be reached through a link; a file in it may not be one, nor anything but a file.
    const found = await lstat(path).catch(() => null);
    if (found !== null && !found.isFile()) throw outside;
  }
}

async function freePath(path: string): Promise<string> {
  const { dir, name, ext } = parse(path);
  for (let n = 1; ; n++) {
    const at = n === 1 ? path : join(dir, `${name} (${n})${ext}`);
    if ((await lstat(at).catch(() => null)) === null) return at;
  }
}
