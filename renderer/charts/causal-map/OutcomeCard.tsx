import { useId } from "react";
import type { Outcome } from "../../../app/model/case/types.ts";
import { HatchPattern } from "../Hatch.tsx";
import { buttonProps, outline } from "./Box.tsx";
import type { BoxHandlers, BoxLook } from "./Box.tsx";
import styles from "./CausalMap.module.css";
import { CARD_LABEL } from "./columns.ts";
import type { PlacedBox } from "./geometry.ts";
import { layLadder, LINE, NEARER } from "./ladder.ts";
import type { LadderStep } from "./ladder.ts";
import type { Type } from "./text.ts";

export type RungTone = "r1" | "r2" | "r3" | "r4" | "r5";

interface OutcomeCardProps {
  readonly box: PlacedBox;
  readonly outcome: Outcome;
  readonly phrase: string;
  readonly shares: Readonly<Record<string, number>>;
  readonly percents: Readonly<Record<string, number>>;
  readonly tones: Readonly<Record<string, RungTone>>;
  readonly breakLabel: string;
  readonly type: Type;
  readonly look: BoxLook;
  readonly handlers: BoxHandlers;
}

const INSET = 12;
const BAR = 36;
const HEAD = 70;
const FOOT = 14;
/** From the bars to the right of the bracket. */
const BRACKET = 8;

/** What happens: one ladder of rungs as high as the map, with what breaks bracketed. */
export function OutcomeCard(props: OutcomeCardProps) {
  const { box, outcome, phrase, shares, percents, tones, breakLabel, type, look, handlers } = props;
  const { x, width, height } = box;
  const top = box.y - height / 2;
  const edge = outline(look);
  const pattern = useId();
  const ladder = layLadder(
    outcome.rungs,
    shares,
    percents,
    { top: top + HEAD, bottom: top + height - FOOT },
    width - CARD_LABEL - 5,
    type.small,
  );
  // In the words and the order in which they stand on the card: what is seen can be said.
  const rungs = ladder.steps.map(({ inside, lines }) => [inside ?? "", ...lines].join(" ").trim());
  const spoken = `${box.name}, ${phrase}. ${breakLabel} breaks. ${rungs.join(", ")}.`;
  return (
    <g {...buttonProps(box.id, look, handlers)} aria-label={spoken}>
      <defs>
        {ladder.steps.map(
          ({ id, happened }) =>
            happened && <HatchPattern key={id} id={pattern + id} tone={tones[id] ?? "r3"} />,
        )}
      </defs>
      <rect
        x={x + 0.5}
        y={top + 0.5}
        width={width - 1}
        height={height - 1}
        rx={9}
        fill="var(--surface)"
        {...edge}
        stroke={look.tone ? "var(--ink)" : edge.stroke}
      />
      <rect
        className={styles.ring}
        x={x - 2}
        y={top - 2}
        width={width + 4}
        height={height + 4}
        rx={11}
        fill="none"
        strokeWidth={2}
      />
      <text x={x + INSET} y={top + 21} fontSize={12.5} fontWeight={620} fill="var(--ink)">
        {`${box.name} `}
      </text>
      <text x={x + INSET} y={top + 37} fontSize={11} fill="var(--ink3)">
        {`${phrase} `}
      </text>
      <text x={x + INSET} y={top + HEAD - 9} fontSize={12.5} fontWeight={650} fill="var(--ink)">
        {`${breakLabel} breaks `}
      </text>
      {ladder.steps.map((step) => (
        <Rung
          key={step.id}
          step={step}
          x={x}
          tone={tones[step.id] ?? "r3"}
          pattern={pattern + step.id}
          type={type}
        />
      ))}
      {ladder.bracket && (
        <path
          d={`M${String(x + 51)} ${(ladder.bracket.top + 0.5).toFixed(1)}h4V${(ladder.bracket.bottom - 0.5).toFixed(1)}h-4`}
          fill="none"
          stroke="var(--ink)"
          strokeWidth={1.3}
        />
      )}
    </g>
  );
}

interface RungProps {
  readonly step: LadderStep;
  readonly x: number;
  readonly tone: RungTone;
  readonly pattern: string;
  readonly type: Type;
}

function Rung({ step, x, tone, pattern, type }: RungProps) {
  const { top, height, inside, lines, labelY, happened } = step;
  const middle = top + height / 2;
  const bar = { x: x + INSET, y: top, width: BAR, height, rx: Math.min(2.5, height / 2) };
  const labelX = x + CARD_LABEL - (happened ? 0 : NEARER);
  const moved = Math.abs(labelY - middle) > (lines.length * LINE) / 2;
  return (
    <g>
      <rect {...bar} fill={`var(--${tone})`} />
      {happened && (
        <g className={styles.hatch}>
          <rect {...bar} fill={`url(#${pattern})`} />
          {inside !== null && (
            // The number stands on a plain patch, not on lines.
            <rect x={bar.x + 2} y={middle - 8} width={BAR - 4} height={16} rx={2} fill={`var(--${tone})`} />
          )}
        </g>
      )}
      {moved && (
        <path
          d={`M${String(x + INSET + BAR + (happened ? BRACKET : 1))} ${middle.toFixed(1)}L${String(labelX - 2)} ${labelY.toFixed(1)}`}
          fill="none"
          stroke="var(--ctl)"
          strokeWidth={1}
        />
      )}
      {inside !== null && (
        <text
          x={x + INSET + BAR / 2}
          y={middle + 4.5}
          fontSize={height > 32 ? 13 : 11}
          fontWeight={650}
          textAnchor="middle"
          fill={`var(--on${tone.slice(1)})`}
        >
          {`${inside} `}
        </text>
      )}
      {lines.map((line, i) => (
        <text
          key={i}
          x={labelX}
          y={labelY + 4 + (i - (lines.length - 1) / 2) * LINE}
          fontSize={type.small}
          fontWeight={happened ? 560 : 440}
          fill={happened ? "var(--ink)" : "var(--ink2)"}
        >
          {`${line} `}
        </text>
      ))}
    </g>
  );
}
