import { readFileSync } from "node:fs";
import { attribution } from "../model/analysis/attribution.ts";
import { linkInfluence } from "../model/analysis/links.ts";
import { DEFAULT_DRAWS, DEFAULT_SEED, range } from "../model/analysis/range.ts";
import { ImpossibleEvidence } from "../model/answer/conflict.ts";
import { evaluate } from "../model/answer/evaluate.ts";
import { openCase, problemSentence } from "../model/case/door.ts";
import { readInputs } from "../model/case/inputs.ts";
import type { Case, Inputs } from "../model/case/types.ts";
import { Refused } from "./refused.ts";

export interface Options {
  readonly case?: string | undefined;
  readonly inputs?: string | undefined;
  readonly what?: string | undefined;
  readonly seed?: string | undefined;
  readonly draws?: string | undefined;
}

function readText(path: string | undefined, option: string): string {
  if (path === undefined)
    throw new Refused(
      `--${option} is missing: name a file${option === "inputs" ? ", or - for standard input" : ""}.`,
    );
  try {
    return readFileSync(path === "-" ? 0 : path, "utf8").replace(/^\uFEFF/, "");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    const why = {
      ENOENT: "there is no such file",
      EISDIR: "it is a folder",
      EACCES: "reading it is not allowed",
    }[code];
    throw new Refused(`${path} cannot be read: ${why ?? (code || "unknown reason")}.`);
  }
}

function readCase(path: string | undefined): Case {
  const opened = openCase(readText(path, "case"));
  if (!opened.ok) throw new Refused(`${path ?? ""}: ${problemSentence(opened.problem)}`);
  return opened.case;
}

/** One inputs object or several; `many` tells which it was. */
function readAllInputs(theCase: Case, path: string | undefined): { many: boolean; all: Inputs[] } {
  let value: unknown;
  try {
    value = JSON.parse(readText(path, "inputs"));
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused(
      `The inputs are not JSON: ${error instanceof Error ? error.message.replace(/\s+/g, " ") : "unreadable"}.`,
    );
  }
  const many = Array.isArray(value);
  const all = (many ? (value as unknown[]) : [value]).map((one, i) => {
    const read = readInputs(theCase, one);
    if (!read.ok) throw new Refused(many ? `inputs[${i}]: ${read.sentence}` : read.sentence);
    return read.inputs;
  });
  return { many, all };
}

/** Runs one computation per inputs object; impossible evidence becomes a refusal that names the conflict. */
function each<T>(all: readonly Inputs[], many: boolean, compute: (inputs: Inputs) => T): T[] {
  return all.map((inputs, i) => {
    try {
      return compute(inputs);
    } catch (error) {
      if (error instanceof ImpossibleEvidence || error instanceof RangeError)
        throw new Refused(many ? `inputs[${i}]: ${error.message}` : error.message);
      throw error;
    }
  });
}

/** `evaluate`: always an array of results. */
export function evaluateAll(options: Options): unknown {
  const theCase = readCase(options.case);
  const { many, all } = readAllInputs(theCase, options.inputs);
  return each(all, many, (inputs) => evaluate(theCase, inputs));
}

function wholeNumber(
  text: string | undefined,
  option: string,
  usual: number,
  least: number,
  most: number,
): number {
  if (text === undefined) return usual;
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > most)
    throw new Refused(`--${option} must be a whole number from ${least} to ${most}, not "${text}".`);
  return value;
}

const analyses: Readonly<Record<string, (theCase: Case, inputs: Inputs, options: Options) => unknown>> = {
  attribution,
  links: linkInfluence,
  range: (theCase, inputs, { seed, draws }) =>
    range(
      theCase,
      inputs,
      wholeNumber(seed, "seed", DEFAULT_SEED, 0, 2 ** 31 - 1),
      wholeNumber(draws, "draws", DEFAULT_DRAWS, 1, 1_000_000),
    ),
};

/** `analyse`: mirrors its input, one object or an array. */
export function analyse(options: Options): unknown {
  const names = Object.keys(analyses).join(", ");
  if (options.what === undefined) throw new Refused(`--what is missing: one of ${names}.`);
  const compute = Object.hasOwn(analyses, options.what) ? analyses[options.what] : undefined;
  if (!compute) throw new Refused(`--what must be one of ${names}, not "${options.what}".`);
  const theCase = readCase(options.case);
  const { many, all } = readAllInputs(theCase, options.inputs);
  const results = each(all, many, (inputs) => compute(theCase, inputs, options));
  return many ? results : results[0];
}
