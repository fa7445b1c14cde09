import { createStore } from "zustand/vanilla";
import type { Range } from "../../app/model/analysis/shapes.ts";
import { sameArgument } from "../../app/model/answer/model.ts";
import type { Case, Inputs } from "../../app/model/case/types.ts";
import type { ModelClient, Listener } from "../worker/client.ts";
import type { Answer } from "../worker/protocol.ts";

/** One answer with the question it belongs to, so that a screen never mixes an old answer with a new case. */
export interface Answered {
  readonly case: Case;
  readonly inputs: Inputs;
  readonly answer: Answer;
  /** `why`, `links` and `strain` belong to the answer before; their own are being worked out. */
  readonly whyStale?: boolean;
}

export interface AnswerState {
  readonly now: Answered | null;
  /** The answer before the last edit or gesture: ghost pin, last move. */
  readonly before: Answered | null;
  readonly range: Range | null;
  /** The range belongs to an older answer; a new one is being drawn. */
  readonly rangeStale: boolean;
  /** Why there is no answer to the present inputs; the last good one stays on screen. */
  readonly refused: string | null;
}

/** Milliseconds of rest after an answer before its range is drawn. */
const REST = 100;
export const SEED = 1;

/**
 * Keeps the newest answer. Every change of case or inputs is asked at once; the range follows when the hand rests.
 * @param connect makes the client, given who listens
 */
export function createAnswers(connect: (listener: Listener) => ModelClient) {
  const store = createStore<AnswerState>(() => ({
    now: null,
    before: null,
    range: null,
    rangeStale: true,
    refused: null,
  }));
  const asked = new Map<number, { case: Case; inputs: Inputs }>();
  let latest: { case: Case; inputs: Inputs } | null = null;
  let rangeJob = -1;
  let resting: ReturnType<typeof setTimeout> | undefined;

  const client = connect({
    answered(answer, job) {
      const question = asked.get(job);
      if (!question) return;
      for (const older of asked.keys()) if (older <= job) asked.delete(older);
      store.setState({ now: { ...question, answer }, refused: null });
      restThenDraw();
    },
    resulted(result, job) {
      const question = asked.get(job);
      const { now } = store.getState();
      // Reasons of another argument would speak of parts that may not be there: then the whole answer is waited for.
      if (!question || !now || !sameArgument(now.case, question.case)) return;
      for (const older of asked.keys()) if (older < job) asked.delete(older);
      store.setState({
        now: { ...question, answer: { ...now.answer, result }, whyStale: true },
        refused: null,
      });
      restThenDraw();
    },
    ranged(range, _last, job) {
      // A range for inputs that have changed since is not shown: dots stay grey until their own come.
      if (job === rangeJob) store.setState({ range, rangeStale: false });
    },
    refused(sentence, job) {
      asked.delete(job);
      store.setState({ refused: sentence });
    },
  });
  const drawRange = (): void => {
    if (latest) rangeJob = client.askRange(latest.case, latest.inputs, SEED);
  };
  // Not before the answer is there: drawing takes a core that the picture of the answer needs.
  const restThenDraw = (): void => {
    clearTimeout(resting);
    if (rangeJob < 0) resting = setTimeout(drawRange, REST);
  };
  return {
    ...store,
    /** The same model, asked for an analysis. */
    analyse: client.analyse,
    ask(theCase: Case, inputs: Inputs): void {
      latest = { case: theCase, inputs };
      rangeJob = -1;
      asked.set(client.ask(theCase, inputs), latest);
      store.setState({ rangeStale: true });
      clearTimeout(resting);
    },
    /** An edit or gesture begins that the answer depends on: what is answered now is what it will be compared with. */
    remember: () => store.setState(({ now }) => ({ before: now })),
    /** Another scenario is looked at, or a step taken back: no edit led from the one answer to the other. */
    leave: () => store.setState({ before: null }),
    /** Another document: nothing of the old one stays, and no answer on its way is taken for one to the new. */
    forget: () => {
      asked.clear();
      rangeJob = -1;
      store.setState({ now: null, before: null, range: null, rangeStale: true, refused: null });
    },
    close: () => {
      clearTimeout(resting);
      client.close();
    },
  };
}

export type AnswerStore = ReturnType<typeof createAnswers>;
