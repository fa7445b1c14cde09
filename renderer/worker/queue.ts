import {
  type AnalysisKind,
  type AnalysisRequest,
  type AnalysisResult,
  workOn,
} from "../../app/model/analysis/request.ts";
import type { Progress, Work } from "../../app/model/analysis/work.ts";
import { ImpossibleEvidence } from "../../app/model/answer/conflict.ts";
import type { Case, Inputs } from "../../app/model/case/types.ts";
import type { Reply } from "./protocol.ts";

/** Milliseconds of a portion: what an answer to a slider move waits for at most, but for one step of the work. */
const PORTION = 6;
/** Milliseconds between two words on how far an analysis is. */
const PACE = 50;

/** Of analyses that wait the quickest kind goes first, so that no chart waits for a long search elsewhere. */
const RANK: Readonly<Record<AnalysisKind, number>> = {
  answer: 0,
  links: 1,
  attribution: 2,
  reach: 3,
  each: 4,
  matrix: 5,
  check: 5.5,
  tornado: 6,
  signs: 7,
  twoway: 8,
  sweep: 9,
  range: 10,
  compare: 11,
  tipping: 12,
  group: 13,
  sobol: 14,
};

interface Job {
  readonly job: number;
  readonly case: Case;
  readonly inputs: Inputs;
  readonly what: AnalysisRequest;
  work: Work<AnalysisResult> | null;
  /** When it last said how far it is. */
  said: number;
  /** Found since then. */
  fresh: Progress<AnalysisResult>["partial"];
}

export interface Clock {
  /** Starts something after whatever waits already. */
  readonly later: (next: () => void) => void;
  /** Milliseconds since some moment. */
  readonly now: () => number;
}

/** The sentence of an error, to show. */
export function sentenceOf(error: unknown): string {
  if (error instanceof ImpossibleEvidence) return error.words;
  return error instanceof Error ? error.message : String(error);
}

/** Analyses that wait and the one that is worked on, a portion at a time. */
export class AnalysisQueue {
  readonly #reply: (message: Reply) => void;
  readonly #clock: Clock;
  readonly #isHeld: (job: number) => boolean;
  #jobs: Job[] = [];
  #isTicking = false;

  /** @param isHeld this job pauses for something more urgent, until `resume` */
  constructor(reply: (message: Reply) => void, clock: Clock, isHeld: (job: number) => boolean) {
    this.#reply = reply;
    this.#clock = clock;
    this.#isHeld = isHeld;
  }

  add(job: number, theCase: Case, inputs: Inputs, what: AnalysisRequest): void {
    this.#jobs.push({ job, case: theCase, inputs, what, work: null, said: -Infinity, fresh: undefined });
    this.#jobs.sort((a, b) => RANK[a.what.kind] - RANK[b.what.kind] || a.job - b.job);
    this.resume();
  }

  /** Nothing more is done for this job, and nothing said. */
  cancel(job: number): void {
    this.#jobs = this.#jobs.filter((one) => one.job !== job);
  }

  resume(): void {
    if (this.#isTicking || !this.#next()) return;
    this.#isTicking = true;
    this.#clock.later(() => {
      this.#isTicking = false;
      const next = this.#next();
      if (next) this.#portion(next);
      this.resume();
    });
  }

  #next(): Job | undefined {
    return this.#jobs.find(({ job }) => !this.#isHeld(job));
  }

  #portion(job: Job): void {
    const end = this.#clock.now() + PORTION;
    try {
      job.work ??= workOn(job.case, job.inputs, job.what);
      let done = 0;
      do {
        const step = job.work.next();
        if (step.done) {
          this.cancel(job.job);
          this.#reply({ kind: "analysis", job: job.job, result: step.value });
          return;
        }
        ({ done } = step.value);
        job.fresh = step.value.partial ?? job.fresh;
      } while (this.#clock.now() < end);
      this.#say(job, Math.min(done, 1));
    } catch (error) {
      this.cancel(job.job);
      this.#reply({ kind: "refused", job: job.job, sentence: sentenceOf(error) });
    }
  }

  #say(job: Job, done: number): void {
    const now = this.#clock.now();
    if (now - job.said < PACE) return;
    const partial = job.fresh?.();
    this.#reply({ kind: "progress", job: job.job, done, ...(partial ? { partial } : {}) });
    job.said = now;
    job.fresh = undefined;
  }
}
