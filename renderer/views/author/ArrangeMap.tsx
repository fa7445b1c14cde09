import { useMemo, useRef, useState } from "react";
import type { KeyboardEvent, PointerEvent } from "react";
import { percentLabel, rungPercents } from "../../../app/model/words/numbers.ts";
import { CausalMap } from "../../charts/causal-map/CausalMap.tsx";
import { type PlacedBox, rectOf } from "../../charts/causal-map/geometry.ts";
import { layoutBoxes, layoutSlots } from "../../charts/causal-map/layout.ts";
import { OUTCOME } from "../../charts/causal-map/links.ts";
import type { Mode } from "../../charts/causal-map/structure.ts";
import { useAnswers, useApp, useCase, useLook, useSettings } from "../../state/context.ts";
import { levelsAt, rungTones } from "../../state/select.ts";
import { movedPlaces, ROW_STEP } from "./arrange.ts";
import css from "./Arrange.module.css";
import { useEdit } from "./useEdit.ts";

export interface ArrangeMapProps {
  readonly mode: Mode;
  readonly width: number;
  readonly height: number;
}

interface Drag {
  readonly id: string;
  /** px by which the box is away from its place. */
  readonly dx: number;
  readonly dy: number;
  /** It has gone far enough to be a drag and not a click. */
  readonly far: boolean;
  readonly fromX: number;
  readonly fromY: number;
}

/** Nothing under this many px is a drag. */
const STILL = 4;

const MOVES: Readonly<Record<string, readonly [columns: number, rows: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -ROW_STEP],
  ArrowDown: [0, ROW_STEP],
};

/** The map with its boxes to be moved: dragged, or by arrow keys. What is put somewhere stays there. */
export function ArrangeMap({ mode, width, height }: ArrangeMapProps) {
  const app = useApp();
  const edit = useEdit();
  const theCase = useCase();
  const settings = useSettings();
  const horizon = useLook((look) => look.horizon);
  const selected = useLook((look) => look.selected);
  const now = useAnswers((state) => state.now);
  const slots = useMemo(() => layoutSlots(theCase, mode), [theCase, mode]);
  const geometry = useMemo(
    () => layoutBoxes(theCase, mode, slots, width, height),
    [theCase, mode, slots, width, height],
  );
  const [drag, setDrag] = useState<Drag | null>(null);
  /** The click that ends a drag is none. */
  const moved = useRef(false);
  const at = now?.answer.result.horizons[horizon];
  if (!now || !at) return null;
  const boxes = geometry.boxes.filter(({ id }) => id !== OUTCOME);
  const which = mode === "full" ? "place" : "overview";

  const put = (id: string, column: number, row: number, gesture: string | null) =>
    edit({ edit: "setPlaces", which, places: movedPlaces(theCase, slots, id, { column, row }) }, gesture);

  /** The slot nearest to a place in px. */
  const slotAt = (x: number, y: number) => {
    const middles = geometry.columns.map((column) => column.x + column.width / 2);
    const nearest = middles.reduce(
      (best, one, i) => (Math.abs(one - x) < Math.abs((middles[best] ?? 0) - x) ? i : best),
      0,
    );
    const rows = boxes.map(({ id, y: place }) => ({ row: slots.get(id)?.row ?? 0, y: place }));
    const [first, last] = [
      rows.toSorted((a, b) => a.row - b.row)[0],
      rows.toSorted((a, b) => b.row - a.row)[0],
    ];
    const pitch = first && last && last.row > first.row ? (last.y - first.y) / (last.row - first.row) : 50;
    return { column: nearest, row: (first?.row ?? 0) + (y - (first?.y ?? 0)) / pitch };
  };

  const onPointerDown = (event: PointerEvent<HTMLButtonElement>, { id }: PlacedBox) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    moved.current = false;
    setDrag({ id, dx: 0, dy: 0, far: false, fromX: event.clientX, fromY: event.clientY });
  };
  const onPointerMove = (event: PointerEvent<HTMLButtonElement>) => {
    if (!drag) return;
    const [dx, dy] = [event.clientX - drag.fromX, event.clientY - drag.fromY];
    const far = drag.far || Math.hypot(dx, dy) > STILL;
    if (far) moved.current = true;
    setDrag({ ...drag, dx, dy, far });
  };
  const onPointerUp = (box: PlacedBox) => {
    if (!drag) return;
    if (drag.far) {
      const { column, row } = slotAt(box.x + box.width / 2 + drag.dx, box.y + drag.dy);
      put(box.id, column, row, null);
    }
    setDrag(null);
  };
  const onKeyDown = (event: KeyboardEvent, { id }: PlacedBox) => {
    if (event.key === "Escape" && drag) return setDrag(null);
    const move = MOVES[event.key];
    const slot = slots.get(id);
    if (!move || !slot || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    put(id, slot.column + move[0], slot.row + move[1], `arrange ${id}`);
  };

  return (
    <div className={css.frame} style={{ width: geometry.width, height: geometry.height }}>
      <div className={css.map} aria-hidden="true" inert>
        <CausalMap
          case={theCase}
          horizon={horizon}
          result={now.answer.result}
          levels={levelsAt(theCase, settings, horizon)}
          links={now.answer.links.horizons[horizon] ?? null}
          mode={mode}
          width={width}
          height={height}
          rungTone={rungTones(theCase)}
          percents={rungPercents(theCase, at)}
          breakLabel={percentLabel(at.break)}
          selected={selected}
          lit={null}
          onSelect={() => undefined}
          onHover={() => undefined}
        />
      </div>
      {boxes.map((box) => {
        const rect = rectOf(box);
        const slot = slots.get(box.id);
        const dragged = drag?.id === box.id && drag.far ? drag : null;
        return (
          <button
            key={box.id}
            type="button"
            className={css.handle}
            data-dragged={dragged ? "" : undefined}
            aria-label={`${box.name}: column ${(slot?.column ?? 0) + 1}, row ${(slot?.row ?? 0) + 1}; arrow keys move it`}
            style={{
              left: rect.x + (dragged?.dx ?? 0),
              top: rect.y + (dragged?.dy ?? 0),
              width: rect.width,
              height: rect.height,
            }}
            onPointerDown={(event) => onPointerDown(event, box)}
            onPointerMove={onPointerMove}
            onPointerUp={() => onPointerUp(box)}
            onPointerCancel={() => setDrag(null)}
            onKeyDown={(event) => onKeyDown(event, box)}
            onBlur={() => app.document.endGesture()}
            onClick={() => {
              if (!moved.current) app.look.setState({ selected: box.id });
            }}
          >
            {dragged ? box.name : ""}
          </button>
        );
      })}
    </div>
  );
}
