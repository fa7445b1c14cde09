import type { AnalysisRequest, AnalysisResult } from "../../app/model/analysis/request.ts";
import { sameArgument } from "../../app/model/answer/model.ts";
import { viewShare } from "../../app/model/answer/settle.ts";
import type { Case, Inputs } from "../../app/model/case/types.ts";
import type { Analyse } from "../worker/client.ts";

/** An analysis as a screen sees it. */
export interface Analysis<R = AnalysisResult> {
  readonly status: "idle" | "working" | "done" | "refused" | "cancelled";
  /** 0..1 while it works; null before 300 ms have passed, and when it does not work. */
  readonly progress: number | null;
  /** The last good result; while `status` is "working" or "cancelled" it may be a part of one. */
  readonly result: R | null;
  /** The result belongs to older inputs. */
  readonly stale: boolean;
  /** Why there is no result, one sentence. */
  readonly refused: string | null;
}

/** Milliseconds before progress is shown. */
const PATIENCE = 300;
/** Milliseconds of rest after a change within a gesture before anything is asked. */
const REST = 120;
/** Questions that are remembered with their results. */
const REMEMBERED = 64;
/** The newest of them that are never forgotten: a view may be about to ask them. */
const AT_HAND = 16;
/** Arguments that are told apart. */
const ARGUMENTS = 8;

const IDLE: Analysis = { status: "idle", progress: null, result: null, stale: false, refused: null };
const ASKED: Analysis = { ...IDLE, status: "working" };

/** One question with its state; equal questions are one object for as long as they are remembered. */
export class Question {
  readonly what: AnalysisRequest;
  readonly case: Case;
  readonly inputs: Inputs;
  state: Analysis = ASKED;
  readonly #analyse: Analyse;
  readonly #changed: () => void;
  readonly #heard = new Set<() => void>();
  #cancel: (() => void) | null = null;
  /** It was refused for a reason that may have passed. */
  #passing = false;
  #patience: ReturnType<typeof setTimeout> | undefined;
  #done = 0;

  /** @param changed is told of every change, beside those who watch */
  constructor(
    analyse: Analyse,
    what: AnalysisRequest,
    theCase: Case,
    inputs: Inputs,
    changed: () => void = () => undefined,
  ) {
    this.#analyse = analyse;
    this.#changed = changed;
    this.what = what;
    this.case = theCase;
    this.inputs = inputs;
  }

  get isWatched(): boolean {
    return this.#heard.size > 0;
  }

  get isOver(): boolean {
    return this.state.status === "done" || (this.state.status === "refused" && !this.#passing);
  }

  /** Someone wants to know; work begins unless it is done. */
  join(hear: () => void): void {
    this.#heard.add(hear);
    if (!this.isOver && !this.#cancel) this.#start();
  }

  /** Someone no longer wants to know; when it was the last one, work stops. */
  leave(hear: () => void): void {
    this.#heard.delete(hear);
    if (this.isWatched || this.isOver) return;
    this.#stop();
    this.state = ASKED;
    this.#changed();
  }

  #start(): void {
    this.#stop();
    this.#done = 0;
    this.#set(ASKED);
    this.#patience = setTimeout(() => this.#set({ progress: this.#done }), PATIENCE);
    this.#cancel = this.#analyse(this.case, this.inputs, this.what, {
      progressed: (done, partial) => {
        this.#done = done;
        const progress = this.state.progress === null ? null : done;
        if (progress !== null || partial) this.#set({ progress, ...(partial ? { result: partial } : {}) });
      },
      finished: (result) => this.#end({ status: "done", result }),
      refused: (refused, passing = false) => {
        this.#passing = passing;
        this.#end({ status: "refused", result: null, refused });
      },
    });
    // A model on this thread may have answered already.
    if (this.state.status !== "working") this.#cancel = null;
  }

  /** What was cancelled or refused begins anew. */
  again(): void {
    if (this.state.status === "cancelled" || this.state.status === "refused") this.#start();
  }

  cancel(): void {
    if (this.state.status !== "working") return;
    this.#stop();
    this.#set({ status: "cancelled", progress: null });
  }

  #end(state: Partial<Analysis>): void {
    this.#cancel = null;
    this.#stop();
    this.#set({ ...state, progress: null });
  }

  #stop(): void {
    clearTimeout(this.#patience);
    this.#cancel?.();
    this.#cancel = null;
  }

  #set(change: Partial<Analysis>): void {
    this.state = { ...this.state, ...change };
    for (const hear of [...this.#heard]) hear();
    this.#changed();
  }
}

/** One place on a screen where an analysis is shown: asks one question after another and keeps the last good result. */
export class Watch {
  readonly #isMoving: () => boolean;
  #listener: () => void = () => undefined;
  #question: Question | null = null;
  #last: { readonly question: Question; readonly result: AnalysisResult } | null = null;
  #resting: ReturnType<typeof setTimeout> | undefined;
  #shown: { readonly own: Analysis; readonly last: unknown; readonly analysis: Analysis } | null = null;

