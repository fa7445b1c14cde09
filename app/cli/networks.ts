import { saveAtomically } from "../files/save.ts";
import {
  type Format,
  formatOf,
  FORMATS,
  readNetwork,
  writeNetwork,
} from "../model/interchange/interchange.ts";
import { Inference, type NetworkEvidence } from "../model/network/inference.ts";
import type { Network } from "../model/network/network.ts";
import { rankedTable } from "../model/ranked/ranked-table.ts";
import { readRankedSpec } from "../model/ranked/spec.ts";
import { each, readAll, readText } from "./input.ts";
import type { Options } from "./options.ts";
import { Refused } from "./refused.ts";

function formatOrRefuse(path: string): Format {
  const format = formatOf(path);
  if (format) return format;
  const endings = Object.values(FORMATS).flatMap((codec) => codec.endings.map((ending) => `.${ending}`));
  throw new Refused(`${path} ends in none of ${endings.join(", ")}: its format cannot be told.`);
}

function openNetwork(path: string | undefined, option: string): Network {
  const text = readText(path, option);
  const read = readNetwork(text, formatOrRefuse(path ?? ""));
  if (!read.ok) throw new Refused(`${path ?? ""}: ${read.sentence}`);
  return read.network;
}

/** `{node: state}`, or `{node: [likelihood per state]}`; names as the file spells them, or ids. */
function readEvidence(network: Network, value: unknown): NetworkEvidence {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new Refused('The evidence must be an object such as {"node": "state"}.');
  return new Map(
    Object.entries(value).map(([name, known]: [string, unknown]): [number, number | number[]] => {
      const v = network.variables.findIndex(({ id, label }) => label === name || id === name);
      const variable = network.variables[v];
      if (!variable) throw new Refused(`The network has no node "${name}".`);
      if (Array.isArray(known)) return [v, likelihoodOf(name, known, variable.states.length)];
      const state = typeof known === "string" ? variable.states.indexOf(known) : -1;
      if (state < 0)
        throw new Refused(
          `${name} has no state ${JSON.stringify(known)}; its states are ${variable.states.join(", ")}.`,
        );
      return [v, state];
    }),
  );
}

function likelihoodOf(name: string, known: readonly unknown[], states: number): number[] {
  const numbers = known.filter((l): l is number => typeof l === "number" && Number.isFinite(l) && l >= 0);
  if (numbers.length !== states || known.length !== states || numbers.every((l) => l === 0))
    throw new Refused(`The likelihood of ${name} must be ${states} numbers of 0 or more, not all 0.`);
  return numbers;
}

/** `infer`: always an array of `{logPe, posteriors: {node: [P(state) in file order]}}`. */
export function infer(options: Options): unknown {
  const network = openNetwork(options.network, "network");
  const { many, all } = readAll(options.evidence, "evidence", (value) => readEvidence(network, value));
  const inference = each([network], false, "network", (one) => new Inference(one))[0];
  return each(all, many, "evidence", (evidence) => {
    const found = inference?.posteriors(evidence);
    return {
      logPe: found?.logPe,
      posteriors: Object.fromEntries(
        network.variables.map(({ label }, v) => [label, Array.from(found?.marginals[v] ?? [])]),
      ),
    };
  });
}

/** `table`: rows by child state, columns row-major with the last parent fastest; mirrors its input. */
export function table(options: Options): unknown {
  const { many, all } = readAll(options.spec, "spec", (value) => {
    const read = readRankedSpec(value);
    if (!read.ok) throw new Refused(read.sentence);
    return read.spec;
  });
  const tables = each(all, many, "spec", (spec) => {
    const result = rankedTable(spec);
    if (!result.ok) throw new Refused(result.sentence);
    return result.table;
  });
  return many ? tables : tables[0];
}

/** `convert IN OUT`: the formats follow the endings. Answers with what was written and what had to be mended. */
export async function convert(from: string | undefined, to: string | undefined): Promise<unknown> {
  if (from === undefined || to === undefined) throw new Refused("convert needs two files: convert IN OUT.");
  const format = formatOrRefuse(to);
  const network = openNetwork(from, "network");
  try {
    await saveAtomically(to, writeNetwork(network, format));
  } catch (error) {
    throw new Refused(
      `${to} cannot be written: ${error instanceof Error ? error.message.split("\n")[0] : "unknown reason"}.`,
    );
  }
  return { written: to, format, nodes: network.variables.length, notes: network.notes };
}
