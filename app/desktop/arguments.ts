import { resolve } from "node:path";
import { isOpenable } from "../files/names.ts";

/** The files to open, cases, bundles and networks, among a command line's arguments, as full paths; switches and everything else are left alone. */
export const caseFiles = (args: readonly string[], folder: string): string[] =>
  args
    .filter((argument) => !argument.startsWith("-") && isOpenable(argument))
    .map((argument) => resolve(folder, argument));
