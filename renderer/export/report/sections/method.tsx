import { JUDGEMENT, metadataOf } from "../../subject.ts";
import type { ReportSection } from "../section.ts";
import { Table } from "../Table.tsx";
import { sourceWords } from "../../../../app/model/words/source.ts";

export const method: ReportSection = {
  id: "method",
  label: "Method and limits",
  available: () => true,
  Body({ subject }) {
    const { case: theCase, range, answer } = subject;
    const { basis } = theCase.outcome.event;
    return (
      <>
        <p>{JUDGEMENT}</p>
        <p>
          The argument is read as {theCase.factors.length} factors and {theCase.mechanisms.length} mechanisms
          of a causal model, each with five states. The answer is exact inference: nothing in it is sampled.
          Why it stands where it does is averaged over {answer.why.orders ?? "all"} orders of adding the
          factors, from all at their lowest, and adds up to the answer.
        </p>
        {range && (
          <p>
            The range runs over {range.draws} plausible weightings (seed {range.seed}): four in five lie
            inside. It holds what the weights leave open, not whether the argument is right.
          </p>
        )}
        {basis?.short && <p>{basis.short}</p>}
        {basis?.article && (
          <p>
            Rates from {sourceWords(theCase).the}: {basis.article}
          </p>
        )}
        {basis?.outside && <p>Rates from outside: {basis.outside}</p>}
        {theCase.outcome.resolution && theCase.outcome.resolution.length > 0 && (
          <>
            <h3>How it would be settled</h3>
            <ul>
              {theCase.outcome.resolution.map((rule, i) => (
                <li key={i}>{rule}</li>
              ))}
            </ul>
            {theCase.outcome.moot && <p>{theCase.outcome.moot}</p>}
          </>
        )}
        <Table
          caption="What this report was made from"
          head={["", ""]}
          rows={metadataOf(subject).map(([name, value]) => [name, String(value)])}
        />
      </>
    );
  },
};
