import type { FocusEvent, KeyboardEvent } from "react";
import styles from "./CausalMap.module.css";
import { BAR, INDENT } from "./columns.ts";
import type { PlacedBox } from "./geometry.ts";
import type { State } from "./levels.ts";
import type { Tone } from "./structure.ts";
import type { Type } from "./text.ts";

/** What any box of the map does and how it stands out. */
export interface BoxLook {
  readonly selected: boolean;
  /** Colour of its outline while a path through it is shown. */
  readonly tone: Tone | null;
  /** Steps back while others are lit. */
  readonly dim: boolean;
  /** The one box the Tab key reaches. */
  readonly inTabOrder: boolean;
  readonly label: string;
}

export interface BoxHandlers {
  readonly onSelect: (id: string) => void;
  readonly onPoint: (id: string | null) => void;
  readonly onKeyDown: (event: KeyboardEvent<SVGGElement>, id: string) => void;
  readonly onFocus: (event: FocusEvent<SVGGElement>, id: string) => void;
  readonly onBlur: () => void;
}

/** Attributes that make a group of shapes a button of the map. */
export function buttonProps(id: string, look: BoxLook, handlers: BoxHandlers) {
  return {
    className: styles.box,
    role: "button",
    tabIndex: look.inTabOrder ? 0 : -1,
    "aria-label": look.label,
    "aria-pressed": look.selected,
    "data-box": id,
    onClick: () => handlers.onSelect(id),
    onMouseEnter: () => handlers.onPoint(id),
    onMouseLeave: () => handlers.onPoint(null),
    onKeyDown: (event: KeyboardEvent<SVGGElement>) => handlers.onKeyDown(event, id),
    onFocus: (event: FocusEvent<SVGGElement>) => handlers.onFocus(event, id),
    onBlur: () => handlers.onBlur(),
  } as const;
}

/** Outline of a box: ink when selected, coloured on a path, else a hairline. */
export function outline({ selected, tone }: BoxLook): { stroke: string; strokeWidth: number } {
  if (selected) return { stroke: "var(--ink)", strokeWidth: 2.4 };
  return tone ? { stroke: `var(--${tone})`, strokeWidth: 1.5 } : { stroke: "var(--line)", strokeWidth: 1 };
}

interface BoxProps {
  readonly box: PlacedBox;
  readonly state: State;
  readonly type: Type;
  readonly compact: boolean;
  readonly look: BoxLook;
  readonly handlers: BoxHandlers;
}

const CORNER = 7;

/** A factor or mechanism: stripe in its group's colour, short name, state as five steps and a word. */
export function Box({ box, state, type, compact, look, handlers }: BoxProps) {
  const { x, width, height, lines, tone, detail } = box;
  const top = box.y - height / 2;
  const textX = x + (tone ? INDENT.factor : INDENT.plain);
  const ink = tone ? `var(--${tone})` : "var(--ink3)";
  const faded = look.dim ? "var(--dim)" : 1;
  const edge = outline(look);
  const plain = !look.selected && !look.tone;
  const barX = compact ? x + width - BAR - 2 : textX;
  const barY = compact ? box.y - 2.5 : top + height - 14;
  const firstLine = compact ? box.y + type.name * 0.36 : top + type.name + (lines.length > 1 ? 3.5 : 3);
  return (
    <g {...buttonProps(box.id, look, handlers)}>
      <rect
        x={x + 0.5}
        y={top + 0.5}
        width={width - 1}
        height={height - 1}
        rx={CORNER}
        fill="var(--surface)"
        stroke={detail && plain ? "var(--ctl)" : edge.stroke}
        strokeWidth={edge.strokeWidth}
        strokeDasharray={detail ? "4 3" : undefined}
      />
      <rect
        className={styles.ring}
        x={x - 3}
        y={top - 3}
        width={width + 6}
        height={height + 6}
        rx={CORNER + 3}
        fill="none"
        strokeWidth={2}
      />
      {tone && <path d={stripe(x + 0.5, top + 0.5, height - 1)} fill={ink} style={{ fillOpacity: faded }} />}
      {lines.map((line, i) => (
        <text
          key={i}
          x={textX}
          y={firstLine + i * (type.name + 2)}
          fontSize={type.name}
          fontWeight={580}
          fill={look.dim ? "var(--ink3)" : "var(--ink)"}
        >
          {/* The blank keeps words of neighbouring texts apart for those who read them in one go. */}
          {`${line} `}
        </text>
      ))}
      {[0, 1, 2, 3, 4].map((step) => (
        <rect
          key={step}
          className={step <= state.step ? undefined : styles.empty}
          x={barX + step * 7}
          y={barY}
          width={5.4}
          height={5}
          rx={1}
          fill={ink}
          style={{ fillOpacity: faded }}
        />
      ))}
      {!compact && (
        <text x={barX + BAR} y={barY + 6} fontSize={type.small} fill="var(--ink3)">
          {`${state.word} `}
        </text>
      )}
    </g>
  );
}

/** The left edge of a rounded box, 4 px wide. */
const stripe = (x: number, top: number, height: number): string =>
  `M${String(x)} ${String(top + CORNER)}a${String(CORNER)} ${String(CORNER)} 0 0 1 4.2 -6.4v${String(height - 1.2)}a${String(CORNER)} ${String(CORNER)} 0 0 1 -4.2 -6.4z`;
