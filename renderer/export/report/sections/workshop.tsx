import { reportedSession, sessionReport } from "../../../../app/model/session/report.ts";
import type { ReportSection } from "../section.ts";
import { Table } from "../Table.tsx";

/** Tables of a text and a count. */
const VOTED: ReadonlySet<string> = new Set(["sign", "missing", "drivers", "group-model"]);

/** A workshop held on the case: how, what it came to, what moved, who sees it otherwise. */
export const workshop: ReportSection = {
  id: "workshop",
  label: "Workshop",
  available: ({ case: theCase, workshop }) => reportedSession(theCase, workshop) !== undefined,
  Body({ subject: { case: theCase, workshop } }) {
    const session = reportedSession(theCase, workshop);
    if (!session) return null;
    const { title, sentences, tables, minority } = sessionReport(theCase, session);
    return (
      <>
        <h3>{title}</h3>
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {minority !== "" && (
          <>
            <h3>Minority report</h3>
            {minority.split("\n").map((line, i) => (
              <p key={i}>{line}</p>
            ))}
          </>
        )}
        {tables.map(({ id, title: caption, columns, rows }) => (
          <Table
            key={id}
            caption={caption}
            head={columns}
            rows={rows}
            {...(id === "method" ? {} : { numbersFrom: VOTED.has(id) ? 1 : 99 })}
          />
        ))}
      </>
    );
  },
};
