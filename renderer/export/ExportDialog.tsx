import { useEffect, useMemo, useRef, useState } from "react";
import { FileText, X } from "lucide-react";
import {
  Button,
  Dialog,
  Heading,
  Modal,
  ModalOverlay,
  Tab,
  TabList,
  TabPanel,
  Tabs,
} from "react-aria-components";
import { type Marking, markingLine } from "../../app/model/case/marking.ts";
import { ChartPanel } from "./ChartPanel.tsx";
import { PAPERS, pictureSize } from "./choice.ts";
import type { ExportChart, ExportChoice } from "./choice.ts";
import { toCsv } from "./csv.ts";
import type { Metadata } from "./csv.ts";
import { DataPanel } from "./DataPanel.tsx";
import styles from "./ExportDialog.module.css";
import { MarkingForm } from "./MarkingForm.tsx";
import { fileName } from "./names.ts";
import type { NameParts } from "./names.ts";
import { svgToPng } from "./png.ts";
import { useSheet } from "./useSheet.ts";

export interface ExportFile {
  readonly name: string;
  readonly kind: "png" | "svg" | "csv";
  readonly data: string | Uint8Array;
  /** The numbers of a picture, to be written beside it. */
  readonly beside?: string;
}
/** How a save or a copy ended; `failed` is one sentence for people. */
export type Outcome = "done" | "cancelled" | { readonly failed: string };

export interface ExportDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** At least one. */
  readonly charts: readonly ExportChart[];
  readonly brand: string;
  /** Absent: the question comes first. */
  readonly marking: Marking | undefined;
  readonly onMarking: (marking: Marking) => void;
  /** Case, scenario, horizon, view, date, version, seed: where the picture comes from. */
  readonly source: string;
  /** That the numbers are judgement, not frequency; printed whatever is chosen. */
  readonly judgement: string;
  readonly metadata: Metadata;
  readonly name: Omit<NameParts, "chart">;
  readonly initial: ExportChoice;
  /** Copies what `initial` says as soon as it is ready, and closes. */
  readonly copyAtOnce?: boolean;
  readonly onChoice: (choice: ExportChoice) => void;
  readonly save: (file: ExportFile) => Promise<Outcome>;
  readonly copy: (content: { readonly png: Uint8Array | null; readonly text: string }) => Promise<Outcome>;
}

