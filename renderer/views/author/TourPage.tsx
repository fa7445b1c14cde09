import { ArrowRight, Plus } from "lucide-react";
import { useRef } from "react";
import { Button } from "react-aria-components";
import { MOST_STEPS } from "../../../app/model/author/told.ts";
import type { TourStep } from "../../../app/model/case/types.ts";
import { useApp, useCase } from "../../state/context.ts";
import { Aside } from "./Aside.tsx";
import styles from "./Author.module.css";
import { StepEdit } from "./StepEdit.tsx";
import told from "./Told.module.css";
import { useEdit } from "./useEdit.ts";
import { useReorder } from "./useReorder.ts";

const step = (title: string): TourStep => ({ title, text: "", lights: [], paragraphs: [] });

/** The four things that a reader wants to know first, in this order. */
const USUAL = ["What drives it", "How it works", "What still holds", "Why time matters"];

/** The argument in one minute: steps with words, and what of the map each of them lights. */
export function TourPage() {
  const app = useApp();
  const edit = useEdit();
  const { tour } = useCase();
  const put = (next: readonly TourStep[], gesture: string | null = null) =>
    edit({ edit: "setTour", tour: next }, gesture);
  const list = useRef<HTMLOListElement>(null);
  const order = useReorder(list, tour, put);
  return (
    <>
      <div className={`${styles.middle} ${styles.wide}`} data-region="tour">
        <section className={styles.card} aria-label="Tour">
          <div className={styles.title}>
            <h2>The argument in one minute</h2>
            {tour.length > 0 && (
              <span className={styles.count}>{tour.length === 1 ? "1 step" : `${tour.length} steps`}</span>
            )}
          </div>
          <p className={styles.help}>
            What a new reader is shown first, step by step; each step lights its parts of the map. Three or
            four steps of two sentences are enough.
          </p>
          <ol className={told.steps} ref={list}>
            {tour.map((one, i) => (
              <StepEdit
                // Steps have no names of their own: what stands at a place is what is edited there.
                key={i}
                step={one}
                place={i}
                count={tour.length}
                order={order}
                onChange={(to, gesture) => put(tour.with(i, { ...one, ...to }), gesture)}
                onRemove={() => put(tour.toSpliced(i, 1))}
              />
            ))}
          </ol>
          <div className={styles.buttons}>
            {tour.length === 0 && (
              <Button className={styles.small ?? ""} onPress={() => put(USUAL.map(step))}>
                <Plus size={13} aria-hidden /> Begin with the four usual steps
              </Button>
            )}
            <Button
              className={styles.small ?? ""}
              isDisabled={tour.length >= MOST_STEPS}
              onPress={() => put([...tour, step(USUAL[tour.length] ?? "A new step")])}
            >
              <Plus size={13} aria-hidden /> Add a step
            </Button>
            {tour.length > 0 && (
              <Button
                className={styles.small ?? ""}
                onPress={() =>
                  app.look.setState({ screen: "explore", panel: "tour", tourStep: 0, fullMap: false })
                }
              >
                Take the tour as a reader <ArrowRight size={13} aria-hidden />
              </Button>
            )}
          </div>
        </section>
      </div>
      <Aside part={null} told />
    </>
  );
}
