import { diffCases } from "../model/author/diff.ts";
import { complete } from "../model/analysis/work.ts";
import { checkWork } from "../model/author/check.ts";
import { mergeEvidence } from "../model/author/merge.ts";
import { runStatement, statementsFrom } from "../model/author/statements.ts";
import { readCase, readJson } from "./input.ts";
import type { Options } from "./options.ts";
import { Refused } from "./refused.ts";

/**
 * `check FILE`: what an author should look at, and how the case's statements come out; with `--with FILE` how the
 * statements of that file do.
 */
export function check(path: string | undefined, options: Options): unknown {
  const theCase = readCase(path);
  const { statements, ...found } = complete(checkWork(theCase));
  const findings = found.findings.map(({ fixes, ...finding }) => ({
    ...finding,
    fixes: fixes.map(({ label }) => label),
  }));
  if (options.with === undefined) return { findings, statements };
  const read = statementsFrom(theCase, readJson(options.with, "with"));
  if (!read.ok) throw new Refused(read.sentence);
  return { findings, statements: read.statements.map((one) => runStatement(theCase, one)) };
}

/** `diff A B`: what two versions of a case do not have in common, in words. */
export const diff = (before: string | undefined, after: string | undefined): unknown =>
  diffCases(readCase(before), readCase(after));

/** `merge MINE THEIRS`: what a colleague's log of evidence would add to mine. */
export const merge = (mine: string | undefined, theirs: string | undefined): unknown =>
  mergeEvidence(readCase(mine), readCase(theirs));
