import { useId, useState } from "react";
import type { KeyboardEvent } from "react";
import { type Step, walk, type Walker } from "../causal-map/walk.ts";
import type { MapBox } from "./boxes.ts";
import { type LaidOut, layoutNetwork, type NetworkLayout } from "./layout.ts";
import { type BoxActions, boxHeight, NetworkBox } from "./NetworkBox.tsx";
import styles from "./NetworkMap.module.css";

export interface NetworkMapProps {
  readonly boxes: readonly MapBox[];
  readonly layout: NetworkLayout;
  /** 1: as large as the type is meant to be. */
  readonly zoom: number;
  readonly selected: string | null;
  readonly stale?: boolean;
  /** Left out in pictures, which nobody walks. */
  readonly onSelect?: (id: string | null) => void;
  /** Seen, or taken back. */
  readonly onState?: (id: string, state: string) => void;
}

/** Where the boxes stand; findings and numbers leave that alone. */
export const layoutOf = (boxes: readonly MapBox[]): NetworkLayout =>
  layoutNetwork(
    boxes.map(({ id, parents, rows, position }): LaidOut => ({
      id,
      parents,
      height: boxHeight(rows.length),
      ...(position && { position }),
    })),
  );

/** Causes stand above effects here, so arrows are walked up and down. */
const STEPS: Readonly<Record<string, Step>> = {
  ArrowDown: "effect",
  ArrowUp: "cause",
  ArrowLeft: "up",
  ArrowRight: "down",
  Home: "first",
  End: "last",
};

/** The network: every variable a box with its chances, every direct cause an arrow. */
export function NetworkMap({
  boxes,
  layout,
  zoom,
  selected,
  stale = false,
  onSelect,
  onState,
}: NetworkMapProps) {
  const head = useId();
  const [walker, setWalker] = useState<Walker>({ at: "", came: null });
  const known = new Map(boxes.map((box) => [box.id, box]));
  const tabStop = known.has(walker.at)
    ? walker.at
    : selected !== null && known.has(selected)
      ? selected
      : boxes[0]?.id;
  // Walked left to right in a layer: the library's columns are our layers.
  const stops = layout.boxes.map(({ id, layer, x }) => ({ id, column: layer, y: x }));

  const go = (event: KeyboardEvent<SVGGElement>, id: string, row: number | null) => {
    const all = event.currentTarget.ownerSVGElement?.querySelectorAll<SVGGElement>("[data-box]") ?? [];
    const box = [...all].find(({ dataset }) => dataset["box"] === id);
    const target = row === null ? box : box?.querySelector<SVGGElement>(`[data-row="${row}"]`);
    target?.focus({ preventScroll: true });
    target?.scrollIntoView({ block: "nearest", inline: "nearest" });
  };

  const onBoxKey = (event: KeyboardEvent<SVGGElement>, id: string): boolean => {
    const step = STEPS[event.key];
    if (step) {
      const next = walk({ at: id, came: walker.at === id ? walker.came : null }, step, stops, layout.arrows);
      setWalker(next);
      onSelect?.(next.at);
      go(event, next.at, null);
    } else if (event.key === "Enter" || event.key === " ") {
      const rows = known.get(id)?.rows ?? [];
      onSelect?.(id);
      go(
        event,
        id,
        Math.max(
          0,
          rows.findIndex(({ seen }) => seen),
        ),
      );
    } else if (event.key === "Escape" && selected !== null) onSelect?.(null);
    else return false;
    return true;
  };
  const onRowKey = (event: KeyboardEvent<SVGGElement>, id: string, row: number): boolean => {
    const rows = known.get(id)?.rows ?? [];
    const last = rows.findLastIndex(({ state }) => state !== null);
    if (event.key === "ArrowDown") go(event, id, Math.min(last, row + 1));
    else if (event.key === "ArrowUp") go(event, id, Math.max(0, row - 1));
    else if (event.key === "Enter" || event.key === " ") {
      const state = rows[row]?.state;
      if (typeof state === "string") onState?.(id, state);
    } else if (event.key === "Escape" || event.key === "ArrowLeft") go(event, id, null);
    else return false;
    return true;
  };
  const actions: BoxActions | undefined = onSelect && {
    onSelect,
    onState: (id, state) => onState?.(id, state),
    onKey: (event, id, row) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      if (row === null ? onBoxKey(event, id) : onRowKey(event, id, row)) {
        event.preventDefault();
        event.stopPropagation();
      } else if (row !== null) event.stopPropagation();
    },
    onFocus: (id) => setWalker((now) => (now.at === id ? now : { at: id, came: null })),
  };
  return (
    <svg
      className={styles.map}
      width={layout.width * zoom}
      height={layout.height * zoom}
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      {...(actions ? { role: "group", "aria-label": "The network" } : { role: "img" })}
    >
      <defs>
        <marker id={head} markerWidth={8} markerHeight={8} refX={6.5} refY={3.5} orient="auto">
          <path d="M0 0L7 3.5L0 7z" fill="var(--ctl)" />
        </marker>
        <marker id={`${head}-on`} markerWidth={8} markerHeight={8} refX={6.5} refY={3.5} orient="auto">
          <path d="M0 0L7 3.5L0 7z" fill="var(--ink)" />
        </marker>
      </defs>
      {layout.arrows.map(({ from, to, path }) => {
        const on = selected !== null && (from === selected || to === selected);
        return (
          <path
            key={`${from}>${to}`}
            d={path}
            fill="none"
            stroke={on ? "var(--ink)" : "var(--ctl)"}
            strokeWidth={on ? 1.8 : 1.1}
            markerEnd={`url(#${head}${on ? "-on" : ""})`}
          />
        );
      })}
      {layout.boxes.map((at) => {
        const box = known.get(at.id);
        return (
          box && (
            <NetworkBox
              key={at.id}
              box={box}
              at={at}
              selected={selected === at.id}
              inTabOrder={tabStop === at.id}
              stale={stale}
              {...(actions && { actions })}
            />
          )
        );
      })}
    </svg>
  );
}
