import { useLayoutEffect, useRef } from "react";
import { Slider as AriaSlider, SliderThumb, SliderTrack } from "react-aria-components";
import styles from "./Slider.module.css";

export interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** What the thumb prints. */
  readonly text: string;
  /** What a screen reader says for the value. */
  readonly valueText: string;
  /** A soft band behind the track. */
  readonly band?: readonly [number, number] | null;
  /** A tick at a value to come back to, shown when the slider is elsewhere. */
  readonly mark?: number | null;
  readonly tone: "apart" | "hold" | "ink";
  readonly large?: boolean;
  readonly onChange: (value: number) => void;
  readonly onChangeEnd?: () => void;
}

/** A slider whose thumb carries its value. Arrows move a step, Shift and Page Up/Down further, Home and End to the ends. */
export function Slider(props: SliderProps) {
  const { label, value, min, max, step, text, band, mark, tone, large } = props;
  const input = useRef<HTMLInputElement>(null);
  // The component library would say the bare number; it writes it again only when that changes, before this runs.
  useLayoutEffect(() => input.current?.setAttribute("aria-valuetext", props.valueText));
  const share = (v: number) => `${((v - min) / (max - min)) * 100}%`;
  return (
    <AriaSlider
      aria-label={label}
      className={`${styles.slider} ${styles[tone]} ${large ? styles.large : ""}`}
      value={value}
      minValue={min}
      maxValue={max}
      step={step}
      onChange={(next) => props.onChange(Array.isArray(next) ? (next[0] ?? value) : next)}
      onChangeEnd={() => props.onChangeEnd?.()}
    >
      <SliderTrack className={styles.track ?? ""}>
        <span className={styles.rail} />
        {band && (
          <span
            className={styles.band}
            style={{ left: share(band[0]), width: `calc(${share(band[1])} - ${share(band[0])})` }}
          />
        )}
        <span className={styles.fill} style={{ width: share(value) }} />
        {mark !== undefined && mark !== null && mark !== value && (
          <span className={styles.mark} style={{ left: share(mark) }} />
        )}
        <SliderThumb className={styles.thumb ?? ""} inputRef={input}>
          {text}
        </SliderThumb>
      </SliderTrack>
    </AriaSlider>
  );
}
