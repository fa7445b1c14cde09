import { HEADS, type Judgement } from "../../../../app/model/case/judgement.ts";
import type { Case } from "../../../../app/model/case/types.ts";
import type { ReportSection } from "../section.ts";
import { Table } from "../Table.tsx";

/** What has been written, in the order of the heads; a list has an item a line. */
const written = ({ judgement }: Case) =>
  HEADS.flatMap(({ id, label, list }) => {
    const text = judgement?.text[id]?.trim() ?? "";
    return text === "" ? [] : [{ id, label, lines: list ? text.split("\n").filter((line) => line.trim() !== "") : [text], list }];
  }); // prettier-ignore

/** What was given before: likelihood and confidence stand apart. */
const frozenRow = (theCase: Case, given: Judgement): string[] => [
  given.date?.slice(0, 10) ?? "",
  given.scenario?.name ?? "",
  theCase.horizons
    .flatMap(({ id, label }) => (given.words?.[id] ? [`${label}: ${given.words[id]}`] : []))
    .join("; "),
  given.confidence?.level ?? "not given",
];

/** The judgement as it stands, and those frozen before it. */
export const judgement: ReportSection = {
  id: "judgement",
  label: "Judgement",
  available: ({ case: theCase }) => written(theCase).length > 0 || (theCase.judgements ?? []).length > 0,
  Body({ subject: { case: theCase } }) {
    const frozen = theCase.judgements ?? [];
    return (
      <>
        {written(theCase).map(({ id, label, lines, list }) => (
          <div key={id}>
            <h3>{label}</h3>
            {list ? (
              <ul>
                {lines.map((line, i) => (
                  <li key={i}>{line}</li>
                ))}
              </ul>
            ) : (
              <p>{lines[0]}</p>
            )}
          </div>
        ))}
        {frozen.length > 0 && (
          <Table
            caption="Judgements frozen before, as they were given"
            head={["Date", "Scenario", "How likely a break is", "Confidence"]}
            rows={frozen.map((given) => frozenRow(theCase, given))}
          />
        )}
      </>
    );
  },
};
