/** A tensor's axes: variable numbers in row-major order, the last running fastest. */
export type Scope = readonly number[];

/** Number of entries over a scope. */
export function sizeOf(scope: Scope, cards: readonly number[]): number {
  return scope.reduce((size, v) => size * cards[v]!, 1);
}

/** Stride of each variable of `scope`, 0 for variables that are not in it. */
function stridesOf(scope: Scope, cards: readonly number[]): Map<number, number> {
  const strides = new Map<number, number>();
  let stride = 1;
  for (let i = scope.length - 1; i >= 0; i--) {
    strides.set(scope[i]!, stride);
    stride *= cards[scope[i]!]!;
  }
  return strides;
}

/** For every entry of `over` (row-major) the offset of the matching entry of `scope`. */
export function offsets(over: Scope, scope: Scope, cards: readonly number[]): Int32Array {
  const strides = stridesOf(scope, cards);
  let map = new Int32Array(1);
  for (const v of over) {
    const card = cards[v]!;
    const stride = strides.get(v) ?? 0;
    const next = new Int32Array(map.length * card);
    for (let i = 0; i < map.length; i++)
      for (let k = 0; k < card; k++) next[i * card + k] = map[i]! + k * stride;
    map = next;
  }
  return map;
}

/** out[i] = Σₖ a[…] · b[…]: multiply one or two tensors and sum one variable out (or none). Offsets are precomputed. */
export interface Step {
  readonly a: number;
  /** −1: only `a` is summed. */
  readonly b: number;
  readonly out: number;
  readonly offsetsA: Int32Array;
  readonly offsetsB: Int32Array;
  readonly strideA: number;
  readonly strideB: number;
  /** States of the variable that is summed out; 1 where none is. */
  readonly count: number;
}

export interface Operand {
  readonly id: number;
  readonly scope: Scope;
}

/** Compiles one step; `summed` must not be in `outScope`. */
export function compileStep(
  a: Operand,
  b: Operand | null,
  out: Operand,
  summed: number | null,
  cards: readonly number[],
): Step {
  const stride = (scope: Scope) => (summed === null ? 0 : (stridesOf(scope, cards).get(summed) ?? 0));
  return {
    a: a.id,
    b: b?.id ?? -1,
    out: out.id,
    offsetsA: offsets(out.scope, a.scope, cards),
    offsetsB: b ? offsets(out.scope, b.scope, cards) : new Int32Array(0),
    strideA: stride(a.scope),
    strideB: b ? stride(b.scope) : 0,
    count: summed === null ? 1 : cards[summed]!,
  };
}

/**
 * out[i] = Σₖ a[…] · b[…]. Five states, the usual case, are written out: this loop is where nearly all time is spent.
 */
export function forward(step: Step, a: Float64Array, b: Float64Array | null, out: Float64Array): void {
  const { offsetsA, offsetsB, strideA, strideB, count } = step;
  if (b === null) {
    for (let i = 0; i < out.length; i++) {
      let sum = 0;
      for (let k = 0, ia = offsetsA[i]!; k < count; k++, ia += strideA) sum += a[ia]!;
      out[i] = sum;
    }
  } else if (count === 1) {
    for (let i = 0; i < out.length; i++) out[i] = a[offsetsA[i]!]! * b[offsetsB[i]!]!;
  } else if (count === 5) {
    const [a2, a3, a4] = [2 * strideA, 3 * strideA, 4 * strideA];
    const [b2, b3, b4] = [2 * strideB, 3 * strideB, 4 * strideB];
    for (let i = 0; i < out.length; i++) {
      const ia = offsetsA[i]!;
      const ib = offsetsB[i]!;
      out[i] =
        a[ia]! * b[ib]! +
        a[ia + strideA]! * b[ib + strideB]! +
        a[ia + a2]! * b[ib + b2]! +
        a[ia + a3]! * b[ib + b3]! +
        a[ia + a4]! * b[ib + b4]!;
    }
  } else {
    for (let i = 0; i < out.length; i++) {
      let sum = 0;
      for (let k = 0, ia = offsetsA[i]!, ib = offsetsB[i]!; k < count; k++, ia += strideA, ib += strideB)
        sum += a[ia]! * b[ib]!;
      out[i] = sum;
    }
  }
}

/**
 * Adds to `da` and `db` what a change of `out` by `dOut` owes to `a` and `b` (the chain rule of `forward`); null where
 * nobody asks.
 */
export function backward(
  step: Step,
  a: Float64Array,
  b: Float64Array | null,
  dOut: Float64Array,
  da: Float64Array | null,
  db: Float64Array | null,
): void {
  const { offsetsA, offsetsB, strideA, strideB, count } = step;
  for (let i = 0; i < dOut.length; i++) {
    const d = dOut[i]!;
    if (d === 0) continue;
    let ia = offsetsA[i]!;
    if (b === null) {
      if (da) for (let k = 0; k < count; k++, ia += strideA) da[ia] = da[ia]! + d;
      continue;
    }
    let ib = offsetsB[i]!;
    if (da && db)
      for (let k = 0; k < count; k++, ia += strideA, ib += strideB) {
        da[ia] = da[ia]! + d * b[ib]!;
        db[ib] = db[ib]! + d * a[ia]!;
      }
    else if (da) for (let k = 0; k < count; k++, ia += strideA, ib += strideB) da[ia] = da[ia]! + d * b[ib]!;
    else if (db) for (let k = 0; k < count; k++, ia += strideA, ib += strideB) db[ib] = db[ib]! + d * a[ia]!;
  }
}
