import { changes } from "../../../../app/model/case/edits.ts";
import type { ReportSection } from "../section.ts";

const EVIDENCE: ReadonlySet<string> = new Set(["observe", "likelihood"]);

/** What has been counted in the scenario. */
export const evidence: ReportSection = {
  id: "evidence",
  label: "Evidence",
  available: ({ case: theCase, scenario }) =>
    changes(theCase, scenario).some(({ input }) => EVIDENCE.has(input)),
  Body({ subject }) {
    return (
      <ul>
        {changes(subject.case, subject.scenario)
          .filter(({ input }) => EVIDENCE.has(input))
          .map(({ text }, i) => (
            <li key={i}>{text}</li>
          ))}
      </ul>
    );
  },
};
