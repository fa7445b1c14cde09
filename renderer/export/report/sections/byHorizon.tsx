import { percentLabel, rungPercents } from "../../../../app/model/words/numbers.ts";
import { rungInfos } from "../../../state/select.ts";
import { Figure } from "../Figure.tsx";
import type { ReportSection } from "../section.ts";
import { Table } from "../Table.tsx";
import { Facts } from "../../../ui/Facts.tsx";

export const byHorizon: ReportSection = {
  id: "by-horizon",
  label: "Answer by horizon",
  available: () => true,
  Body({ subject, charts }) {
    const { case: theCase, answer } = subject;
    const rungs = rungInfos(theCase);
    return (
      <>
        <Figure chart={charts.find(({ id }) => id === "by-horizon")} />
        <Table
          caption="What happens, in whole percent; rows add up to 100"
          head={["By", ...rungs.map(({ short }) => short), "Breaks"]}
          numbersFrom={1}
          rows={theCase.horizons.map(({ id, label }) => {
            const at = answer.result.horizons[id];
            const whole = at ? rungPercents(theCase, at) : {};
            return [
              label,
              ...rungs.map((rung) => percentLabel((whole[rung.id] ?? 0) / 100)),
              percentLabel(at?.break ?? 0),
            ];
          })}
        />
        <Figure chart={charts.find(({ id }) => id === "answer")} />
        <Facts
          rows={rungs.map(({ id, label }) => [
            label,
            theCase.outcome.rungs.find((rung) => rung.id === id)?.criteria,
          ])}
        />
      </>
    );
  },
};
