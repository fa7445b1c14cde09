/** Smaller than this counts as nothing: the programs here have numbers between 1 and 10. */
const NOTHING = 1e-11;

/** A simplex tableau that is solved for some variables: rows of [coefficients…, right side]. */
export interface Tableau {
  readonly rows: number[][];
  /** The variable each row is solved for. */
  readonly basis: number[];
  /** What is made as small as possible, as a row; must hold 0 for every variable of the basis. */
  readonly cost: number[];
}

/** Solves row `r` for variable `v` and puts it into all others. */
export function pivot({ rows, basis, cost }: Tableau, r: number, v: number): void {
  const by = rows[r]![v]!;
  const row = rows[r]!.map((x) => x / by);
  rows[r] = row;
  basis[r] = v;
  const eliminate = (other: number[]) => {
    const times = other[v]!;
    if (times !== 0) for (let i = 0; i < other.length; i++) other[i]! -= times * row[i]!;
  };
  rows.forEach((other, i) => i !== r && eliminate(other));
  eliminate(cost);
}

/**
 * Goes from corner to corner until no variable can make the cost smaller. All right sides must be ≥ 0 at the start;
 * the program must have a smallest value. Source: Dantzig's simplex with the rule of Bland 1977, which never circles.
 * @returns the value of every variable
 */
export function minimise(tableau: Tableau): number[] {
  const { rows, basis, cost } = tableau;
  const last = cost.length - 1;
  for (;;) {
    const enter = cost.findIndex((c, v) => v < last && c < -NOTHING);
    if (enter < 0) break;
    let leave = -1;
    for (let r = 0; r < rows.length; r++) {
      if (rows[r]![enter]! <= NOTHING) continue;
      const step = rows[r]![last]! / rows[r]![enter]!;
      const least = leave < 0 ? Infinity : rows[leave]![last]! / rows[leave]![enter]!;
      if (step < least - NOTHING || (step <= least + NOTHING && basis[r]! < basis[leave]!)) leave = r;
    }
    if (leave < 0) throw new RangeError("This program has no smallest value.");
    pivot(tableau, leave, enter);
  }
  const values = new Array<number>(last).fill(0);
  basis.forEach((v, r) => (values[v] = Math.max(0, rows[r]![last]!)));
  return values;
}
