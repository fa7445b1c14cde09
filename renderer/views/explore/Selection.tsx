import { levelAt, weightOf } from "../../../app/model/case/edits.ts";
import type { Factor, Mechanism } from "../../../app/model/case/types.ts";
import { weightText } from "../../../app/model/words/typed.ts";
import { weightWord } from "../../../app/model/words/sentence.ts";
import { spreadOf } from "../../../app/model/analysis/range.ts";
import { sourceWords } from "../../../app/model/words/source.ts";
import { useAnswers, useApp, useCase, useLook, useSettings } from "../../state/context.ts";
import { Slider } from "../../ui/Slider.tsx";
import { Claims } from "./Claims.tsx";
import { FedBy } from "./FedBy.tsx";
import { toneOf } from "./groups.ts";
import { LastMove } from "./LastMove.tsx";
import { OutcomeDetails } from "./OutcomeDetails.tsx";
import styles from "./Selection.module.css";
import side from "./Side.module.css";
import { States } from "./States.tsx";
import { TypedWeight } from "./TypedWeight.tsx";

/** Everything about the box that is selected. */
export function Selection() {
  const theCase = useCase();
  const selected = useLook((look) => look.selected);
  const factor = theCase.factors.find(({ id }) => id === selected);
  const mechanism = theCase.mechanisms.find(({ id }) => id === selected);
  if (factor) return <FactorDetails key={factor.id} factor={factor} />;
  if (mechanism) return <MechanismDetails key={mechanism.id} mechanism={mechanism} />;
  if (selected === "outcome") return <OutcomeDetails />;
  return (
    <p className={side.empty}>Select a factor or a mechanism in the map, in the weights or in the bars.</p>
  );
}

/** The whole name under the one that stands on the map, where they are two. */
const InFull = ({ of: { label, short } }: { readonly of: Factor | Mechanism }) =>
  label === short ? null : <p className={styles.full}>{label}</p>;

function FactorDetails({ factor }: { readonly factor: Factor }) {
  const app = useApp();
  const theCase = useCase();
  const settings = useSettings();
  const weight = weightOf(theCase, settings, factor.id);
  const usual = factor.weight.default;
  const ranges = settings.ranges ?? {};
  const range = Object.hasOwn(ranges, factor.id) ? (ranges[factor.id] ?? null) : null;
  const spread = spreadOf(theCase, settings, factor);
  const text = weightText(weight, range);
  const tone = toneOf(factor);
  return (
    <>
      <h2 className={`${styles.title} ${side[tone]}`}>
        <i aria-hidden="true" />
        <span>{factor.short}</span>
      </h2>
      <InFull of={factor} />
      <LastMove only={factor.id} />
      <section>
        <h3>
          State <em>what is happening</em>
        </h3>
        <p className={styles.question}>{factor.question}</p>
        <States
          anchors={factor.anchors}
          tone={tone}
          levelOf={(horizon) => levelAt(theCase, settings, factor.id, horizon)}
          onChoose={(horizon, level) => app.change({ edit: "setLevel", factor: factor.id, horizon, level })}
        />
      </section>
      <section>
        <h3>
          Weight{" "}
          <em>
            {weightWord(theCase, weight, usual)}
            {weight === usual ? "" : ` · ${sourceWords(theCase).own} is ${usual}`}
          </em>
        </h3>
        <div className={styles.weight}>
          <Slider
            label={`Weight of ${factor.short}`}
            value={weight}
            min={0}
            max={10}
            step={0.5}
            text={String(Math.round(weight * 100) / 100)}
            valueText={`${weight} of 10, ${weightWord(theCase, weight, usual)}`}
            band={spread && spread.high > spread.low ? [spread.low, spread.high] : null}
            mark={usual}
            tone={tone}
            large
            onChange={(value) =>
              app.change({ edit: "setWeight", factor: factor.id, weight: value }, `weight:${factor.id}`)
            }
            onChangeEnd={() => app.document.endGesture()}
          />
          <TypedWeight key={text} factor={factor} first={text} standing />
        </div>
        <p className={side.note}>
          A number, or a range such as “6 to 8”: the range is what other weightings are drawn from.
        </p>
      </section>
      <section>
        <h3>Why it is here</h3>
        <p className={styles.why}>{factor.why}</p>
      </section>
      <Claims about={factor.id} beyond={factor.beyondArticle} />
    </>
  );
}

function MechanismDetails({ mechanism }: { readonly mechanism: Mechanism }) {
  const theCase = useCase();
  const nodes = useAnswers((state) => state.now?.answer.result.horizons);
  const middle = (horizon: string) => {
    const mean = nodes?.[horizon]?.nodes[mechanism.id]?.mean ?? 0.5;
    return theCase.levels[Math.min(4, Math.floor(mean * 5))]?.id ?? "M";
  };
  return (
    <>
      <h2 className={styles.title}>
        <span>{mechanism.short}</span>
      </h2>
      <InFull of={mechanism} />
      <section>
        <h3>
          State <em>worked out from its causes</em>
        </h3>
        <States anchors={mechanism.anchors} tone="ink" levelOf={middle} />
      </section>
      <FedBy mechanism={mechanism} />
      <section>
        <h3>Why it is here</h3>
        <p className={styles.why}>{mechanism.why}</p>
      </section>
      <Claims about={mechanism.id} beyond={false} />
    </>
  );
}
