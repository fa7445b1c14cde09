import { type KeyboardEvent, type PointerEvent, type RefObject, useState } from "react";
import { moved } from "../../../app/model/author/told.ts";
import { useApp } from "../../state/context.ts";

/** A list whose items can be put in another order: dragged by a handle, or moved with the arrow keys on it. */
export interface Reorder {
  /** The place of the item that is being dragged. */
  readonly dragged: number | null;
  readonly move: (from: number, to: number) => void;
  /** For the handle at a place; it must carry `data-handle`. */
  readonly handle: (place: number) => {
    readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
    readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
    readonly onPointerUp: () => void;
    readonly onPointerCancel: () => void;
    readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  };
}

/**
 * @param list whose children are the items
 * @param put one whole drag is one gesture, so one step of undo
 */
export function useReorder<T>(
  list: RefObject<HTMLElement | null>,
  items: readonly T[],
  put: (items: readonly T[], gesture: string | null) => void,
): Reorder {
  const app = useApp();
  const [dragged, setDragged] = useState<number | null>(null);

  const middleOf = (place: number): number => {
    const box = list.current?.children[place]?.getBoundingClientRect();
    return box ? box.top + box.height / 2 : NaN;
  };
  /** Past the middle of a neighbour is in its place. */
  const placeAt = (from: number, y: number): number => {
    let to = from;
    while (to > 0 && y < middleOf(to - 1)) to--;
    while (to < items.length - 1 && y > middleOf(to + 1)) to++;
    return to;
  };
  const move = (from: number, to: number, gesture: string | null = null): void => {
    if (to < 0 || to >= items.length || to === from) return;
    put(moved(items, from, to), gesture);
  };
  const end = (): void => {
    setDragged(null);
    app.document.endGesture();
  };
  return {
    dragged,
    move,
    handle: (place) => ({
      onPointerDown: (event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setDragged(place);
      },
      onPointerMove: (event) => {
        if (dragged === null) return;
        const to = placeAt(dragged, event.clientY);
        move(dragged, to, "reorder");
        setDragged(to);
      },
      onPointerUp: end,
      onPointerCancel: end,
      onKeyDown: (event) => {
        const by = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
        const to = place + by;
        if (by === 0 || to < 0 || to >= items.length) return;
        event.preventDefault();
        move(place, to);
        list.current?.children[to]?.querySelector<HTMLElement>("[data-handle]")?.focus();
      },
    }),
  };
}
