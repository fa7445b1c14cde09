import { percentLabel } from "../../../app/model/words/numbers.ts";
import { ICD203 } from "../../../app/model/words/scale.ts";
import { useApp } from "../../state/context.ts";
import { isInReach, shortOf, sideOf, wordInSentence, wordWithRange } from "../../state/tipping.ts";
import { bandRange } from "../../../app/model/words/scale.ts";
import { PickList } from "../../ui/PickList.tsx";
import styles from "./Tipping.module.css";
import { type Asked, lookAt } from "./useAsked.ts";

/** The question as a sentence, its word and its time to be chosen. */
export function Question({ asked }: { readonly asked: Asked }) {
  const app = useApp();
  const { case: theCase, answer, band, side, reach } = asked;
  const out = (one: (typeof ICD203)[number]) => {
    const way = sideOf(answer, one);
    if (way === "inside") return { text: `as it is: ${percentLabel(answer)}` };
    if (!reach || isInReach(one, way, reach)) return {};
    return {
      text: `out of reach: ${way === "more" ? `highest ${shortOf(reach.high, one)}` : `lowest ${shortOf(reach.low, one)}`}`,
    };
  };
  return (
    <h2 className={styles.question}>
      <span>What would make a break</span>
      <PickList
        look="sentence"
        label="Word"
        chosen={band.id}
        items={ICD203.map((one) => ({
          id: one.id,
          label: `${wordInSentence(one)} (${bandRange(one)})`,
          ...out(one),
        }))}
        onChoose={(id) => lookAt(app, { word: id })}
      />
      {side !== "inside" && <span>or {side},</span>}
      <PickList
        look="sentence"
        label="Horizon"
        chosen={asked.horizon}
        items={theCase.horizons.map(({ id, label, phrase }) => ({
          id,
          label: phrase,
          ...(label === phrase ? {} : { text: label }),
        }))}
        onChoose={(id) => app.look.setState({ horizon: id })}
      />
      <span>?</span>
      {side === "inside" && (
        <em>
          It is {wordWithRange(band)} already: {percentLabel(answer)}.
        </em>
      )}
    </h2>
  );
} // prettier-ignore
