/** Rows for boxes whose columns are known, found by a local search that always goes the same way. */

export interface Seat {
  readonly id: string;
  readonly column: number;
  /** Boxes of column 0 keep this order from top to bottom. */
  readonly rank: number;
  /** A row that must be kept, or null. */
  readonly pinned: number | null;
}

interface Ends {
  readonly from: string;
  readonly to: string;
}

const CROSSING = 12;
const THROUGH_A_BOX = 10;
const PER_ROW = 1;
const OUT_OF_ORDER = 0.6;
/** Mechanisms have names of two lines: they want more than one row each where there is room. */
const WANTED_GAP = 1.5;
const ROUNDS = 12;

/** Rows by id, in half rows. Deterministic: the same boxes and links always give the same rows. */
export function searchRows(seats: readonly Seat[], links: readonly Ends[]): ReadonlyMap<string, number> {
  const columns = new Map<number, number[]>();
  seats.forEach(({ column }, i) => columns.set(column, [...(columns.get(column) ?? []), i]));
  const rowCount = Math.max(2, ...[...columns.values()].map((column) => column.length));
  const state = new Rows(seats, links, rowCount);
  for (const column of columns.values()) state.seed(column);
  for (let round = 0; round < ROUNDS && state.improve(); round++);
  return new Map(seats.map(({ id }, i) => [id, state.row[i]!]));
}

/**
 * The rows as they stand, with the cost of what touches one box. Boxes and links go by their number: the search asks
 * for the cost of some ten thousand arrangements.
 */
class Rows {
  /** By seat. */
  readonly row: Float64Array;
  private readonly seats: readonly Seat[];
  private readonly rowCount: number;
  private readonly column: Float64Array;
  private readonly from: Int32Array;
  private readonly to: Int32Array;
  /** The links that begin or end at a seat. */
  private readonly touching: readonly (readonly number[])[];
  /** By link: those it can cross, and the boxes it can run through; by seat: the links that can run through it. */
  private readonly rivals: readonly (readonly number[])[];
  private readonly between: readonly (readonly number[])[];
  private readonly passing: readonly (readonly number[])[];
  private readonly seeded = new Set<number>();

  constructor(seats: readonly Seat[], links: readonly Ends[], rowCount: number) {
    this.seats = seats;
    this.rowCount = rowCount;
    this.row = new Float64Array(seats.length);
    this.column = Float64Array.from(seats, ({ column }) => column);
    const numbers = new Map(seats.map(({ id }, i) => [id, i]));
    const ends = links.flatMap((link) => {
      const [from, to] = [numbers.get(link.from), numbers.get(link.to)];
      return from === undefined || to === undefined ? [] : [{ from, to }];
    });
    this.from = Int32Array.from(ends, ({ from }) => from);
    this.to = Int32Array.from(ends, ({ to }) => to);
    this.touching = seats.map((_, i) =>
      ends.flatMap(({ from, to }, link) => (from === i || to === i ? [link] : [])),
    );
    const spans = ends.map(({ from, to }) => {
      const [left, right] = [seats[from]!.column, seats[to]!.column];
      const passes = (i: number) => i !== from && i !== to && inside(seats[i]!.column, left, right);
      return { from, to, left, right, passes };
    });
    this.rivals = spans.map((one) =>
      spans.flatMap((other, link) => {
        const isNear = one.from === other.from || one.to === other.to || one.from === other.to || one.to === other.from; // prettier-ignore
        const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const isUpright = one.left === one.right || other.left === other.right;
        return !isNear && (width > 0 || (width === 0 && isUpright)) ? [link] : [];
      }),
    );
    this.between = spans.map(({ passes }) => seats.flatMap((_, i) => (passes(i) ? [i] : [])));
    this.passing = seats.map((_, i) => spans.flatMap(({ passes }, link) => (passes(i) ? [link] : [])));
  }

  /** First guess: factors by group, mechanisms at the middle of what feeds them, spaced out. */
  seed(column: readonly number[]): void {
    const guess = new Map(column.map((i) => [i, this.seats[i]!.pinned ?? this.guess(i)]));
    const rank = (i: number) => (this.column[i] === 0 ? this.seats[i]!.rank : 0);
    const sorted = column.toSorted((a, b) => rank(a) - rank(b) || guess.get(a)! - guess.get(b)! || a - b);
    const taken = column.flatMap((i) => this.seats[i]!.pinned ?? []);
    const step = (this.rowCount - 1) / Math.max(1, sorted.length - 1);
    sorted.forEach((i, n) => {
      const even = sorted.length === 1 ? guess.get(i)! : n * step;
      const free = this.nearestFree(Math.round(even * 2) / 2, taken);
      const { pinned } = this.seats[i]!;
      if (pinned === null) taken.push(free);
      this.row[i] = pinned ?? free;
      this.seeded.add(i);
    });
  }

