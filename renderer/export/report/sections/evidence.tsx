import { changes } from "../../../../app/model/case/edits.ts";
import type { EvidenceItem } from "../../../../app/model/case/evidence-types.ts";
import type { Subject } from "../../subject.ts";
import type { ReportSection } from "../section.ts";
import { Table } from "../Table.tsx";

const SEEN: ReadonlySet<string> = new Set(["observe", "likelihood"]);
/** What the scenario itself takes as seen. */
const assumed = ({ case: theCase, scenario }: Subject) =>
  changes(theCase, scenario).filter(({ input }) => SEEN.has(input));

/** The log, and what the scenario takes as seen. */
export const evidence: ReportSection = {
  id: "evidence",
  label: "Evidence",
  available: (subject) => (subject.case.evidence ?? []).length > 0 || assumed(subject).length > 0,
  Body({ subject }) {
    const log = subject.case.evidence ?? [];
    const seen = assumed(subject);
    return (
      <>
        {log.length > 0 && (
          <Table
            caption="Evidence log; grades: reliability of the source A–F, credibility of the report 1–6"
            head={["What happened", "When", "Sources", "Use"]}
            rows={log.map((item) => [
              item.title,
              item.eventDate ?? item.reportDate ?? "",
              sourcesOf(item),
              item.counts ? "counted" : "on record only",
            ])}
          />
        )}
        {seen.length > 0 && (
          <ul>
            {seen.map(({ text }, i) => (
              <li key={i}>{text}</li>
            ))}
          </ul>
        )}
      </>
    );
  },
};

const sourcesOf = ({ sources }: EvidenceItem) =>
  sources.map(({ name, reliability, credibility }) => `${name} (${reliability}${credibility})`).join("; ");
