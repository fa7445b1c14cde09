import { useId } from "react";
import { HatchPattern } from "../../charts/Hatch.tsx";
import type { RungInfo } from "../../charts/ladder.ts";
import { type Font, SANS, wrapText } from "../../charts/text.ts";
import { useFonts } from "../../charts/useFonts.ts";
import { shownLabel } from "./shown.ts";

/** One horizon: whole percentages as shown, and the shares that heights are drawn from. */
export interface Column {
  readonly id: string;
  readonly label: string;
  readonly phrase: string;
  readonly shares: Readonly<Record<string, number>>;
  readonly percents: Readonly<Record<string, number>>;
  /** As shown. */
  readonly breaks: string;
}

interface Props {
  readonly columns: readonly Column[];
  /** From what holds to what breaks. */
  readonly rungs: readonly RungInfo[];
  readonly active: string;
  readonly hatch: boolean;
}

const WIDTH = 900;
/** Words beneath the first column may be wider than it. */
const SIDE = 28;
const NAMES = 216;
const FIGURE = 92;
const TOP = 8;
const HEIGHT = 640;
const FOOT = 88;
/** Between what breaks and what does not. */
const WALL = 10;
const GAP = 3;
const NAME: Font = { size: 29, weight: 680 };
const LINE = 32;
/** A piece lower than this has no number inside. */
const LOWEST = 36;

