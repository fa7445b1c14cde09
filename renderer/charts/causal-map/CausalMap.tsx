import { useMemo, useRef, useState } from "react";
import type { KeyboardEvent } from "react";
import type { LinkPoints } from "../../../app/model/analysis/shapes.ts";
import type { Result } from "../../../app/model/answer/result.ts";
import type { Case, Level } from "../../../app/model/case/types.ts";
import { Halo, Head, Line } from "./Arrow.tsx";
import type { Stand } from "./Arrow.tsx";
import { Box } from "./Box.tsx";
import type { BoxHandlers, BoxLook } from "./Box.tsx";
import styles from "./CausalMap.module.css";
import { emphasise } from "./emphasis.ts";
import type { PlacedBox } from "./geometry.ts";
import { LABEL_SIZE } from "./labels.ts";
import { CAPTION_SIZE, captionsOf, layoutArrows, layoutBoxes, layoutSlots } from "./layout.ts";
import { statesOf } from "./levels.ts";
import { OUTCOME } from "./links.ts";
import { OutcomeCard } from "./OutcomeCard.tsx";
import type { RungTone } from "./OutcomeCard.tsx";
import type { Stroke } from "./route.ts";
import { sayBox } from "./say.ts";
import type { Mode } from "./structure.ts";
import { STEPS, walk } from "./walk.ts";
import type { Walker } from "./walk.ts";

export interface CausalMapProps {
  readonly case: Case;
  readonly horizon: string;
  readonly result: Result;
  /** Set level of each factor at this horizon. */
  readonly levels: Readonly<Record<string, Level>>;
  /** Influence by "from>to", 0..1; null while not yet computed: arrows are thin and neutral. */
  readonly links: LinkPoints | null;
  /** Id of the rung that `links` are about; left out: they are about the break. */
  readonly rung?: string;
  readonly mode: Mode;
  /** px; the drawing is larger where its boxes could not be read otherwise, and scrolls. */
  readonly width: number;
  readonly height: number;
  readonly rungTone: Readonly<Record<string, RungTone>>;
  /** Whole percentages of the rungs, rounded so that they add up. */
  readonly percents: Readonly<Record<string, number>>;
  /** "33%", "<1%" */
  readonly breakLabel: string;
  /** Whole points each factor adds to the answer, for the spoken description. */
  readonly points?: Readonly<Record<string, number>>;
  readonly selected: string | null;
  /** Boxes to light, the rest steps back. */
  readonly lit: ReadonlySet<string> | null;
  /** "from>to" of arrows to show at full strength, the rest steps back. */
  readonly path?: ReadonlySet<string>;
  readonly onSelect: (id: string | null) => void;
  readonly onHover: (id: string | null) => void;
}

