import { ImpossibleEvidence } from "../answer/conflict.ts";
import { ancestryOf } from "../answer/event.ts";
import { evaluate } from "../answer/evaluate.ts";
import { type Model, modelOf } from "../answer/model.ts";
import { levelIndex, type Settled, settle } from "../answer/settle.ts";
import { levelAt, weightOf } from "../case/settings.ts";
import { type Case, type Inputs, type Level, LEVELS } from "../case/types.ts";
import { shownBand, shownBorder } from "../words/numbers.ts";
import { type Band, ICD203 } from "../words/scale.ts";
import { breaksUnder, withLevel, withWeight } from "./breaks.ts";
import { LevelResponse, type Put } from "./response.ts";
import type { LevelChange, SingleTip, Tipping } from "./shapes.ts";
import { HALF_STEPS } from "./sweep.ts";
import { complete, type Progress, type Work } from "./work.ts";

/** Sets of more changes than this are not looked for. */
const MOST_CHANGES = 3;
/** How far beyond the border a quick answer is still checked by a full one. */
const SLACK = 1e-9;

const OTHER_LEVELS = LEVELS.length - 1;

/** Units of work for so many factors: every factor's weight, and every change of up to two levels that others follow. */
function unitsOf(factors: number): number {
  let units = factors;
  let groups = 1;
  for (let size = 0; size < MOST_CHANGES; size++) {
    units += groups * OTHER_LEVELS ** size;
    groups = (groups * (factors - size)) / (size + 1);
  }
  return units;
}

/** Something that seems to carry the answer over: what it costs and where it leads. */
interface Candidate<T> {
  readonly change: T;
  readonly steps: number;
  readonly answer: number;
}

/** Subsets of 0..n−1 of this size, in lexicographic order. */
function* subsets(n: number, size: number, from = 0): Generator<number[]> {
  if (size === 0) yield [];
  else
    for (let i = from; i <= n - size; i++) for (const rest of subsets(n, size - 1, i + 1)) yield [i, ...rest];
}

/**
 * The search for what would carry the answer to a word or beyond, from the side on which it stands: in portions, so
 * that a caller can show what is found so far, and stop. Nothing is reported that a full evaluation has not confirmed.
 * An answer has the word of the number that is shown for it, everywhere: 55.2% is shown as 55%, a roughly even chance,
 * and not enough for likely, though it lies in that word's printed range.
 *
 * - A level is set at every horizon; its steps are counted from the level at the horizon asked about, and that level
 *   itself is no change.
 * - A weight goes to the nearest half point of the scale that is enough.
 * - Sets: of each group of factors the change with the fewest steps in all (of equals the one that leads farther);
 *   groups that contain a smaller group already found are left out.
 */
