import type { RankedExpression } from "../network/network.ts";
import type { Marking } from "./marking.ts";
import type { Case } from "./types.ts";

/** A part of a network as a case holds it: everything is spoken of by id, and the table is explicit. */
export interface CaseVariable {
  readonly id: string;
  readonly label: string;
  /** At least one; no two alike. */
  readonly states: readonly string[];
  /** Ids, in the order of the table's axes. */
  readonly parents: readonly string[];
  /** P(state | parents' states), row-major: parents in order, the last parent faster, the own state fastest. */
  readonly p: readonly number[];
  /** The rule the table came from; gone once the table is edited by hand. */
  readonly expression?: RankedExpression;
  /** Where the file draws it. */
  readonly position?: { readonly x: number; readonly y: number };
}

/** What was found out about a variable: a state that was seen, or how well the finding fits each state (≥ 0). */
export type Finding = string | readonly number[];

export interface CaseNetwork {
  readonly variables: readonly CaseVariable[];
  /** The question: the chance of this state. */
  readonly target: { readonly variable: string; readonly state: string };
  /** By variable id. */
  readonly findings: Readonly<Record<string, Finding>>;
  /** What was mended when the network was read from another program's file. */
  readonly notes: readonly string[];
}

/** A case that is a network with explicit tables: no factors, mechanisms, horizons or outcome. */
export interface NetworkCase {
  readonly format: "entente-case";
  readonly version: number;
  readonly id: string;
  readonly title: string;
  readonly network: CaseNetwork;
  /** How it may be handled; absent: not asked yet. */
  readonly marking?: Marking;
}

/** Whatever a `.entente` file may hold. */
export type CaseDocument = Case | NetworkCase;

/** What is no `Case`: a network stands in the file. */
export function isNetworkCase(document: CaseDocument): document is NetworkCase {
  return "network" in document && document.network !== null && document.network !== undefined;
}

/** Most variables a case may hold, and most numbers in all its tables: more could not be saved and read again. */
export const MOST_VARIABLES = 5000;
export const MOST_NUMBERS = 750_000;

/** The variable of this id. */
export const variableOf = ({ variables }: CaseNetwork, id: string): CaseVariable | undefined =>
  variables.find((variable) => variable.id === id);

/** The states of a variable's parents in one row of its table, the last parent fastest. */
export function rowStates(
  network: CaseNetwork,
  { parents }: Pick<CaseVariable, "parents">,
  row: number,
): string[] {
  let rest = row;
  return parents
    .toReversed()
    .map((parent) => {
      const states = variableOf(network, parent)?.states ?? [""];
      const state = states[rest % states.length]!;
      rest = Math.floor(rest / states.length);
      return state;
    })
    .reverse();
}
