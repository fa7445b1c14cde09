import { type Scope, sizeOf } from "./step.ts";

/** One multiply-and-sum of an elimination: which operands, and the variable summed out after it (or none). */
export interface Contraction {
  readonly a: number;
  readonly b: number | null;
  readonly scope: Scope;
  readonly summed: number | null;
}

const union = (a: Scope, b: Scope): number[] => [...new Set([...a, ...b])].sort((x, y) => x - y);

/** More operands than this and pairs are no longer all compared: the two smallest go together. */
const COMPARED = 12;

/** The live tensors while variables are eliminated; operands are numbered in order of creation. */
export class Pool {
  readonly contractions: Contraction[] = [];
  readonly cards: readonly number[];
  /** Multiply-adds so far. */
  work = 0;
  readonly #scopes = new Map<number, Scope>();
  /** Which live tensors hold each variable. */
  readonly #holders = new Map<number, Set<number>>();
  #next = 0;

  constructor(scopes: readonly Scope[], cards: readonly number[]) {
    this.cards = cards;
    for (const scope of scopes) this.#add(scope);
  }

  get live(): number[] {
    return [...this.#scopes.keys()];
  }

  /** Variables that share a live tensor with `v`. */
  neighbours(v: number): Set<number> {
    const found = new Set<number>();
    for (const id of this.#holders.get(v) ?? []) for (const u of this.#scopes.get(id)!) found.add(u);
    found.delete(v);
    return found;
  }

  /** Entries of all live tensors that hold `v`. */
  weightAround(v: number): number {
    let sum = 0;
    for (const id of this.#holders.get(v) ?? []) sum += sizeOf(this.#scopes.get(id)!, this.cards);
    return sum;
  }

  /** Multiplies what holds `v`, cheapest products first, and sums `v` out. */
  eliminate(v: number): void {
    const holders = (): number[] => [...(this.#holders.get(v) ?? [])].sort((a, b) => a - b);
    let ids = holders();
    while (ids.length > 2) {
      this.#contract(...this.#cheapestPair(ids), null);
      ids = holders();
    }
    if (ids.length > 0) this.#contract(ids[0]!, ids[1] ?? null, v);
  }

  /** Multiplies everything that is left into one tensor. */
  join(): void {
    for (let ids = this.live; ids.length > 1; ids = this.live)
      this.#contract(...this.#cheapestPair(ids), null);
  }

  #add(scope: Scope): void {
    const id = this.#next++;
    this.#scopes.set(id, scope);
    for (const v of scope) {
      const holders = this.#holders.get(v) ?? new Set();
      this.#holders.set(v, holders.add(id));
    }
  }

  #take(id: number): Scope {
    const scope = this.#scopes.get(id)!;
    this.#scopes.delete(id);
    for (const v of scope) this.#holders.get(v)!.delete(id);
    return scope;
  }

  #contract(a: number, b: number | null, summed: number | null): void {
    const product = union(this.#take(a), b === null ? [] : this.#take(b));
    const scope = product.filter((v) => v !== summed);
    this.work += sizeOf(product, this.cards);
    this.contractions.push({ a, b, scope, summed });
    this.#add(scope);
  }

  /** Of these operands two whose product is small (lowest numbers on a tie). */
  #cheapestPair(ids: readonly number[]): [number, number] {
    const size = (id: number) => sizeOf(this.#scopes.get(id)!, this.cards);
    if (ids.length > COMPARED) {
      const [a, b] = [...ids].sort((x, y) => size(x) - size(y) || x - y);
      return [a!, b!];
    }
    let best: [number, number] = [ids[0]!, ids[1]!];
    let least = Infinity;
    for (let i = 0; i < ids.length; i++)
      for (let j = i + 1; j < ids.length; j++) {
        const product = sizeOf(union(this.#scopes.get(ids[i]!)!, this.#scopes.get(ids[j]!)!), this.cards);
        if (product < least) [least, best] = [product, [ids[i]!, ids[j]!]];
      }
    return best;
  }
}
