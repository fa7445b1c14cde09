import { readFileSync } from "node:fs";
import { openCase, problemSentence } from "../model/case/door.ts";
import { readInputs } from "../model/case/inputs.ts";
import type { Case, Inputs } from "../model/case/types.ts";
import { Refused } from "./refused.ts";

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EISDIR: "it is a folder",
  EACCES: "reading it is not allowed",
};

/** Text of a file, or of standard input where the path is "-". */
export function readText(path: string | undefined, option: string): string {
  if (path === undefined) throw new Refused(`--${option} is missing: name a file, or - for standard input.`);
  try {
    return readFileSync(path === "-" ? 0 : path, "utf8").replace(/^\uFEFF/, "");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    throw new Refused(`${path} cannot be read: ${REASONS[code] ?? (code || "unknown reason")}.`);
  }
}

export function readJson(path: string | undefined, option: string): unknown {
  const text = readText(path, option);
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/\s+/g, " ") : "unreadable";
    throw new Refused(`What --${option} names is not JSON: ${why}.`);
  }
}

export function readCase(path: string | undefined): Case {
  const opened = openCase(readText(path, "case"));
  if (!opened.ok) throw new Refused(`${path ?? ""}: ${problemSentence(opened.problem)}`);
  return opened.case;
}

/** One value or several; results mirror it. */
export interface Asked<T> {
  readonly many: boolean;
  readonly all: readonly T[];
}

/** Reads a JSON value or a list of them; a refusal says which of several it is about. */
export function readAll<T>(path: string | undefined, option: string, read: (value: unknown) => T): Asked<T> {
  const value = readJson(path, option);
  const many = Array.isArray(value);
  return { many, all: each((many ? value : [value]) as unknown[], many, option, read) };
}

export const readAllInputs = (theCase: Case, path: string | undefined, option = "inputs"): Asked<Inputs> =>
  readAll(path, option, (value) => {
    const read = readInputs(theCase, value);
    if (!read.ok) throw new Refused(read.sentence);
    return read.inputs;
  });

/** Works through a list; what cannot be done becomes one sentence that says which of several it is about. */
export function each<T, R>(
  all: readonly T[],
  many: boolean,
  option: string,
  work: (one: T, i: number) => R,
): R[] {
  return all.map((one, i) => {
    try {
      return work(one, i);
    } catch (error) {
      if (
        error instanceof Refused ||
        error instanceof RangeError ||
        (error instanceof Error && error.name.startsWith("Impossible"))
      )
        throw new Refused(many ? `${option}[${i}]: ${error.message}` : error.message);
      throw error;
    }
  });
}
