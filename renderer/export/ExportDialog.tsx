import { useMemo, useRef, useState } from "react";
import { X } from "lucide-react";
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
import { BundlePanel } from "./BundlePanel.tsx";
import { ChartPanel } from "./ChartPanel.tsx";
import {
  dressed,
  type ExportChart,
  type ExportChoice,
  PAPERS,
  sizeFor,
  type Tab as TabId,
} from "./choice.ts";
import { DataPanel } from "./DataPanel.tsx";
import styles from "./ExportDialog.module.css";
import { Foot } from "./Foot.tsx";
import type { ExportFile } from "./make.ts";
import { plain } from "./make.ts";
import { MarkingForm } from "./MarkingForm.tsx";
import { ReportPanel } from "./ReportPanel.tsx";
import { SlidesPanel } from "./SlidesPanel.tsx";
import { JUDGEMENT, sourceLine, type Subject } from "./subject.ts";
import { useSheet } from "./useSheet.ts";

/** How a save or a copy ended; `failed` is one sentence for people. */
export type Outcome = "done" | "cancelled" | { readonly failed: string };

/** What goes to the clipboard at once: a picture, the drawing as text, the numbers. */
export type Take = "picture" | "svg" | "data";

export interface ExportDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly subject: Subject;
  /** At least one. */
  readonly charts: readonly ExportChart[];
  /** More of them are being worked out: what holds all of them waits. */
  readonly isWorking?: boolean;
  readonly onMarking: (marking: Marking) => void;
  /** The browser edition prints a report with the browser's own dialog. */
  readonly prints: boolean;
  readonly initial: ExportChoice;
  /** Copies what `initial` says as soon as it is ready, and closes. */
  readonly copyAtOnce?: Take | null;
  readonly onChoice: (choice: ExportChoice) => void;
  readonly save: (file: ExportFile) => Promise<Outcome>;
  readonly copy: (content: { readonly png: Uint8Array | null; readonly text: string }) => Promise<Outcome>;
}

const TABS: readonly (readonly [TabId, string])[] = [
  ["chart", "Chart"],
  ["data", "Data"],
  ["slides", "Slides"],
  ["report", "Report"],
  ["bundle", "Bundle"],
];

/** Takes the case out of the window: a chart that explains itself, its numbers, slides, a report, or everything. */
export function ExportDialog(props: ExportDialogProps) {
  return (
    <ModalOverlay
      className={styles.scrim ?? ""}
      isOpen={props.isOpen}
      onOpenChange={(open) => !open && props.onClose()}
      isDismissable
    >
      <Modal className={(props.subject.case.marking ? styles.modal : styles.ask) ?? ""}>
        <Dialog className={styles.dialog ?? ""}>
          {props.subject.case.marking ? <Body {...props} /> : <AskMarking {...props} />}
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
        <Close onClose={onClose} />
      </header>
      <div className={styles.question}>
        <MarkingForm marking={undefined} onKeep={onMarking} />
      </div>
    </div>
  );
}

const Close = ({ onClose }: Pick<ExportDialogProps, "onClose">) => (
  <Button className={styles.close ?? ""} aria-label="Close" onPress={onClose}>
    <X size={18} aria-hidden />
  </Button>
);

function Body(props: ExportDialogProps) {
  const { subject, charts, onChoice, onClose } = props;
  const [choice, setChoice] = useState(props.initial);
  const stage = useRef<HTMLDivElement>(null);
  const picked = charts.find(({ id }) => id === choice.chart) ?? charts[0];
  const { fives, otherView } = choice;
  // A chart made anew would be drawn anew.
  const chart = useMemo(() => picked && dressed(picked, { fives, otherView }), [picked, fives, otherView]);
  const size = chart ? sizeFor(chart, choice.size) : choice.size;
  // Kept between renders: drawing it again would start the composing again.
  const drawing = useMemo(() => {
    const { chart: width, frame } = PAPERS[size];
    return chart?.render(width, choice.look, frame);
  }, [chart, size, choice.look]);
  if (!chart) throw new Error("The export dialog was opened without a chart.");
  const { sheet, error, current } = useSheet(stage, {
    chart,
    size,
    look: choice.look,
    brand: "Entente",
    marking: markingLine(subject.case.marking),
    caption: choice.caption,
    source: sourceLine(subject),
    judgement: JUDGEMENT,
  });
  const change = (part: Partial<ExportChoice>) => {
    const next = { ...choice, ...part };
    setChoice(next);
    onChoice(next);
  };
  // What was chosen stays chosen for charts that can be read at that size.
  const made = { ...choice, size };
  const panel = { subject, charts, chart, choice: made, change };
  const single = choice.tab === "chart" || (choice.tab === "data" && choice.table !== "xlsx");
  const waits = !single && props.isWorking === true;
  const ready = !waits && (choice.tab !== "chart" || (current && sheet !== null));
  return (
    <>
      <Tabs
        className={styles.tabs ?? ""}
        selectedKey={choice.tab}
        onSelectionChange={(key) => change({ tab: TABS.find(([id]) => id === key)?.[0] ?? "chart" })}
      >
        <header className={styles.head}>
          <Heading slot="title">Export</Heading>
          <TabList className={styles.segments ?? ""} aria-label="What to export">
            {TABS.map(([id, label]) => (
              <Tab key={id} id={id} className={styles.segment ?? ""}>
                {label}
              </Tab>
            ))}
          </TabList>
          <Close onClose={onClose} />
        </header>
        <TabPanel id="chart" className={styles.panel ?? ""}>
          <ChartPanel {...{ ...panel, sheet, error }} title={plain(chart.title)} />
        </TabPanel>
        <TabPanel id="data" className={styles.panel ?? ""}>
          <DataPanel {...panel} />
        </TabPanel>
        <TabPanel id="slides" className={styles.panel ?? ""}>
          <SlidesPanel {...panel} />
        </TabPanel>
        <TabPanel id="report" className={styles.panel ?? ""}>
          <ReportPanel {...panel} />
        </TabPanel>
        <TabPanel id="bundle" className={styles.panel ?? ""}>
          <BundlePanel {...panel} />
        </TabPanel>
      </Tabs>
      <Foot
        {...props}
        choice={made}
        material={{ subject, charts, chart, sheet }}
        ready={ready}
        waits={waits}
      />
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
