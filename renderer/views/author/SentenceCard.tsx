import { X } from "lucide-react";
import { useState } from "react";
import { Button } from "react-aria-components";
import type { Gate, Mechanism, PlainRule, Push } from "../../../app/model/case/types.ts";
import { CONDITION_HELP } from "../../../app/model/author/words.ts";
import { lowers, sentenceOf } from "../../../app/model/author/sentences.ts";
import { useCase } from "../../state/context.ts";
import { PickList } from "../../ui/PickList.tsx";
import { ArrowClaims, Because } from "./ArrowWhy.tsx";
import styles from "./Author.module.css";
import { type Circle, useCircle } from "./Circle.tsx";
import { NumberField } from "./fields.tsx";
import {
  type Condition,
  newGate,
  onPart,
  partsOf,
  weighed,
  withDirection,
  withDriver,
  withGate,
  withoutGate,
} from "./sentence.ts";
import css from "./Sentences.module.css";
import { Tick } from "./Tick.tsx";

interface CardProps {
  readonly mechanism: Mechanism;
  /** The rule that the sentence stands in: the mechanism’s, or that of a part. */
  readonly rule: PlainRule;
  readonly push: Push;
  readonly onPush: (push: Push, gesture?: string) => Circle | null;
  readonly onRemove: () => void;
}

/** One sentence of how a mechanism works, with its conditions and what each rests on. */
export function SentenceCard({ mechanism, rule, push, onPush: put, onRemove }: CardProps) {
  const [onPush, circle] = useCircle(put);
  const theCase = useCase();
  const all = partsOf(theCase).filter(({ id }) => id !== mechanism.id);
  const items = all.map(({ id, label }) => ({ id, label }));
  const { driver, conditions } = sentenceOf(push);
  const cause = push.of[driver];
  const nameOf = (id: string) => all.find((one) => one.id === id)?.short ?? id;
  const isFactor = (id: string) => theCase.factors.some((one) => one.id === id);
  // A strength of nothing has no direction: on the way through it, as while "0.5" is typed, the last one stays.
  const [kept, setKept] = useState(push.strength < 0 ? -1 : 1);
  const sign = push.strength === 0 ? kept : Math.sign(push.strength);
  if (sign !== kept) setKept(sign);
  if (!cause) return null;
  const isDown = (strength: number) => lowers({ ...push, strength });
  const about = nameOf(cause.node);
  return (
    <div className={css.card} role="group" aria-label={`${about} and ${mechanism.short}`}>
      <div className={css.sentence}>
        <PickList
          label="What moves it"
          look="field"
          items={items}
          chosen={cause.node}
          onChoose={(id) => onPush(withDriver(push, driver, id, isFactor(id)))}
        />
        <PickList
          label={`What ${about} does`}
          look="field"
          items={[
            { id: "raises", label: "raises" },
            { id: "lowers", label: "lowers" },
          ]}
          chosen={isDown(sign) ? "lowers" : "raises"}
          onChoose={(id) => {
            if (push.strength === 0) setKept(isDown(-1) === (id === "lowers") ? -1 : 1);
            onPush(withDirection(rule, push, id === "lowers"));
          }}
        />
        <b>{mechanism.short}</b> with strength
        <NumberField
          label={`Strength of ${about}`}
          bare
          inline
          value={Math.abs(push.strength)}
          min={0}
          max={5}
          step={0.05}
          onChange={(value, g) => onPush({ ...push, strength: value * sign }, g)}
        />
        {conditions.length > 0 ? ", " : "."}
        {conditions.map(({ at, gate }, i) => (
          <ConditionWords
            key={at}
            gate={gate}
            stop={i === conditions.length - 1 ? "." : ","}
            items={items}
            nameOf={nameOf}
            isFactor={isFactor}
            onGate={(next, g) => onPush(withGate(push, at, next), g)}
            onRemove={() => onPush(withoutGate(push, at))}
          />
        ))}
      </div>
      <div className={css.tools}>
        <PickList
          label={`Add a condition to the sentence about ${about}`}
          look="field"
          items={[{ id: "", label: "+ condition…" }, ...CONDITIONS]}
          chosen=""
          onChoose={(kind) => {
            const chosen = CONDITIONS.find(({ id }) => id === kind);
            const read = new Set(push.of.map(({ node }) => node));
            const node = all.find(({ id }) => !read.has(id))?.id;
            if (chosen && node !== undefined)
              onPush({ ...push, of: [...push.of, onPart(newGate(chosen.id, node), node, isFactor(node))] });
          }}
        />
        <Button
          className={styles.icon ?? ""}
          aria-label={`Remove the sentence about ${about}`}
          onPress={onRemove}
        >
          <X size={15} aria-hidden />
        </Button>
      </div>
      {circle}
      <div className={css.because}>
        <Because from={cause.node} to={mechanism.id} />
        <ArrowClaims from={cause.node} to={mechanism.id} about={about} />
        <Weighed push={push} nameOf={nameOf} onPush={onPush} />
      </div>
      {conditions.map(({ at, gate: { node } }) => (
        <div key={at} className={css.because} role="group" aria-label={`Why ${nameOf(node)} matters here`}>
          <b>{nameOf(node)}</b>
          <Because from={node} to={mechanism.id} />
          <ArrowClaims from={node} to={mechanism.id} about={nameOf(node)} />
        </div>
      ))}
    </div>
  );
}

