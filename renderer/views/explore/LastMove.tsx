import { ArrowRight } from "lucide-react";
import { percentLabel } from "../../../app/model/words/numbers.ts";
import { useAnswers, useCase, useDocument, useLook } from "../../state/context.ts";
import { lastMove } from "../../state/question.ts";
import { strainAt, strongestPath } from "../../state/select.ts";
import { movedFactor } from "./moved.ts";
import styles from "./Why.module.css";

/** What the last edit did to open strain now and to the answer, and along which way. */
export function LastMove({ only }: { readonly only?: string }) {
  const theCase = useCase();
  const horizon = useLook((look) => look.horizon);
  const { now, before } = useAnswers((state) => state);
  const label = useDocument(lastMove);
  if (!now || !before || label === undefined || now.inputs.view !== before.inputs.view) return null;
  // A name moves no number.
  if (JSON.stringify(now.inputs) === JSON.stringify(before.inputs)) return null;
  const moved = movedFactor(theCase, before.inputs, now.inputs);
  if (only !== undefined && moved !== only) return null;
  const first = theCase.horizons[0]?.id ?? "";
  const strainOf = (state: typeof now) => {
    const at = state.answer.result.horizons[first];
    return at ? strainAt(theCase, at) : null;
  };
  const [was, is] = [before, now].map((state) =>
    percentLabel(state.answer.result.horizons[horizon]?.break ?? 0),
  );
  const [strainWas, strainIs] = [strainOf(before), strainOf(now)];
  const links = now.answer.links.horizons[horizon] ?? {};
  const path = moved ? strongestPath(theCase, links, moved) : [];
  const names = new Map([...theCase.factors, ...theCase.mechanisms].map(({ id, short }) => [id, short]));
  const when = theCase.horizons.find(({ id }) => id === horizon)?.label.toLowerCase() ?? "";
  return (
    <section className={styles.move} aria-label="Your last move">
      <p>
        <b>{label}</b>:{" "}
        {strainWas && strainIs && (
          <>
            {strainIs.rung.short.toLowerCase()} now{" "}
            <b className={styles.keep}>
              {percentLabel(strainWas.p)} → {percentLabel(strainIs.p)}
            </b>
            ,{" "}
          </>
        )}
        break, {when}{" "}
        <b className={styles.keep}>
          {was} → {is}
        </b>
        .
      </p>
      {path.length > 1 && (
        <p className={styles.path}>
          {path.map((id, i) => (
            <span key={id}>
              {i > 0 && <ArrowRight size={11} strokeWidth={2} aria-label="then" />}
              <i>{names.get(id) ?? id}</i>
            </span>
          ))}
        </p>
      )}
    </section>
  );
}
