import { useMemo } from "react";
import { type Format, FORMATS } from "../../app/model/interchange/interchange.ts";
import { counted } from "../../app/model/words/counted.ts";
import { Facts } from "../ui/Facts.tsx";
import styles from "./ExportDialog.module.css";
import { networkOfSubject } from "./network.ts";
import type { PanelProps } from "./panel.ts";
import { Segments } from "./Segments.tsx";
import { scenarioText, type Subject } from "./subject.ts";

const LABELS = (Object.keys(FORMATS) as Format[]).map((id) => [id, FORMATS[id].label] as const);

/** What the other program will be given. */
export function NetworkPreview({ subject }: { readonly subject: Subject }) {
  const { case: theCase, horizon, viewName } = subject;
  const network = useMemo(() => networkOfSubject(subject), [subject]);
  const { factors, mechanisms, indicators, horizons } = theCase;
  const phase = horizons.find(({ id }) => id === horizon);
  const contents = [
    ["Called", network.name],
    [
      `${network.variables.length} boxes`,
      `${counted(factors.length, "factor")}, ${counted(mechanisms.length, "mechanism")}, ${counted(indicators.length, "sign")}, whether it breaks in this period, and what then holds`,
    ],
    ["Period", phase ? `${phase.label}, ${phase.phrase}` : horizon],
    [
      "In its tables",
      `states, weights and assumptions of ${scenarioText(subject)}; seen from: ${viewName.toLowerCase()}`,
    ],
    ...network.notes.map((note) => ["Mind", note] as const),
  ] as const;
  return (
    <div className={`${styles.paper} ${styles.data}`} tabIndex={0} role="region" aria-label="Preview">
      <Facts className={styles.contents} rows={contents} />
    </div>
  );
}

/** Which program it is for. */
export function NetworkOptions({ choice, change }: Pick<PanelProps, "choice" | "change">) {
  return (
    <>
      <Segments
        label="Written as"
        value={choice.network}
        options={LABELS}
        onChange={(network) => change({ network })}
        wrap
      />
      <p className={styles.hint}>It holds {FORMATS[choice.network].holds}.</p>
      <p className={styles.hint}>
        A Bayesian network for other programs.
        {FORMATS[choice.network].reads &&
          " Entente opens it again as a case of its own, with the same chances in every box."}
      </p>
    </>
  );
}
