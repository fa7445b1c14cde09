import { attribution } from "../model/analysis/attribution.ts";
import { compare } from "../model/analysis/compare.ts";
import { linkInfluence } from "../model/analysis/links.ts";
import { DEFAULT_DRAWS, DEFAULT_SEED, range } from "../model/analysis/range.ts";
import { reach } from "../model/analysis/reach.ts";
import { score } from "../model/analysis/score.ts";
import { signs } from "../model/analysis/signs.ts";
import { DEFAULT_ROWS, sobol } from "../model/analysis/sobol.ts";
import { tipping } from "../model/analysis/tipping.ts";
import { tornado } from "../model/analysis/tornado.ts";
import { twoWay } from "../model/analysis/twoway.ts";
import { beyond } from "../model/author/beyond.ts";
import { evaluate } from "../model/answer/evaluate.ts";
import type { Case, Inputs } from "../model/case/types.ts";
import { ICD203 } from "../model/words/scale.ts";
import { each, readAllInputs, readCase } from "./input.ts";
import { oneOf, type Options, wholeNumber } from "./options.ts";
import { Refused } from "./refused.ts";

/** `evaluate`: always an array of results. */
export function evaluateAll(options: Options): unknown {
  const theCase = readCase(options.case);
  const { many, all } = readAllInputs(theCase, options.inputs);
  return each(all, many, "inputs", (inputs) => evaluate(theCase, inputs));
}

type Analysis = (theCase: Case, options: Options) => (inputs: Inputs, i: number) => unknown;

const seedOf = ({ seed }: Options) => wholeNumber(seed, "seed", DEFAULT_SEED, 0, 2 ** 31 - 1);

function twoFactors(text: string | undefined): [string, string] {
  const [first, second, ...more] = (text ?? "").split(",").map((id) => id.trim());
  if (!first || !second || more.length > 0)
    throw new Refused("--of names two factors with a comma between them: --of strikes,presence.");
  return [first, second];
}

/** The analyses by name; options are read once, before the first inputs. */
const ANALYSES: Readonly<Record<string, Analysis>> = {
  attribution: (theCase) => (inputs) => attribution(theCase, inputs),
  links: (theCase) => (inputs) => linkInfluence(theCase, inputs),
  range: (theCase, options) => {
    const draws = wholeNumber(options.draws, "draws", DEFAULT_DRAWS, 1, 1_000_000);
    return (inputs) => range(theCase, inputs, seedOf(options), draws);
  },
  tornado: (theCase) => (inputs) => tornado(theCase, inputs),
  twoway: (theCase, options) => {
    const factors = twoFactors(options.of);
    const input = oneOf(options.input ?? "level", "input", ["level", "weight"] as const);
    return (inputs) => twoWay(theCase, inputs, factors, input);
  },
  tipping: (theCase, options) => {
    const word = oneOf(
      options.word,
      "word",
      ICD203.map(({ id }) => id),
    );
    const horizon = oneOf(
      options.horizon,
      "horizon",
      theCase.horizons.map(({ id }) => id),
    );
    return (inputs) => tipping(theCase, inputs, word, horizon);
  },
  sobol: (theCase, options) => {
    const rows = wholeNumber(options.draws, "draws", DEFAULT_ROWS, 2, 1_000_000);
    return (inputs) => sobol(theCase, inputs, seedOf(options), rows);
  },
  signs: (theCase) => (inputs) => signs(theCase, inputs),
  compare: (theCase, options) => {
    const others = readAllInputs(theCase, options.with, "with").all;
    return (inputs, i) => {
      const other = others.length === 1 ? others[0] : others[i];
      if (!other) throw new Refused(`--with holds ${others.length} inputs; it needs one, or one for each.`);
      // Open strain is the window's; the command line prints what its users know.
      const { strainNow: _strain, ...printed } = compare(theCase, inputs, other);
      return printed;
    };
  },
  beyond: (theCase) => (inputs) => beyond(theCase, inputs),
  reach: (theCase) => (inputs) => reach(theCase, inputs),
  score: (theCase) => () => score(theCase),
};

/** `analyse`: mirrors its input, one object or an array. */
export function analyse(options: Options): unknown {
  const name = oneOf(options.what, "what", Object.keys(ANALYSES));
  const theCase = readCase(options.case);
  // A score is about the case alone.
  const asked =
    name === "score" && options.inputs === undefined
      ? { many: false, all: [{}] }
      : readAllInputs(theCase, options.inputs);
  const compute = ANALYSES[name]?.(theCase, options);
  const results = each(asked.all, asked.many, "inputs", (inputs, i) => compute?.(inputs, i));
  return asked.many ? results : results[0];
}