/** What happens, by horizon, as columns; what breaks is joined from one to the next. */
export function Columns({ columns, rungs, active, hatch }: Props) {
  const pattern = useId();
  const plot = WIDTH - NAMES - FIGURE;
  const wide = Math.min(150, (plot / columns.length) * 0.62);
  const step = columns.length > 1 ? (plot - wide) / (columns.length - 1) : 0;
  const order = [...rungs].reverse();
  const scale = HEIGHT - WALL - GAP * rungs.length;
  const stacks = columns.map(({ shares }) => {
    let y = TOP;
    let broken = true;
    return order.map(({ id, happened }) => {
      if (broken && !happened) {
        y += WALL;
        broken = false;
      }
      const height = Math.max(3, (shares[id] ?? 0) * scale);
      const piece = { y, height };
      y += height + GAP;
      return piece;
    });
  });
  const lastBreak = order.findLastIndex(({ happened }) => happened);
  const breakEnd = (i: number) => {
    const piece = stacks[i]?.[lastBreak];
    return piece ? piece.y + piece.height : TOP;
  };
  useFonts();
  const named = order.map(({ short }) => wrapText(short, NAME, NAMES - 20));
  const names = placeNames(
    stacks.at(-1) ?? [],
    named.map(({ length }) => length * LINE + 6),
  );
  const x = (i: number) => i * step;
  const last = columns.length - 1;
  const said = columns
    .map(
      ({ label, percents, breaks }) =>
        `${label}: ${breaks} for a break; ${rungs.map(({ id, short }) => `${short} ${shownLabel(percents[id] ?? 0)}`).join(", ")}.`,
    )
    .join(" ");
  return (
    <svg
      viewBox={`${-SIDE} 0 ${WIDTH + SIDE} ${HEIGHT + TOP + FOOT}`}
      role="img"
      aria-label={said}
      fontFamily={SANS}
    >
      <defs>
        {hatch &&
          rungs
            .filter(({ happened }) => happened)
            .map(({ tone }) => <HatchPattern key={tone} id={`${pattern}${tone}`} tone={tone} />)}
      </defs>
      {lastBreak >= 0 &&
        columns.slice(1).map(({ id }, i) => {
          const [from, to, middle] = [x(i) + wide, x(i + 1), (x(i) + wide + x(i + 1)) / 2];
          const [a, b] = [breakEnd(i), breakEnd(i + 1)];
          return (
            <path
              key={id}
              d={`M${from} ${TOP}H${to}V${b}C${middle} ${b} ${middle} ${a} ${from} ${a}Z`}
              fill="var(--r5)"
              opacity={0.2}
            />
          );
        })}
      {columns.map((column, i) => (
        <g key={column.id}>
          {order.map(({ id, tone, happened }, r) => {
            const piece = stacks[i]?.[r];
            if (!piece) return null;
            return (
              <g key={id}>
                <rect
                  x={x(i)}
                  y={piece.y}
                  width={wide}
                  height={piece.height}
                  rx={3}
                  fill={`var(--${tone})`}
                />
                {hatch && happened && (
                  <rect
                    x={x(i)}
                    y={piece.y}
                    width={wide}
                    height={piece.height}
                    rx={3}
                    fill={`url(#${pattern}${tone})`}
                  />
                )}
                {piece.height >= LOWEST && (
                  <text
                    x={x(i) + wide / 2}
                    y={piece.y + piece.height / 2 + 10}
                    textAnchor="middle"
                    fontSize={29}
                    fontWeight={680}
                    fill={`var(--on${tone.slice(1)})`}
                    {...(hatch && happened
                      ? { stroke: `var(--${tone})`, strokeWidth: 6, paintOrder: "stroke" }
                      : {})}
                  >
                    {shownLabel(column.percents[id] ?? 0)}
                  </text>
                )}
              </g>
            );
          })}
          {i < last && (
            <text
              x={x(i) + wide + 10}
              y={Math.max(breakEnd(i) - 4, TOP + 26)}
              fontSize={30}
              fontWeight={680}
              fill="var(--ink)"
            >
              {column.breaks}
            </text>
          )}
          <text
            x={x(i) + wide / 2}
            y={TOP + HEIGHT + 38}
            textAnchor="middle"
            fontSize={30}
            fontWeight={column.id === active ? 680 : 450}
            fill="var(--ink)"
          >
            {column.label.replace(/ (term|run)$/, "")}
          </text>
          <text
            x={x(i) + wide / 2}
            y={TOP + HEIGHT + 72}
            textAnchor="middle"
            fontSize={30}
            fill="var(--ink2)"
          >
            {column.phrase.replace(/^within /, "")}
          </text>
        </g>
      ))}
      {order.map(({ id, happened }, r) => (
        <text
          key={id}
          x={x(last) + wide + 14}
          fontSize={NAME.size}
          fontWeight={happened ? 680 : 450}
          fill="var(--ink)"
        >
          {named[r]?.map((line, k) => (
            <tspan
              key={line}
              x={x(last) + wide + 14}
              y={(names[r] ?? 0) + 10 + (k - ((named[r]?.length ?? 1) - 1) / 2) * LINE}
            >
              {line}
            </tspan>
          ))}
        </text>
      ))}
      {lastBreak >= 0 && (
        <g>
          <path
            d={`M${WIDTH - FIGURE - 8} ${TOP + 1}h9V${breakEnd(last) - 1}h-9`}
            fill="none"
            stroke="var(--ink)"
            strokeWidth={3}
          />
          <text
            x={WIDTH - FIGURE + 12}
            y={(TOP + breakEnd(last)) / 2 + 10}
            fontSize={30}
            fontWeight={680}
            fill="var(--ink)"
          >
            {columns[last]?.breaks}
          </text>
        </g>
      )}
    </svg>
  );
}

/** Middles of the pieces, moved apart where two would be written over each other. */
function placeNames(
  stack: readonly { readonly y: number; readonly height: number }[],
  heights: readonly number[],
): number[] {
  const middles = stack.map(({ y, height }) => y + height / 2);
  const need = (i: number) => ((heights[i] ?? 0) + (heights[i - 1] ?? 0)) / 2;
  for (let i = 1; i < middles.length; i++)
    middles[i] = Math.max(middles[i] ?? 0, (middles[i - 1] ?? 0) + need(i));
  let floor = TOP + HEIGHT + 12 - (heights.at(-1) ?? 0) / 2;
  for (let i = middles.length - 1; i >= 0; i--) {
    middles[i] = Math.min(middles[i] ?? 0, floor);
    floor = (middles[i] ?? 0) - need(i);
  }
  return middles;
}