  constructor(isMoving: () => boolean) {
    this.#isMoving = isMoving;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listener = listener;
    return () => (this.#listener = () => undefined);
  };

  /** Asks this from now on, after a rest where a gesture is going on. */
  ask(question: Question | null): void {
    if (question === this.#question) return;
    this.leave();
    this.#question = question;
    if (!question) return;
    if (this.#isMoving() && !question.isOver)
      this.#resting = setTimeout(() => question.join(this.#hear), REST);
    else question.join(this.#hear);
    this.#hear();
  }

  /** Nothing is wanted any more; what was is remembered if it is done. */
  leave(): void {
    clearTimeout(this.#resting);
    this.#question?.leave(this.#hear);
    this.#question = null;
  }

  /** The state of a question, with what is left of the one before until it has a result of its own. */
  read(question: Question | null): Analysis {
    if (!question) return IDLE;
    const own = question.state;
    if (own.result !== null) return own;
    const last = this.#last && isAlike(this.#last.question, question) ? this.#last.result : null;
    if (last === null) return own;
    if (this.#shown?.own !== own || this.#shown.last !== last)
      this.#shown = { own, last, analysis: { ...own, result: last, stale: true } };
    return this.#shown.analysis;
  }

  readonly #hear = (): void => {
    const question = this.#question;
    const result = question?.state.result;
    if (question && result) this.#last = { question, result };
    this.#listener();
  };
}

/** Questions whose results may stand for each other for a moment: the same asked of other inputs to the same parts. */
function isAlike(a: Question, b: Question): boolean {
  const parts = ({ factors, mechanisms, indicators, horizons }: Case) =>
    JSON.stringify([factors, mechanisms, indicators, horizons].map((list) => list.map(({ id }) => id)));
  const asked = ({ what }: Question) => canonical(what.kind === "compare" ? { ...what, with: null } : what);
  // What is to be looked at is told of the last state until the next is known.
  if (a.what.kind === "check" && b.what.kind === "check") return a.case.id === b.case.id;
  return asked(a) === asked(b) && (sameArgument(a.case, b.case) || parts(a.case) === parts(b.case));
}

/** JSON with keys in order: alike for values that are deeply equal. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

const keys = new WeakMap<AnalysisRequest, string>();

/** What is asked, as text; of a request that is asked again and again, worked out once. */
function keyOf(what: AnalysisRequest): string {
  const key = keys.get(what) ?? canonical(what);
  keys.set(what, key);
  return key;
}

/** Inputs without what this kind of question does not read, so that equal questions look equal. */
function readInputs({ ranges, view, ...inputs }: Inputs, { kind }: AnalysisRequest): object {
  const read = { ...inputs, ...(kind === "range" || kind === "sobol" ? { ranges } : {}) };
  const given = Object.entries(read).filter(([, part]) => part && Object.keys(part).length > 0);
  return { ...Object.fromEntries(given), view: viewShare(view) };
}

/**
 * All analyses of a window. Equal questions are asked once and their results remembered.
 * @param isMoving a gesture is going on: what changes now will change again in a moment
 */
export function createAnalyses(analyse: Analyse, isMoving: () => boolean) {
  const questions = new Map<string, Question>();
  const listeners = new Set<() => void>();
  const changed = () => listeners.forEach((listener) => listener());
  let known: readonly { readonly case: Case; readonly number: number }[] = [];
  let last = 0;

  const numberOf = (theCase: Case): number => {
    const found = known.find((one) => sameArgument(one.case, theCase)) ?? { case: theCase, number: ++last };
    known = [found, ...known.filter((one) => one !== found)].slice(0, ARGUMENTS);
    return found.number;
  };
  /** Questions of a drag that were never worked on go first. */
  const forgetSome = (): void => {
    const old = [...questions].slice(0, -AT_HAND).filter(([, { isWatched }]) => !isWatched);
    const [asked, worked] = [old.filter(([, { isOver }]) => !isOver), old.filter(([, { isOver }]) => isOver)];
    for (const [key] of [...asked, ...worked].slice(0, Math.max(0, questions.size - REMEMBERED)))
      questions.delete(key);
  };
  return {
    /** The one object for this question. */
    question(what: AnalysisRequest, theCase: Case, inputs: Inputs): Question {
      const key = `${numberOf(theCase)} ${keyOf(what)} ${canonical(readInputs(inputs, what))}`;
      const question = questions.get(key) ?? new Question(analyse, what, theCase, inputs, changed);
      questions.delete(key);
      questions.set(key, question);
      forgetSome();
      return question;
    },
    watch: () => new Watch(isMoving),
    /** Something that somebody watches is still being worked out. */
    isWorking: (): boolean =>
      [...questions.values()].some(({ isWatched, state }) => isWatched && state.status === "working"),
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

export type AnalysisStore = ReturnType<typeof createAnalyses>;
