import { Plus, X } from "lucide-react";
import { Button } from "react-aria-components";
import { endsOf, MOST_HORIZONS, phrasesFollow } from "../../../app/model/author/horizons.ts";
import { freshId } from "../../../app/model/author/ids.ts";
import type { Horizon } from "../../../app/model/case/types.ts";
import { withinWords, yearsText } from "../../../app/model/words/periods.ts";
import { estimateSentence } from "../../../app/model/words/sentence.ts";
import { useAnswers, useApp, useCase, useLook } from "../../state/context.ts";
import { EstimateText } from "../shell/EstimateText.tsx";
import { Aside } from "./Aside.tsx";
import styles from "./Author.module.css";
import { NumberField, TextField } from "./fields.tsx";
import form from "./Form.module.css";

/** Who, what, and by when. */
export function QuestionPage() {
  const app = useApp();
  const theCase = useCase();
  const set = (
    to: { title?: string; question?: string; event?: string; asOf?: string; partners?: string[] },
    gesture: string,
  ) => app.edit({ edit: "setCaseWords", to }, gesture);
  const [one = "", other = ""] = theCase.partners;
  const horizon = useLook((look) => look.horizon);
  const at = useAnswers((state) => state.now?.answer.result.horizons[horizon]);
  return (
    <>
      <div className={`${styles.middle} ${styles.wide}`} data-region="question">
        <section className={styles.card} aria-label="The question">
          <div className={form.grid}>
            <TextField
              label="Name of the case"
              strong
              value={theCase.title}
              onChange={(title, g) => set({ title }, g)}
            />
            <TextField
              label="As of"
              placeholder="2019-01-25"
              value={theCase.asOf}
              onChange={(asOf, g) => set({ asOf }, g)}
              help="The day the argument speaks from"
            />
            <TextField
              label="One partner"
              value={one}
              onChange={(name, g) => set({ partners: [name, other, ...theCase.partners.slice(2)] }, g)}
            />
            <TextField
              label="The other partner"
              value={other}
              onChange={(name, g) => set({ partners: [one, name, ...theCase.partners.slice(2)] }, g)}
            />
            <div className={form.across}>
              <TextField
                label="The question"
                rows={1}
                placeholder="Will the partnership break, and by when?"
                value={theCase.question}
                onChange={(question, g) => set({ question }, g)}
              />
            </div>
            <div className={form.across}>
              <TextField
                label="The event, as it ends the sentence “It is likely that …”"
                placeholder="the partnership breaks"
                value={theCase.event}
                onChange={(event, g) => set({ event }, g)}
              />
            </div>
          </div>
          <p className={form.preview}>
            <span>Reads as</span>
            <span>{at ? <EstimateText {...estimateSentence(at.break, theCase.event || "…")} /> : "…"}</span>
          </p>
        </section>
        <Horizons />
      </div>
      <Aside part={null} />
    </>
  );
}

/** One to four periods that follow one another. */
function Horizons() {
  const app = useApp();
  const theCase = useCase();
  const { horizons } = theCase;
  const put = (next: readonly Horizon[], gesture: string | null = null) =>
    app.edit({ edit: "setHorizons", horizons: phrasesFollow(horizons, next) }, gesture);
  const change = (i: number, to: Partial<Horizon>, gesture: string) =>
    put(
      horizons.map((one, k) => (k === i ? { ...one, ...to } : one)),
      gesture,
    );
  const ends = endsOf(horizons);
  const whole = ends.at(-1) ?? 0;
  return (
    <section className={styles.card} aria-label="Horizons">
      <div className={styles.title}>
        <h2>Horizons</h2>
        <span className={styles.count}>
          {horizons.length} of at most {MOST_HORIZONS}
        </span>
      </div>
      <p className={styles.help}>
        Periods that follow one another; a state can be different in each. A question with one date needs one.
      </p>
      <ol className={form.periods}>
        {horizons.map((horizon, i) => {
          return (
            <li key={horizon.id}>
              <TextField
                label="Name"
                value={horizon.label}
                onChange={(label, g) => change(i, { label }, g)}
              />
              <NumberField
                label="Lasts"
                value={horizon.years}
                min={0.05}
                max={100}
                step={0.5}
                unit="years"
                onChange={(years, g) => change(i, { years }, g)}
              />
              <TextField
                label="In a sentence"
                value={horizon.phrase}
                onChange={(phrase, g) => change(i, { phrase }, g)}
              />
              <span className={form.until}>ends after {yearsText(ends[i] ?? 0)}</span>
              <Button
                className={styles.icon ?? ""}
                aria-label={`Remove ${horizon.label}`}
                isDisabled={horizons.length === 1}
                onPress={() => put(horizons.toSpliced(i, 1))}
              >
                <X size={15} aria-hidden />
              </Button>
            </li>
          );
        })}
      </ol>
      <Button
        className={styles.small ?? ""}
        isDisabled={horizons.length >= MOST_HORIZONS}
        onPress={() => {
          const years = Math.max(1, Math.round(whole));
          const label = horizons.length === 0 ? "Now" : "Later";
          put([
            ...horizons,
            { id: freshId(theCase, label), label, phrase: withinWords(whole + years), years },
          ]);
        }}
      >
        <Plus size={13} aria-hidden /> Add a horizon
      </Button>
    </section>
  );
}
