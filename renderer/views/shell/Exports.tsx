import { useEffect, useState } from "react";
import { changes } from "../../../app/model/case/edits.ts";
import { markingLine } from "../../../app/model/case/marking.ts";
import { ExportDialog, type ExportFile, type Outcome } from "../../export/ExportDialog.tsx";
import { FIRST_CHOICE } from "../../export/choice.ts";
import { SEED } from "../../state/answers.ts";
import { useAnswers, useApp, useCase, useDocument, useLook, useSettings } from "../../state/context.ts";
import { viewName } from "../explore/AnswerBand.tsx";
import { exportCharts } from "./exportCharts.tsx";

const JUDGEMENT = "Numbers are judgement drawn from an argument, not frequency.";

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
  readonly copy: "picture" | "data" | null;
  readonly onClose: () => void;
}

/** The export dialog, filled with what is on screen. */
export function Exports({ chart, copy: atOnce, onClose }: Props) {
  const app = useApp();
  const theCase = useCase();
  const settings = useSettings();
  const scenario = useDocument((state) => state.scenario);
  const { horizon, view } = useLook((look) => look);
  const { now, range } = useAnswers((state) => state);
  const [version, setVersion] = useState("");
  const [today] = useState(() => new Date().toISOString().slice(0, 10));
  useEffect(() => {
    app.host.call("app:info").then(
      (info) => setVersion(info.version),
      () => undefined,
    );
  }, [app]);
  if (!now) return null;

  const phase = theCase.horizons.find(({ id }) => id === horizon);
  const edits = changes(theCase, scenario);
  const name = theCase.scenarios.find(({ id }) => id === scenario)?.name ?? "";
  const scenarioText =
    edits.length === 0 ? name : `${name}, ${edits.length} ${edits.length === 1 ? "change" : "changes"}`;
  const { source } = theCase;
  const line = markingLine(theCase.marking);
  const after = [source.author, source.publisher].filter(Boolean).join(", ");
  const charts = exportCharts({
    case: theCase,
    settings,
    answer: now.answer,
    range,
    horizon,
    scenario: scenarioText,
    view: viewName(view),
  });

  const save = async (file: ExportFile): Promise<Outcome> => {
    const choice = await app.host.call("files:pickSave", { name: file.name, kind: file.kind });
    if (choice.outcome === "cancelled") return "cancelled";
    const target =
      choice.outcome === "picked"
        ? choice.file
        : await app.host.call("files:name", { name: file.name, kind: file.kind });
    if ("failed" in target) return { failed: target.message };
    const data =
      typeof file.data === "string"
        ? ({ as: "text", text: file.data } as const)
        : ({ as: "base64", base64: base64(file.data) } as const);
    const written = await app.host.call("files:export", {
      handle: target.handle,
      data,
      ...(file.beside === undefined ? {} : { csv: file.beside }),
    });
    if ("failed" in written) return { failed: written.message };
    app.notify(`Exported ${written.name}.`);
    return "done";
  };
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
  const last = app.settings().lastExport ?? { ...FIRST_CHOICE, chart: charts[0]?.id ?? "" };
  return (
    <ExportDialog
      isOpen
      onClose={onClose}
      charts={charts}
      brand="Entente"
      marking={theCase.marking}
      onMarking={(marking) => app.edit({ edit: "setMarking", marking })}
      source={`Case: ${theCase.title} (after ${after}), as of ${theCase.asOf}. Scenario: ${scenarioText}. Seen from: ${viewName(view).toLowerCase()}. ${phase?.label ?? ""}. ${today}. Entente ${version}, exact, seed ${SEED}.`}
      judgement={JUDGEMENT}
      metadata={[
        ...(line === null ? [] : [["Marking", line] as const]),
        ["Case", theCase.title],
        ["Source", `${source.title}${after ? `, ${after}` : ""}`],
        ["As of", theCase.asOf],
        ["Scenario", scenarioText],
        ...edits.map(({ text }) => ["Change", text] as const),
        ["Horizon", phase ? `${phase.label}, ${phase.phrase}` : horizon],
        ["Seen from", viewName(view)],
        ["Date", today],
        ["Version", version],
        ["Seed", String(SEED)],
      ]}
      name={{
        case: theCase.title,
        horizon: phase?.label ?? "",
        scenario: edits.length === 0 ? name : `${name} changed`,
      }}
      initial={{
        ...last,
        ...(chart === null ? {} : { chart, tab: atOnce === "data" ? ("data" as const) : ("chart" as const) }),
      }}
      copyAtOnce={atOnce !== null}
      onChoice={(choice) => app.saveSettings({ lastExport: choice })}
      save={save}
      copy={copy}
    />
  );
}
