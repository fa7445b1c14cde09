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
  let said = "";
  /** @param wrong why unsaved changes are not safe; null: they are, and what was said against it holds no longer */
  const tell = (wrong: string | null): void => {
    const { notice, unkept } = app.look.getState();
    if (unkept !== (wrong !== null)) app.look.setState({ unkept: wrong !== null });
    if (wrong !== null) app.notify((said = wrong), "error");
    else if (said !== "" && notice?.text === said) app.look.setState({ notice: null });
  };
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
        tell(null);
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
      tell(failed ? failed.message : null);
      return true;
    } catch (error) {
      tell(
        `Unsaved changes are not being kept safe: ${error instanceof Error ? error.message : String(error)}`,
      );
      return false;
    }
  };
  const follow = (state: ReturnType<typeof app.document.getState>): void => {
    if (isStopped || isBusy || (presentDocument(state) === kept && isEdited(state) === there)) return;
    since ??= performance.now();
    clearTimeout(timer);
    timer = setTimeout(() => void write(), Math.max(0, Math.min(QUIET, since + LONGEST - performance.now())));
  };
  const stop = app.document.subscribe(follow);
  return () => {
    isStopped = true;
    stop();
    clearTimeout(timer);
  };
}

const KEPT = "entente-window";
/** Milliseconds until a name that is held belongs to another window. */
const PATIENCE = 500;
const lockOf = (id: string) => `draft ${id}`;

/**
 * Takes a window's name until the window goes, however it goes.
 * @param patience milliseconds until a name that is held is another window's; null: for as long as it takes
 * @returns whether it was free soon enough
 */
const hold = (id: string, locks: Pick<LockManager, "request">, patience: number | null): Promise<boolean> =>
  new Promise((done) => {
    const held = () => {
      done(true);
      return new Promise<never>(() => undefined);
    };
    const options = patience === null ? {} : { signal: AbortSignal.timeout(patience) };
    locks.request(lockOf(id), options, held).catch(() => {
      done(false);
    });
  });

/**
 * What this window's draft is called: a name of its own, so that two windows never write over each other's, which a
 * reload finds again; and what other open windows call theirs.
 * @param reloaded this page was loaded anew: it is the window it was, though the page before may not be gone yet
 */
export async function nameWindow(
  tab: Pick<Storage, "getItem" | "setItem">,
  locks: Pick<LockManager, "query" | "request">,
  reloaded: boolean,
): Promise<{ id: string; others: ReadonlySet<string> }> {
  const before = tab.getItem(KEPT);
  // A tab that was doubled begins with the other one's name.
  const same = before !== null && (reloaded || (await hold(before, locks, PATIENCE)));
  const id = same ? before : crypto.randomUUID();
  if (!same || reloaded) void hold(id, locks, null);
  tab.setItem(KEPT, id);
  const { held = [] } = await locks.query();
  const others = new Set(held.map(({ name = "" }) => name.replace(/^draft /, "")));
  others.delete(id);
  return { id, others };
}

/**
 * Brings back what a crash left; this window's own draft, else the newest of no open window, is shown, with a word
 * about it, and becomes this window's own before the old one goes. True when there was one.
 */
export async function restoreDraft(
  app: App,
  id: string,
  others: ReadonlySet<string> = new Set(),
): Promise<boolean> {
  const { drafts: all, damaged } = await app.host.call("draft:list");
  const left = all.filter((draft) => !others.has(draft.id));
  const drafts = [...left.filter((draft) => draft.id === id), ...left.filter((draft) => draft.id !== id)];
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
  const more = drafts.length - 1;
  app.notify(
    more === 0
      ? `Brought back unsaved changes to ${draft.name}.`
      : `Brought back unsaved changes to ${draft.name}. ${more} more unsaved ${more === 1 ? "case comes" : "cases come"} back when this one is saved and Entente starts again.`,
  );
  return true;
}
