import { useState } from "react";
import { Button, Radio, RadioGroup } from "react-aria-components";
import type { NetworkCase } from "../../../app/model/case/network-case.ts";
import { type Format, FORMATS, writeNetwork } from "../../../app/model/interchange/interchange.ts";
import { networkOf } from "../../../app/model/interchange/network-case.ts";
import { toCsv } from "../../export/csv.ts";
import type { NetworkState } from "../../state/networks.ts";
import { networkTable } from "./table.ts";
import { useApp } from "../../state/context.ts";
import { Window } from "../../ui/Window.tsx";
import window from "../../ui/Window.module.css";
import styles from "./Network.module.css";
import { asText, exportedTo, saveExport } from "../../state/saveExport.ts";

type Target = Format | "csv";
const TARGETS: readonly Target[] = [...(Object.keys(FORMATS) as Format[]), "csv"];
const labelOf = (target: Target): string => (target === "csv" ? "CSV table" : FORMATS[target].label);

const holdsOf = (target: Target): string =>
  target === "csv" ? "the chances of all states as they stand now" : FORMATS[target].holds;

/** The open network as a file of another program, or its chances as a table. Findings and the question stay in the case. */
export function ConvertDialog({
  theCase,
  onClose,
}: {
  readonly theCase: NetworkCase;
  readonly onClose: () => void;
}) {
  const app = useApp();
  const [format, setFormat] = useState<Target>("bif");
  const [failed, setFailed] = useState<string | null>(null);
  const save = async (): Promise<void> => {
    const base = app.document.getState().name.replace(/\.entente$/, "");
    const text =
      format === "csv"
        ? numbers(theCase, app.networks.getState().now)
        : writeNetwork(networkOf(theCase), format);
    const outcome = await saveExport(app.host, {
      name: `${base}.${format}`,
      kind: format,
      content: asText(text),
    });
    if (outcome.kind === "failed") setFailed(outcome.sentence);
    else {
      if (outcome.kind === "saved") app.notify(exportedTo(outcome));
      onClose();
    }
  };
  return (
    <Window
      title="Export"
      onClose={onClose}
      foot={
        <>
          <Button className={window.button ?? ""} onPress={onClose}>
            Cancel
          </Button>
          <Button
            className={`${window.button} ${window.primary}`}
            onPress={() =>
              void save().catch((error: unknown) =>
                setFailed(error instanceof Error ? error.message : String(error)),
              )
            }
          >
            Save…
          </Button>
        </>
      }
    >
      <RadioGroup
        aria-label="Format"
        className={styles.formats ?? ""}
        value={format}
        onChange={(value) => setFormat(TARGETS.find((one) => one === value) ?? format)}
      >
        {TARGETS.map((one) => (
          <Radio key={one} value={one}>
            <b>{labelOf(one)}</b>
            <span>{holdsOf(one)}</span>
          </Radio>
        ))}
      </RadioGroup>
      <p className={styles.hint}>What was found and the question stay in the case; save that as well.</p>
      {failed !== null && (
        <p className={styles.wrong} role="alert">
          {failed}
        </p>
      )}
    </Window>
  );
}

function numbers(theCase: NetworkCase, now: NetworkState["now"]): string {
  if (!now) throw new Error("The chances are not worked out yet; try again in a moment.");
  const table = networkTable(now.case.network, now.answer.now);
  return toCsv(table, [["Case", theCase.title]], { bom: false });
}
