import { X } from "lucide-react";
import { Button } from "react-aria-components";
import { type Bearing, STRENGTHS } from "../../../app/model/case/evidence-types.ts";
import { LEVELS } from "../../../app/model/case/types.ts";
import { useCase } from "../../state/context.ts";
import { SelectField } from "../../ui/SelectField.tsx";
import { partOf } from "./draft.ts";
import styles from "./Evidence.module.css";
import { levelLabel, STRENGTH_WORDS } from "./words.ts";

interface Props {
  /** null: nothing chosen yet. */
  readonly bearing: Bearing | null;
  readonly first: boolean;
  /** null: taken out. */
  readonly onChange: (bearing: Bearing | null) => void;
}

/** Which part of the argument an item bears on, and how. */
export function BearingField({ bearing, first, onChange }: Props) {
  const theCase = useCase();
  const chosen = bearing ? partOf(bearing) : "";
  const isSign = (id: string) => theCase.indicators.some((one) => one.id === id);
  const choose = (id: string) =>
    onChange(id === "" ? null : isSign(id) ? { indicator: id, seen: true } : { node: id, strength: 1 });
  const how = (value: string) => {
    if (!bearing) return;
    if ("indicator" in bearing) return onChange({ indicator: bearing.indicator, seen: value === "yes" });
    const level = LEVELS.find((one) => one === value);
    const strength = STRENGTHS.find((one) => String(one) === value) ?? 0;
    onChange(level ? { node: bearing.node, level } : { node: bearing.node, strength });
  };
  return (
    <fieldset className={styles.row}>
      <legend>{first ? "Bears on" : "and on"}</legend>
      <div className={styles.source}>
        <div className={styles.pair}>
          <SelectField
            aria-label="Is a sign of, or bears on the state of"
            value={chosen}
            onChange={({ target }) => choose(target.value)}
          >
            <option value="">Choose a sign or a state</option>
            <optgroup label="Signs: these move the answer">
              {theCase.indicators.map(({ id, label }) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
            </optgroup>
            <optgroup label="States of factors: on record">
              {theCase.factors.map(({ id, short }) => (
                <option key={id} value={id}>
                  {short}
                </option>
              ))}
            </optgroup>
            <optgroup label="States of mechanisms: on record">
              {theCase.mechanisms.map(({ id, short }) => (
                <option key={id} value={id}>
                  {short}
                </option>
              ))}
            </optgroup>
          </SelectField>
          {!first && (
            <Button className={styles.more ?? ""} aria-label="Remove this" onPress={() => onChange(null)}>
              <X size={14} aria-hidden />
            </Button>
          )}
        </div>
        {bearing && "indicator" in bearing && (
          <SelectField
            aria-label="Direction"
            value={bearing.seen ? "yes" : "no"}
            onChange={({ target }) => how(target.value)}
          >
            <option value="yes">It was seen</option>
            <option value="no">It was seen not to be</option>
          </SelectField>
        )}
        {bearing && "node" in bearing && (
          <SelectField
            aria-label="Direction and strength"
            value={"level" in bearing ? bearing.level : String(bearing.strength)}
            onChange={({ target }) => how(target.value)}
          >
            <optgroup label="It moved">
              {STRENGTHS.map((strength) => (
                <option key={strength} value={String(strength)}>
                  {STRENGTH_WORDS[strength]}
                </option>
              ))}
            </optgroup>
            <optgroup label="It is now">
              {LEVELS.map((level) => (
                <option key={level} value={level}>
                  {levelLabel(theCase, level)}
                </option>
              ))}
            </optgroup>
          </SelectField>
        )}
      </div>
    </fieldset>
  );
}
