import { useState } from "react";
import { Button, Radio, RadioGroup } from "react-aria-components";
import { isCoherent } from "../../../app/model/case/judge.ts";
import type { Verdict, VerdictAt } from "../../../app/model/case/judgement.ts";
import { dueDates, longDate } from "../../../app/model/words/dates.ts";
import { useApp, useCase } from "../../state/context.ts";
import button from "../../ui/button.module.css";
import { Window } from "../../ui/Window.tsx";
import frozenStyles from "./Frozen.module.css";
import styles from "./Judgement.module.css";

type Said = "open" | "held" | "broke";
const CHOICES: readonly (readonly [Said, string])[] = [
  ["open", "Not yet known"],
  ["held", "No break"],
  ["broke", "It broke"],
];

/** How it came out, horizon by horizon, with the reason: from then on judgements can be scored. */
export function ResolveWindow({ onClose }: { readonly onClose: () => void }) {
  const app = useApp();
  const theCase = useCase();
  const { verdict, horizons, outcome } = theCase;
  const rules = outcome.resolution ?? [];
  const due = dueDates(theCase, theCase.asOf);
  const [said, setSaid] = useState<Readonly<Record<string, Said>>>(() =>
    Object.fromEntries(
      horizons.map(({ id }) => {
        const at = verdict?.byHorizon[id];
        return [id, at === undefined ? "open" : at.broke ? "broke" : "held"];
      }),
    ),
  );
  const [date, setDate] = useState(verdict?.date ?? app.now().toISOString().slice(0, 10));
  const [reason, setReason] = useState(verdict?.reason ?? "");
  const byHorizon = Object.fromEntries(
    horizons.flatMap(({ id }): [string, VerdictAt][] => {
      const word = said[id];
      if (word === "open" || word === undefined) return [];
      const end = due[id];
      return [[id, { ...verdict?.byHorizon[id], broke: word === "broke", ...(end ? { date: end } : {}) }]];
    }),
  );
  const isEmpty = Object.keys(byHorizon).length === 0;
  const next: Verdict = {
    ...verdict,
    broke: Object.values(byHorizon).some(({ broke }) => broke),
    byHorizon,
    date,
    reason: reason.trim(),
  };
  const wrong =
    !isEmpty && !isCoherent(theCase, next)
      ? "A break stays a break: a later period cannot say that there was none."
      : null;
  return (
    <Window
      title="How it came out"
      onClose={onClose}
      foot={
        <>
          {verdict && (
            <Button
              className={button.button ?? ""}
              onPress={() => {
                app.edit({ edit: "resolve", verdict: null });
                onClose();
              }}
            >
              Take it back
            </Button>
          )}
          <Button
            className={`${button.button ?? ""} ${button.primary ?? ""}`}
            isDisabled={isEmpty || wrong !== null || reason.trim() === ""}
            onPress={() => {
              app.edit({ edit: "resolve", verdict: next });
              onClose();
            }}
          >
            Keep
          </Button>
        </>
      }
    >
      <div className={frozenStyles.window}>
        {rules.length > 0 && (
          <details>
            <summary>The rules the case set beforehand</summary>
            <ul className={frozenStyles.plain}>
              {rules.map((rule, i) => (
                <li key={i}>{rule}</li>
              ))}
              {outcome.moot && <li>{outcome.moot}</li>}
            </ul>
          </details>
        )}
        {horizons.map(({ id, label }) => (
          <div key={id} className={frozenStyles.settle}>
            <span id={`settle-${id}`}>
              {label}
              {due[id] && <small> to {longDate(due[id])}</small>}
            </span>
            <RadioGroup
              className={styles.levels ?? ""}
              aria-labelledby={`settle-${id}`}
              orientation="horizontal"
              value={said[id] ?? "open"}
              onChange={(picked) => setSaid({ ...said, [id]: picked as Said })}
            >
              {CHOICES.map(([value, words]) => (
                <Radio key={value} value={value} className={styles.level ?? ""}>
                  {words}
                </Radio>
              ))}
            </RadioGroup>
          </div>
        ))}
        <label className={frozenStyles.field}>
          On what day was this settled?
          <input type="date" value={date} onChange={(event) => setDate(event.target.value)} />
        </label>
        <label className={frozenStyles.field}>
          By which rule, and on which sources?
          <textarea
            rows={3}
            maxLength={5000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
        {wrong && <p role="alert">{wrong}</p>}
      </div>
    </Window>
  );
}
