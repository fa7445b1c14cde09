import { ArrowDown, ArrowUp, GripVertical, X } from "lucide-react";
import { Button } from "react-aria-components";
import { OUTCOME } from "../../../app/model/case/names.ts";
import type { TourStep } from "../../../app/model/case/types.ts";
import { useCase } from "../../state/context.ts";
import styles from "./Author.module.css";
import { ChipPick } from "./ChipPick.tsx";
import { TextField } from "./fields.tsx";
import { ParagraphLinks } from "./ParagraphLinks.tsx";
import told from "./Told.module.css";
import type { Reorder } from "./useReorder.ts";

export interface StepEditProps {
  readonly step: TourStep;
  /** From 0. */
  readonly place: number;
  readonly count: number;
  readonly order: Reorder;
  readonly onChange: (to: Partial<TourStep>, gesture?: string) => void;
  readonly onRemove: () => void;
}

/** One step of the tour: its words, what it shows, and its place in the order. */
export function StepEdit({ step, place, count, order, onChange, onRemove }: StepEditProps) {
  const { factors, mechanisms, outcome } = useCase();
  const parts = [
    ...[...factors, ...mechanisms].map(({ id, short }) => ({ id, label: short })),
    { id: OUTCOME, label: outcome.short },
  ];
  const name = step.title || `step ${place + 1}`;
  return (
    <li className={told.step} data-dragged={order.dragged === place ? "" : undefined}>
      <button
        type="button"
        data-handle
        className={told.handle}
        aria-label={`Step ${place + 1} of ${count}, ${name}: arrow keys move it`}
        {...order.handle(place)}
      >
        <GripVertical size={14} aria-hidden />
        <i aria-hidden>{place + 1}</i>
      </button>
      <div className={told.fields}>
        <div className={told.top}>
          <TextField
            label={`Title of step ${place + 1}`}
            bare
            strong
            placeholder="What this step tells"
            value={step.title}
            onChange={(title, g) => onChange({ title }, g)}
          />
          <span className={told.moves}>
            <Button
              className={styles.icon ?? ""}
              aria-label={`Move ${name} up`}
              isDisabled={place === 0}
              onPress={() => order.move(place, place - 1)}
            >
              <ArrowUp size={15} aria-hidden />
            </Button>
            <Button
              className={styles.icon ?? ""}
              aria-label={`Move ${name} down`}
              isDisabled={place === count - 1}
              onPress={() => order.move(place, place + 1)}
            >
              <ArrowDown size={15} aria-hidden />
            </Button>
            <Button className={styles.icon ?? ""} aria-label={`Remove ${name}`} onPress={onRemove}>
              <X size={15} aria-hidden />
            </Button>
          </span>
        </div>
        <TextField
          label={`Text of step ${place + 1}`}
          bare
          rows={2}
          placeholder="Two sentences"
          value={step.text}
          onChange={(text, g) => onChange({ text }, g)}
        />
        <div className={told.two}>
          <section aria-label={`What step ${place + 1} shows`}>
            <ChipPick
              label="Shows on the map"
              items={parts}
              chosen={step.lights}
              none="Nothing yet."
              words={{
                add: `Step ${place + 1} also shows`,
                more: "+ part…",
                remove: (part) => `Step ${place + 1} no longer shows ${part}`,
              }}
              onChange={(lights) => onChange({ lights })}
            />
          </section>
          <ParagraphLinks
            of={`Step ${place + 1}`}
            paragraphs={step.paragraphs}
            onChange={(paragraphs) => onChange({ paragraphs })}
          />
        </div>
      </div>
    </li>
  );
}
