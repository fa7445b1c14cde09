import { lazy, Suspense } from "react";
import { useApp, useLook, useNetworkCase } from "../../state/context.ts";
import type { Files } from "../../state/files.ts";
import { ScenarioDialog } from "../scenarios/ScenarioDialog.tsx";
import { ConvertDialog } from "../network/ConvertDialog.tsx";
import { Ask } from "./Ask.tsx";
import { FilesDialog } from "./FilesDialog.tsx";
import { About, Shortcuts } from "./Help.tsx";
import { MarkingDialog } from "./MarkingDialog.tsx";
import { Palette } from "./Palette.tsx";

// Pictures need fonts and a composer of their own: loaded when someone exports.
const Exports = lazy(async () => ({ default: (await import("./Exports.tsx")).Exports }));

// Few people make cases.
const NewCase = lazy(async () => ({ default: (await import("../author/NewCase.tsx")).NewCase }));

const Versions = lazy(async () => ({ default: (await import("../author/Versions.tsx")).Versions }));
const MergeDialog = lazy(async () => ({ default: (await import("../author/MergeDialog.tsx")).MergeDialog }));

/** The one dialog that is open, if any. */
export function Dialogs({ files }: { readonly files: Files }) {
  const app = useApp();
  const dialog = useLook((look) => look.dialog);
  const network = useNetworkCase();
  const close = (): void => app.look.setState({ dialog: null });
  switch (dialog?.kind) {
    case undefined:
      return null;
    case "export":
      if (network) return <ConvertDialog theCase={network} onClose={close} />;
      return (
        <Suspense>
          <Exports
            chart={dialog.chart}
            copy={dialog.copy ?? null}
            workshop={dialog.workshop ?? null}
            onClose={close}
          />
        </Suspense>
      );
    case "files":
      return <FilesDialog {...dialog} />;
    case "unsaved":
      return (
        <Ask
          title="Save the changes first?"
          text="There are changes that are not in a file yet. They are lost unless you save them."
          answers={[
            { label: "Cancel", run: () => dialog.choose("cancel") },
            { label: "Don’t save", run: () => dialog.choose("discard") },
            { label: "Save", run: () => dialog.choose("save"), primary: true },
          ]}
        />
      );
    case "question":
      return (
        <Ask
          title={dialog.title}
          text={dialog.text}
          answers={[
            { label: "Cancel", run: () => dialog.choose(false) },
            { label: dialog.yes, run: () => dialog.choose(true), primary: true },
          ]}
        />
      );
    case "marking":
      return <MarkingDialog onClose={close} />;
    case "newCase":
      return (
        <Suspense>
          <NewCase files={files} onClose={close} />
        </Suspense>
      );
    case "versions":
      return (
        <Suspense>
          <Versions {...dialog} onClose={close} />
        </Suspense>
      );
    case "merge":
      return (
        <Suspense>
          <MergeDialog {...dialog} onClose={close} />
        </Suspense>
      );
    case "shortcuts":
      return <Shortcuts files={files} onClose={close} />;
    case "about":
      return <About onClose={close} />;
    case "scenario":
      return <ScenarioDialog key={dialog.scenario} scenario={dialog.scenario} onClose={close} />;
    case "palette":
      return <Palette files={files} onClose={close} />;
    default:
      return dialog satisfies never;
  }
}
