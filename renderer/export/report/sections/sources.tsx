import type { ReportSection } from "../section.ts";
import { Table } from "../Table.tsx";

export const sources: ReportSection = {
  id: "sources",
  label: "Sources",
  available: ({ case: { source, claims } }) => claims.length > 0 || source.title !== "",
  Body({ subject }) {
    const { source, claims, dateConflicts, hedges } = subject.case;
    return (
      <>
        <p>
          {[source.title, source.author, source.publisher].filter(Boolean).join(", ")}. {source.note}
        </p>
        {(source.items ?? []).length > 0 && (
          <ul>
            {(source.items ?? []).map(({ id, title, date }) => (
              <li key={id}>{[title, date].filter(Boolean).join(", ")}</li>
            ))}
          </ul>
        )}
        {claims.length > 0 && (
          <Table
            caption="Claims, in our words"
            head={["Where", "Claim", "Said by", "How firm"]}
            rows={claims.map(({ paragraph, text, saidBy, firmness }) => [paragraph, text, saidBy, firmness])}
          />
        )}
        {hedges.length > 0 && (
          <Table
            caption="Hedges, and how they are read"
            head={["Word", "Where", "Read as"]}
            rows={hedges.map(({ word, where, reading }) => [word, where, reading])}
          />
        )}
        {dateConflicts.length > 0 && (
          <>
            <h3>Dates and sources that do not agree</h3>
            <ul>
              {dateConflicts.map(({ id, text }) => (
                <li key={id}>{text}</li>
              ))}
            </ul>
          </>
        )}
      </>
    );
  },
};
