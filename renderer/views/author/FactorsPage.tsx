import { ArrowRight, Trash2 } from "lucide-react";
import { Button } from "react-aria-components";
import { fadeSentence, spreadPreview, spreadWord } from "../../../app/model/author/previews.ts";
import { areAlike, withSetting } from "../../../app/model/author/horizons.ts";
import { renamed } from "../../../app/model/author/renamed.ts";
import { type Factor, LEVELS, type Setting } from "../../../app/model/case/types.ts";
import { asInSource, sourceWords } from "../../../app/model/words/source.ts";
import { capitalised } from "../../../app/model/words/text.ts";
import { useApp, useCase, useLook } from "../../state/context.ts";
import { SelectField } from "../../ui/SelectField.tsx";
import { Switch } from "../../ui/Switch.tsx";
import { Anchors } from "./Anchors.tsx";
import { Aside } from "./Aside.tsx";
import styles from "./Author.module.css";
import { ClaimsList } from "./ClaimsList.tsx";
import { NumberField, TextField } from "./fields.tsx";
import form from "./Form.module.css";
import { LevelBars } from "./LevelBars.tsx";
import bars from "./LevelBars.module.css";
import { ParagraphLinks } from "./ParagraphLinks.tsx";
import { FactorsList } from "./PartsList.tsx";
import { Tick } from "./Tick.tsx";
import { useScroll } from "./useScroll.ts";

const GROUPS = [
  ["apart", "Pulls apart"],
  ["together", "Holds together"],
  ["timing", "Day after"],
  ["rival", "Rival"],
] as const;

/** What people weigh: names, states, weights, and what each state looks like. */
export function FactorsPage() {
  const theCase = useCase();
  const selected = useLook((look) => look.selected);
  const factor = theCase.factors.find(({ id }) => id === selected) ?? theCase.factors[0];
  const scroll = useScroll(factor?.id ?? null, true);
  return (
    <>
      <div className={styles.list}>
        <FactorsList chosen={factor?.id ?? null} />
        <ClaimsList part={factor?.id ?? null} />
      </div>
      <div className={styles.middle} data-region="factor" {...scroll}>
        {factor ? <FactorEdit key={factor.id} factor={factor} /> : <NoFactor />}
      </div>
      <Aside part={factor?.id ?? null} />
    </>
  );
}

function NoFactor() {
  const app = useApp();
  return (
    <div className={styles.card}>
      <p className={styles.say}>
        A factor is something that moves by itself and that people can weigh: what pulls the partners apart,
        what holds them together, and what decides when it comes to a head. Name one at the left, or select
        words in the text.
      </p>
      <p style={{ marginTop: 10 }}>
        <Button className={styles.small ?? ""} onPress={() => app.look.setState({ author: "text" })}>
          Go to the text <ArrowRight size={13} aria-hidden />
        </Button>
      </p>
    </div>
  );
}

