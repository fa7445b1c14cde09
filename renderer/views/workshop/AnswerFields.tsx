import type { KeyboardEvent } from "react";
import { fieldHint } from "../../../app/model/session/ballot.ts";
import type { Setup } from "../../../app/model/session/types.ts";
import type { RoundView } from "../../../app/model/session/view.ts";
import { type AnswerDraft, questionsOf } from "./answerDraft.ts";
import styles from "./Answers.module.css";

interface Props {
  readonly setup: Setup;
  readonly round: Pick<RoundView, "kind">;
  readonly draft: AnswerDraft;
  readonly onChange: (draft: AnswerDraft) => void;
  /** With the ends of each factor and room for reasons: for the person, not for typing off a sheet. */
  readonly full: boolean;
}

const THREE = ["Lowest", "Best guess", "Highest"] as const;

/** Enter goes on to the next field, as in a till: a sheet is typed in one go. */
function onEnter(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
  const fields = [...event.currentTarget.querySelectorAll("input")];
  const next = fields[fields.indexOf(event.target) + 1];
  if (!next) return;
  event.preventDefault();
  next.focus();
  next.select();
}

/** The fields of one person's answer. */
export function AnswerFields({ setup, round, draft, onChange, full }: Props) {
  const put = (change: Partial<AnswerDraft>) => onChange({ ...draft, ...change });
  const numeric = { type: "text", inputMode: "decimal", autoComplete: "off" } as const;
  return (
    <div className={styles.fields} data-full={full || undefined} onKeyDown={onEnter}>
      <label className={styles.name}>
        Name or seat
        <input
          type="text"
          maxLength={40}
          autoComplete="off"
          value={draft.name}
          onChange={(e) => put({ name: e.target.value })}
        />
      </label>
      {questionsOf(setup, round).map(({ id, text, kind, ...question }) => {
        const own = draft.estimates[id] ?? ["", "", ""];
        const unit = kind === "chance" ? "percent" : "unit" in question ? question.unit : "";
        return (
          <fieldset key={id}>
            <legend>
              {text} {unit !== "" && <small>{unit}</small>}
            </legend>
            {THREE.map((name, i) => (
              <label key={name}>
                {name}
                <input
                  {...numeric}
                  value={own[i]}
                  onChange={(e) =>
                    put({
                      estimates: {
                        ...draft.estimates,
                        [id]: own.map((before, k) => (k === i ? e.target.value : before)) as [
                          string,
                          string,
                          string,
                        ],
                      },
                    })
                  }
                />
              </label>
            ))}
          </fieldset>
        );
      })}
      {round.kind === "weights" && (
        <fieldset className={styles.weights}>
          <legend>
            How much each factor matters <small>{fieldHint(setup.method)}</small>
          </legend>
          {setup.factors.map(({ id, label, calm, worst }) => (
            <div key={id}>
              <label>
                <span>
                  {label}
                  {full && (
                    <small>
                      {calm} → {worst}
                    </small>
                  )}
                </span>
                <input
                  {...numeric}
                  value={draft.weights[id] ?? ""}
                  onChange={(e) => put({ weights: { ...draft.weights, [id]: e.target.value } })}
                />
              </label>
              {full && (
                <label>
                  <span>Why, if you like</span>
                  <textarea
                    rows={1}
                    maxLength={600}
                    value={draft.reasons[id] ?? ""}
                    onChange={(e) => put({ reasons: { ...draft.reasons, [id]: e.target.value } })}
                  />
                </label>
              )}
            </div>
          ))}
        </fieldset>
      )}
    </div>
  );
}