const CONDITION_NAMES: Readonly<Record<Condition, string>> = {
  opens: "opened by…",
  needs: "needs…",
  damps: "held back by…",
  level: "in step with…",
};
const CONDITIONS = (Object.keys(CONDITION_NAMES) as Condition[]).map((id) => ({
  id,
  label: CONDITION_NAMES[id],
  text: CONDITION_HELP[id].replace(/^[^:]+: /, ""),
}));

interface ConditionProps {
  readonly gate: Gate;
  /** What stands after its words. */
  readonly stop: "," | ".";
  readonly items: readonly { readonly id: string; readonly label: string }[];
  readonly nameOf: (id: string) => string;
  readonly isFactor: (id: string) => boolean;
  readonly onGate: (gate: Gate, gesture?: string) => void;
  readonly onRemove: () => void;
}

/** "opened by Assad secure from 0.08 when that is absent." */
function ConditionWords({ gate, stop, items, nameOf, isFactor, onGate, onRemove }: ConditionProps) {
  const name = nameOf(gate.node);
  const who = (
    <PickList
      label={`Condition: ${name}`}
      look="field"
      items={items}
      chosen={gate.node}
      onChoose={(node) => onGate(onPart(gate, node, isFactor(node)))}
    />
  );
  const share = (label: string, value: number, take: (value: number, g: string) => void) => (
    <NumberField
      label={`${label} ${name}`}
      bare
      inline
      value={value}
      min={0}
      max={1}
      step={0.05}
      onChange={take}
    />
  );
  return (
    <span className={css.condition}>
      {gate.gate === "opens" && (
        <>
          opened by {who} from{" "}
          {share("Share that comes through without", gate.closed, (closed, g) =>
            onGate({ ...gate, closed }, g),
          )}{" "}
          when that is absent
        </>
      )}
      {gate.gate === "needs" && (
        <>
          needs {who}: nothing below{" "}
          {share("Nothing comes through below this height of", gate.none, (none, g) =>
            onGate({ ...gate, none }, g),
          )}
          , all of it from{" "}
          {share("All comes through from this height of", gate.full, (full, g) =>
            onGate({ ...gate, full }, g),
          )}
        </>
      )}
      {gate.gate === "damps" && (
        <>
          held back by {who} by up to{" "}
          {share("Share that is taken away by", gate.depth, (depth, g) => onGate({ ...gate, depth }, g))}
        </>
      )}
      {gate.gate === "level" && <>in step with {who}</>}
      {stop}{" "}
      {isFactor(gate.node) && (
        <Tick
          checked={gate.weightOf === gate.node}
          onChange={(on) => onGate(weighed(gate, on))}
        >{`by the weight of ${name}`}</Tick>
      )}
      <Button className={styles.icon ?? ""} aria-label={`Remove the condition ${name}`} onPress={onRemove}>
        <X size={13} aria-hidden />
      </Button>
    </span>
  );
}

/** By whose weight a sentence counts; said only where it is not that of what moves it. */
function Weighed({
  push,
  nameOf,
  onPush,
}: {
  readonly push: Push;
  readonly nameOf: (id: string) => string;
  readonly onPush: (push: Push) => void;
}) {
  const { factors } = useCase();
  const read = push.of.map(({ node }) => node);
  const weights = factors.filter(({ id }) => read.includes(id) || id === push.weightOf);
  // Nothing to choose where no factor is in the sentence and none weighs it.
  const choices = weights.length > 0 ? weights : factors;
  const { weightOf, ...rest } = push;
  return (
    <span className={css.weighed}>
      <span>counts by the weight of</span>
      <PickList
        label="By whose weight it counts"
        look="field"
        items={[{ id: "", label: "none" }, ...choices.map(({ id }) => ({ id, label: nameOf(id) }))]}
        chosen={weightOf ?? ""}
        onChoose={(id) => onPush(id === "" ? rest : { ...rest, weightOf: id })}
      />
    </span>
  );
}