  /** Tries every other row and every exchange within the column for each box; true if anything got better. */
  improve(): boolean {
    let better = false;
    this.seats.forEach(({ pinned, column }, i) => {
      if (pinned !== null) return;
      better = (column > 0 && this.move(i)) || better;
      better = this.exchange(i) || better;
    });
    return better;
  }

  private move(i: number): boolean {
    const start = this.row[i]!;
    let best = start;
    let lowest = this.cost(i);
    for (let row = 0; row <= this.rowCount - 1; row += 0.5) {
      this.row[i] = row;
      const cost = this.cost(i);
      if (cost < lowest - 1e-9) [best, lowest] = [row, cost];
    }
    this.row[i] = best;
    return best !== start;
  }

  private exchange(i: number): boolean {
    const seat = this.seats[i]!;
    let better = false;
    this.seats.forEach((other, j) => {
      const swappable = j !== i && other.column === seat.column && other.pinned === null;
      if (!swappable || (seat.column === 0 && other.rank !== seat.rank)) return;
      const before = this.cost(i, j);
      this.swap(i, j);
      if (this.cost(i, j) < before - 1e-9) better = true;
      else this.swap(i, j);
    });
    return better;
  }

  private swap(i: number, j: number): void {
    [this.row[i], this.row[j]] = [this.row[j]!, this.row[i]!];
  }

  /** What a box costs where it stands, or two of one column. */
  private cost(i: number, j = -1): number {
    let cost = this.crowding(i) + (j < 0 ? 0 : this.crowding(j));
    for (const link of this.touching[i]!) cost += this.costOf(link);
    for (const link of this.passing[i]!)
      if (!this.touches(link, j) && this.through(link, i)) cost += THROUGH_A_BOX;
    if (j < 0) return cost;
    // Two boxes of one column have no link between them.
    for (const link of this.touching[j]!) cost += this.costOf(link);
    for (const link of this.passing[j]!)
      if (!this.touches(link, i) && this.through(link, j)) cost += THROUGH_A_BOX;
    return cost;
  }

  private touches(link: number, i: number): boolean {
    return this.from[link] === i || this.to[link] === i;
  }

  private costOf(link: number): number {
    let cost = PER_ROW * Math.abs(this.row[this.from[link]!]! - this.row[this.to[link]!]!);
    for (const other of this.rivals[link]!) if (this.cross(link, other)) cost += CROSSING;
    for (const i of this.between[link]!) if (this.through(link, i)) cost += THROUGH_A_BOX;
    return cost;
  }

  /** Boxes of one column must not share a row, and should keep the author's order. */
  private crowding(i: number): number {
    let cost = 0;
    const wanted = this.column[i] === 0 ? 1 : WANTED_GAP;
    for (let other = 0; other < this.row.length; other++) {
      if (other === i || this.column[other] !== this.column[i]) continue;
      const gap = this.row[i]! - this.row[other]!;
      if (Math.abs(gap) < wanted) cost += Math.abs(gap) < 1 ? 1000 : 4;
      if (gap < 0 !== i < other) cost += OUT_OF_ORDER;
    }
    return cost;
  }

  private cross(one: number, other: number): boolean {
    const [a, b, c, d] = [this.from[one]!, this.to[one]!, this.from[other]!, this.to[other]!];
    return this.side(a, b, c) * this.side(a, b, d) < 0 && this.side(c, d, a) * this.side(c, d, b) < 0;
  }

  /** On which side of the line from one box to another a third stands. */
  private side(a: number, b: number, p: number): number {
    const { row, column } = this;
    return (row[p]! - row[a]!) * (column[b]! - column[a]!) - (row[b]! - row[a]!) * (column[p]! - column[a]!);
  }

  /** A link that passes a box's column, and the box itself. */
  private through(link: number, i: number): boolean {
    const [a, b] = [this.from[link]!, this.to[link]!];
    const { row, column } = this;
    const [x, left, right] = [column[i]!, column[a]!, column[b]!];
    if (left === right) return (row[i]! - row[a]!) * (row[i]! - row[b]!) < 0;
    return Math.abs(row[a]! + ((row[b]! - row[a]!) * (x - left)) / (right - left) - row[i]!) < 0.55;
  }

  private guess(i: number): number {
    const feeders = this.touching[i]!.flatMap((link) => (this.to[link] === i ? this.from[link]! : []));
    const known = feeders.filter((one) => this.seeded.has(one));
    if (this.column[i] === 0 || known.length === 0) return i;
    return known.reduce((sum, one) => sum + this.row[one]!, 0) / known.length;
  }

  private nearestFree(row: number, taken: readonly number[]): number {
    for (let away = 0; away <= this.rowCount; away += 0.5) {
      for (const candidate of [row + away, row - away]) {
        const inside = candidate >= 0 && candidate <= this.rowCount - 1;
        if (inside && taken.every((other) => Math.abs(other - candidate) >= 1)) return candidate;
      }
    }
    return row;
  }
}

/** Whether a link from one column to another passes a box in this one. */
const inside = (x: number, left: number, right: number): boolean =>
  left === right ? x === left : x > left && x < right;
