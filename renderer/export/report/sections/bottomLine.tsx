import { percentLabel } from "../../../../app/model/words/numbers.ts";
import { estimate } from "../../../../app/model/words/sentence.ts";
import { headline, rangeSentence, scenarioText } from "../../subject.ts";
import type { ReportSection } from "../section.ts";
import { Table } from "../Table.tsx";

export const bottomLine: ReportSection = {
  id: "bottom-line",
  label: "Bottom line",
  available: () => true,
  Body({ subject }) {
    const { case: theCase, answer, horizon, viewName } = subject;
    const { confidence } = theCase;
    const p = answer.result.horizons[horizon]?.break ?? 0;
    return (
      <>
        <p className="lead">
          {headline(subject)}: {percentLabel(p)}.
        </p>
        <p>{rangeSentence(subject, horizon)}</p>
        <p>
          {confidence
            ? `Confidence in this judgement is ${confidence.level}. ${confidence.reasons}`
            : "Confidence in this judgement is not given."}
        </p>
        <p>
          Scenario: {scenarioText(subject)}. Seen from: {viewName.toLowerCase()}.
        </p>
        <Table
          caption={`Chance that ${theCase.event}`}
          head={["By", "Chance", "In words", "4 in 5 plausible weightings"]}
          rows={theCase.horizons.map(({ id, label, phrase }) => {
            const chance = answer.result.horizons[id]?.break ?? 0;
            const { word, range } = estimate(chance);
            const at = subject.range?.horizons[id];
            return [
              `${label}, ${phrase}`,
              percentLabel(chance),
              `${word} ${range}`,
              at ? `${percentLabel(at.low)} to ${percentLabel(at.high)}` : "",
            ];
          })}
        />
      </>
    );
  },
};
