/**
 * Undo by keeping documents: they are immutable and share their parts, so a step costs about a kilobyte.
 * Steps of one gesture (a drag) are one step. Nothing of the view is in here: looking around never clears redo.
 */
export interface Step<D> {
  readonly document: D;
  /** What led from this document to the next: the name of the undo. */
  readonly label: string;
}

export interface History<D> {
  readonly past: readonly Step<D>[];
  readonly present: D;
  readonly future: readonly Step<D>[];
  /** The gesture in progress: edits join its one step. */
  readonly gesture: string | null;
}

const MOST_STEPS = 500;

export const newHistory = <D>(present: D): History<D> => ({ past: [], present, future: [], gesture: null });

/** Adds an edit; a gesture's later edits join its first. An edit that changes nothing leaves no step. */
export function commit<D>(
  history: History<D>,
  next: D,
  label: string,
  gesture: string | null = null,
): History<D> {
  if (next === history.present) return history;
  const joins = gesture !== null && gesture === history.gesture;
  const first = joins ? history.past.at(-1) : undefined;
  const start = first ? first.document : history.present;
  const past = first ? history.past.slice(0, -1) : history.past;
  return {
    past: [...past, { document: start, label }].slice(-MOST_STEPS),
    present: next,
    future: [],
    gesture,
  };
}

/** The gesture is over: the next edit is a step of its own. */
export const endGesture = <D>(history: History<D>): History<D> =>
  history.gesture === null ? history : { ...history, gesture: null };

/** Escape during a gesture: back to where it began, as if it had not been. */
export function cancelGesture<D>(history: History<D>): History<D> {
  const start = history.past.at(-1);
  if (history.gesture === null || !start) return endGesture(history);
  return { past: history.past.slice(0, -1), present: start.document, future: [], gesture: null };
}

export function undo<D>(history: History<D>): History<D> {
  const step = history.past.at(-1);
  if (!step) return history;
  return {
    past: history.past.slice(0, -1),
    present: step.document,
    future: [{ document: history.present, label: step.label }, ...history.future],
    gesture: null,
  };
}

export function redo<D>(history: History<D>): History<D> {
  const step = history.future[0];
  if (!step) return history;
  return {
    past: [...history.past, { document: history.present, label: step.label }],
    present: step.document,
    future: history.future.slice(1),
    gesture: null,
  };
}
