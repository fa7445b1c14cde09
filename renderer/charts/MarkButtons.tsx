import { useRef, useState } from "react";
import type { KeyboardEvent } from "react";
import styles from "./MarkButtons.module.css";

/** One mark of a drawing that can be pressed, in px of the drawing. */
export interface ChartMark {
  readonly id: string;
  /** All it says, and what pressing does. */
  readonly label: string;
  /** Which row it stands in, from 0 on top. */
  readonly row: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** It is as things are. */
  readonly isNow?: boolean;
}

interface Props {
  readonly label: string;
  /** In an order that does not change when the drawing does: the focus stays where it is. */
  readonly marks: readonly ChartMark[];
  readonly onPress: (id: string) => void;
  readonly onHover?: (id: string | null) => void;
}

/**
 * Invisible buttons over the marks of a drawing. One stop in the tab order; arrows move along a row and from row to
 * row, Home and End to its ends, Enter or Space presses.
 */
export function MarkButtons({ label, marks, onPress, onHover }: Props) {
  const buttons = useRef(new Map<string, HTMLButtonElement>());
  const [visited, setVisited] = useState<string | null>(null);
  const stop = marks.some(({ id }) => id === visited) ? visited : inReadingOrder(marks)[0]?.id;

  function move(event: KeyboardEvent, from: ChartMark) {
    const to = target(event.key, from, marks);
    if (!to) return;
    event.preventDefault();
    buttons.current.get(to.id)?.focus();
  }

  return (
    <div role="toolbar" aria-label={label}>
      {marks.map((mark) => (
        <button
          key={mark.id}
          ref={(button) => {
            if (button) buttons.current.set(mark.id, button);
            else buttons.current.delete(mark.id);
          }}
          type="button"
          className={styles.mark}
          style={{ left: mark.left, top: mark.top, width: mark.width, height: mark.height }}
          tabIndex={mark.id === stop ? 0 : -1}
          aria-label={mark.label}
          aria-current={mark.isNow || undefined}
          title={mark.label}
          onClick={() => onPress(mark.id)}
          onKeyDown={(event) => move(event, mark)}
          onFocus={() => {
            setVisited(mark.id);
            onHover?.(mark.id);
          }}
          onBlur={() => onHover?.(null)}
          onPointerEnter={() => onHover?.(mark.id)}
          onPointerLeave={() => onHover?.(null)}
        />
      ))}
    </div>
  );
}

const middle = ({ left, width }: ChartMark) => left + width / 2;
const inReadingOrder = (marks: readonly ChartMark[]) =>
  [...marks].sort((a, b) => a.row - b.row || middle(a) - middle(b));

/** Where a key leads from a mark; undefined where it leads nowhere. */
export function target(key: string, from: ChartMark, marks: readonly ChartMark[]): ChartMark | undefined {
  const ordered = inReadingOrder(marks);
  const row = ordered.filter((mark) => mark.row === from.row);
  const at = row.findIndex(({ id }) => id === from.id);
  const nearest = (rows: readonly ChartMark[]) => {
    const next = rows[0]?.row;
    const distance = (mark: ChartMark) => Math.abs(middle(mark) - middle(from));
    return rows.filter((mark) => mark.row === next).sort((a, b) => distance(a) - distance(b))[0];
  };
  switch (key) {
    case "ArrowLeft":
      return row[at - 1];
    case "ArrowRight":
      return row[at + 1];
    case "ArrowUp":
      return nearest(ordered.filter((mark) => mark.row < from.row).reverse());
    case "ArrowDown":
      return nearest(ordered.filter((mark) => mark.row > from.row));
    case "Home":
      return row[0];
    case "End":
      return row.at(-1);
    default:
      return undefined;
  }
}