/** How the argument runs: factors on the left, mechanisms between, what happens on the right. */
export function CausalMap(props: CausalMapProps) {
  const { case: c, horizon, result, levels, links, rung, mode, width, height, selected, lit, path } = props;
  const slots = useMemo(() => layoutSlots(c, mode), [c, mode]);
  const geometry = useMemo(() => layoutBoxes(c, mode, slots, width, height), [c, mode, slots, width, height]);
  const drawn = useMemo(() => layoutArrows(c, mode, geometry, links, rung), [c, mode, geometry, links, rung]);
  const captions = useMemo(() => captionsOf(c, geometry, mode), [c, geometry, mode]);
  const states = useMemo(
    () => statesOf(c, horizon, result.horizons[horizon], levels),
    [c, horizon, result, levels],
  );
  const root = useRef<SVGSVGElement>(null);
  const [hovered, setHovered] = useState<string | null>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const [walker, setWalker] = useState<Walker>({ at: "", came: null });
  const { boxes } = geometry;
  const names = useMemo(() => new Map(boxes.map(({ id, name }) => [id, name])), [boxes]);
  const tabStop = names.has(walker.at)
    ? walker.at
    : selected !== null && names.has(selected)
      ? selected
      : boxes[0]?.id;
  const emphasis = emphasise(drawn.arrows, { pointed: hovered ?? focused, path: path ?? null, lit });

  function point(id: string | null) {
    setHovered(id);
    props.onHover(id);
  }

  function press(event: KeyboardEvent<SVGGElement>, id: string) {
    const step = STEPS[event.key];
    const acts = event.key === "Enter" || event.key === " ";
    if (event.altKey || event.ctrlKey || event.metaKey || (!step && !acts && event.key !== "Escape")) return;
    if (event.key === "Escape") {
      if (selected === null && focused === null) return;
      setFocused(null);
      props.onSelect(null);
      // Lit boxes are told of elsewhere: what tells of them ends with the same key.
      if (lit !== null) return;
    } else if (acts) props.onSelect(id);
    else if (step) {
      const next = walk({ at: id, came: walker.at === id ? walker.came : null }, step, boxes, drawn.arrows);
      setWalker(next);
      for (const box of root.current?.querySelectorAll<SVGGElement>("[data-box]") ?? []) {
        if (box.dataset.box === next.at) box.focus();
      }
      setFocused(next.at);
    }
    event.preventDefault();
  }

  const handlers: BoxHandlers = {
    onSelect: props.onSelect,
    onPoint: point,
    onKeyDown: press,
    onFocus: (event, id) => {
      setWalker((now) => (now.at === id ? now : { at: id, came: null }));
      if (event.currentTarget.matches(":focus-visible")) setFocused(id);
    },
    onBlur: () => setFocused(null),
  };
  const lookOf = (box: PlacedBox, label: string): BoxLook => ({
    selected: selected === box.id,
    tone: emphasis.boxes.get(box.id) ?? null,
    dim: emphasis.lit !== null && !emphasis.lit.has(box.id),
    inTabOrder: box.id === tabStop,
    label,
  });
  const standOf = (stroke: Stroke): Stand => {
    const on = emphasis.arrows;
    if (on === null) return "usual";
    return stroke.arrows.some(({ key }) => on.has(key)) ? "on" : "off";
  };
  const standing = (bundle: readonly Stroke[]) => (bundle.some((stroke) => standOf(stroke) === "on") ? 1 : 0);
  const thickness = (bundle: readonly Stroke[]) => Math.max(...bundle.map((stroke) => stroke.width));
  const bundles = [...drawn.bundles].sort((a, b) => standing(a) - standing(b) || thickness(a) - thickness(b));
  const now = c.horizons.find(({ id }) => id === horizon);

  return (
    <div className={styles.frame}>
      <svg
        ref={root}
        className={styles.map}
        viewBox={`0 0 ${String(geometry.width)} ${String(geometry.height)}`}
        width={geometry.width}
        height={geometry.height}
        role="group"
        aria-label="How the argument runs"
        // The library of the controls waits for transitions of the page before it moves the focus, and keeps an element
        // for ever that goes while two of its properties change. What an arrow does concerns no control.
        onTransitionRun={(event) => event.stopPropagation()}
      >
        {captions.map(({ text, x }) => (
          <text
            key={text}
            x={x}
            y={11}
            fontSize={CAPTION_SIZE}
            letterSpacing={0.5}
            fontWeight={560}
            fill="var(--ink3)"
          >
            {text}
          </text>
        ))}
        {bundles.map((bundle) => (
          <g key={bundle.flatMap(({ arrows }) => arrows.map(({ key }) => key)).join(" ")}>
            {bundle.map((stroke, i) => (
              <Halo key={i} stroke={stroke} />
            ))}
            {bundle.map((stroke, i) => (
              <Line key={i} stroke={stroke} stand={standOf(stroke)} />
            ))}
          </g>
        ))}
        {bundles.flat().map((stroke) => (
          <Head key={stroke.arrows.map(({ key }) => key).join(" ")} stroke={stroke} stand={standOf(stroke)} />
        ))}
        {drawn.labels.map((label) => (
          <g key={label.key} aria-hidden>
            <rect
              x={label.x - label.width / 2}
              y={label.y - label.height / 2}
              width={label.width}
              height={label.height}
              rx={5}
              fill="var(--map-ground, var(--sunken))"
            />
            <text
              x={label.x}
              y={label.y + 4}
              fontSize={LABEL_SIZE}
              fontWeight={650}
              textAnchor="middle"
              fill={label.ink}
              style={{
                fillOpacity: emphasis.arrows?.has(label.key) === false ? "calc(var(--dim) + 0.2)" : 1,
              }}
            >
              {label.text}
            </text>
          </g>
        ))}
        {boxes.map((box) => {
          const state = states.get(box.id);
          const said = sayBox(box, state, drawn.arrows, names, props.points?.[box.id]);
          if (state) {
            const look = lookOf(box, said);
            return (
              <Box
                key={box.id}
                {...{ box, state, look, handlers }}
                type={geometry.type}
                compact={geometry.compact}
              />
            );
          }
          if (box.id !== OUTCOME) return null;
          // The card says its rungs itself, in the order in which they stand on it.
          const look = lookOf(box, box.name);
          return (
            <OutcomeCard
              key={box.id}
              {...{ box, look, handlers }}
              outcome={c.outcome}
              phrase={now?.phrase ?? ""}
              shares={result.horizons[horizon]?.rungs ?? {}}
              percents={props.percents}
              tones={props.rungTone}
              breakLabel={props.breakLabel}
              type={geometry.type}
            />
          );
        })}
      </svg>
    </div>
  );
}