/** Takes a chart out of the window: as a picture that explains itself, or as its numbers. */
export function ExportDialog(props: ExportDialogProps) {
  return (
    <ModalOverlay
      className={styles.scrim ?? ""}
      isOpen={props.isOpen}
      onOpenChange={(open) => !open && props.onClose()}
      isDismissable
    >
      <Modal className={styles.modal ?? ""}>
        <Dialog className={styles.dialog ?? ""}>
          {props.marking ? <Body {...props} /> : <AskMarking {...props} />}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** The first export of a case asks how it may be handled. */
function AskMarking({ onClose, onMarking }: Pick<ExportDialogProps, "onClose" | "onMarking">) {
  return (
    <div className={styles.asked}>
      <header className={styles.head}>
        <Heading slot="title">How may this case be handled?</Heading>
        <Button className={styles.close ?? ""} aria-label="Close" onPress={onClose}>
          <X size={18} aria-hidden />
        </Button>
      </header>
      <div className={styles.question}>
        <MarkingForm marking={undefined} onKeep={onMarking} />
      </div>
    </div>
  );
}

function Body(props: ExportDialogProps) {
  const { charts, onChoice, onClose } = props;
  const marking = markingLine(props.marking);
  const [choice, setChoice] = useState(props.initial);
  const [busy, setBusy] = useState<"copy" | "export" | null>(null);
  const [said, setSaid] = useState<{ readonly text: string; readonly failed: boolean } | null>(null);
  const stage = useRef<HTMLDivElement>(null);
  const chart = charts.find(({ id }) => id === choice.chart) ?? charts[0];
  // Kept between renders: drawing it again would start the composing again.
  const drawing = useMemo(
    () => chart?.render(PAPERS[choice.size].chart, choice.look),
    [chart, choice.size, choice.look],
  );
  if (!chart) throw new Error("The export dialog was opened without a chart.");
  const { sheet, error, current } = useSheet(stage, {
    chart,
    size: choice.size,
    look: choice.look,
    brand: props.brand,
    marking,
    caption: choice.caption,
    source: props.source,
    judgement: props.judgement,
  });

  const change = (part: Partial<ExportChoice>) => {
    const next = { ...choice, chart: chart.id, ...part };
    setChoice(next);
    setSaid(null);
    onChoice(next);
  };
  const named = (extension: "png" | "svg" | "csv") =>
    fileName({ ...props.name, chart: chart.label }, extension);
  const metadata: Metadata = [["Title", plain(chart.title)], ...props.metadata, ["Note", props.judgement]];
  const csv = () => toCsv(chart.table, metadata, { bom: choice.bom });
  const png = async () => {
    if (!sheet) throw new Error("The picture is not ready yet; try again in a moment.");
    return svgToPng(sheet.svg, pictureSize(sheet, choice.size, choice.resolution));
  };

  /** What Export writes. */
  const exported = async (): Promise<ExportFile> => {
    if (choice.tab === "data") return { name: named("csv"), kind: "csv", data: csv() };
    const data = choice.format === "png" ? await png() : (sheet?.svg ?? "");
    return {
      name: named(choice.format),
      kind: choice.format,
      data,
      ...(choice.beside ? { beside: csv() } : {}),
    };
  };

  /** True when it was done. */
  async function run(what: "copy" | "export"): Promise<boolean> {
    setBusy(what);
    setSaid(null);
    try {
      const outcome = what === "copy" ? await copyNow() : await props.save(await exported());
      if (typeof outcome === "object") setSaid({ text: outcome.failed, failed: true });
      else if (outcome === "done" && what === "copy") setSaid({ text: "Copied.", failed: false });
      else if (outcome === "done") onClose();
      return outcome === "done";
    } catch (problem) {
      setSaid({ text: problem instanceof Error ? problem.message : String(problem), failed: true });
      return false;
    } finally {
      setBusy(null);
    }
  }
  const copyNow = async () =>
    choice.tab === "chart"
      ? props.copy({ png: await png(), text: plain(chart.title) })
      : props.copy({ png: null, text: csv() });
  const ready = choice.tab === "data" || (current && sheet !== null);
  const atOnce = useRef(props.copyAtOnce ?? false);
  useEffect(() => {
    if (!atOnce.current || !ready) return;
    atOnce.current = false;
    void run("copy").then((done) => done && onClose());
  });
  return (
    <>
      <Tabs
        className={styles.tabs ?? ""}
        selectedKey={choice.tab}
        onSelectionChange={(key) => change({ tab: key === "data" ? "data" : "chart" })}
      >
        <header className={styles.head}>
          <Heading slot="title">Export</Heading>
          <TabList className={styles.segments ?? ""} aria-label="What to export">
            <Tab id="chart" className={styles.segment ?? ""}>
              Chart
            </Tab>
            <Tab id="data" className={styles.segment ?? ""}>
              Data
            </Tab>
          </TabList>
          <Button className={styles.close ?? ""} aria-label="Close" onPress={onClose}>
            <X size={18} aria-hidden />
          </Button>
        </header>
        <TabPanel id="chart" className={styles.panel ?? ""}>
          <ChartPanel {...{ charts, choice, change, sheet, error }} title={plain(chart.title)} />
        </TabPanel>
        <TabPanel id="data" className={styles.panel ?? ""}>
          <DataPanel {...{ charts, chart, metadata, choice, change }} />
        </TabPanel>
      </Tabs>
      <footer className={styles.foot}>
        <FileText size={16} strokeWidth={1.8} aria-hidden />
        <p className={styles.file}>
          <b>{named(choice.tab === "data" ? "csv" : choice.format)}</b>
          {choice.tab === "chart" && choice.beside && " and its numbers"}
        </p>
        <p className={said?.failed ? styles.error : styles.hint} role={said?.failed ? "alert" : "status"}>
          {said?.text}
        </p>
        <Button
          className={styles.button ?? ""}
          isDisabled={!ready}
          isPending={busy !== null}
          onPress={() => void run("copy")}
        >
          {busy === "copy" ? "Copying…" : choice.tab === "data" ? "Copy data" : "Copy picture"}
        </Button>
        <Button
          className={`${styles.button} ${styles.primary}`}
          isDisabled={!ready}
          isPending={busy !== null}
          onPress={() => void run("export")}
        >
          {busy === "export" ? "Exporting…" : "Export"}
        </Button>
      </footer>
      <div
        ref={stage}
        className={styles.stage}
        data-theme={choice.look === "dark" ? "dark" : "light"}
        aria-hidden="true"
        inert
      >
        {drawing}
      </div>
    </>
  );
}

/** No-break spaces belong to typesetting, not to data. */
const plain = (text: string) => text.replaceAll("\u00a0", " ");
