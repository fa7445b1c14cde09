import { useState } from "react";
import { Button, Radio, RadioGroup } from "react-aria-components";
import { spanOf } from "../../../app/model/case/dates.ts";
import { eventSetOf } from "../../../app/model/case/evidence-set.ts";
import { linesOf, verdictProblem } from "../../../app/model/case/judge.ts";
import type { Verdict } from "../../../app/model/case/judgement.ts";
import { dueDates, longDate } from "../../../app/model/words/dates.ts";
import { useApp, useCase } from "../../state/context.ts";
import button from "../../ui/button.module.css";
import { SelectField } from "../../ui/SelectField.tsx";
import { Window } from "../../ui/Window.tsx";
import frozenStyles from "./Frozen.module.css";
import styles from "./Judgement.module.css";
import { type Said, saidIn, type Settled, verdictOf } from "./settle.ts";

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
  const [settled, setSettled] = useState<Settled>(() => saidIn(theCase));
  const put = (to: Partial<Settled>) => setSettled({ ...settled, ...to });
  const said = (id: string): Said => settled.said[id] ?? "open";
  const isOpen = horizons.every(({ id }) => said(id) === "open");
  const broke = horizons.some(({ id }) => said(id) === "broke");
  // Whatever held, held up to today unless someone says otherwise; no day of a break is taken for granted.
  const date = settled.date ?? (broke ? "" : app.now().toISOString().slice(0, 10));
  const events = eventSetOf(theCase)?.events ?? [];
  const next: Verdict = verdictOf(theCase, { ...settled, date }, due);
  const wrong = isOpen
    ? null
    : date.trim() !== "" && spanOf(date) === null
      ? `“${date}” is no day, month or year: write it as 2019-01-24, 2019-01 or 2019.`
      : verdictProblem(theCase, next);
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
            isDisabled={isOpen || wrong !== null || settled.reason.trim() === ""}
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
            <div className={frozenStyles.settled}>
              <RadioGroup
                className={styles.levels ?? ""}
                aria-labelledby={`settle-${id}`}
                orientation="horizontal"
                value={said(id)}
                onChange={(picked) => put({ said: { ...settled.said, [id]: picked as Said } })}
              >
                {CHOICES.map(([value, words]) => (
                  <Radio key={value} value={value} className={styles.level ?? ""}>
                    {words}
                  </Radio>
                ))}
              </RadioGroup>
              {said(id) !== "open" && (
                <SelectField
                  aria-label={`Which outcome, ${label}`}
                  value={settled.rungs[id] ?? ""}
                  onChange={({ target }) => put({ rungs: { ...settled.rungs, [id]: target.value } })}
                >
                  <option value="">Which outcome: not said</option>
                  {outcome.rungs
                    .filter(({ happened }) => happened === (said(id) === "broke"))
                    .map((rung) => (
                      <option key={rung.id} value={rung.id}>
                        {rung.label}
                      </option>
                    ))}
                </SelectField>
              )}
            </div>
          </div>
        ))}
        <label className={frozenStyles.field}>
          {broke ? "When did it break?" : "Up to when was this read?"}
          <input
            value={date}
            placeholder="A day, a month or a year: 2019-01-24, 2019-01, 2019"
            onChange={({ target }) => put({ date: target.value })}
          />
        </label>
        {broke && events.length > 0 && (
          <label className={frozenStyles.field}>
            Which event was the break?
            <SelectField value={settled.event} onChange={({ target }) => put({ event: target.value })}>
              <option value="">None of those told</option>
              {events.map(({ id, date: day, title }) => (
                <option key={id} value={id}>
                  {day} {title}
                </option>
              ))}
            </SelectField>
          </label>
        )}
        <label className={frozenStyles.field}>
          By which rule, and on which sources?
          <textarea
            rows={3}
            maxLength={5000}
            value={settled.reason}
            onChange={({ target }) => put({ reason: target.value })}
          />
        </label>
        <label className={frozenStyles.field}>
          What is in doubt? One thing a line
          <textarea
            rows={Math.min(5, Math.max(2, linesOf(settled.doubts).length))}
            maxLength={10_000}
            value={settled.doubts}
            onChange={({ target }) => put({ doubts: target.value })}
          />
        </label>
        {wrong && <p role="alert">{wrong}</p>}
      </div>
    </Window>
  );
}
