import { Split, X } from "lucide-react";
import { Button, ToggleButton } from "react-aria-components";
import {
  inOne,
  partedBy,
  withLevelIn,
  withoutPart,
  withPartCut,
} from "../../../app/model/author/parts-of-rule.ts";
import { whileWords } from "../../../app/model/author/words.ts";
import { nameOf } from "../../../app/model/case/settings.ts";
import { LEVELS, type Mechanism, type Partitioned, type Rule } from "../../../app/model/case/types.ts";
import { capitalised } from "../../../app/model/words/text.ts";
import { useApp, useCase } from "../../state/context.ts";
import { PickList } from "../../ui/PickList.tsx";
import { ArrowClaims, Because } from "./ArrowWhy.tsx";
import styles from "./Author.module.css";
import { type Circle, type PutRule, useCircle } from "./Circle.tsx";
import css from "./RuleParts.module.css";
import { RuleSentences } from "./RuleSentences.tsx";
import { partsOf } from "./sentence.ts";
import sentences from "./Sentences.module.css";
import { Tick } from "./Tick.tsx";

interface DiffersByProps {
  readonly mechanism: Mechanism;
  /** The cause by whose level it differs; "" where it does not. */
  readonly by: string;
  readonly onChoose: (by: string, isFactor: boolean) => Circle | null;
}

/** "Differs by the level of Iran dug in": whether the sentences are the same throughout, and by what they are not. */
export function DiffersBy({ mechanism, by, onChoose }: DiffersByProps) {
  const [choose, circle] = useCircle(onChoose);
  const theCase = useCase();
  const others = partsOf(theCase).filter(({ id }) => id !== mechanism.id);
  return (
    <>
      <div className={css.by}>
        Differs by the level of{" "}
        <PickList
          label="By whose level it differs how this works"
          look="field"
          items={[
            { id: "", label: "nothing", text: "The same sentences, whatever else holds." },
            ...others.map(({ id, label }) => ({ id, label })),
          ]}
          chosen={by}
          onChoose={(id) =>
            id !== by &&
            choose(
              id,
              theCase.factors.some((one) => one.id === id),
            )
          }
        />
      </div>
      {circle}
    </>
  );
}

interface PartsProps {
  readonly mechanism: Mechanism;
  readonly rule: Partitioned;
  readonly onRule: PutRule;
}

/** A rule for each group of levels of one cause: "While Iran dug in is very low or low: …". */
export function RuleParts({ mechanism, rule, onRule }: PartsProps) {
  const app = useApp();
  const theCase = useCase();
  const { by, parts } = rule;
  const about = nameOf(theCase, by);
  const kinds = parts.map((part) => part.rule.kind);
  const isFactor = theCase.factors.some(({ id }) => id === by);
  /** Another rule in which a part may be gone that nobody took out by its button. */
  const move = (next: Rule) => {
    onRule(next);
    const left = next.kind === "partitioned" ? next.parts.length : 1;
    if (left < parts.length)
      app.notify("A part with no level left went with its sentences. Undo brings it back.");
  };
  return (
    <>
      <div className={sentences.card}>
        <div className={css.head}>
          <DiffersBy
            mechanism={mechanism}
            by={by}
            onChoose={(id, factor) => onRule(id === "" ? inOne(rule) : partedBy(rule, id, factor))}
          />
          {isFactor && (
            <Tick
              checked={rule.weightOf === by}
              onChange={(on) => onRule({ ...rule, weightOf: on ? by : null })}
            >{`by the weight of ${about}`}</Tick>
          )}
        </div>
        <div className={sentences.because}>
          <Because from={by} to={mechanism.id} />
          <ArrowClaims from={by} to={mechanism.id} about={about} />
        </div>
      </div>
      {parts.map((part, i) => {
        const when = whileWords(theCase, rule, part);
        return (
          <div key={i} className={css.part} role="group" aria-label={capitalised(when)}>
            <div className={css.while}>
              <span>
                While <b>{about}</b> is
              </span>
              <span className={css.levels} role="group" aria-label={`Levels of ${about} at which this holds`}>
                {LEVELS.map((level, k) => (
                  <ToggleButton
                    key={level}
                    className={css.level ?? ""}
                    isSelected={part.at.includes(level)}
                    onChange={(on) => on && move(withLevelIn(rule, level, i))}
                  >
                    {theCase.levels[k]?.label}
                  </ToggleButton>
                ))}
              </span>
              <span className={css.tools}>
                {part.at.length > 1 && (
                  <Button
                    className={styles.icon ?? ""}
                    aria-label={`Cut in two: ${when}`}
                    onPress={() => onRule(withPartCut(rule, i))}
                  >
                    <Split size={14} aria-hidden />
                  </Button>
                )}
                <Button
                  className={styles.icon ?? ""}
                  aria-label={`Remove the part: ${when}`}
                  onPress={() => onRule(withoutPart(rule, i))}
                >
                  <X size={15} aria-hidden />
                </Button>
              </span>
            </div>
            <RuleSentences
              mechanism={mechanism}
              rule={part.rule}
              explained={kinds.indexOf(part.rule.kind) === i}
              none="Nothing moves it then: it stays where it begins."
              onRule={(next, gesture) =>
                onRule({ ...rule, parts: parts.with(i, { ...part, rule: next }) }, gesture)
              }
            />
          </div>
        );
      })}
    </>
  );
}
