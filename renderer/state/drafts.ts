import { openDocument } from "../../app/model/case/door.ts";
import type { App } from "./app.ts";
import { isEdited, presentDocument } from "./document.ts";

/** Milliseconds after a change until the draft is written: a second is the most that a crash may cost. */
const QUIET = 400;
const LONGEST = 900;

/**
 * Keeps unsaved changes safe: a draft soon after every change, none when everything is saved.
 * @param id of this window's draft, lower-case letters, figures and hyphens
 */
export function keepDrafts(app: App, id: string): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since: number | null = null;
  let kept = presentDocument(app.document.getState());
  let there = false;
  let isStopped = false;
  // One call at a time: a draft still on its way must not arrive after it was dropped.
  let isBusy = false;
  const write = async (): Promise<void> => {
    isBusy = true;
    const done = await step();
    isBusy = false;
    const state = app.document.getState();
    // What failed is tried again with the next change, not by itself.
    if (done || presentDocument(state) !== kept) follow(state);
  };
  const step = async (): Promise<boolean> => {
    since = null;
    const state = app.document.getState();
    kept = presentDocument(state);
    try {
      if (!isEdited(state)) {
        if (there) await app.host.call("draft:drop", id);
        there = false;
        return true;
      }
      const { name, file, stamp } = state;
      const failed = await app.host.call("draft:keep", {
        id,
        name,
        handle: file?.handle ?? null,
        stamp,
        text: app.trail.textOf(kept),
      });
      there = true;
      if (failed) app.notify(failed.message, "error");
      return true;
    } catch (error) {
      app.notify(
        `Unsaved changes are not being kept safe: ${error instanceof Error ? error.message : String(error)}`,
        "error",
      );
      return false;
    }
  };
  const follow = (state: ReturnType<typeof app.document.getState>): void => {
    if (isStopped || isBusy || (presentDocument(state) === kept && isEdited(state) === there)) return;
    since ??= Date.now();
    clearTimeout(timer);
    timer = setTimeout(() => void write(), Math.max(0, Math.min(QUIET, since + LONGEST - Date.now())));
  };
  const stop = app.document.subscribe(follow);
  return () => {
    isStopped = true;
    stop();
    clearTimeout(timer);
  };
}

/**
 * Brings back what a crash left; the newest draft is shown, with a word about it, and becomes this window's own
 * before the old one goes. True when there was one.
 */
export async function restoreDraft(app: App, id: string): Promise<boolean> {
  const { drafts, damaged } = await app.host.call("draft:list");
  if (damaged > 0)
    app.notify(
      `${damaged} damaged recovery ${damaged === 1 ? "file was" : "files were"} set aside.`,
      "error",
    );
  const [draft] = drafts;
  if (!draft) return false;
  const read = openDocument(draft.text);
  if (!read.ok) return false;
  if (draft.id !== id) {
    const { folder: _folder, ...kept } = draft;
    const failed = await app.host.call("draft:keep", { ...kept, id });
    if (!failed) await app.host.call("draft:drop", draft.id);
  }
  const file = draft.handle ? { handle: draft.handle, name: draft.name, folder: draft.folder } : null;
  app.show(read.case, { file, stamp: draft.stamp, name: draft.name }, true);
  app.notify(`Brought back unsaved changes to ${draft.name}.`);
  return true;
}
