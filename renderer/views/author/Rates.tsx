import { useMemo, useState } from "react";
import {
  baselineOf,
  faultOfPlain,
  meanRate,
  plainRate,
  ratioOf,
  spreadRate,
  yearlyRate,
} from "../../../app/model/author/hazard.ts";
import { endsOf } from "../../../app/model/author/horizons.ts";
import type { Case, Outcome } from "../../../app/model/case/types.ts";
import { useApp, useCase } from "../../state/context.ts";
import { PickList } from "../../ui/PickList.tsx";
import styles from "./Author.module.css";
import { NumberField, TextField } from "./fields.tsx";
import form from "./Form.module.css";
import { useEdit } from "./useEdit.ts";
import { capitalised } from "../../../app/model/words/text.ts";
import { sourceWords } from "../../../app/model/words/source.ts";

/** The two tables of rates; the first is named by what the case rests on. */
const viewsOf = (theCase: Case) =>
  [
    [
      "article",
      `As ${sourceWords(theCase).the} ${sourceWords(theCase).kind === "sources" ? "see" : "sees"} it`,
    ],
    ["outside", "Seen from outside"],
  ] as const;

/** How often it comes to a break: asked in plain words, held as a table of yearly rates that can be changed. */
export function Rates() {
  const edit = useEdit();
  const app = useApp();
  const theCase = useCase();
  const { outcome, mechanisms, levels, horizons } = theCase;
  // Until someone says otherwise, the question is asked over the time that the case speaks of.
  const whole = Math.max(1, Math.round(endsOf(horizons).at(-1) ?? 1));
  const [asked, setAsked] = useState<number | null>(null);
  const years = asked ?? whole;
  const { event } = outcome;
  const levelsNow = useMemo(() => baselineOf(theCase), [theCase]);
  const put = (to: Partial<Outcome["event"]>, gesture: string | null = null) =>
    edit({ edit: "setOutcome", outcome: { ...outcome, event: { ...event, ...to } } }, gesture);
  const putRates = (view: "article" | "outside", rates: readonly number[], gesture: string) =>
    put({ hazardPerYear: { ...event.hazardPerYear, [view]: rates } }, gesture);
  const of = mechanisms.find(({ id }) => id === event.of);
  return (
    <section className={styles.card} aria-label="How often it comes to a break">
      <div className={styles.title}>
        <h2>How often it comes to a break</h2>
      </div>
      <p className={form.sentence}>
        It hangs on{" "}
        <PickList
          label="What the break hangs on"
          look="field"
          items={mechanisms.map(({ id, label }) => ({ id, label }))}
          chosen={event.of}
          onChoose={(next) => put({ of: next })}
        />
        : the higher it stands, the sooner.
      </p>
      <p className={styles.help}>
        The number of 100 is over all states of {of?.short ?? "it"} as the case has them now: when they move,
        it moves; the table stays. The answer comes out a little lower: what stands low holds longest.
      </p>
      {viewsOf(theCase).map(([view, name]) => {
        const rates = event.hazardPerYear[view];
        const yearly = meanRate(rates, levelsNow);
        const { of100 } = plainRate(yearly, years);
        const ratio = ratioOf(rates);
        const respread = (rate: number, steep: number, gesture: string) =>
          putRates(
            view,
            steep > 1.0001 ? spreadRate(rate, levelsNow, steep) : rates.map(() => rate),
            gesture,
          );
        return (
          <div key={view} className={form.rate}>
            <p className={form.sentence}>
              <b>{name}:</b> out of 100 such partnerships{" "}
              <NumberField
                label={`${name}: how many of 100 end`}
                bare
                inline
                value={Math.round(of100 * 10) / 10}
                min={0.1}
                max={99.5}
                step={1}
                onChange={(value, g) => {
                  const plain = { of100: value, years };
                  const fault = faultOfPlain(plain);
                  if (fault !== undefined) app.notify(fault, "error");
                  else respread(yearlyRate(plain), ratio, g);
                }}
              />{" "}
              end within{" "}
              <NumberField
                label={`${name}: within how many years`}
                bare
                inline
                value={years}
                min={1}
                max={50}
                step={1}
                onChange={setAsked}
              />{" "}
              years; with each step of {of?.short ?? "it"} the odds are{" "}
              <NumberField
                label={`${name}: times the odds with each step`}
                bare
                inline
                value={Math.round(ratio * 100) / 100}
                min={1}
                max={20}
                step={0.1}
                onChange={(steep, g) => respread(yearly, steep, g)}
              />{" "}
              times as high.
            </p>
            <div className={form.scroll}>
              <table className={form.states}>
                <thead>
                  <tr>
                    <th scope="col">Percent that end</th>
                    {levels.map(({ id, label }) => (
                      <th key={id} scope="col">
                        {capitalised(label)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  <tr>
                    <th scope="row">in a year</th>
                    {levels.map(({ id, label }, k) => (
                      <td key={id}>
                        <NumberField
                          label={`${name}, ${label}: percent in a year`}
                          bare
                          inline
                          value={Math.round((rates[k] ?? 0) * 1e5) / 1e3}
                          min={0.001}
                          max={99.9}
                          step={0.1}
                          onChange={(value, g) => putRates(view, rates.with(k, value / 100), g)}
                        />
                      </td>
                    ))}
                  </tr>
                  <tr>
                    <th scope="row">within {years} years</th>
                    {levels.map(({ id }, k) => (
                      <td key={id}>{percentOf(plainRate(rates[k] ?? 0, years).of100)}</td>
                    ))}
                  </tr>
                </tbody>
              </table>
            </div>
            <TextField
              label={`What “${name.toLowerCase()}” rests on`}
              rows={1}
              placeholder="Which partnerships were counted, by whom"
              value={event.basis?.[view] ?? ""}
              onChange={(text, g) => put({ basis: { ...event.basis, [view]: text } }, g)}
            />
          </div>
        );
      })}
    </section>
  );
}

const percentOf = (of100: number): string =>
  of100 < 1 ? "<1%" : of100 > 99 ? ">99%" : `${Math.round(of100)}%`;