function FactorEdit({ factor }: { readonly factor: Factor }) {
  const app = useApp();
  const theCase = useCase();
  const change = (to: Partial<Factor>, gesture: string | null = null) =>
    app.edit({ edit: "changeFactor", factor: factor.id, to }, gesture);
  const { weight } = factor;
  return (
    <>
      <div className={form.top}>
        <TextField
          label="Factor"
          strong
          value={factor.label}
          onChange={(label, g) => change(renamed(factor, label), g)}
        />
        <TextField label="Short name" value={factor.short} onChange={(short, g) => change({ short }, g)} />
      </div>
      <div className={form.choices}>
        <Switch
          label="What it does"
          items={GROUPS}
          chosen={factor.group}
          onChoose={(group) => change({ group })}
        />
        <Tick checked={factor.starred} onChange={(starred) => change({ starred })}>
          Among the first to weigh
        </Tick>
        <Tick checked={factor.beyondArticle} onChange={(beyondArticle) => change({ beyondArticle })}>
          {capitalised(sourceWords(theCase).beyond)}
        </Tick>
      </div>
      <TextField
        label="What is asked about it"
        rows={1}
        placeholder={`How strong is “${factor.short}”?`}
        value={factor.question}
        onChange={(question, g) => change({ question }, g)}
      />
      <Anchors anchors={factor.anchors} onChange={(anchors, g) => change({ anchors }, g)} />
      <States factor={factor} />
      <section className={styles.card} aria-label="Weight">
        <div className={styles.title}>
          <h2>Weight: how much it matters</h2>
        </div>
        <div className={form.numbers}>
          <NumberField
            label={capitalised(asInSource(theCase))}
            value={weight.default}
            min={0.5}
            max={10}
            step={0.5}
            onChange={(value, g) => change({ weight: { ...weight, default: value } }, g)}
          />
          <NumberField
            label="Plausible from"
            value={weight.min}
            min={0}
            max={weight.default}
            step={0.5}
            onChange={(value, g) => change({ weight: { ...weight, min: value } }, g)}
          />
          <NumberField
            label="to"
            value={weight.max}
            min={weight.default}
            max={10}
            step={0.5}
            onChange={(value, g) => change({ weight: { ...weight, max: value } }, g)}
          />
          <NumberField
            label="Carries over"
            value={factor.fade}
            min={0}
            max={1}
            step={0.1}
            onChange={(fade, g) => change({ fade }, g)}
          />
        </div>
        <p className={styles.help} style={{ marginTop: 8 }}>
          0 leaves it out, {weight.default} is {asInSource(theCase)}. The plausible span is what the range of
          the answer is drawn from. {fadeSentence(factor.fade)}
        </p>
      </section>
      <TextField
        label="Why it is here"
        rows={2}
        value={factor.why}
        onChange={(why, g) => change({ why }, g)}
      />
      <ParagraphLinks paragraphs={factor.paragraphs} onChange={(paragraphs) => change({ paragraphs })} />
      <div className={styles.buttons}>
        <Button
          className={styles.small ?? ""}
          onPress={() => {
            app.edit({ edit: "removeFactor", factor: factor.id });
            app.notify(`Removed ${factor.short}, with everything that named it. Undo brings it back.`);
          }}
        >
          <Trash2 size={13} aria-hidden /> Remove this factor
        </Button>
      </div>
    </>
  );
}

/** Its state in every period, how sure that is, and what both come to. */
function States({ factor }: { readonly factor: Factor }) {
  const app = useApp();
  const theCase = useCase();
  const { horizons, levels } = theCase;
  const put = (horizon: string, to: Partial<Setting>, gesture: string | null = null) =>
    app.edit(
      {
        edit: "changeFactor",
        factor: factor.id,
        to: { levels: withSetting(horizons, factor.levels, horizon, to) },
      },
      gesture,
    );
  return (
    <section aria-label="State by period">
      <span className={styles.label}>State: what is happening, and how spread out that is</span>
      <div className={bars.row}>
        {horizons.map(({ id, label }) => {
          const setting = factor.levels[id];
          if (!setting) return null;
          const preview = spreadPreview(theCase, setting.level, setting.spread);
          return (
            <div key={id} className={form.state}>
              <LevelBars title={label} p={preview.p} />
              <SelectField
                aria-label={`State of ${factor.short}, ${label}`}
                value={setting.level}
                onChange={({ target }) =>
                  put(id, { level: LEVELS.find((one) => one === target.value) ?? setting.level })
                }
              >
                {levels.map((level) => (
                  <option key={level.id} value={level.id}>
                    {level.label}
                  </option>
                ))}
              </SelectField>
              <NumberField
                label={`Spread of ${factor.short}, ${label}`}
                bare
                value={setting.spread}
                min={0.01}
                max={1}
                step={0.01}
                unit={spreadWord(setting.spread)}
                onChange={(spread, g) => put(id, { spread }, g)}
                help={preview.sentence}
              />
            </div>
          );
        })}
      </div>
      {horizons.length > 1 && areAlike(horizons, factor.levels) && (
        <p className={styles.help} style={{ marginTop: 6 }}>
          What is set for {horizons[0]?.label} goes for the later periods too, until one of them is set apart.
        </p>
      )}
    </section>
  );
}
