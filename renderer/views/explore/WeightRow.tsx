import { RotateCcw } from "lucide-react";
import { memo, useEffect, useMemo, useRef, useState } from "react";
import type { KeyboardEvent } from "react";
import { Button } from "react-aria-components";
import { spreadOf } from "../../../app/model/analysis/range.ts";
import { baseOf, differences, levelAt, weightOf } from "../../../app/model/case/edits.ts";
import type { Factor } from "../../../app/model/case/types.ts";
import { pointsLabel } from "../../../app/model/words/numbers.ts";
import { weightWord } from "../../../app/model/words/sentence.ts";
import { useApp, useArgument, useDocument, useLook } from "../../state/context.ts";
import { presentCase, presentSettings } from "../../state/document.ts";
import { LevelMenu } from "../../ui/LevelMenu.tsx";
import { Slider } from "../../ui/Slider.tsx";
import { useSteady } from "../../ui/useSteady.ts";
import { toneOf } from "./groups.ts";
import { TypedWeight } from "./TypedWeight.tsx";
import styles from "./Weights.module.css";

/** Keyboard steps closer together than this are one undo step, like a drag. */
const PAUSE = 600;

interface Props {
  readonly factor: Factor;
  /** Whole points it adds to the answer at this horizon; null before the first answer. */
  readonly points: number | null;
}

/** What the open scenario says of one factor; the same for every change that does not concern it. */
const useSetting = (factor: Factor, horizon: string) =>
  useDocument((state) => {
    const theCase = presentCase(state);
    const settings = presentSettings(state);
    const base = baseOf(theCase, state.scenario);
    const spread = spreadOf(theCase, settings, factor);
    const changes = differences(theCase, settings, base).filter(
      ({ id, input }) => id === factor.id && (input === "weights" || input === "set" || input === "ranges"),
    );
    return {
      weight: weightOf(theCase, settings, factor.id),
      level: levelAt(theCase, settings, factor.id, horizon),
      low: spread?.low,
      high: spread?.high,
      mark: weightOf(theCase, base.inputs, factor.id),
      base: base.isSource ? base.called : base.name,
      changed: changes.map(({ text }) => text).join("\n"),
    };
  });

/** One factor: name and points; weight, and what is happening. */
export const WeightRow = memo(function WeightRow({ factor, points }: Props) {
  const app = useApp();
  const theCase = useArgument();
  const horizon = useLook((look) => look.horizon);
  const selected = useLook((look) => look.selected === factor.id);
  const [typing, setTyping] = useState<string | null>(null);
  const cancelled = useRef(false);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(pause.current), []);

  const { weight, level, low, high, mark, base, changed } = useSetting(factor, horizon);
  const usual = factor.weight.default;
  const levels = useMemo(
    () => theCase.levels.map(({ id, label }, i) => ({ id, label, text: factor.anchors[i] ?? "" })),
    [theCase.levels, factor.anchors],
  );
  const setLevel = useSteady((id: string) => {
    const next = theCase.levels.find((one) => one.id === id);
    if (next) app.change({ edit: "setLevel", factor: factor.id, horizon, level: next.id });
  });
  const tone = toneOf(factor);
  const gesture = `weight:${factor.id}`;
  const setWeight = (value: number) => {
    // Escape took this drag back: what the hand still does counts for nothing until it lets go.
    if (cancelled.current) return;
    clearTimeout(pause.current);
    app.change({ edit: "setWeight", factor: factor.id, weight: value }, gesture);
  };

  const onKey = (event: KeyboardEvent<HTMLElement>): void => {
    if (typing !== null || event.ctrlKey || event.metaKey || event.altKey) return;
    const inSlider = event.target instanceof HTMLInputElement && event.target.type === "range";
    if (!inSlider) return;
    if (/^\d$/.test(event.key)) setTyping(event.key);
    else if (event.key === "Backspace" || event.key === "Delete")
      app.change({ edit: "resetFactor", factor: factor.id });
    else if (event.key === "Escape") {
      cancelled.current = event.currentTarget.querySelector("[data-dragging]") !== null;
      // With nothing to take back here the key is the page's.
      if (!cancelled.current && app.document.getState().history.gesture !== gesture) return;
      app.document.cancelGesture();
    } else if (event.key === "Enter")
      app.look.setState({ selected: factor.id, panel: "selection", tab: "why" });
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const spoken = [
    `${weight} of 10, ${weightWord(theCase, weight, usual)}`,
    points === null ? "" : `adds ${pointsLabel(points)} points`,
    low !== undefined && high !== undefined ? `range ${round(low)} to ${round(high)}` : "",
  ];

  return (
    <div
      className={styles.row}
      data-selected={selected || undefined}
      data-factor={factor.id}
      onKeyDownCapture={onKey}
      onMouseEnter={() => app.look.setState({ hovered: factor.id })}
      onMouseLeave={() => app.look.setState({ hovered: null })}
    >
      <div className={styles.name}>
        <Button
          className={styles.label ?? ""}
          aria-label={`${factor.short}: show details`}
          onPress={() => app.look.setState({ selected: factor.id, panel: "selection", tab: "why" })}
        >
          {factor.short}
        </Button>
        {changed !== "" && <i className={styles.changed} title={changed} aria-hidden="true" />}
        {changed !== "" && (
          <Button
            className={styles.reset ?? ""}
            aria-label={`${factor.short} back to ${base}`}
            onPress={() => app.change({ edit: "resetFactor", factor: factor.id })}
          >
            <RotateCcw size={12} strokeWidth={2} aria-hidden />
          </Button>
        )}
        <b className={points === 0 ? styles.zero : styles[points !== null && points < 0 ? "hold" : "apart"]}>
          {points === null ? "" : pointsLabel(points)}
        </b>
      </div>
      <div
        className={styles.controls}
        onDoubleClick={() => app.change({ edit: "setWeight", factor: factor.id, weight: usual })}
      >
        {typing === null ? (
          <Slider
            label={`Weight of ${factor.short}`}
            value={weight}
            min={0}
            max={10}
            step={0.5}
            text={String(round(weight))}
            valueText={spoken.filter(Boolean).join(", ")}
            band={low !== undefined && high !== undefined && high > low ? [low, high] : null}
            mark={mark}
            tone={tone}
            onChange={setWeight}
            onChangeEnd={() => {
              cancelled.current = false;
              clearTimeout(pause.current);
              pause.current = setTimeout(() => app.document.endGesture(), PAUSE);
            }}
          />
        ) : (
          <TypedWeight factor={factor} first={typing} onDone={() => setTyping(null)} />
        )}
        <LevelMenu label={`State of ${factor.short}`} items={levels} chosen={level} onChoose={setLevel} />
      </div>
    </div>
  );
});

const round = (n: number): number => Math.round(n * 100) / 100;