export class TippingRun {
  readonly #model: Model;
  readonly #inputs: Inputs;
  readonly #settled: Settled;
  readonly #horizon: string;
  readonly #phases: number;
  /** The printed range of the word. */
  readonly #target: readonly [number, number];
  /** Index of the word. */
  readonly #word: number;
  /** 1: the answer must rise to the border; −1: fall. */
  readonly #side: number;
  readonly #near: number;
  /** Level of each factor at the horizon asked about. */
  readonly #levels: readonly number[];
  readonly #response: LevelResponse;
  /** The search, a few milliseconds a step at most. */
  readonly work: Work<Tipping>;
  /** Units of work done, and all there may be. */
  #done = 0;
  readonly #all: number;
  /** Something was found since it was last said. */
  #isNew = false;
  readonly #single: { readonly order: number; readonly tip: SingleTip }[] = [];
  readonly #sets: {
    readonly factors: readonly number[];
    readonly steps: number;
    readonly set: Tipping["sets"][number];
  }[] = [];

  /** @throws ImpossibleEvidence where the evidence cannot be; RangeError for a word or horizon that there is not */
  constructor(theCase: Case, inputs: Inputs, word: string, horizon: string) {
    const band = bandNamed(word);
    const at = theCase.horizons.findIndex(({ id }) => id === horizon);
    if (at < 0)
      throw new RangeError(
        `The case has no horizon "${horizon}"; choose from ${theCase.horizons.map(({ id }) => id).join(", ")}.`,
      );
    this.#model = modelOf(theCase);
    this.#inputs = inputs;
    this.#settled = settle(theCase, inputs);
    this.#horizon = horizon;
    this.#phases = at + 1;
    this.#target = [band.low / 100, band.high / 100];
    this.#levels = theCase.factors.map(({ id }) => levelIndex(levelAt(theCase, inputs, id, horizon)));
    this.#response = new LevelResponse(this.#model, this.#settled, this.#phases);
    this.#word = ICD203.indexOf(band);
    const stands = shownBand(evaluate(theCase, inputs).horizons[horizon]!.break);
    this.#side = stands < this.#word ? 1 : -1;
    this.#near = shownBorder(this.#word, stands < this.#word ? "more" : "less");
    this.#all = unitsOf(theCase.factors.length);
    this.work = this.#search(stands === this.#word);
  }

  /** What has been found so far. */
  result(): Tipping {
    return {
      target: this.#target,
      single: [...this.#single].sort((a, b) => a.order - b.order).map(({ tip }) => tip),
      sets: [...this.#sets]
        .sort((a, b) => a.factors.length - b.factors.length || a.steps - b.steps)
        .map(({ set }) => set),
    };
  }

  *#search(isInside: boolean): Work<Tipping> {
    if (isInside) return this.result();
    yield* this.#extend([]);
    this.#levelTips();
    for (let f = 0; f < this.#model.case.factors.length; f++) {
      this.#weightTip(f);
      yield this.#step(1);
    }
    for (let size = 2; size <= MOST_CHANGES; size++)
      for (const group of subsets(this.#model.case.factors.length, size - 1)) yield* this.#extend(group);
    return this.result();
  }

  /** Counts what was done, and offers what was found since the last step. */
  #step(units: number): Progress<Tipping> {
    this.#done += units;
    const done = this.#done / this.#all;
    if (!this.#isNew) return { done };
    this.#isNew = false;
    return { done, partial: () => this.result() };
  }

  /** Looks for sets on these factors and one after them. */
  *#extend(group: readonly number[]): Generator<Progress<Tipping>, void> {
    const nexts = this.#model.case.factors.flatMap((_, f) =>
      f > (group.at(-1) ?? -1) && this.#matters(f) && !this.#isCovered([...group, f]) ? [f] : [],
    );
    const units = OTHER_LEVELS ** group.length;
    if (nexts.length === 0 || !group.every((f) => this.#matters(f))) {
      this.#done += units;
      return;
    }
    const found = new Map<number, Candidate<readonly Put[]>[]>(nexts.map((f) => [f, []]));
    for (const puts of this.#assignments(group)) {
      const respond = this.#response.after(puts);
      for (const factor of nexts)
        for (const level of this.#otherLevels(factor)) {
          const answer = respond(factor, level)?.at(-1) ?? null;
          const change = [...puts, { factor, level }];
          if (answer !== null && this.#isNear(answer))
            found.get(factor)!.push({ change, steps: this.#stepsOf(change), answer });
        }
      yield this.#step(1);
    }
    for (const [factor, candidates] of found) {
      const best = this.#firstConfirmed(candidates, (puts) => this.#withLevels(puts));
      if (best) {
        this.#isNew = true;
        this.#sets.push({
          factors: [...group, factor],
          steps: best.steps,
          set: { changes: best.change.map((put) => this.#changeOf(put)), answer: best.answer },
        });
      }
    }
  }

  /** A level alone is a set of one change. */
  #levelTips(): void {
    this.#model.case.factors.forEach(({ id }, f) => {
      const alone = this.#sets.find(({ factors }) => factors.length === 1 && factors[0] === f)?.set;
      const tip: SingleTip = alone
        ? { ...alone.changes[0]!, answer: alone.answer }
        : { factor: id, input: "level", reachable: false };
      this.#single.push({ order: 2 * f, tip });
    });
  }

  #weightTip(f: number): void {
    const theCase = this.#model.case;
    const { id } = theCase.factors[f]!;
    const from = weightOf(theCase, this.#inputs, id);
    const isRead = this.#model.mechanisms.some(({ weightsRead }) => weightsRead.includes(id));
    const candidates = (isRead ? HALF_STEPS : []).flatMap((to): Candidate<number>[] => {
      if (to === from) return [];
      const settled = settle(theCase, withWeight(this.#inputs, id, to));
      const answer = breaksUnder(this.#model, settled, undefined, this.#phases)?.at(-1);
      return answer !== undefined && this.#isNear(answer)
        ? [{ change: to, steps: Math.abs(to - from), answer }]
        : [];
    });
    const best = this.#firstConfirmed(candidates, (to) => withWeight(this.#inputs, id, to));
    const tip: SingleTip = best
      ? { factor: id, input: "weight", from, to: best.change, answer: best.answer }
      : { factor: id, input: "weight", reachable: false };
    this.#single.push({ order: 2 * f + 1, tip });
    this.#isNew = true;
  }

  /** Of the candidates the cheapest that a full evaluation confirms, with its answer. */
  #firstConfirmed<T>(candidates: readonly Candidate<T>[], put: (change: T) => Inputs): Candidate<T> | null {
    const inOrder = [...candidates].sort(
      (a, b) => a.steps - b.steps || this.#side * (b.answer - a.answer) || 0,
    );
    for (const candidate of inOrder) {
      const answer = this.#fullAnswer(put(candidate.change));
      if (answer !== null && this.#side * (shownBand(answer) - this.#word) >= 0)
        return { ...candidate, answer };
    }
    return null;
  }

  #fullAnswer(inputs: Inputs): number | null {
    try {
      return evaluate(this.#model.case, inputs).horizons[this.#horizon]!.break;
    } catch (error) {
      if (error instanceof ImpossibleEvidence) return null;
      throw error;
    }
  }

  #isNear(answer: number): boolean {
    return this.#side * (answer - this.#near) >= -SLACK;
  }

  /** Without evidence a factor that no path leads from to the event changes nothing. */
  #matters(f: number): boolean {
    return (
      this.#settled.evidence.length > 0 ||
      ancestryOf(this.#model, [this.#model.case.outcome.event.of]).factors.includes(f)
    );
  }

  #isCovered(group: readonly number[]): boolean {
    return this.#sets.some(({ factors }) => factors.every((f) => group.includes(f)));
  }

  #otherLevels(f: number): number[] {
    return LEVELS.flatMap((_, level) => (level === this.#levels[f] ? [] : [level]));
  }

  /** All ways to change every factor of a group. */
  *#assignments(group: readonly number[]): Generator<Put[]> {
    const [factor, ...rest] = group;
    if (factor === undefined) yield [];
    else
      for (const level of this.#otherLevels(factor))
        for (const puts of this.#assignments(rest)) yield [{ factor, level }, ...puts];
  }

  #stepsOf(puts: readonly Put[]): number {
    return puts.reduce((sum, { factor, level }) => sum + Math.abs(level - this.#levels[factor]!), 0);
  }

  #withLevels(puts: readonly Put[]): Inputs {
    return puts.reduce(
      (inputs, { factor, level }) => withLevel(inputs, this.#model.case.factors[factor]!.id, LEVELS[level]!),
      this.#inputs,
    );
  }

  #changeOf({ factor, level }: Put): LevelChange {
    const name = (index: number): Level => LEVELS[index]!;
    return {
      factor: this.#model.case.factors[factor]!.id,
      input: "level",
      from: name(this.#levels[factor]!),
      to: name(level),
    };
  }
}

function bandNamed(word: string): Band {
  const band = ICD203.find(({ id }) => id === word);
  if (!band)
    throw new RangeError(
      `"${word}" is not a word of the scale; choose from ${ICD203.map(({ id }) => id).join(", ")}.`,
    );
  return band;
}

/** The whole search at once. @throws as the constructor of `TippingRun` */
export function tipping(theCase: Case, inputs: Inputs, word: string, horizon: string): Tipping {
  return complete(new TippingRun(theCase, inputs, word, horizon).work);
}
