import { Figure } from "../Figure.tsx";
import type { ReportSection } from "../section.ts";
import { sourceWords } from "../../../../app/model/words/source.ts";
import { Facts } from "../../../ui/Facts.tsx";

export const why: ReportSection = {
  id: "why",
  label: "Why",
  available: ({ answer, horizon }) => answer.why.horizons[horizon] !== undefined,
  Body({ subject, charts }) {
    const { case: theCase, inputs } = subject;
    const changed = theCase.factors.filter(({ id }) => inputs.weights?.[id] !== undefined);
    return (
      <>
        <Figure chart={charts.find(({ id }) => id === "why")} />
        {changed.length > 0 && (
          <p>
            Weighed otherwise than in {sourceWords(theCase).the}:{" "}
            {changed.map(({ id, short }) => `${short} (${inputs.weights?.[id]})`).join(", ")}.
          </p>
        )}
        <Facts rows={theCase.factors.map(({ label, why: reason }) => [label, reason])} />
      </>
    );
  },
};
