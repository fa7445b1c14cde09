/** A seeded stream of numbers in [0, 1): sfc32 (Chris Doty-Humphrey's small fast counting generator). */
export type Uniform = () => number;

/** @param seed any integers; the same list gives the same stream on every machine. */
export function uniform(...seed: number[]): Uniform {
  let [a, b, c, d] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 1];
  const next = (): number => {
    const t = (a + b + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t;
    return (t >>> 0) / 2 ** 32;
  };
  for (const part of seed) {
    a ^= part | 0;
    // Twelve rounds spread one changed bit over the whole state.
    for (let i = 0; i < 12; i++) next();
  }
  return next;
}

/** A text as an integer seed (FNV-1a): draws belong to an id, not to its place in a list. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash | 0;
}

/** The same things in an order drawn at random (Fisher and Yates). */
export function shuffled<T>(items: readonly T[], next: Uniform): T[] {
  const order = [...items];
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

/** One column of a Latin hypercube: n numbers in (0, 1), one in each nth, in random order. */
export function strata(n: number, next: Uniform): Float64Array {
  const column = Float64Array.from({ length: n }, (_, i) => (i + next()) / n);
  for (let i = n - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [column[i], column[j]] = [column[j]!, column[i]!];
  }
  return column;
}
