import { FileText } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Button } from "react-aria-components";
import type { ExportChoice } from "./choice.ts";
import type { ExportDialogProps, Outcome, Take } from "./ExportDialog.tsx";
import styles from "./ExportDialog.module.css";
import { csvOf, make, type Material, nameOf, plain, pngOf, svgOf } from "./make.ts";
import { taskOf } from "./task.ts";

interface Props extends Pick<ExportDialogProps, "save" | "copy" | "onClose" | "prints" | "copyAtOnce"> {
  readonly choice: ExportChoice;
  readonly material: Material;
  /** What is previewed is what was chosen. */
  readonly ready: boolean;
  /** Some of what belongs in it is still being worked out. */
  readonly waits: boolean;
}

interface Busy {
  readonly what: "copy" | "export";
  readonly share: number;
  readonly stop: () => void;
}

/** Work shorter than this shows no progress, ms. */
const SHORT = 300;

/** What the file will be called, and the two ways to take it. Work that takes a while says how far it is, and stops. */
export function Foot({
  choice,
  material,
  ready,
  waits,
  save,
  copy,
  onClose,
  prints,
  copyAtOnce = null,
}: Props) {
  const [busy, setBusy] = useState<Busy | null>(null);
  const [slow, setSlow] = useState(false);
  const [said, setSaid] = useState<{
    readonly text: string;
    readonly failed: boolean;
    readonly of: ExportChoice;
  } | null>(null);
  const take: Take = choice.tab === "data" ? "data" : choice.format === "svg" ? "svg" : "picture";

  const copied = async (what: Take): Promise<Outcome> => {
    const { subject, chart, sheet } = material;
    if (what === "data") return copy({ png: null, text: csvOf(choice, subject, chart) });
    if (what === "svg") return copy({ png: null, text: await svgOf(choice, sheet) });
    return copy({ png: await pngOf(choice, sheet), text: plain(chart.title) });
  };

  /** True when it was done. */
  async function run(what: Busy["what"], taken = take): Promise<boolean> {
    const controller = new AbortController();
    const stop = () => controller.abort();
    const task = taskOf(controller.signal, (share) => setBusy({ what, share, stop }));
    setBusy({ what, share: 0, stop });
    setSaid(null);
    const timer = setTimeout(() => setSlow(true), SHORT);
    const say = (text: string, failed: boolean) => setSaid({ text, failed, of: choice });
    try {
      const outcome = what === "copy" ? await copied(taken) : await exported(task);
      if (typeof outcome === "object") say(outcome.failed, true);
      else if (outcome === "done" && what === "copy") say("Copied.", false);
      else if (outcome === "done") onClose();
      return outcome === "done";
    } catch (problem) {
      if (controller.signal.aborted) say("Stopped; nothing was written.", false);
      else say(problem instanceof Error ? problem.message : String(problem), true);
      return false;
    } finally {
      clearTimeout(timer);
      setSlow(false);
      setBusy(null);
    }
  }
  const exported = async (task: Parameters<typeof make>[2]): Promise<Outcome> => {
    const file = await make(choice, material, task);
    await task.step(1);
    return save(file);
  };

  const atOnce = useRef(copyAtOnce);
  useEffect(() => {
    const what = atOnce.current;
    if (what === null || !ready) return;
    atOnce.current = null;
    void run("copy", what).then((done) => done && onClose());
  });

  const hasCopy = choice.tab === "chart" || (choice.tab === "data" && choice.table === "csv");
  const verb = choice.tab === "report" && prints ? "Print…" : "Export";
  const news = said?.of === choice ? said : null;
  const doing = choice.tab === "report" && prints ? "Printing…" : "Exporting…";
  return (
    <footer className={styles.foot}>
      <FileText size={16} strokeWidth={1.8} aria-hidden />
      <p className={styles.file}>
        {verb === "Print…" ? (
          "The browser’s print dialog saves it as a PDF or prints it."
        ) : (
          <>
            <b>{nameOf(choice, material)}</b>
            {choice.tab === "chart" && choice.beside && " and its numbers"}
          </>
        )}
      </p>
      <p className={news?.failed ? styles.error : styles.hint} role={news?.failed ? "alert" : "status"}>
        {news?.text ?? (waits ? "Some charts are still being worked out." : "")}
      </p>
      {slow && busy ? (
        <Button className={styles.button ?? ""} onPress={busy.stop}>
          Cancel
        </Button>
      ) : (
        hasCopy && (
          <Button
            className={styles.button ?? ""}
            isDisabled={!ready}
            isPending={busy !== null}
            onPress={() => void run("copy")}
          >
            {busy?.what === "copy"
              ? "Copying…"
              : { data: "Copy data", svg: "Copy SVG", picture: "Copy picture" }[take]}
          </Button>
        )
      )}
      <Button
        className={`${styles.button} ${styles.primary}`}
        isDisabled={!ready}
        isPending={busy !== null}
        onPress={() => void run("export")}
      >
        {busy?.what === "export" ? `${doing}${slow ? ` ${Math.round(busy.share * 100)}%` : ""}` : verb}
      </Button>
    </footer>
  );
}
