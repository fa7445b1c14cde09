import type { RankedExpression } from "../network/network.ts";

/** What a format's reader found of one variable, before names are looked up and tables are checked. */
export interface Draft {
  /** The name by which the file refers to it: unique, compared letter by letter. */
  readonly key: string;
  /** The name to show; where the format knows one name only, the key again. */
  readonly label: string;
  readonly states: readonly string[];
  /** Keys of the parents in the order of the table's axes. */
  readonly parents: readonly string[];
  /** Where it is declared and where its parents and table stand, as a sentence puts it: "line 3, column 1". */
  readonly place: string;
  readonly tablePlace: string;
  /** Reads the table, once the family is known to be sound. */
  readonly table: (family: Family) => Table;
  readonly expression?: RankedExpression;
  readonly position?: { readonly x: number; readonly y: number };
}

/** A variable with its parents looked up. */
export interface Family {
  /** The variable as a sentence names it: in quotation marks. */
  readonly name: string;
  readonly states: readonly string[];
  /** The parents' states, in the order of the table's axes. */
  readonly axes: readonly (readonly string[])[];
  /** Number of rows: the product of the parents' numbers of states. */
  readonly rows: number;
}

/** Row-major, the variable's own state fastest; not yet normalised. */
export interface Table {
  readonly p: Float64Array;
  /** Where a row stands, if the reader knows it better than the whole table's place. */
  readonly rowPlace?: (row: number) => string;
}
