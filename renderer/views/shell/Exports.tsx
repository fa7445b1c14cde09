import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { ExportDialog, type Outcome, type Take } from "../../export/ExportDialog.tsx";
import { FIRST_CHOICE } from "../../export/choice.ts";
import type { ExportFile } from "../../export/make.ts";
import { scenarioText, type Subject } from "../../export/subject.ts";
import type { App } from "../../state/app.ts";
import { exportedTo, saveExport } from "../../state/saveExport.ts";
import { SEED } from "../../state/answers.ts";
import { useAnswers, useApp, useCase, useDocument, useLook } from "../../state/context.ts";
import { viewName } from "../explore/AnswerBand.tsx";
import { useCompareExport } from "../compare/useCompareExport.tsx";
import { useEvidenceCharts } from "../evidence/exportEvidence.tsx";
import { useTippingCharts } from "../tipping/exportTipping.tsx";
import { scoreCharts } from "../verdict/exportScores.tsx";
import { exportCharts } from "./exportCharts.tsx";
import { screenChart } from "./screenChart.ts";
import { useLayout } from "../../ui/useLayout.ts";

/** Bytes as base64 for the way over the bridge, in pieces that fit the stack. */
function base64(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < bytes.length; i += 0x8000)
    text += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(text);
}

interface Props {
  readonly chart: string | null;
  /** Goes to the clipboard at once. */
  readonly copy: Take | null;
  /** Its report is what is asked for. */
  readonly workshop: string | null;
  readonly onClose: () => void;
}

/** The export dialog, filled with what is on screen. */
export function Exports({ chart, copy: atOnce, workshop, onClose }: Props) {
  const app = useApp();
  const subject = useSubject(workshop);
  const [host, setHost] = useState<"electron" | "browser" | null>(null);
  useEffect(() => {
    app.host.call("app:info").then(
      (info) => setHost(info.host),
      () => undefined,
    );
  }, [app]);
  const seen = subject ? `${scenarioText(subject)}, seen from: ${subject.viewName.toLowerCase()}.` : "";
  const tipping = useTippingCharts(seen);
  const evidence = useEvidenceCharts(seen);
  const comparison = useCompareExport(subject?.viewName ?? "");
  const charts = useMemo(
    () =>
      subject
        ? [...chartsOf(subject), ...comparison, ...tipping, ...evidence, ...scoreCharts(subject.case)]
        : [],
    [subject, comparison, tipping, evidence],
  );
  const isSmall = useLayout() === "small";
  const isWorking = useSyncExternalStore(app.analyses.subscribe, app.analyses.isWorking);
  if (!subject || charts.length === 0) return null;

  const copy = async (content: {
    readonly png: Uint8Array | null;
    readonly text: string;
  }): Promise<Outcome> => {
    const failed = await app.host.call("clipboard:write", {
      png: content.png && base64(content.png),
      text: content.text,
    });
    if (failed) return { failed: failed.message };
    app.notify("Copied.");
    return "done";
  };
  const taken = app.settings().lastExport;
  const own = screenChart(app.look.getState(), taken?.chart, charts.map(({ id }) => id), isSmall); // prettier-ignore
  const last = { ...FIRST_CHOICE, ...taken, chart: own ?? charts[0]?.id ?? "" };
  const asked =
    chart === null
      ? workshop === null
        ? {}
        : { tab: "report" as const, leftOut: last.leftOut.filter((id) => id !== "workshop") }
      : {
          chart,
          tab: atOnce === "data" ? ("data" as const) : ("chart" as const),
          ...(atOnce === "data" ? { table: "csv" as const } : {}),
          ...(atOnce === "svg" ? { format: "svg" as const } : {}),
        };
  return (
    <ExportDialog
      isOpen
      onClose={onClose}
      subject={subject}
      charts={charts}
      isWorking={isWorking}
      onMarking={(marking) => app.edit({ edit: "setMarking", marking })}
      prints={host === "browser"}
      initial={{ ...last, ...asked }}
      copyAtOnce={atOnce}
      onChoice={(choice) => app.saveSettings({ lastExport: choice })}
      save={(file) => save(app, file, host === "browser")}
      copy={copy}
    />
  );
}

/** What is on screen, as an export speaks of it; null until there is an answer. */
function useSubject(workshop: string | null): Subject | null {
  const app = useApp();
  const theCase = useCase();
  const scenario = useDocument((state) => state.scenario);
  const horizon = useLook((look) => look.horizon);
  const view = useLook((look) => look.view);
  const now = useAnswers((state) => state.now);
  const range = useAnswers((state) => state.range);
  const [version, setVersion] = useState("");
  const [date] = useState(() => new Date().toISOString().slice(0, 10));
  useEffect(() => {
    app.host.call("app:info").then(
      (info) => setVersion(info.version),
      () => undefined,
    );
  }, [app]);
  return useMemo(
    () =>
      now && {
        case: app.trail.joined(theCase),
        scenario,
        horizon,
        inputs: now.inputs,
        viewName: viewName(theCase, view),
        answer: now.answer,
        range,
        date,
        version,
        seed: SEED,
        workshop,
      },
    [app, now, theCase, scenario, horizon, view, range, date, version, workshop],
  );
}

const chartsOf = (subject: Subject) =>
  exportCharts({
    case: subject.case,
    settings: subject.inputs,
    answer: subject.answer,
    range: subject.range,
    horizon: subject.horizon,
    scenario: scenarioText(subject),
    view: subject.viewName,
  });

/** Writes a file where the user says; a report is printed by the host first, or by the browser instead. */
async function save({ host, notify }: App, file: ExportFile, prints: boolean): Promise<Outcome> {
  const { data } = file;
  const report = typeof data === "object" && "html" in data ? data : null;
  if (report && prints) {
    const printed = await host.call("report:pdf", report);
    return "failed" in printed ? { failed: printed.message } : "done";
  }
  const saved = await saveExport(host, {
    name: file.name,
    kind: file.kind,
    content: () => contentOf(host, data),
    ...(file.beside === undefined ? {} : { csv: file.beside }),
  });
  if (saved.kind === "cancelled") return "cancelled";
  if (saved.kind === "failed") return { failed: saved.sentence };
  notify(exportedTo(saved) + (file.beside === undefined ? "" : ", with its numbers as CSV"));
  return "done";
}

async function contentOf(host: App["host"], data: ExportFile["data"]) {
  if (typeof data === "string") return { as: "text", text: data } as const;
  if (data instanceof Uint8Array) return { as: "base64", base64: base64(data) } as const;
  const printed = await host.call("report:pdf", data);
  return "failed" in printed ? printed : ({ as: "base64", base64: printed.base64 ?? "" } as const);
}
