import { createStore } from "zustand/vanilla";
import { saveCase } from "../../app/model/case/door.ts";
import { stepWords } from "../../app/model/case/step.ts";
import { folded, type StepKind, type TrailEntry } from "../../app/model/case/trail.ts";
import { type CaseDocument, isNetworkCase } from "../../app/model/case/network-case.ts";
import type { Case } from "../../app/model/case/types.ts";
import type { DocumentState, DocumentStore } from "./document.ts";

/** A step that may still grow: the edits of one gesture are one entry. Its words are worked out when it is over. */
interface OpenStep {
  readonly before: Case;
  readonly after: Case;
  readonly label: string;
  readonly kind: StepKind | null;
  readonly time: string;
}

const inWords = ({ before, after, label, kind, time }: OpenStep): TrailEntry => {
  const words = stepWords(before, after);
  const prefix = kind === "undo" ? "Undone: " : kind === "redo" ? "Redone: " : "";
  return { time, kind: kind ?? words.kind, label: `${prefix}${label}`, ...without(words) };
};
const without = ({ kind: _kind, ...words }: ReturnType<typeof stepWords>) => words;

const trailOf = (document: CaseDocument): readonly TrailEntry[] =>
  isNetworkCase(document) ? [] : (document.history ?? []);

/**
 * The audit trail of the open document. It lies beside the undo history, not in its documents: undoing takes nothing
 * out of it but adds a line, and a document that was changed and changed back is still unedited. It joins the case
 * where the case is written. During a gesture it only remembers two documents, so a slider move costs nothing.
 * @param now the time, ISO
 */
export function createTrail(document: DocumentStore, now: () => string) {
  const first = document.getState().history.present;
  const store = createStore<{ readonly closed: readonly TrailEntry[]; readonly open: OpenStep | null }>(
    () => ({
      closed: trailOf(first),
      open: null,
    }),
  );
  const begin = (open: OpenStep) =>
    store.setState(({ closed, open: last }) => ({
      closed: last ? folded([...closed, inWords(last)]) : closed,
      open,
    }));

  document.subscribe((state: DocumentState, before: DocumentState) => {
    const [old, next] = [before.history, state.history];
    if (old === next || old.present === next.present) return;
    if (
      next.past.length === 0 &&
      next.future.length === 0 &&
      !old.past.some((s) => s.document === next.present)
    ) {
      // Another document, with a trail of its own.
      store.setState({ closed: trailOf(next.present), open: null });
      return;
    }
    // Steps are told by what they do to an answer by horizons; a network has none.
    if (isNetworkCase(old.present) || isNetworkCase(next.present)) return;
    const from = { before: old.present, after: next.present, time: now() };
    const last = next.past.at(-1);
    if (last?.document === old.present) {
      const again = old.future[0]?.document === next.present && next.gesture === null;
      begin({ ...from, label: last.label, kind: again ? "redo" : null });
    } else if (next.future[0]?.document === old.present)
      begin({ ...from, label: next.future[0].label, kind: "undo" });
    else if (next.gesture !== null && last !== undefined && !isNetworkCase(last.document))
      store.setState({ open: { ...from, before: last.document, label: last.label, kind: null } });
    // Escape during a gesture: it has not been.
    else store.setState({ open: null });
  });

  const entries = (): readonly TrailEntry[] => {
    const { closed, open } = store.getState();
    return open ? folded([...closed, inWords(open)]) : closed;
  };
  /** The case with its trail in it; the same object where there is nothing to add. */
  const joined = (theCase: Case): Case => {
    const history = entries();
    return history === theCase.history || (history.length === 0 && theCase.history === undefined)
      ? theCase
      : { ...theCase, history };
  };
  return {
    ...store,
    entries,
    joined,
    /** The text of a case's file, with its trail. */
    textOf: (theCase: CaseDocument): string => saveCase(isNetworkCase(theCase) ? theCase : joined(theCase)),
  };
}

export type TrailStore = ReturnType<typeof createTrail>;
