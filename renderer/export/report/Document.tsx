import { marked } from "../subject.ts";
import type { ReportSection, SectionProps } from "./section.ts";

interface Props extends SectionProps {
  readonly sections: readonly ReportSection[];
}

/** The report as one long page. */
export function Document({ subject, charts, sections }: Props) {
  const { case: theCase, date } = subject;
  return (
    <article className="report">
      <header>
        <p className="eyebrow">{[marked(subject), "Entente", date].filter(Boolean).join(" · ")}</p>
        <h1>{theCase.title}</h1>
        <p className="question">{theCase.question}</p>
      </header>
      {sections.map(({ id, label, Body }) => (
        <section key={id} data-section={id}>
          <h2>{label}</h2>
          <Body subject={subject} charts={charts} />
        </section>
      ))}
    </article>
  );
}
