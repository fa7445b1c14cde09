import { useRef, useState } from "react";
import type { KeyboardEvent } from "react";
import styles from "./RowButtons.module.css";

/** A row of a chart that can be chosen, in px of the chart. */
export interface ChartRow {
  readonly id: string;
  /** All the row says, for those who do not see it. */
  readonly label: string;
  readonly top: number;
  readonly height: number;
  /** What the pointer learns at `x` px from the left of the row. */
  readonly hint?: (x: number) => string | undefined;
}

interface Props {
  readonly label: string;
  readonly rows: readonly ChartRow[];
  readonly selected: string | null;
  readonly left: number;
  readonly width: number;
  readonly onSelect?: ((id: string) => void) | undefined;
  readonly onHover?: ((id: string | null) => void) | undefined;
}

/**
 * Invisible buttons over the rows of a drawing: the drawing stays a picture, and its rows are still reached. One stop
 * in the tab order; arrows, Home and End move between rows, Enter or Space selects.
 */
export function RowButtons({ label, rows, selected, left, width, onSelect, onHover }: Props) {
  const buttons = useRef(new Map<string, HTMLButtonElement>());
  const [visited, setVisited] = useState<string | null>(null);
  const [hint, setHint] = useState<string | undefined>(undefined);
  const known = (id: string | null) => rows.some((row) => row.id === id);
  const stop = known(visited) ? visited : known(selected) ? selected : rows[0]?.id;

  function move(event: KeyboardEvent, index: number) {
    const to = target(event.key, index, rows.length);
    const row = to === null ? undefined : rows[to];
    if (!row) return;
    event.preventDefault();
    buttons.current.get(row.id)?.focus();
  }

  return (
    <div role="toolbar" aria-orientation="vertical" aria-label={label}>
      {rows.map((row, index) => (
        <button
          key={row.id}
          ref={(button) => {
            if (button) buttons.current.set(row.id, button);
            else buttons.current.delete(row.id);
          }}
          type="button"
          className={styles.row}
          style={{ left, top: row.top, width, height: row.height }}
          tabIndex={row.id === stop ? 0 : -1}
          aria-label={row.label}
          aria-pressed={onSelect ? row.id === selected : undefined}
          aria-disabled={onSelect ? undefined : true}
          title={hint}
          onClick={() => onSelect?.(row.id)}
          onKeyDown={(event) => move(event, index)}
          onFocus={() => {
            setVisited(row.id);
            onHover?.(row.id);
          }}
          onBlur={() => onHover?.(null)}
          onPointerMove={(event) =>
            setHint(row.hint?.(event.clientX - event.currentTarget.getBoundingClientRect().left))
          }
          onPointerEnter={() => onHover?.(row.id)}
          onPointerLeave={() => onHover?.(null)}
        />
      ))}
    </div>
  );
}

function target(key: string, index: number, count: number): number | null {
  switch (key) {
    case "ArrowDown":
      return Math.min(index + 1, count - 1);
    case "ArrowUp":
      return Math.max(index - 1, 0);
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}
