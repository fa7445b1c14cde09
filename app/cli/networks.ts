import { saveAtomically } from "../files/save.ts";
import {
  type Format,
  formatOf,
  FORMATS,
  readNetwork,
  writeNetwork,
} from "../model/interchange/interchange.ts";
import { type Finding, Inference, type NetworkEvidence } from "../model/network/inference.ts";
import type { Network } from "../model/network/network.ts";
import { rankedTable } from "../model/ranked/ranked-table.ts";
import { readRankedSpec } from "../model/ranked/spec.ts";
import { openDocument, problemSentence } from "../model/case/door.ts";
import { isNetworkCase } from "../model/case/network-case.ts";
import { networkOfCase } from "../model/interchange/case-network.ts";
import { networkOf } from "../model/interchange/network-case.ts";
import { each, readAll, readAllInputs, readText } from "./input.ts";
import { oneOf, type Options } from "./options.ts";
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

function variableOf(network: Network, name: string): number {
  const v = network.variables.findIndex(({ id, label }) => label === name || id === name);
  if (v < 0) throw new Refused(`The network has no variable ${JSON.stringify(name)}.`);
  return v;
}

/**
 * `{node: finding}`, names as the file spells them, or ids. A finding is a state ("yes": it is so), a list with the
 * likelihood of an uncertain sign per state ([0.8, 0.2]), or `{"soft": [..]}`, what the posterior shall be.
 */
function readEvidence(network: Network, value: unknown): NetworkEvidence {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new Refused('The evidence must be an object such as {"variable": "state"}.');
  const evidence = new Map<number, Finding>();
  for (const [name, found] of Object.entries(value) as [string, unknown][]) {
    const v = variableOf(network, name);
    if (evidence.has(v)) throw new Refused(`The evidence speaks of ${name} twice, by label and by id.`);
    evidence.set(v, readFinding(name, network.variables[v]?.states ?? [], found));
  }
  return evidence;
}

function readFinding(name: string, states: readonly string[], found: unknown): Finding {
  if (Array.isArray(found)) return numbers(`The likelihood of ${name}`, found, states.length);
  if (typeof found === "object" && found !== null) {
    const soft = "soft" in found && Object.keys(found).length === 1 ? found.soft : undefined;
    if (!Array.isArray(soft))
      throw new Refused(
        `What is said of ${name} must be a state, a list of likelihoods, or {"soft": [..]} with the chances it shall have once all is known.`,
      );
    return { soft: numbers(`The soft target of ${name}`, soft, states.length) };
  }
  const state = typeof found === "string" ? states.indexOf(found) : -1;
  if (state < 0)
    throw new Refused(`${name} has no state ${JSON.stringify(found)}; its states are ${states.join(", ")}.`);
  return state;
}

function numbers(what: string, given: readonly unknown[], states: number): number[] {
  const sound = given.filter((l): l is number => typeof l === "number" && Number.isFinite(l) && l >= 0);
  if (sound.length !== states || given.length !== states || sound.every((l) => l === 0))
    throw new Refused(`${what} must be ${states} numbers of 0 or more, not all 0.`);
  return sound;
}

/** The nodes whose joint is asked for; undefined where none is. */
function readJoint(network: Network, text: string | undefined): readonly number[] | undefined {
  if (text === undefined) return undefined;
  const names = text.split(",").map((name) => name.trim());
  const variables = names.map((name) => variableOf(network, name));
  if (new Set(variables).size < variables.length)
    throw new Refused(`--joint names each variable once: ${names.join(",")}.`);
  return variables;
}

/**
 * `infer`: always an array of `{logPe, posteriors: {node: [P(state) in file order]}}`. With `--joint A,B` also
 * `joint: {nodes, p}`, row-major with the last node's states fastest; with `--mpe` also `mpe: {states, logP}`, the
 * most probable states of all nodes together and ln P of them given the evidence.
 */
export function infer(options: Options): unknown {
  const network = openNetwork(options.network, "network");
  const { many, all } = readAll(options.evidence, "evidence", (value) => readEvidence(network, value));
  const variables = readJoint(network, options.joint);
  const nodes = (read: (v: number) => unknown) =>
    Object.fromEntries(network.variables.map(({ label }, v) => [label, read(v)]));
  return each([network], false, "network", (one) => new Inference(one)).flatMap((inference) =>
    each(all, many, "evidence", (evidence) => {
      const { logPe, marginals } = inference.posteriors(evidence);
      const mpe = options.mpe ? inference.mostProbable(evidence) : undefined;
      return {
        logPe,
        posteriors: nodes((v) => Array.from(marginals[v] ?? [])),
        ...(variables && {
          joint: {
            nodes: variables.map((v) => network.variables[v]?.label),
            p: Array.from(inference.joint(variables, evidence)),
          },
        }),
        ...(mpe && {
          mpe: {
            states: nodes((v) => network.variables[v]?.states[mpe.states[v] ?? NaN]),
            logP: mpe.logP,
          },
        }),
      };
    }),
  );
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

/** A case's network: its own where it is one, else one phase of the argument, the first unless --horizon names another. */
function networkIn(path: string, options: Options): Network {
  const opened = openDocument(readText(path, "case"));
  if (!opened.ok) throw new Refused(`${path}: ${problemSentence(opened.problem)}`);
  const { case: found } = opened;
  if (isNetworkCase(found)) return networkOf(found);
  const ids = found.horizons.map(({ id }) => id);
  const horizon = oneOf(options.horizon ?? ids[0], "horizon", ids);
  const inputs = options.inputs === undefined ? {} : (readAllInputs(found, options.inputs).all[0] ?? {});
  return networkOfCase(found, inputs, horizon);
}

/**
 * `convert IN OUT`: the formats follow the endings; a case (.entente) is written as a network. Answers with what was
 * written and what had to be mended.
 */
export async function convert(
  from: string | undefined,
  to: string | undefined,
  options: Options,
): Promise<unknown> {
  if (from === undefined || to === undefined) throw new Refused("convert needs two files: convert IN OUT.");
  const format = formatOrRefuse(to);
  const network = from.endsWith(".entente") ? networkIn(from, options) : openNetwork(from, "network");
  try {
    await saveAtomically(to, writeNetwork(network, format));
  } catch (error) {
    throw new Refused(
      `${to} cannot be written: ${error instanceof Error ? error.message.split("\n")[0] : "unknown reason"}.`,
    );
  }
  return { written: to, format, nodes: network.variables.length, notes: network.notes };
}
