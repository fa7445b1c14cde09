import { Radio, RadioGroup } from "react-aria-components";
import { type Level, LEVELS } from "../../../app/model/case/types.ts";
import { useCase, useLook } from "../../state/context.ts";
import styles from "./Selection.module.css";
import side from "./Side.module.css";
import { capitalised } from "../../../app/model/words/text.ts";

interface Props {
  readonly anchors: readonly string[];
  readonly tone: "apart" | "hold" | "ink";
  readonly levelOf: (horizon: string) => Level;
  /** Left out: the state is worked out and cannot be chosen. */
  readonly onChoose?: (horizon: string, level: Level) => void;
}

/** The level at every horizon in five steps, and what each level looks like. */
export function States({ anchors, tone, levelOf, onChoose }: Props) {
  const { horizons, levels } = useCase();
  const horizon = useLook((look) => look.horizon);
  const now = LEVELS.indexOf(levelOf(horizon));
  return (
    <>
      <div className={`${styles.states} ${side[tone]}`}>
        {horizons.map(({ id, label }) => {
          const level = levelOf(id);
          const at = LEVELS.indexOf(level);
          const word = levels[at]?.label ?? "";
          return (
            <div key={id} data-active={id === horizon || undefined}>
              <span>{label.replace(/ term$/, "")}</span>
              {onChoose ? (
                <RadioGroup
                  aria-label={`State, ${label}`}
                  orientation="horizontal"
                  className={styles.steps ?? ""}
                  value={level}
                  onChange={(value) => onChoose(id, LEVELS.find((one) => one === value) ?? level)}
                >
                  {LEVELS.map((one, k) => (
                    <Radio
                      key={one}
                      value={one}
                      aria-label={levels[k]?.label ?? one}
                      className={styles.step ?? ""}
                      data-upto={k <= at || undefined}
                    />
                  ))}
                </RadioGroup>
              ) : (
                <span className={styles.steps} aria-hidden="true">
                  {LEVELS.map((one, k) => (
                    <i
                      key={one}
                      className={styles.step}
                      data-upto={k <= at || undefined}
                      data-selected={k === at || undefined}
                    />
                  ))}
                </span>
              )}
              <b>{capitalised(word)}</b>
            </div>
          );
        })}
      </div>
      {anchors.length > 0 && (
        <ol className={styles.anchors}>
          {anchors.map((text, k) => (
            <li key={k} data-active={k === now || undefined}>
              <b>{levels[k]?.label ?? ""}</b>
              <span>{text}</span>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
