import { EXTRAS } from "./choice.ts";
import styles from "./ExportDialog.module.css";
import { caseFile } from "./names.ts";
import { type PanelProps, toggled } from "./panel.ts";
import { Tick } from "./Tick.tsx";
import { Facts } from "../ui/Facts.tsx";

const FILES: Readonly<Record<(typeof EXTRAS)[number][0], string>> = {
  workbook: "workbook.xlsx",
  slides: "slides.pptx",
  report: "report.html",
};

/** Everything in one file, and what is in it. */
export function BundlePanel({ subject, charts, choice, change }: PanelProps) {
  const contents = [
    [
      "manifest.json",
      "what is inside, each with its SHA-256; program version, seed, scenario, horizon, view, date",
    ],
    [caseFile(subject.case.title), "the case itself, to be opened and worked on"],
    ["answers.json", "every scenario’s answer in full precision"],
    ...charts.map(({ id, label }) => [`charts/${id}.svg, data/${id}.csv`, label] as const),
    ...EXTRAS.filter(([id]) => choice.bundled.includes(id)).map(([id, label]) => [FILES[id], label] as const),
  ] as const;
  return (
    <>
      <div className={styles.preview}>
        <div className={`${styles.paper} ${styles.data}`} tabIndex={0} role="region" aria-label="Preview">
          <Facts className={styles.contents} rows={contents} />
        </div>
      </div>
      <div className={styles.options}>
        <fieldset className={styles.field}>
          <legend className={styles.label}>Also inside</legend>
          {EXTRAS.map(([id, label]) => (
            <Tick
              key={id}
              label={label}
              isSelected={choice.bundled.includes(id)}
              onChange={(isIn) => change({ bundled: toggled(choice.bundled, id, isIn) })}
            />
          ))}
        </fieldset>
        <p className={styles.hint}>
          One ZIP file for the record or for a colleague. Opened in Entente, every file is checked against the
          list and the same numbers are shown; a bundle that was changed is refused.
        </p>
      </div>
    </>
  );
}
