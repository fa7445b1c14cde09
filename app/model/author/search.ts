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
  const columns = new Map<number, Seat[]>();
  for (const seat of seats) columns.set(seat.column, [...(columns.get(seat.column) ?? []), seat]);
  const rowCount = Math.max(2, ...[...columns.values()].map((column) => column.length));
  const state = new Rows(seats, links, rowCount);
  for (const column of columns.values()) state.seed(column);
  for (let round = 0; round < ROUNDS && state.improve(); round++);
  return state.row;
}

/** The rows as they stand, with the cost of what touches one box. */
class Rows {
  readonly row = new Map<string, number>();
  private readonly column = new Map<string, number>();
  private readonly links: readonly Ends[];
  private readonly seats: readonly Seat[];
  private readonly order = new Map<string, number>();
  private readonly rowCount: number;

  constructor(seats: readonly Seat[], links: readonly Ends[], rowCount: number) {
    this.seats = seats;
    this.rowCount = rowCount;
    seats.forEach((seat, i) => {
      this.column.set(seat.id, seat.column);
      this.order.set(seat.id, i);
    });
    this.links = links.filter((link) => this.column.has(link.from) && this.column.has(link.to));
  }

  /** First guess: factors by group, mechanisms at the middle of what feeds them, spaced out. */
  seed(column: readonly Seat[]): void {
    const guess = new Map(column.map((seat) => [seat.id, seat.pinned ?? this.guess(seat)]));
    const sorted = [...column].sort(
      (a, b) =>
        (a.column === 0 ? a.rank - b.rank : 0) ||
        (guess.get(a.id) ?? 0) - (guess.get(b.id) ?? 0) ||
        this.at(this.order, a.id) - this.at(this.order, b.id),
    );
    const taken = column.flatMap((seat) => (seat.pinned === null ? [] : [seat.pinned]));
    const step = (this.rowCount - 1) / Math.max(1, sorted.length - 1);
    sorted.forEach((seat, i) => {
      const even = sorted.length === 1 ? (guess.get(seat.id) ?? 0) : i * step;
      const free = this.nearestFree(Math.round(even * 2) / 2, taken);
      const row = seat.pinned ?? free;
      if (seat.pinned === null) taken.push(row);
      this.row.set(seat.id, row);
    });
  }

  /** Tries every other row and every exchange within the column for each box; true if anything got better. */
  improve(): boolean {
    let better = false;
    for (const seat of this.seats) {
      if (seat.pinned !== null) continue;
      better = (seat.column > 0 && this.move(seat)) || better;
      better = this.exchange(seat) || better;
    }
    return better;
  }

  private move(seat: Seat): boolean {
    const start = this.at(this.row, seat.id);
    let best = start;
    let lowest = this.cost([seat.id]);
    for (let row = 0; row <= this.rowCount - 1; row += 0.5) {
      this.row.set(seat.id, row);
      const cost = this.cost([seat.id]);
      if (cost < lowest - 1e-9) [best, lowest] = [row, cost];
    }
    this.row.set(seat.id, best);
    return best !== start;
  }

  private exchange(seat: Seat): boolean {
    let better = false;
    for (const other of this.seats) {
      const swappable = other !== seat && other.column === seat.column && other.pinned === null;
      if (!swappable || (seat.column === 0 && other.rank !== seat.rank)) continue;
      const before = this.cost([seat.id, other.id]);
      this.swap(seat.id, other.id);
      if (this.cost([seat.id, other.id]) < before - 1e-9) better = true;
      else this.swap(seat.id, other.id);
    }
    return better;
  }

  private swap(a: string, b: string): void {
    const [rowA, rowB] = [this.at(this.row, a), this.at(this.row, b)];
    this.row.set(a, rowB);
    this.row.set(b, rowA);
  }

  private cost(ids: readonly string[]): number {
    const mine = this.links.filter((link) => ids.includes(link.from) || ids.includes(link.to));
    let cost = ids.reduce((sum, id) => sum + this.crowding(id), 0);
    for (const link of mine) {
      cost += PER_ROW * Math.abs(this.at(this.row, link.from) - this.at(this.row, link.to));
      for (const other of this.links) if (this.cross(link, other)) cost += CROSSING;
      for (const seat of this.seats) if (this.through(link, seat.id)) cost += THROUGH_A_BOX;
    }
    for (const link of this.links) {
      if (!mine.includes(link)) for (const id of ids) if (this.through(link, id)) cost += THROUGH_A_BOX;
    }
    return cost;
  }

  /** Boxes of one column must not share a row, and should keep the author's order. */
  private crowding(id: string): number {
    let cost = 0;
    for (const other of this.seats) {
      if (other.id === id || other.column !== this.column.get(id)) continue;
      const gap = this.at(this.row, id) - this.at(this.row, other.id);
      const wanted = other.column === 0 ? 1 : WANTED_GAP;
      if (Math.abs(gap) < wanted) cost += Math.abs(gap) < 1 ? 1000 : 4;
      if (gap < 0 !== this.at(this.order, id) < this.at(this.order, other.id)) cost += OUT_OF_ORDER;
    }
    return cost;
  }

  private cross(one: Ends, other: Ends): boolean {
    if (one.from === other.from || one.to === other.to || one.from === other.to || one.to === other.from)
      return false;
    const [a, b, c, d] = [
      this.point(one.from),
      this.point(one.to),
      this.point(other.from),
      this.point(other.to),
    ];
    return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
  }

  private through(link: Ends, id: string): boolean {
    if (link.from === id || link.to === id) return false;
    const [a, b, box] = [this.point(link.from), this.point(link.to), this.point(id)];
    if (a.x === b.x) return box.x === a.x && (box.y - a.y) * (box.y - b.y) < 0;
    if (box.x <= a.x || box.x >= b.x) return false;
    return Math.abs(a.y + ((b.y - a.y) * (box.x - a.x)) / (b.x - a.x) - box.y) < 0.55;
  }

  private guess(seat: Seat): number {
    const feeders = this.links.filter((link) => link.to === seat.id).map((link) => this.row.get(link.from));
    const known = feeders.filter((row) => row !== undefined);
    if (seat.column === 0 || known.length === 0) return this.at(this.order, seat.id);
    return known.reduce((sum, row) => sum + row, 0) / known.length;
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

  private point(id: string): { x: number; y: number } {
    return { x: this.at(this.column, id), y: this.at(this.row, id) };
  }

  private at(values: ReadonlyMap<string, number>, id: string): number {
    return values.get(id) ?? 0;
  }
}

interface Point {
  readonly x: number;
  readonly y: number;
}

const side = (a: Point, b: Point, p: Point): number => (p.y - a.y) * (b.x - a.x) - (b.y - a.y) * (p.x - a.x);
