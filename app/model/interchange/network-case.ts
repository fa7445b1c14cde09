import { openDocument, problemSentence, saveCase } from "../case/door.ts";
import { VERSION } from "../case/migrate.ts";
import { usualTarget } from "../case/network-read.ts";
import {
  type CaseNetwork,
  type CaseVariable,
  isNetworkCase,
  MOST_NUMBERS,
  MOST_VARIABLES,
  type NetworkCase,
} from "../case/network-case.ts";
import type { Network, NetworkVariable } from "../network/network.ts";
import { type Format, readNetwork } from "./interchange.ts";
import { normaliseRows } from "./rows.ts";

/** Names that say nothing: what programs write where nobody gave one. */
const NAMELESS = /^(network|unknown|unnamed|untitled|bayesian_?network|\s*)$/i;

/**
 * A network's file as a case. What comes back could be saved and opened again: it has been through the one door.
 * @param name the file's, without its ending: the title where the network has none of its own
 */
export function importNetwork(
  text: string,
  format: Format,
  name: string,
): { readonly ok: true; readonly case: NetworkCase } | { readonly ok: false; readonly sentence: string } {
  const read = readNetwork(text, format);
  if (!read.ok) return read;
  const { network } = read;
  const sentence = tooLarge(network);
  if (sentence !== null) return { ok: false, sentence };
  const opened = openDocument(
    saveCase(networkCase(NAMELESS.test(network.name) ? { ...network, name } : network)),
  );
  if (!opened.ok) return { ok: false, sentence: problemSentence(opened.problem) };
  if (!isNetworkCase(opened.case)) throw new Error("A network came out of the door as something else.");
  return { ok: true, case: opened.case };
}

function tooLarge({ variables }: Network): string | null {
  const numbers = variables.reduce((sum, { p }) => sum + p.length, 0);
  if (variables.length <= MOST_VARIABLES && numbers <= MOST_NUMBERS) return null;
  return `The network has ${variables.length} variables with ${numbers} numbers in their tables, and a case may hold ${MOST_VARIABLES} and ${MOST_NUMBERS}; ask the command line's infer instead.`;
}

/** A network as a case: the same tables, nothing found out yet. */
export function networkCase(network: Network): NetworkCase {
  const ids = caseIds(network.variables.map(({ id }) => id));
  const variables = network.variables.map(
    ({ label, states, parents, p, expression, position }, v): CaseVariable => ({
      id: ids[v]!,
      label,
      states,
      parents: parents.map((parent) => ids[parent]!),
      p: Array.from(p),
      ...(expression && { expression }),
      ...(position && { position }),
    }),
  );
  return {
    format: "entente-case",
    version: VERSION,
    id: "network",
    title: network.name,
    network: { variables, target: usualTarget(variables), findings: {}, notes: network.notes },
  };
}

/** Ids that a case may use: not longer than it allows, and none that every JavaScript object answers to. */
function caseIds(ids: readonly string[]): string[] {
  const taken = new Set(ids);
  return ids.map((id, v) => {
    if (id.length <= 100 && !(id in {})) return id;
    let own = `${id.slice(0, 80)}_${v + 1}`;
    while (taken.has(own)) own = `${own}_`;
    taken.add(own);
    return own;
  });
}

/** The network that a case holds, ready to be computed with or written in another program's format. */
export function networkOf({ title, network }: Pick<NetworkCase, "title" | "network">): Network {
  const indexOf = new Map(network.variables.map(({ id }, v) => [id, v]));
  const variables = network.variables.map((variable): NetworkVariable => {
    const { id, label, states, expression, position } = variable;
    const parents = variable.parents.map((parent) => indexOf.get(parent)!);
    const p = Float64Array.from(variable.p);
    const axes = parents.map((parent) => network.variables[parent]!.states);
    normaliseRows({ p }, { name: label, states, axes, rows: p.length / states.length }, id);
    return {
      id: id.replaceAll("-", "_"),
      label,
      states,
      parents,
      p,
      ...(expression && { expression }),
      ...(position && { position }),
    };
  });
  return {
    name: title.replaceAll(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, " "),
    variables: uniquelyNamed(variables),
    notes: network.notes,
  };
}

/** A case's ids may hold hyphens, a network's may not. */
function uniquelyNamed(variables: readonly NetworkVariable[]): readonly NetworkVariable[] {
  const taken = new Set<string>();
  return variables.map((variable) => {
    let { id } = variable;
    while (taken.has(id)) id = `${id}_`;
    taken.add(id);
    return id === variable.id ? variable : { ...variable, id };
  });
}

/** What was found out, by index: states as their index, fits as they stand. */
export function evidenceOf({
  variables,
  findings,
}: CaseNetwork): ReadonlyMap<number, number | readonly number[]> {
  return new Map(
    variables.flatMap(({ id, states }, v): [number, number | readonly number[]][] => {
      const finding = findings[id];
      if (finding === undefined) return [];
      return [[v, typeof finding === "string" ? states.indexOf(finding) : finding]];
    }),
  );
}
