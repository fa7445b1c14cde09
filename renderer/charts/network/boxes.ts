import type { CaseNetwork, CaseVariable } from "../../../app/model/case/network-case.ts";
import { largestRemainder } from "../../../app/model/words/numbers.ts";
import { wholePercent } from "../percent.ts";

/** One line of a box: a state, or several that did not fit. */
export interface StateRow {
  readonly label: string;
  /** Null for several states together: they cannot be chosen here. */
  readonly state: string | null;
  readonly share: number;
  /** Whole; the rows of a box sum to 100. */
  readonly percent: number;
  readonly seen: boolean;
  readonly asked: boolean;
}

export interface MapBox {
  readonly id: string;
  readonly label: string;
  readonly parents: readonly string[];
  readonly rows: readonly StateRow[];
  /** A state was seen; something speaks for some states; nothing was found. */
  readonly found: "seen" | "fit" | null;
  readonly asked: boolean;
  readonly position?: { readonly x: number; readonly y: number };
}

/** Rows that a box shows; of more states the last ones share a row. */
const MOST_ROWS = 8;

/** What the map shows of every variable. @param shares by variable and state, in the network's order */
export function boxesOf(network: CaseNetwork, shares: readonly ArrayLike<number>[]): MapBox[] {
  const { target, findings } = network;
  return network.variables.map((variable, v): MapBox => {
    const { id, label, parents, position } = variable;
    const finding = findings[id];
    return {
      id,
      label,
      parents,
      rows: rowsOf(
        variable,
        // Not worked out yet: the box has its size already.
        Array.from(shares[v] ?? variable.states.map(() => 0)),
        typeof finding === "string" ? finding : null,
        target.variable === id ? target.state : null,
      ),
      found: finding === undefined ? null : typeof finding === "string" ? "seen" : "fit",
      asked: target.variable === id,
      ...(position && { position }),
    };
  });
}

function rowsOf(
  { states }: CaseVariable,
  shares: readonly number[],
  seen: string | null,
  asked: string | null,
): StateRow[] {
  const kept = states.length > MOST_ROWS ? MOST_ROWS - 1 : states.length;
  const rest = shares.slice(kept);
  const shown = [...shares.slice(0, kept), ...(rest.length > 0 ? [sum(rest)] : [])];
  const percents = wholePercents(shown);
  return shown.map((share, k): StateRow => {
    const one = k < kept;
    const hidden = states.slice(kept);
    return {
      label: one ? (states[k] ?? "") : `${hidden.length} more`,
      state: one ? (states[k] ?? null) : null,
      share,
      percent: percents[k] ?? 0,
      seen: seen !== null && (one ? states[k] === seen : hidden.includes(seen)),
      asked: asked !== null && (one ? states[k] === asked : hidden.includes(asked)),
    };
  });
}

/** Whole percentages of the states of one box, which sum to 100. */
export const wholePercents = (shares: ArrayLike<number>): number[] =>
  largestRemainder(
    Array.from(shares, (p) => p * 100),
    100,
  );

const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);

/** The chance as it is printed: never 0% or 100%; where a state was seen no number is needed. */
export const rowText = (row: StateRow, found: MapBox["found"]): string =>
  row.seen ? "seen" : found === "seen" ? "–" : wholePercent(row.percent);

/** A box in words, for those who do not see it. */
export function sayBox({ label, rows, found, asked }: MapBox): string {
  const seen = rows.find((row) => row.seen);
  const marks = [asked ? "the question" : "", found === "fit" ? "with evidence" : ""].filter(Boolean);
  const states = seen
    ? `seen: ${seen.label}`
    : rows.map((row) => `${row.label} ${wholePercent(row.percent)}`).join(", ");
  return `${[label, ...marks].join(", ")}: ${states}`;
}
