import { OUTCOME } from "./links.ts";
import type { MapArrow, Tone } from "./structure.ts";

/** What stands out: arrows at full strength (null: none in particular) and boxes with a coloured outline. */
export interface Emphasis {
  readonly arrows: ReadonlySet<string> | null;
  readonly boxes: ReadonlyMap<string, Tone>;
  /** Boxes outside the lit ones step back. */
  readonly lit: ReadonlySet<string> | null;
}

export interface Calls {
  /** The box under the pointer or the keyboard. */
  readonly pointed: string | null;
  readonly path: ReadonlySet<string> | null;
  readonly lit: ReadonlySet<string> | null;
}

/** What the pointer asks for comes before a given path, and that before lit boxes. */
export function emphasise(arrows: readonly MapArrow[], { pointed, path, lit }: Calls): Emphasis {
  const onward = pointed === null ? new Set<string>() : pathsFrom(pointed, arrows);
  if (onward.size > 0) return { arrows: onward, boxes: tones(onward, arrows), lit: null };
  if (path) {
    const keys = new Set(
      arrows.filter(({ key, carrier }) => path.has(key) || path.has(carrier)).map(({ key }) => key),
    );
    return { arrows: keys, boxes: tones(keys, arrows), lit: null };
  }
  if (lit) {
    const keys = new Set(arrows.filter(({ from, to }) => lit.has(from) && lit.has(to)).map(({ key }) => key));
    const boxes = new Map([...lit].map((id) => [id, toneOf(id, arrows, arrows)]));
    return { arrows: keys, boxes, lit };
  }
  return { arrows: null, boxes: new Map(), lit: null };
}

/** Keys of all arrows on ways from a box to the outcome; arrows that shape only the rung do not count. */
export function pathsFrom(id: string, arrows: readonly MapArrow[]): ReadonlySet<string> {
  const keys = new Set<string>();
  const visited = new Set<string>();
  const follow = (from: string): boolean => {
    visited.add(from);
    let arrives = from === OUTCOME;
    for (const arrow of arrows) {
      if (arrow.from !== from || arrow.shape) continue;
      const leads = visited.has(arrow.to) ? reached.has(arrow.to) : follow(arrow.to);
      if (leads) keys.add(arrow.key);
      arrives ||= leads;
    }
    if (arrives) reached.add(from);
    return arrives;
  };
  const reached = new Set<string>();
  follow(id);
  return keys;
}

function tones(keys: ReadonlySet<string>, arrows: readonly MapArrow[]): ReadonlyMap<string, Tone> {
  const on = arrows.filter((arrow) => keys.has(arrow.key));
  const ids = new Set(on.flatMap(({ from, to }) => [from, to]));
  return new Map([...ids].map((id) => [id, toneOf(id, on, arrows)]));
}

/** A box takes the colour of the strongest arrow that leaves it, or else that enters it. */
function toneOf(id: string, preferred: readonly MapArrow[], arrows: readonly MapArrow[]): Tone {
  const strongest = (some: readonly MapArrow[]) =>
    some.reduce<MapArrow | null>(
      (best, one) => (best && Math.abs(best.points ?? 0) >= Math.abs(one.points ?? 0) ? best : one),
      null,
    );
  const found =
    strongest(preferred.filter(({ from }) => from === id)) ?? strongest(arrows.filter(({ to }) => to === id));
  return (found?.points ?? 0) >= 0 ? "apart" : "hold";
}
