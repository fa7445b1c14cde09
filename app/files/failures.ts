import { basename } from "node:path";
import type { Failure } from "../bridge/contract.ts";

type Kind = Failure["failed"];

/** A fault whose sentence is already written for people. */
export class FileProblem extends Error {
  readonly failed: Kind;
  constructor(failed: Kind, message: string) {
    super(message);
    this.failed = failed;
  }
}

const kinds: Readonly<Record<string, Kind>> = {
  ENOENT: "missing",
  EACCES: "denied",
  EPERM: "denied",
  EROFS: "denied",
  ENOSPC: "full",
  EDQUOT: "full",
  EBUSY: "locked",
  ETXTBSY: "locked",
};

const advice: Readonly<Record<Kind, string>> = {
  missing: "it is no longer there. Choose it again or save under a new name.",
  denied: "this account may not do that there. Save to another folder.",
  full: "the disk is full. Free some space, or save to another disk.",
  changed: "another program has changed it since. Save a copy, or replace it.",
  "too-large": "it is larger than 32 MB. Cases are far smaller; choose another file.",
  locked: "another program is using it. Close that program and try again.",
  other: "",
};

/** What a network disk says when it is away, and what a disk says that is broken. */
const more: Readonly<Record<string, readonly [Kind, string]>> = {
  ...Object.fromEntries(
    [
      "ESTALE",
      "ENOTCONN",
      "EHOSTDOWN",
      "EHOSTUNREACH",
      "ENETDOWN",
      "ENETUNREACH",
      "ETIMEDOUT",
      "ENODEV",
      "ENXIO",
    ].map((code) => [
      code,
      ["missing", "its disk or network share is away. Connect it again, or save to another disk."],
    ]),
  ),
  EIO: ["other", "the disk or its cable reports a fault. Save to another disk."],
};

/** Error code of a failed file operation, "" when it carries none. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";

/**
 * A failure in one sentence.
 * @param verb what was tried: “opened”, “saved”
 */
export function failure(error: unknown, verb: string, path: string): Failure {
  if (error instanceof FileProblem) return { failed: error.failed, message: error.message };
  const code = codeOf(error);
  // Windows reports a file held open by another program as EPERM; elsewhere EPERM is about rights.
  const [kind, told] = more[code] ?? [kinds[code] ?? "other", ""];
  const failed = code === "EPERM" && process.platform === "win32" ? "locked" : kind;
  const why = told || advice[failed] || `the system says ${code || String(error)}. Save to another folder.`;
  return { failed, message: `“${basename(path)}” could not be ${verb}: ${why}` };
}

/** Runs a file operation and turns whatever goes wrong into a failure. */
export async function attempt<T>(verb: string, path: string, work: () => Promise<T>): Promise<T | Failure> {
  try {
    return await work();
  } catch (error) {
    return failure(error, verb, path);
  }
}
