import { useMemo } from "react";
import styles from "./ExportDialog.module.css";
import { type PanelProps, toggled } from "./panel.ts";
import { SLIDES } from "./pptx/names.ts";
import { SlideCard } from "./pptx/SlideCard.tsx";
import { slidesOf } from "./pptx/slides.ts";
import { JUDGEMENT, marked, sourceLine } from "./subject.ts";
import { Tick } from "./Tick.tsx";

/** The slides as they will be, and which of them. */
export function SlidesPanel({ subject, choice, change }: PanelProps) {
  const slides = useMemo(() => slidesOf(subject, choice.slides), [subject, choice.slides]);
  return (
    <>
      <div className={styles.preview}>
        <div className={styles.scroll} tabIndex={0} role="region" aria-label="Preview">
          {slides.map((slide, i) => (
            <SlideCard
              key={i}
              slide={slide}
              marking={marked(subject)}
              source={`${sourceLine(subject)} ${JUDGEMENT}`}
              number={i + 1}
            />
          ))}
          {slides.length === 0 && <p className={styles.hint}>No slide is chosen.</p>}
        </div>
      </div>
      <div className={styles.options}>
        <fieldset className={styles.field}>
          <legend className={styles.label}>Slides</legend>
          {SLIDES.map(([id, label]) => (
            <Tick
              key={id}
              label={label}
              isSelected={choice.slides.includes(id)}
              onChange={(isIn) => change({ slides: toggled(choice.slides, id, isIn) })}
            />
          ))}
        </fieldset>
        <p className={styles.hint}>
          PowerPoint (PPTX). Charts stay charts: their numbers can be edited there. Marking and source stand
          on every slide.
        </p>
      </div>
    </>
  );
}
