/** Shares of variance: [output][input]. */
export interface VarianceShares {
  readonly first: readonly (readonly number[])[];
  readonly total: readonly (readonly number[])[];
}

/** Below this an output does not vary at all: what is left is rounding. */
const STILL = 1e-20;

/**
 * Sobol indices of a function of independent inputs, made in portions. Two independent samples A and B are given
 * column by column; AB(i) is A with column i from B. With f centred at its mean,
 *   first(i) = mean(f(B) · (f(AB(i)) − f(A))) / V        Saltelli et al. 2010, table 2 (b)
 *   total(i) = mean((f(A) − f(AB(i)))²) / 2V             Jansen 1999, table 2 (f)
 * and V the variance over both samples. From f(B) the part that is linear in the other inputs is taken off first: it
 * has nothing to do with input i, so the mean stays and most of the noise goes (a control variate). These remain
 * estimates: first-order shares near 0 may come out slightly negative.
 */
export class SaltelliRun {
  readonly rows: number;
  done = 0;
  readonly #f: (x: Float64Array) => ArrayLike<number>;
  readonly #a: readonly Float64Array[];
  readonly #b: readonly Float64Array[];
  /** [output][row] of f(A), f(B), and [input][output][row] of f(AB(input)). */
  readonly #fA: readonly Float64Array[];
  readonly #fB: readonly Float64Array[];
  readonly #fAB: readonly (readonly Float64Array[])[];

  /**
   * @param f of one number per input, with `outputs` results; the argument is used again after the call
   * @param a one column of `rows` numbers per input
   * @param b the same, independent of `a`
   */
  constructor(
    f: (x: Float64Array) => ArrayLike<number>,
    outputs: number,
    rows: number,
    a: readonly Float64Array[],
    b: readonly Float64Array[],
  ) {
    const columns = () => Array.from({ length: outputs }, () => new Float64Array(rows));
    this.rows = rows;
    this.#f = f;
    this.#a = a;
    this.#b = b;
    this.#fA = columns();
    this.#fB = columns();
    this.#fAB = a.map(columns);
  }

  /** Goes through up to `portion` more rows, each inputs + 2 runs of the function; true when all are done. */
  advance(portion: number): boolean {
    const until = Math.min(this.rows, this.done + portion);
    for (; this.done < until; this.done++) this.#row(this.done);
    return this.done === this.rows;
  }

  /** Estimates from the rows done so far; all 0 for an output that does not vary. */
  result(): VarianceShares {
    const shares = this.#fA.map((fA, output) => this.#sharesOf(fA, this.#fB[output]!, output));
    return { first: shares.map(({ first }) => first), total: shares.map(({ total }) => total) };
  }

  #row(n: number): void {
    const x = new Float64Array(this.#a.length);
    const run = (into: readonly Float64Array[]) => {
      const y = this.#f(x);
      into.forEach((column, output) => (column[n] = y[output]!));
    };
    this.#b.forEach((column, i) => (x[i] = column[n]!));
    run(this.#fB);
    this.#a.forEach((column, i) => (x[i] = column[n]!));
    run(this.#fA);
    this.#fAB.forEach((into, i) => {
      x[i] = this.#b[i]![n]!;
      run(into);
      x[i] = this.#a[i]![n]!;
    });
  }

  #sharesOf(fA: Float64Array, fB: Float64Array, output: number): { first: number[]; total: number[] } {
    const rows = this.done;
    let mean = 0;
    for (let n = 0; n < rows; n++) mean += (fA[n]! + fB[n]!) / (2 * rows);
    let variance = 0;
    for (let n = 0; n < rows; n++) variance += ((fA[n]! - mean) ** 2 + (fB[n]! - mean) ** 2) / (2 * rows);
    const still = !(variance > STILL);
    const slopes = this.#a.map((a, i) => slopeOver([a, this.#b[i]!], [fA, fB], rows));
    const linear = Float64Array.from({ length: rows }, (_, n) =>
      slopes.reduce((sum, { slope, middle }, i) => sum + slope * (this.#b[i]![n]! - middle), mean),
    );
    const share = (sum: number, times: number) => (still ? 0 : sum / (times * rows * variance));
    const estimates = this.#fAB.map((outputs, i) => {
      const fAB = outputs[output]!;
      const { slope, middle } = slopes[i]!;
      let own = 0;
      let left = 0;
      for (let n = 0; n < rows; n++) {
        const others = linear[n]! - slope * (this.#b[i]![n]! - middle);
        own += (fB[n]! - others) * (fAB[n]! - fA[n]!);
        left += (fA[n]! - fAB[n]!) ** 2;
      }
      return { first: share(own, 1), total: share(left, 2) };
    });
    return { first: estimates.map(({ first }) => first), total: estimates.map(({ total }) => total) };
  }
}

/** Least-squares slope of y over x and the mean of x, each given in parts, the first `rows` of each. */
function slopeOver(
  x: readonly Float64Array[],
  y: readonly Float64Array[],
  rows: number,
): { slope: number; middle: number } {
  let middle = 0;
  for (const part of x) for (let n = 0; n < rows; n++) middle += part[n]! / (x.length * rows);
  let [square, product] = [0, 0];
  x.forEach((part, s) => {
    for (let n = 0; n < rows; n++) {
      square += (part[n]! - middle) ** 2;
      product += (part[n]! - middle) * y[s]![n]!;
    }
  });
  return { slope: square > 0 ? product / square : 0, middle };
}
