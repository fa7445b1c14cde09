import { Figure } from "../Figure.tsx";
import type { ReportSection } from "../section.ts";

export const argument: ReportSection = {
  id: "argument",
  label: "The argument",
  available: ({ case: { mechanisms } }) => mechanisms.length > 0,
  Body({ subject, charts }) {
    return (
      <>
        <Figure chart={charts.find(({ id }) => id === "argument")} width={760} />
        <dl>
          {subject.case.mechanisms
            .filter(({ detail }) => !detail)
            .map(({ id, label, why: reason }) => (
              <div key={id}>
                <dt>{label}</dt>
                <dd>{reason}</dd>
              </div>
            ))}
        </dl>
      </>
    );
  },
};
