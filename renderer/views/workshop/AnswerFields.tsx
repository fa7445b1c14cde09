import type { KeyboardEvent } from "react";
import { consistencyOf, consistencyText } from "../../../app/model/session/consistency.ts";
import { letterOf, typedGroups, typedHint, typedWeights } from "../../../app/model/session/typed.ts";
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
      <label>
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
        <WeightFields setup={setup} draft={draft} onChange={onChange} full={full} />
      )}
    </div>
  );
}

/** What the method asks of the factors: numbers, or judgements out of a list, which are typed as on the sheet. */
function WeightFields({ setup, draft, onChange, full }: Omit<Props, "round">) {
  const put = (key: string, text: string) =>
    onChange({ ...draft, weights: { ...draft.weights, [key]: text } });
  const groups = typedGroups(setup.method, setup.factors, draft.weights);
  const single = groups.length === 1 && groups[0]?.fields.every(({ options }) => options === null);
  const lettered = !full && !single;
  const names = setup.factors.map(({ label }, i) => `${letterOf(i)} ${label}`).join(" · ");
  const consistency = consistencyIn(setup, draft);
  return (
    <>
      {groups.map(({ heading, fields }, n) => (
        <fieldset key={n} className={styles.weights}>
          <legend>
            {heading} {n === 0 && (single || lettered) && <small>{typedHint(setup.method)}</small>}
          </legend>
          {lettered && n === 0 && <small className={styles.letters}>{names}</small>}
          {fields.map((field) => {
            const factor = setup.factors.find(({ id }) => id === field.factor);
            return (
              <div key={field.key}>
                <label>
                  <span>
                    {field.label}
                    {full && single && factor && (
                      <small>
                        {factor.calm} → {factor.worst}
                      </small>
                    )}
                  </span>
                  {full && field.options ? (
                    <select
                      value={draft.weights[field.key] ?? ""}
                      onChange={(e) => put(field.key, e.target.value)}
                    >
                      <option value="">choose</option>
                      {field.options.map(([text, label]) => (
                        <option key={text} value={text}>
                          {label}
                        </option>
                      ))}
                    </select>
                  ) : (
                    <input
                      type="text"
                      inputMode={field.options ? "text" : "decimal"}
                      autoComplete="off"
                      value={draft.weights[field.key] ?? ""}
                      onChange={(e) => put(field.key, e.target.value)}
                    />
                  )}
                </label>
                {full && single && factor && <Why id={factor.id} draft={draft} onChange={onChange} />}
              </div>
            );
          })}
        </fieldset>
      ))}
      {consistency && <p role="status">{consistency}</p>}
      {full && !single && (
        <fieldset className={styles.weights}>
          <legend>Why, if you like</legend>
          {setup.factors.map(({ id, label }) => (
            <div key={id}>
              <Why id={id} label={label} draft={draft} onChange={onChange} />
            </div>
          ))}
        </fieldset>
      )}
    </>
  );
}

function Why({
  id,
  label = "Why, if you like",
  draft,
  onChange,
}: Pick<Props, "draft" | "onChange"> & { readonly id: string; readonly label?: string }) {
  return (
    <label>
      <span>{label}</span>
      <textarea
        rows={1}
        maxLength={600}
        value={draft.reasons[id] ?? ""}
        onChange={(e) => onChange({ ...draft, reasons: { ...draft.reasons, [id]: e.target.value } })}
      />
    </label>
  );
}

/** Whether comparisons in pairs agree, as soon as all of them are there. */
function consistencyIn({ method, factors }: Setup, { weights }: AnswerDraft): string | null {
  const answer = method === "pairs" ? typedWeights(method, factors, weights) : null;
  const found = answer?.method === "pairs" ? consistencyOf(answer, factors) : null;
  return found && consistencyText(found, typedGroups(method, factors)[0]?.fields[found.oddest]?.label ?? "");
}
