import type { Choice, FileRef, Failure, Opened } from "../../app/bridge/contract.ts";
import { openCase, openDocument, problemSentence } from "../../app/model/case/door.ts";
import { formatOf } from "../../app/model/interchange/interchange.ts";
import { importNetwork } from "../../app/model/interchange/network-case.ts";
import type { Case } from "../../app/model/case/types.ts";
import type { App } from "./app.ts";
import { presentCase, presentDocument } from "./document.ts";
import { SHIPPED } from "./shipped.ts";

const CASE_ENDING = ".entente";

/** How a ZIP file begins. */
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const isZip = (bytes: Uint8Array) => ZIP.every((byte, i) => bytes[i] === byte);

const failed = (result: unknown): result is Failure =>
  typeof result === "object" && result !== null && "failed" in result;

/**
 * What can be done with documents. Whatever goes wrong, the open case stays as it is and one sentence says why.
 * @param restored settles when what a crash left behind is there again
 */
export function createFiles(app: App, restored: Promise<unknown> = Promise.resolve()) {
  const { host, look, document } = app;

  /** Runs one operation; a host that does not answer is said, never thrown. */
  const guarded = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      app.notify(error instanceof Error ? error.message : String(error), "error");
    }
  };

  /** The file the user means, from the host's dialog or, where it has none, from ours. */
  const settle = async (choice: Choice, purpose: "open" | "save", name: string): Promise<FileRef | null> => {
    if (choice.outcome === "cancelled") return null;
    if (choice.outcome === "picked") return choice.file;
    const chosen = await new Promise<FileRef | { readonly name: string } | null>((choose) =>
      look.setState({
        dialog: {
          kind: "files",
          purpose,
          folder: choice.folder,
          files: choice.files,
          name,
          fileKind: "case",
          choose,
        },
      }),
    );
    look.setState({ dialog: null });
    if (chosen === null || "handle" in chosen) return chosen;
    const named = await host.call("files:name", { name: chosen.name, kind: "case" });
    if (failed(named)) throw new Error(named.message);
    return named;
  };

  /** Shows what a file holds, a case or a bundle; a bad file is refused in one sentence, and not remembered. */
  const showFile = async (handle: string): Promise<void> => {
    const opened = await host.call("files:read", handle);
    if (failed(opened)) return app.notify(opened.message, "error");
    const shown =
      opened.zip === undefined
        ? showText(opened)
        : await showBundle(
            opened.name,
            Uint8Array.from(atob(opened.zip), (sign) => sign.charCodeAt(0)),
          );
    // Without a list of recent files the file is open all the same.
    if (shown) await host.call("recent:note", handle);
  };

  /** The case of a bundle, in no file yet, as it was looked at when the bundle was made. */
  const showBundle = async (name: string, bytes: Uint8Array): Promise<boolean> => {
    const { readBundle, sameAnswers } = await import("../export/bundle/read.ts");
    const bundle = await readBundle(bytes);
    if (!bundle.ok) {
      app.notify(`${name}: ${bundle.sentence}`, "error");
      return false;
    }
    if (!showText({ name: bundle.manifest.case.file, text: bundle.text })) return false;
    const { scenario, horizon, view, program } = bundle.manifest;
    const theCase = presentCase(document.getState());
    if (theCase.scenarios.some(({ id }) => id === scenario)) document.setState({ scenario });
    look.setState({
      view,
      ...(theCase.horizons.some(({ id }) => id === horizon) ? { horizon } : {}),
    });
    if (sameAnswers(theCase, bundle))
      app.notify(`Opened ${name}: every file is as it was made, and the numbers are the same.`);
    else
      app.notify(
        `Opened ${name}: every file is as it was made, but this Entente gives other numbers than the one it was made with (${program}).`,
        "error",
      );
    return true;
  };

  /** Another program's network becomes a new case in no file: what was opened is never written over. */
  const showNetwork = ({ name, text }: { readonly name: string; readonly text: string }): boolean => {
    const format = formatOf(name);
    const base = name.replace(/\.[^.]*$/, "") || name;
    const read = format === null ? null : importNetwork(text.replace(/^\uFEFF/, ""), format, base);
    if (!read?.ok) {
      app.notify(`${name}: ${read?.sentence ?? "its format is not known."}`, "error");
      return false;
    }
    app.show(read.case, { file: null, stamp: null, name: base });
    const [first, ...more] = read.case.network.notes;
    app.notify(
      first === undefined
        ? `Opened ${name} as a new case.`
        : `Opened ${name} as a new case. ${first}${more.length > 0 ? ` ${more.length} more such notes are in its details.` : ""}`,
    );
    return true;
  };

  /** Shows a file's text; a bad file is refused in one sentence. */
  const showText = (opened: Opened | { name: string; text: string }): boolean => {
    if (formatOf(opened.name) !== null) return showNetwork(opened);
    const read = openDocument(opened.text);
    if (!read.ok) {
      app.notify(`${opened.name}: ${problemSentence(read.problem)}`, "error");
      return false;
    }
    const file =
      "handle" in opened ? { handle: opened.handle, name: opened.name, folder: opened.folder } : null;
    app.show(read.case, { file, stamp: "handle" in opened ? opened.stamp : null, name: opened.name });
    app.compareWithLastLook();
    app.notify(read.notes[0] ?? `Opened ${opened.name}.`);
    return true;
  };

  /** Asks what to do with unsaved changes; false: stay here. */
  const leave = async (): Promise<boolean> => {
    if (!app.isEdited()) return true;
    const choice = await new Promise<"save" | "discard" | "cancel">((choose) =>
      look.setState({ dialog: { kind: "unsaved", choose } }),
    );
    look.setState({ dialog: null });
    if (choice === "cancel") return false;
    return choice === "discard" || (await save());
  };

  const openRef = (handle: string): Promise<void> =>
    guarded(async () => {
      if (await leave()) await showFile(handle);
    });

  /** A file the host names, at a start or later: what is open of it already, with changes, stays as it is. */
  const openNamed = async (handle: string): Promise<void> => {
    await restored;
    if (document.getState().file?.handle !== handle || !app.isEdited()) return openRef(handle);
    let same = false;
    await guarded(async () => {
      const { name, stamp } = document.getState();
      const onDisk = await host.call("files:read", handle);
      same = failed(onDisk) || onDisk.stamp === stamp;
      if (failed(onDisk)) app.notify(onDisk.message, "error");
      else if (same) app.notify(`${name} is open, with changes that are not saved.`);
    });
    if (!same) await openRef(handle);
  };

  const writeTo = async (file: FileRef, stamp: string | null, force: boolean): Promise<boolean> => {
    const theCase = presentDocument(document.getState());
    const written = await host.call("files:write", {
      handle: file.handle,
      text: app.trail.textOf(theCase),
      stamp,
      force,
    });
    if (failed(written)) {
      if (written.failed !== "changed") {
        app.notify(written.message, "error");
        return false;
      }
      const over = await new Promise<boolean>((choose) =>
        look.setState({
          dialog: {
            kind: "question",
            title: `${file.name} was changed by someone else`,
            text: "Since you opened it, the file on disk has changed. Saving now replaces those changes with yours; the present file is kept beside it as a .bak file.",
            yes: "Replace it",
            choose,
          },
        }),
      );
      look.setState({ dialog: null });
      return over ? writeTo(file, stamp, true) : false;
    }
    document.written(theCase, { file, stamp: written.stamp, name: file.name });
    app.keepLook();
    app.notify(`Saved ${file.name}.`);
    return true;
  };

  const saveAs = async (): Promise<boolean> => {
    const { name } = document.getState();
    const suggested = name.endsWith(CASE_ENDING) ? name : `${name}${CASE_ENDING}`;
    const file = await settle(
      await host.call("files:pickSave", { name: suggested, kind: "case" }),
      "save",
      suggested,
    );
    // The dialog has asked about replacing a file; its present state is whatever it is.
    return file !== null && writeTo(file, null, true);
  };

  const save = async (): Promise<boolean> => {
    const { file, stamp } = document.getState();
    return file ? writeTo(file, stamp, false) : saveAs();
  };

  return {
    open: () =>
      guarded(async () => {
        if (!(await leave())) return;
        const file = await settle(await host.call("files:pickOpen"), "open", "");
        if (file) await showFile(file.handle);
      }),
    openRef,
    openNamed,
    /** A case file dropped on the window: with its path where the system tells it, else its text alone. */
    openDropped: (file: File) =>
      guarded(async () => {
        if (!(await leave())) return;
        const known = await host.dropped?.(file);
        if (known) await showFile(known.handle);
        else if (isZip(await file.slice(0, ZIP.length).bytes()))
          await showBundle(file.name, await file.bytes());
        else showText({ name: file.name, text: await file.text() });
      }),
    save: () => guarded(async () => void (await save())),
    saveAs: () => guarded(async () => void (await saveAs())),
    saveAndClose: () =>
      guarded(async () => {
        if (await save()) await host.call("window:close");
      }),
    /** A case that has just been made, in no file yet; false: the open one stays. */
    newCase: async (theCase: Case): Promise<boolean> => {
      let shown = false;
      await guarded(async () => {
        if (!(await leave())) return;
        app.show(theCase, { file: null, stamp: null, name: theCase.title });
        shown = true;
      });
      return shown;
    },
    /** Another file beside the open case, an argument, or null: it is read and told about, and nothing is shown. */
    readOther: async (): Promise<{ readonly name: string; readonly case: Case } | null> => {
      let found: { readonly name: string; readonly case: Case } | null = null;
      await guarded(async () => {
        const file = await settle(await host.call("files:pickOpen"), "open", "");
        if (!file) return;
        const opened = await host.call("files:read", file.handle);
        if (failed(opened)) return app.notify(opened.message, "error");
        const read = openCase(opened.text);
        if (read.ok) found = { name: opened.name, case: read.case };
        else app.notify(`${opened.name}: ${problemSentence(read.problem)}`, "error");
      });
      return found;
    },
    /** A shipped case, new and in no file. */
    newFrom: (id: string) =>
      guarded(async () => {
        const shipped = SHIPPED.find((one) => one.id === id);
        if (!shipped || !(await leave())) return;
        const read = openCase(await shipped.text());
        if (!read.ok) throw new Error(problemSentence(read.problem));
        app.show(read.case, { file: null, stamp: null, name: shipped.id });
      }),
  };
}

export type Files = ReturnType<typeof createFiles>;
