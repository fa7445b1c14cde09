import { checkCase } from "../model/author/check.ts";
import { runStatement, runStatements, statementsFrom } from "../model/author/statements.ts";
import { readCase, readJson } from "./input.ts";
import type { Options } from "./options.ts";
import { Refused } from "./refused.ts";

/**
 * `check FILE`: what an author should look at, and how the case's statements come out; with `--with FILE` how the
 * statements of that file do.
 */
export function check(path: string | undefined, options: Options): unknown {
  const theCase = readCase(path);
  const findings = checkCase(theCase).map(({ fixes, ...finding }) => ({
    ...finding,
    fixes: fixes.map(({ label }) => label),
  }));
  if (options.with === undefined) return { findings, statements: runStatements(theCase) };
  const read = statementsFrom(theCase, readJson(options.with, "with"));
  if (!read.ok) throw new Refused(read.sentence);
  return { findings, statements: read.statements.map((one) => runStatement(theCase, one)) };
}
