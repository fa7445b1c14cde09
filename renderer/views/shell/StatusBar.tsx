import { Lock, X } from "lucide-react";
import { Button } from "react-aria-components";
import { markingLine } from "../../../app/model/case/marking.ts";
import { useApp, useCase, useDocument, useLook, useNetworkCase } from "../../state/context.ts";
import { isEdited } from "../../state/document.ts";
import { SHIPPED } from "../../state/shipped.ts";
import { useLayout } from "../../ui/useLayout.ts";
import styles from "./App.module.css";

/** Which file, whether it is saved, what just happened, and that nothing leaves. */
export function StatusBar() {
  const app = useApp();
  const theCase = useCase();
  const name = useDocument((state) => state.name);
  const file = useDocument((state) => state.file);
  const edited = useDocument(isEdited);
  const { notice, unkept } = useLook((look) => look);
  const roomy = useLayout() !== "small";
  const network = useNetworkCase()?.network;
  const shipped = !network && SHIPPED.some(({ id }) => id === name);
  const workshop = useLook((look) => look.screen === "workshop") && !network;
  const boxes = network?.variables.length ?? theCase.factors.length + theCase.mechanisms.length;
  return (
    <footer className={styles.status}>
      <span title={file?.folder}>{file ? file.name : `${name} (not in a file)`}</span>
      <MarkingChip />
      <span>
        {edited
          ? unkept
            ? "Edited – not kept safe, not saved"
            : "Edited – kept safe, not yet saved"
          : file
            ? "Saved"
            : shipped
              ? "As shipped"
              : "New, not in a file yet"}
      </span>
      <span
        className={notice?.tone === "error" ? `${styles.notice} ${styles.wrong}` : styles.notice}
        title={notice?.text}
        role={notice?.tone === "error" ? "alert" : "status"}
      >
        {notice?.text}
      </span>
      {notice?.tone === "error" && (
        <Button
          className={styles.dismiss ?? ""}
          aria-label="Close the message"
          onPress={() => app.look.setState({ notice: null })}
        >
          <X size={12} strokeWidth={2.4} aria-hidden />
        </Button>
      )}
      <i className={styles.space} />
      {/* What went wrong is read whole: what can be read any time makes room. */}
      {notice?.tone !== "error" && <span>{network ? "As its tables say" : "Judgement, not frequency"}</span>}
      {notice?.tone !== "error" && roomy && (
        <span>{workshop ? "Answer hidden in a workshop" : `${boxes} boxes · exact`}</span>
      )}
      <span>
        <Lock size={11} strokeWidth={2} aria-hidden /> Offline: nothing leaves this computer
      </span>
    </footer>
  );
}

/** How the case may be handled; opens the question. */
function MarkingChip() {
  const app = useApp();
  const { marking } = useCase();
  return (
    <Button
      className={styles.marking ?? ""}
      data-marked={markingLine(marking) !== null || undefined}
      onPress={() => app.look.setState({ dialog: { kind: "marking" } })}
    >
      {markingLine(marking) ?? (marking ? "No marking" : "Marking…")}
    </Button>
  );
}
