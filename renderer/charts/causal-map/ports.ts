import type { PlacedBox } from "./geometry.ts";
import { OUTCOME } from "./links.ts";
import { spread } from "./spread.ts";
import { headSize, strokeWidth } from "./strength.ts";
import type { Thread } from "./threads.ts";

/** Heights at which arrows leave and enter: `out` by arrow key, `into` by the key of a thread's first arrow. */
export interface Ports {
  readonly out: ReadonlyMap<string, number>;
  readonly into: ReadonlyMap<string, number>;
}

const BETWEEN = 5;
const BETWEEN_AT_CARD = 12;
const CARD_INSET = 16;
/** A port this near the height of the other end moves there, so that the arrow is level. */
const LEVEL = 7;

interface Port {
  readonly key: string;
  /** px it takes on the edge of the box. */
  readonly room: number;
  /** Height of what the arrow meets first on its way, and then. */
  readonly toward: number;
  readonly then: number;
  readonly level: number | null;
}

/** Ports of all boxes: sorted by where their arrows go, spaced by stroke width. Vertical arrows need none. */
export function choosePorts(boxes: readonly PlacedBox[], threads: readonly Thread[]): Ports {
  const into = new Map<string, number>();
  const out = new Map<string, number>();
  for (const box of boxes) {
    const arriving = threads.filter((thread) => thread.to.id === box.id && thread.way === "across");
    const heights =
      box.id === OUTCOME ? cardPorts(box, arriving, () => undefined) : seat(box, arriving.map(entry));
    for (const [key, y] of heights) into.set(key, y);
  }
  for (const box of boxes) {
    const leaving = threads.flatMap((thread) =>
      thread.way === "down"
        ? []
        : thread.arrows.flatMap((arrow) =>
            arrow.from === box.id ? [exit(thread, arrow.key, box, into)] : [],
          ),
    );
    const returning = threads.filter((thread) => thread.to.id === box.id && thread.way === "around");
    const back = returning.map((thread) => ({ ...entry(thread), key: `back ${keyOf(thread)}` }));
    for (const [key, y] of seat(box, [...leaving, ...back])) {
      if (key.startsWith("back ")) into.set(key.slice(5), y);
      else out.set(key, y);
    }
  }
  levelCard(boxes, threads, out, into);
  return { out, into };
}

/** Arrows that run straight to the card arrive at the height at which they set out, where there is room. */
function levelCard(
  boxes: readonly PlacedBox[],
  threads: readonly Thread[],
  out: ReadonlyMap<string, number>,
  into: Map<string, number>,
): void {
  const card = boxes.find(({ id }) => id === OUTCOME);
  if (!card) return;
  const arriving = threads.filter(({ to, way }) => to.id === OUTCOME && way === "across");
  const wish = (thread: Thread) => (thread.bends.length > 0 ? undefined : out.get(keyOf(thread)));
  for (const [key, y] of cardPorts(card, arriving, wish)) into.set(key, y);
}

export const keyOf = (thread: Thread): string => thread.arrows[0]?.key ?? "";

function entry(thread: Thread): Port {
  const start = thread.from.reduce((sum, box) => sum + box.y, 0) / Math.max(1, thread.from.length);
  const last = thread.bends.at(-1);
  const head = 2 * headSize(thread.width);
  return {
    key: keyOf(thread),
    room: Math.max(thread.width + BETWEEN, head + (thread.arrows[0]?.raises ? 1 : 6)),
    toward: last?.y ?? start,
    then: start,
    level: last ? last.y : null,
  };
}

function exit(thread: Thread, key: string, box: PlacedBox, into: ReadonlyMap<string, number>): Port {
  const first = thread.bends[0];
  const end = into.get(keyOf(thread)) ?? thread.to.y;
  const width =
    thread.arrows.length > 1
      ? strokeWidth(thread.arrows.find((a) => a.key === key)?.points ?? null)
      : thread.width;
  // What leaves around a neighbour turns away from everything that goes on to the right.
  const toward = thread.way === "around" ? box.y + Math.sign(thread.to.y - box.y) * 1e4 : (first?.y ?? end);
  return { key, room: width + BETWEEN, toward, then: end, level: first?.y ?? end };
}

function seat(box: PlacedBox, ports: readonly Port[]): readonly (readonly [string, number])[] {
  const sorted = [...ports].sort((a, b) => a.toward - b.toward || a.then - b.then);
  const wishes = sorted.map(({ room, level }) => ({
    want: level !== null && Math.abs(level - box.y) <= LEVEL ? level : box.y,
    size: room,
  }));
  const inset = Math.min(4, box.height / 4);
  const ys = spread(wishes, box.y - box.height / 2 + inset, box.y + box.height / 2 - inset);
  return sorted.map(({ key }, i) => [key, ys[i] ?? box.y] as const);
}

/** Into the card arrows run level where they can. */
function cardPorts(
  card: PlacedBox,
  threads: readonly Thread[],
  wish: (thread: Thread) => number | undefined,
): readonly (readonly [string, number])[] {
  const sorted = threads
    .map((thread) => ({ thread, want: wish(thread) ?? entry(thread).toward }))
    .sort((a, b) => a.want - b.want);
  const wishes = sorted.map(({ thread, want }) => ({ want, size: thread.width + BETWEEN_AT_CARD }));
  const ys = spread(wishes, card.y - card.height / 2 + CARD_INSET, card.y + card.height / 2 - CARD_INSET);
  return sorted.map(({ thread, want }, i) => [keyOf(thread), ys[i] ?? want] as const);
}
