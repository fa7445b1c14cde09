import { extname, resolve } from "node:path";

/** What the program opens: a case, or a bundle with one inside. */
const OPENED = new Set([".entente", ".zip"]);

/** The case files among a command line's arguments, as full paths; switches and everything else are left alone. */
export const caseFiles = (args: readonly string[], folder: string): string[] =>
  args
    .filter((argument) => !argument.startsWith("-") && OPENED.has(extname(argument).toLowerCase()))
    .map((argument) => resolve(folder, argument));
