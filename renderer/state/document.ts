import { createStore } from "zustand/vanilla";
import { applyEdit, describeEdit, type Edit, settingsOf } from "../../app/model/case/edits.ts";
import type { Case, Inputs } from "../../app/model/case/types.ts";
import { type CaseDocument, isNetworkCase, type NetworkCase } from "../../app/model/case/network-case.ts";
import type { FileRef } from "../../app/bridge/contract.ts";
import { scenarioOf } from "../../app/model/case/settings.ts";
import { placeholder } from "./placeholder.ts";
import { cancelGesture, commit, endGesture, type History, newHistory, redo, undo } from "./history.ts";

/** The open document: what is written to a file, its undo, and which file it is. Nothing here is derived. */
export interface DocumentState {
  readonly history: History<CaseDocument>;
  /** The scenario whose settings edits change. */
  readonly scenario: string;
  /** The case as last written or read; the document is edited when it is another object. */
  readonly saved: CaseDocument | null;
  /** The file it came from; null: new, from a shipped case. */
  readonly file: FileRef | null;
  /** The file as this window knows it, for noticing that another program changed it. */
  readonly stamp: string | null;
  /** What the title says; a file's name once there is one. */
  readonly name: string;
}

export interface Origin {
  readonly file: FileRef | null;
  readonly stamp: string | null;
  readonly name: string;
}

export type DocumentStore = ReturnType<typeof createDocument>;

/** @param first the case to begin with, not yet in any file */
export function createDocument(first: CaseDocument, name: string) {
  const fresh = (theCase: CaseDocument, origin: Origin, saved: CaseDocument | null): DocumentState => ({
    history: newHistory(theCase),
    scenario: isNetworkCase(theCase) ? "" : (theCase.scenarios[0]?.id ?? ""),
    saved,
    ...origin,
  });
  const store = createStore<DocumentState>(() => fresh(first, { file: null, stamp: null, name }, first));
  const travel = (step: (history: History<CaseDocument>) => History<CaseDocument>) =>
    store.setState(({ history, scenario }) => {
      const next = step(history);
      return { history: next, scenario: openAfter(history.present, next.present, scenario, true) };
    });
  return {
    ...store,
    /** Another document takes this one's place, with a history of its own. `edited`: it is not on disk like this. */
    replace: (theCase: CaseDocument, origin: Origin, edited = false) =>
      store.setState(fresh(theCase, origin, edited ? null : theCase), true),
    /** @param gesture edits with the same name join one step until the gesture ends */
    edit: (edit: Edit, gesture: string | null = null) => {
      const { history, scenario } = store.getState();
      const before = history.present;
      const next = applyEdit(before, edit);
      // A drag is named by where it began, not by its last half step.
      const start =
        gesture !== null && gesture === history.gesture ? (history.past.at(-1)?.document ?? before) : before;
      store.setState({
        history: commit(history, next, describeEdit(start, edit), gesture),
        scenario: openAfter(before, next, scenario, false),
      });
    },
    /** Looks at another scenario: no step of undo. One that the case does not have changes nothing. */
    open: (scenario: string) =>
      store.setState((state) => (scenarioOf(presentCase(state), scenario) ? { scenario } : {})),
    endGesture: () => travel(endGesture),
    cancelGesture: () => travel(cancelGesture),
    undo: () => travel(undo),
    redo: () => travel(redo),
    /** The present document is now what the file holds. */
    written: (theCase: CaseDocument, origin: Origin) => store.setState({ ...origin, saved: theCase }),
  };
}

/**
 * The scenario to show after a change of the case: one that has just come, else the open one, else what is left in
 * its place. `travelled`: by undo or redo, which shows where it changed something.
 */
function openAfter(before: CaseDocument, after: CaseDocument, open: string, travelled: boolean): string {
  // A network has no scenarios, and no change makes one of the other.
  if (isNetworkCase(before) || isNetworkCase(after)) return open;
  if (before.scenarios === after.scenarios) return open;
  const [come, ...others] = after.scenarios.filter(({ id }) => !scenarioOf(before, id));
  if (come && others.length === 0) return come.id;
  const [changed, ...more] = after.scenarios.filter(
    ({ id, settings }) => settingsOf(before, id) !== settings,
  );
  if (travelled && changed && more.length === 0) return changed.id;
  if (scenarioOf(after, open)) return open;
  const gone = scenarioOf(before, open);
  const place = before.scenarios.findIndex(({ id }) => id === open);
  const parent = scenarioOf(after, gone?.parent ?? "");
  return (parent ?? after.scenarios[Math.max(0, place - 1)] ?? after.scenarios.at(-1))?.id ?? "";
}

export const isEdited = ({ history, saved }: DocumentState): boolean => history.present !== saved;
export const presentDocument = ({ history }: DocumentState): CaseDocument => history.present;
/** The open network; null while an argument is open. */
export const presentNetwork = ({ history }: DocumentState): NetworkCase | null =>
  isNetworkCase(history.present) ? history.present : null;
/** The open argument; of a network its stand-in without parts. */
export const presentCase = ({ history }: DocumentState): Case =>
  isNetworkCase(history.present) ? placeholder(history.present) : history.present;
export const presentSettings = (state: DocumentState): Inputs =>
  settingsOf(presentCase(state), state.scenario);

const known = new WeakMap<Case["factors"], Case>();

/**
 * The open case for what draws its argument: the same object for as long as nothing but scenarios changes, so that a
 * weight on its way draws nothing anew that waits for the answer. Its scenarios may be old: not to be read.
 */
export function presentArgument(state: DocumentState): Case {
  const theCase = presentCase(state);
  const last = known.get(theCase.factors);
  if (last && sameButScenarios(last, theCase)) return last;
  known.set(theCase.factors, theCase);
  return theCase;
}

function sameButScenarios(a: Case, b: Case): boolean {
  const keys = Object.keys(a) as (keyof Case)[];
  return (
    keys.length === Object.keys(b).length && keys.every((key) => key === "scenarios" || a[key] === b[key])
  );
}
