import type { KeyboardEvent } from "react";
import { wrap } from "../causal-map/text.ts";
import { type MapBox, rowText, sayBox } from "./boxes.ts";
import type { PlacedBox } from "./layout.ts";
import styles from "./NetworkMap.module.css";

export const HEAD = 22;
export const ROW = 16;
const NAMES = 72;
const NUMBER = 32;
const CORNER = 6;
const SIZE = 11;

export const boxHeight = (rows: number): number => HEAD + rows * ROW + 5;

export interface BoxActions {
  readonly onSelect: (id: string) => void;
  readonly onState: (id: string, state: string) => void;
  readonly onKey: (event: KeyboardEvent<SVGGElement>, id: string, row: number | null) => void;
  readonly onFocus: (id: string) => void;
}

interface Props {
  readonly box: MapBox;
  readonly at: PlacedBox;
  readonly selected: boolean;
  /** The one box that the Tab key reaches. */
  readonly inTabOrder: boolean;
  /** Numbers from before the last finding. */
  readonly stale: boolean;
  /** Left out in pictures. */
  readonly actions?: BoxActions;
}

/** One variable: its name, and every state with a bar and a whole percentage. Found out: framed in ink. */
export function NetworkBox({ box, at, selected, inTabOrder, stale, actions }: Props) {
  const { x, y, width, height } = at;
  const found = box.found !== null;
  const bar = width - NAMES - NUMBER - 16;
  const [name] = wrap(box.label, width - (box.asked ? 66 : 16), 11.5, 1);
  return (
    <g
      className={styles.box}
      data-box={box.id}
      {...(actions && {
        role: "group",
        tabIndex: inTabOrder ? 0 : -1,
        "aria-label": sayBox(box),
        onClick: () => actions.onSelect(box.id),
        onKeyDown: (event: KeyboardEvent<SVGGElement>) => actions.onKey(event, box.id, null),
        onFocus: () => actions.onFocus(box.id),
      })}
    >
      <rect
        className={styles.ring}
        x={x - 4}
        y={y - 4}
        width={width + 8}
        height={height + 8}
        rx={CORNER + 4}
        fill="none"
        strokeWidth={2}
        style={selected ? { stroke: "var(--ink)" } : undefined}
      />
      <rect
        x={x + 0.5}
        y={y + 0.5}
        width={width - 1}
        height={height - 1}
        rx={CORNER}
        fill="var(--surface)"
        stroke={found ? "var(--ink)" : "var(--ctl)"}
        strokeWidth={found ? 2.2 : 1}
        strokeDasharray={box.found === "fit" ? "5 3" : undefined}
      />
      <text x={x + 8} y={y + 15} fontSize={11.5} fontWeight={620} fill="var(--ink)">{`${name} `}</text>
      {box.asked && (
        <text x={x + width - 8} y={y + 15} fontSize={10} fontWeight={560} textAnchor="end" fill="var(--ink2)">
          {"question "}
        </text>
      )}
      {box.rows.map((row, k) => {
        const top = y + HEAD + k * ROW;
        const { state } = row;
        const [label] = wrap(row.label, NAMES - 4, SIZE, 1);
        const strong = row.seen || row.asked;
        const choose =
          actions && state !== null
            ? {
                role: "button",
                tabIndex: -1,
                "aria-pressed": row.seen,
                "aria-label": `${box.label} is ${row.label}, ${rowText(row, box.found)}`,
                "data-choosable": "",
                onClick: (event: { stopPropagation: () => void }) => {
                  event.stopPropagation();
                  actions.onState(box.id, state);
                },
                onKeyDown: (event: KeyboardEvent<SVGGElement>) => actions.onKey(event, box.id, k),
              }
            : {};
        return (
          <g key={k} className={styles.row} data-row={k} {...choose}>
            <rect
              className={styles.hit}
              x={x + 3}
              y={top}
              width={width - 6}
              height={ROW}
              rx={3}
              fill="var(--surface)"
              fillOpacity={0}
            />
            <text
              x={x + 8}
              y={top + 12}
              fontSize={SIZE}
              fontWeight={strong ? 640 : 450}
              fill={strong ? "var(--ink)" : "var(--ink2)"}
            >
              {`${label} `}
            </text>
            <rect x={x + NAMES + 4} y={top + 5} width={bar} height={6} rx={1} fill="var(--groove)" />
            <rect
              x={x + NAMES + 4}
              y={top + 5}
              width={bar * Math.min(1, row.share)}
              height={6}
              rx={1}
              fill={strong ? "var(--ink)" : "var(--ink3)"}
              fillOpacity={stale ? 0.4 : 1}
            />
            <text
              x={x + width - 7}
              y={top + 12}
              fontSize={SIZE}
              fontWeight={strong ? 640 : 450}
              textAnchor="end"
              fill={stale ? "var(--ink3)" : "var(--ink)"}
              style={{ fontFeatureSettings: '"tnum"' }}
            >
              {`${rowText(row, box.found)} `}
            </text>
          </g>
        );
      })}
    </g>
  );
}
