import type { Mechanism, PlainRule } from "../../../app/model/case/types.ts";
import { RULE_HELP, RULE_NAMES, STRENGTH_HELP } from "../../../app/model/author/words.ts";
import { causesOf } from "../../../app/model/case/structure.ts";
import { useCase } from "../../state/context.ts";
import { PickList } from "../../ui/PickList.tsx";
import styles from "./Author.module.css";
import { type PutRule, useCircle } from "./Circle.tsx";
import { NumberField } from "./fields.tsx";
import { newPush, partsOf, withKind, withNewPush, withPush } from "./sentence.ts";
import { SentenceCard } from "./SentenceCard.tsx";
import css from "./Sentences.module.css";

export interface RuleSentencesProps {
  readonly mechanism: Mechanism;
  /** The mechanism’s rule, or that of a part. */
  readonly rule: PlainRule;
  /** Whether it says what its strengths mean: once is enough where several rules come together alike. */
  readonly explained: boolean;
  /** Said where it has no sentence yet. */
  readonly none: string;
  readonly onRule: PutRule<PlainRule>;
}

/** A rule without parts: a sentence for every cause, and how they come together. */
export function RuleSentences({ mechanism, rule, explained, none, onRule }: RuleSentencesProps) {
  const theCase = useCase();
  const { pushes } = rule;
  const [add, circle] = useCircle((id: string) =>
    onRule(withNewPush(rule, newPush(theCase, mechanism.id, rule, id))),
  );
  const causes = causesOf({ rule });
  const free = partsOf(theCase).filter(({ id }) => id !== mechanism.id && !causes.includes(id));
  return (
    <>
      {explained && pushes.length > 0 && (
        <p className={`${styles.help} ${css.scale}`}>
          {STRENGTH_HELP[rule.kind]} Shares in conditions go from 0 to 1.
        </p>
      )}
      {pushes.map((push, i) => (
        <SentenceCard
          key={i}
          mechanism={mechanism}
          rule={rule}
          push={push}
          onPush={(next, gesture) => onRule(withPush(rule, i, next), gesture)}
          onRemove={() => onRule({ ...rule, pushes: pushes.toSpliced(i, 1) })}
        />
      ))}
      {pushes.length === 0 && <p className={`${styles.card} ${styles.say} ${css.none}`}>{none}</p>}
      <div className={css.foot}>
        <span className={css.add}>
          <PickList
            label="Add a sentence about what moves it"
            look="field"
            items={[
              { id: "", label: "Add a sentence about…" },
              ...free.map(({ id, label }) => ({ id, label })),
            ]}
            chosen=""
            onChoose={(id) => id !== "" && add(id)}
          />
        </span>
        <span className={css.words}>
          {pushes.length > 0 && (
            <>
              Together:{" "}
              <PickList
                label="How the sentences come together"
                look="field"
                items={TOGETHER}
                chosen={rule.kind}
                onChoose={(kind) => {
                  const chosen = TOGETHER.find(({ id }) => id === kind);
                  if (chosen) onRule(withKind(rule, chosen.id));
                }}
              />
            </>
          )}
          {rule.kind === "mixminmax" && <Blend rule={rule} onRule={onRule} />}
          {rule.kind === "sum" && (
            <>
              {" "}
              Begins at{" "}
              <NumberField
                label="Where it stands when nothing moves it, 0 to 100"
                bare
                inline
                value={Math.round(rule.base * 1000) / 10}
                min={-100}
                max={200}
                step={5}
                onChange={(value, g) => onRule({ ...rule, base: value / 100 }, g)}
              />{" "}
              of 100
            </>
          )}
        </span>
      </div>
      {circle}
    </>
  );
}

const KINDS = Object.keys(RULE_NAMES) as (keyof typeof RULE_NAMES)[];
const TOGETHER = KINDS.map((id) => ({ id, label: RULE_NAMES[id], text: RULE_HELP[id] }));

type Mixed = Extract<PlainRule, { readonly kind: "mixminmax" }>;

/** How much of the blend is the least and how much the greatest. */
function Blend({
  rule,
  onRule,
}: {
  readonly rule: Mixed;
  readonly onRule: (rule: PlainRule, gesture: string) => void;
}) {
  const whole = rule.least + rule.greatest;
  return (
    <>
      {" "}
      the strongest counts{" "}
      <NumberField
        label="How much the strongest counts, percent"
        bare
        inline
        value={Math.round((rule.greatest / whole) * 100)}
        min={0}
        max={100}
        step={5}
        onChange={(value, g) => onRule({ ...rule, least: 1 - value / 100, greatest: value / 100 }, g)}
      />{" "}
      of 100
    </>
  );
}
