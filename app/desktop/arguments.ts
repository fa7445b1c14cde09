import { extname, resolve } from "node:path";

/** The case files among a command line's arguments, as full paths; switches and everything else are left alone. */
export const caseFiles = (args: readonly string[], folder: string): string[] =>
  args
    .filter((argument) => !argument.startsWith("-") && extname(argument).toLowerCase() === ".entente")
    .map((argument) => resolve(folder, argument));
