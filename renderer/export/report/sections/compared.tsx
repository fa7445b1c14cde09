import { evaluate } from "../../../../app/model/answer/evaluate.ts";
import { changes } from "../../../../app/model/case/edits.ts";
import { effectiveInputs } from "../../../../app/model/evidence/weigh.ts";
import { percentLabel } from "../../../../app/model/words/numbers.ts";
import { estimate } from "../../../../app/model/words/sentence.ts";
import { sourceWords } from "../../../../app/model/words/source.ts";
import type { ReportSection } from "../section.ts";
import { Table } from "../Table.tsx";

export const compared: ReportSection = {
  id: "compared",
  label: "Scenarios compared",
  available: ({ case: { scenarios } }) => scenarios.length > 1,
  Body({ subject, charts }) {
    const { case: theCase, inputs, horizon } = subject;
    const answers = theCase.scenarios.map((scenario) => {
      const own = {
        ...effectiveInputs(theCase, scenario.id),
        ...(inputs.view === undefined ? {} : { view: inputs.view }),
      };
      try {
        return { scenario, at: evaluate(theCase, own).horizons };
      } catch {
        // What was seen cannot be there: the row says so.
        return { scenario, at: null };
      }
    });
    const comparison = charts.find(({ id }) => id === "compare");
    return (
      <>
        {comparison?.findings?.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <Table
          caption={`Chance that ${theCase.event}, by scenario`}
          head={["Scenario", ...theCase.horizons.map(({ label }) => label), "In words"]}
          rows={answers.map(({ scenario, at }) => {
            const p = at?.[horizon]?.break;
            const words = p === undefined ? null : estimate(p);
            return [
              scenario.name,
              ...theCase.horizons.map(({ id }) => (at ? percentLabel(at[id]?.break ?? 0) : "cannot be")),
              words ? `${words.word} ${words.range}` : "",
            ];
          })}
        />
        <dl>
          {theCase.scenarios.map(({ id, name, story }) => {
            const list = changes(theCase, id).map(({ text }) => text);
            return (
              <div key={id}>
                <dt>{name}</dt>
                <dd>
                  {story}{" "}
                  {list.length > 0
                    ? `Changes: ${list.join("; ")}.`
                    : `No change from ${sourceWords(theCase).the}.`}
                </dd>
              </div>
            );
          })}
        </dl>
      </>
    );
  },
};
