/** Walking the map by keyboard: along arrows and within columns. */

export interface Stop {
  readonly id: string;
  readonly column: number;
  readonly y: number;
}

export interface Way {
  readonly from: string;
  readonly to: string;
}

export type Step = "effect" | "cause" | "up" | "down" | "first" | "last";

/** Where the walker stands, and the box left by the last step along an arrow. */
export interface Walker {
  readonly at: string;
  readonly came: { readonly from: string; readonly by: "effect" | "cause" } | null;
}

export const STEPS: Readonly<Record<string, Step>> = {
  ArrowRight: "effect",
  ArrowLeft: "cause",
  ArrowUp: "up",
  ArrowDown: "down",
  Home: "first",
  End: "last",
};

/**
 * One step. Along an arrow to the effect or cause at the nearest height (ties: the upper one), but straight back
 * after a step the other way; up and down go through the column and on into the next one, so that every box can be
 * reached. Stays where there is nowhere to go.
 */
export function walk(walker: Walker, step: Step, stops: readonly Stop[], ways: readonly Way[]): Walker {
  const order = [...stops].sort((a, b) => a.column - b.column || a.y - b.y);
  const index = order.findIndex(({ id }) => id === walker.at);
  const here = order[index];
  if (!here) return order[0] ? { at: order[0].id, came: null } : walker;
  switch (step) {
    case "first":
      return { at: order[0]?.id ?? walker.at, came: null };
    case "last":
      return { at: order.at(-1)?.id ?? walker.at, came: null };
    case "up":
      return { at: order[Math.max(0, index - 1)]?.id ?? walker.at, came: null };
    case "down":
      return { at: order[Math.min(order.length - 1, index + 1)]?.id ?? walker.at, came: null };
    case "effect":
    case "cause":
      return along(walker, here, step, stops, ways);
    default:
      return step satisfies never;
  }
}

function along(
  walker: Walker,
  here: Stop,
  step: "effect" | "cause",
  stops: readonly Stop[],
  ways: readonly Way[],
): Walker {
  if (walker.came && walker.came.by !== step)
    return { at: walker.came.from, came: { from: here.id, by: step } };
  const ends = new Set(
    ways.flatMap(({ from, to }) =>
      step === "effect" ? (from === here.id ? [to] : []) : to === here.id ? [from] : [],
    ),
  );
  const near = stops
    .filter(({ id }) => ends.has(id))
    .sort((a, b) => Math.abs(a.y - here.y) - Math.abs(b.y - here.y) || a.y - b.y)[0];
  return near ? { at: near.id, came: { from: here.id, by: step } } : walker;
}
