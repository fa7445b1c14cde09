import { Figure } from "../Figure.tsx";
import type { ReportSection } from "../section.ts";
import { Facts } from "../../../ui/Facts.tsx";

export const argument: ReportSection = {
  id: "argument",
  label: "The argument",
  available: ({ case: { mechanisms } }) => mechanisms.length > 0,
  Body({ subject, charts }) {
    return (
      <>
        <Figure chart={charts.find(({ id }) => id === "argument")} width={760} />
        <Facts
          rows={subject.case.mechanisms
            .filter(({ detail }) => !detail)
            .map(({ label, why: reason }) => [label, reason])}
        />
      </>
    );
  },
};
