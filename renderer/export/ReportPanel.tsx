import { useEffect, useRef, useState } from "react";
import type { Report } from "../../app/bridge/contract.ts";
import styles from "./ExportDialog.module.css";
import { sectionsIn } from "./make.ts";
import { type PanelProps, toggled } from "./panel.ts";
import { SECTIONS } from "./report/sections/index.ts";
import { Segments } from "./Segments.tsx";
import { Tick } from "./Tick.tsx";

const SHEETS = [
  ["a4", "A4"],
  ["letter", "Letter"],
] as const;

/** The report as it will be printed, and which sections of it. */
export function ReportPanel({ subject, charts, choice, change }: PanelProps) {
  const { leftOut, paper } = choice;
  const [report, setReport] = useState<Report | null>(null);
  const [error, setError] = useState<string | null>(null);
  useEffect(() => {
    let wanted = true;
    const timer = setTimeout(() => {
      void import("./report/compose.tsx")
        .then(({ composeReport }) =>
          composeReport(subject, charts, sectionsIn({ ...choice, leftOut }, subject), paper),
        )
        .then(
          (made) => wanted && setReport(made),
          (problem: unknown) =>
            wanted && setError(problem instanceof Error ? problem.message : String(problem)),
        );
    }, 60);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- of the choice only what is printed counts
  }, [subject, charts, leftOut, paper]);
  return (
    <>
      <div className={styles.preview}>
        {report ? (
          <Pages report={report} opensAt={subject.workshop === null ? null : "workshop"} />
        ) : (
          <p className={styles.hint}>{error ?? "Composing…"}</p>
        )}
        <p className={styles.hint}>
          Printed with the marking, the case and the page number at head and foot of every page.
        </p>
      </div>
      <div className={styles.options}>
        <fieldset className={styles.field}>
          <legend className={styles.label}>Sections</legend>
          {SECTIONS.filter(({ available }) => available(subject)).map(({ id, label }) => (
            <Tick
              key={id}
              label={label}
              isSelected={!leftOut.includes(id)}
              onChange={(isIn) => change({ leftOut: toggled(leftOut, id, !isIn) })}
            />
          ))}
        </fieldset>
        <Segments label="Paper" value={paper} options={SHEETS} onChange={(next) => change({ paper: next })} />
        {!leftOut.includes("change") && !charts.some(({ id }) => id === "tipping-one") && (
          <p className={styles.hint} role="status">
            Tipping points are still being worked out; they come in as soon as they are known.
          </p>
        )}
        <p className={styles.hint}>PDF with tags for screen readers, an outline, and charts as vectors.</p>
      </div>
    </>
  );
}

interface PagesProps {
  readonly report: Report;
  /** The section that is in sight at first; null: the top. */
  readonly opensAt: string | null;
}

/** The report apart from the page's own styles, as it is apart from them when it is printed. */
function Pages({ report: { html, css }, opensAt }: PagesProps) {
  const host = useRef<HTMLDivElement>(null);
  const opened = useRef(false);
  useEffect(() => {
    const { current } = host;
    if (!current) return;
    const root = current.shadowRoot ?? current.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    // Paper is for printing; the letters are the page's own.
    sheet.replaceSync(css.replace(/@font-face\{[^}]*\}/g, "").replace(/@page[^]*$/, ""));
    root.adoptedStyleSheets = [sheet];
    root.replaceChildren(...new DOMParser().parseFromString(html, "text/html").body.childNodes);
    if (opensAt !== null && !opened.current)
      root.querySelector(`[data-section="${opensAt}"]`)?.scrollIntoView({ block: "start" });
    opened.current = true;
  }, [html, css, opensAt]);
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label="Preview">
      <div ref={host} className={styles.leaf} />
    </div>
  );
}
