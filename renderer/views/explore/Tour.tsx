import { useEffect, useRef } from "react";
import { Button } from "react-aria-components";
import { useApp, useCase, useLook } from "../../state/context.ts";
import { endTour, starredOf } from "./endTour.ts";
import styles from "./Tour.module.css";

/** The argument in one minute: a few steps that light the map, then an invitation to try. */
export function Tour() {
  const app = useApp();
  const theCase = useCase();
  const step = useLook((look) => look.tourStep);
  const { tour } = theCase;
  const starred = starredOf(theCase);
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    list.current?.children[step]?.scrollIntoView({ block: "nearest" });
  }, [step]);
  const last = step >= tour.length - 1;
  return (
    <div className={styles.tour}>
      <h2>{theCase.question}</h2>
      <ol ref={list}>
        {tour.map(({ title, text, paragraphs }, i) => (
          <li
            key={title}
            data-active={i === step || undefined}
            aria-current={i === step ? "step" : undefined}
          >
            <button type="button" onClick={() => app.look.setState({ tourStep: i })}>
              <i aria-hidden="true">{i + 1}</i>
              <span>
                <b>{title}</b>
                {text}
                {paragraphs.length > 0 && <em>{paragraphs.join(" ")}</em>}
              </span>
            </button>
          </li>
        ))}
      </ol>
      <div className={styles.try}>
        <h3>Now test it</h3>
        <p>
          Drag <b>{starred?.short}</b> up. Watch the answer and the map move.
        </p>
        <div className={styles.buttons}>
          {!last && (
            <Button
              className={`${styles.button} ${styles.primary}`}
              autoFocus
              onPress={() => app.look.setState({ tourStep: step + 1 })}
            >
              Next step
            </Button>
          )}
          <Button className={`${styles.button} ${last ? styles.primary : ""}`} onPress={() => endTour(app)}>
            {last ? `Try ${starred?.short ?? "it"}` : "Skip to the numbers"}
          </Button>
        </div>
      </div>
    </div>
  );
}
