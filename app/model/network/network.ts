/**
 * A discrete Bayesian network as files hold it. Variables in file order; ids are ASCII identifiers made from the
 * file's names where those are not (labels keep the file's own spelling, whatever characters it has).
 */
export interface NetworkVariable {
  /** [A-Za-z_][A-Za-z0-9_]*, unique in the network. */
  readonly id: string;
  /** The name as the file spells it. */
  readonly label: string;
  /** Labels of the states in file order, unique; any characters ("<5", "12+"). At least one. */
  readonly states: readonly string[];
  /** Indices into the network's variables, in the order of the table's axes. */
  readonly parents: readonly number[];
  /**
   * Conditional probabilities, row-major: parents in order, last parent faster, the variable's own state last and
   * fastest. Rows sum to 1 (to rounding).
   */
  readonly p: Float64Array;
  /** How the table came about, where the file says so; kept for writing it back. */
  readonly expression?: RankedExpression;
  /** Where the file draws it, if it does. */
  readonly position?: { readonly x: number; readonly y: number };
}

/** A ranked node's definition (see app/model/ranked): evaluated again it gives the table. */
export interface RankedExpression {
  readonly function: "wmean" | "wmin" | "wmax" | "mixminmax" | "expression";
  /** One weight per parent; for mixminmax [weight of min, weight of max]. Empty for "expression". */
  readonly weights: readonly number[];
  /** A variance on the unit scale, not a standard deviation. */
  readonly variance: number;
  /** Source text(s) as the file has them: one, or one per combination of the states of `partition`'s parents. */
  readonly text: readonly string[];
  /** Indices into the variable's parents whose states choose the text; empty where there is one text. */
  readonly partition: readonly number[];
}

export interface Network {
  readonly name: string;
  readonly variables: readonly NetworkVariable[];
  /** What a reader mended or left out, one sentence each ("Rows of CO2 were off by up to 4e-8 and were normalised."). */
  readonly notes: readonly string[];
}

/** Rows may be off by this much in public files: they are normalised and a note says so; beyond it a file is refused. */
export const ROW_TOLERANCE = 1e-3;
