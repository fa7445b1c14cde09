import { useMemo, useState } from "react";
import styles from "../ExportDialog.module.css";
import { Segments } from "../Segments.tsx";
import type { Subject } from "../subject.ts";
import { SHEETS } from "./sheets.ts";

/** The sheets as they will be, one at a time; a formula says itself where the pointer rests. */
export function WorkbookPreview({ subject }: { readonly subject: Subject }) {
  const [shown, setShown] = useState(SHEETS[0]?.name ?? "");
  // What is left out of the file has no tab.
  const sheets = useMemo(
    () =>
      SHEETS.flatMap(({ name, make }) => {
        const sheet = make(subject);
        return sheet ? [{ name, sheet }] : [];
      }),
    [subject],
  );
  const { sheet } = sheets.find(({ name }) => name === shown) ?? sheets[0] ?? {};
  const rows = useMemo(() => sheet?.table() ?? [], [sheet]);
  const options = sheets.map(({ name }) => [name, name] as const);
  return (
    <>
      <Segments label="Sheet" wrap value={shown} options={options} onChange={setShown} />
      <div className={`${styles.paper} ${styles.data}`} tabIndex={0} role="region" aria-label="Preview">
        <table className={styles.cells}>
          <tbody>
            {rows.map((row, r) => (
              <tr key={r}>
                {row.map((cell, c) => (
                  <td
                    key={c}
                    title={cell?.formula}
                    data-formula={cell?.formula ? "" : undefined}
                    data-number={cell?.number || undefined}
                  >
                    {cell?.text}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles.hint}>Underlined: a live formula. Charts follow below the numbers.</p>
    </>
  );
}
