import type { Model } from "../answer/model.ts";
import { STATES } from "../ranked/row.ts";

/** Which way something moves when its cause rises: up, down, not at all, or one way here and the other there. */
export type Direction = "up" | "down" | "still" | "mixed";

/** Differences below this are rounding. */
const ROUNDING = 1e-12;

/** The direction of several influences together. */
function together(directions: readonly Direction[]): Direction {
  const moving = new Set(directions.filter((direction) => direction !== "still"));
  if (moving.size === 0) return "still";
  return moving.size === 1 ? [...moving][0]! : "mixed";
}

/** One influence after another: two reversals cancel. */
function chained(first: Direction, second: Direction): Direction {
  if (first === "still" || second === "still") return "still";
  if (first === "mixed" || second === "mixed") return "mixed";
  return first === second ? "up" : "down";
}

/** Direction of a list of numbers. */
export function directionOfList(values: ArrayLike<number>): Direction {
  const steps: Direction[] = [];
  for (let k = 1; k < values.length; k++) {
    const step = values[k]! - values[k - 1]!;
    steps.push(step > ROUNDING ? "up" : step < -ROUNDING ? "down" : "still");
  }
  return together(steps);
}

/**
 * How a table's variable moves with one parent, whatever the other parents' levels: up where every upper tail
 * P(level ≥ j) grows with the parent (first-order stochastic dominance).
 * @param axis which parent, of `parents` in all
 */
export function directionInTable(table: Float64Array, axis: number, parents: number): Direction {
  const stride = STATES ** (parents - axis);
  let direction: Direction = "still";
  for (let at = 0; at < table.length; at += STATES) {
    if (Math.floor(at / stride) % STATES === STATES - 1) continue;
    let gained = 0;
    for (let k = STATES - 1; k > 0; k--) {
      gained += table[at + stride + k]! - table[at + k]!;
      if (Math.abs(gained) > ROUNDING) direction = together([direction, gained > 0 ? "up" : "down"]);
    }
    if (direction === "mixed") return direction;
  }
  return direction;
}

/**
 * How the chance of the event moves with each factor, whatever the others do, as far as signs tell: the signs of the
 * arrows are multiplied along paths and added over them. "up" and "down" are certain; "mixed" means that paths
 * disagree. Sound because every table can be drawn as level = F⁻¹(same noise | parents), monotone in each parent as
 * its sign says. Source: qualitative probabilistic networks, Wellman 1990.
 * @param tables per mechanism; @param assumed level of each mechanism whose causes are cut, else −1
 * @param hazard chance of the event per level of `event.of`
 * @returns one direction per factor of the case
 */
export function factorDirections(
  model: Model,
  tables: readonly Float64Array[],
  assumed: readonly number[],
  hazard: Float64Array,
): Direction[] {
  const { factors, mechanisms, outcome } = model.case;
  const arrows = model.mechanisms.map(({ parents }, m) =>
    parents.map((parent, axis) => ({
      parent,
      direction: assumed[m]! >= 0 ? ("still" as const) : directionInTable(tables[m]!, axis, parents.length),
    })),
  );
  const towardsEvent = directionOfList(hazard);
  return factors.map(({ id: factor }) => {
    const known = new Map<string, Direction>(factors.map(({ id }) => [id, id === factor ? "up" : "still"]));
    const directionOf = (id: string): Direction => {
      const before = known.get(id);
      if (before) return before;
      const m = mechanisms.findIndex((mechanism) => mechanism.id === id);
      const found = together(
        arrows[m]!.map(({ parent, direction }) => chained(directionOf(parent), direction)),
      );
      known.set(id, found);
      return found;
    };
    return chained(directionOf(outcome.event.of), towardsEvent);
  });
}
