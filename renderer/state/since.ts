import { createStore } from "zustand/vanilla";
import { evaluate } from "../../app/model/answer/evaluate.ts";
import { caseHash } from "../../app/model/case/seal.ts";
import { stepsIn, type TrailEntry } from "../../app/model/case/trail.ts";
import type { Case, Inputs } from "../../app/model/case/types.ts";
import type { FileRef } from "../../app/bridge/contract.ts";

/** What a file said when it was last looked at here. It lies in this computer's settings: a colleague's copy has its own. */
export interface LastLook {
  readonly file: string;
  /** ISO, by this computer's clock then. */
  readonly time: string;
  readonly scenario: string;
  readonly horizon: string;
  /** Chance of a break by horizon. */
  readonly answers: Readonly<Record<string, number>>;
  readonly inputs: Inputs;
  /** SHA-256 of the argument. */
  readonly argument: string;
  /** How many steps the trail had, and the newest of them. */
  readonly steps: number;
  readonly lastStep: string;
  /** Ids of the evidence items. */
  readonly evidence: readonly string[];
}

/** Files remembered, and the most characters they may take of the settings. */
const MOST_LOOKS = 40;
const MOST_TEXT = 60_000;

export const fileKey = (file: FileRef): string => `${file.folder}/${file.name}`;

const signature = ({ time, label }: TrailEntry): string => `${time} ${label}`;

/** The evidence items of a case. */
export const evidenceIds = ({ evidence = [] }: Case): string[] => evidence.map(({ id }) => id);

/** @returns null where there is no answer to remember */
export function lookAt(
  theCase: Case,
  look: Pick<LastLook, "file" | "time" | "scenario" | "horizon" | "inputs">,
  trail: readonly TrailEntry[],
): LastLook | null {
  try {
    const { horizons } = evaluate(theCase, look.inputs);
    const last = trail.at(-1);
    return {
      ...look,
      answers: Object.fromEntries(theCase.horizons.map(({ id }) => [id, horizons[id]?.break ?? 0])),
      argument: caseHash(theCase),
      steps: stepsIn(trail),
      lastStep: last ? signature(last) : "",
      evidence: evidenceIds(theCase),
    };
  } catch {
    // Impossible evidence: there is no number to come back to.
    return null;
  }
}

/** The newest first, one for each file, as many as there is room for. */
export function withLook(looks: readonly LastLook[], look: LastLook): LastLook[] {
  const all = [look, ...looks.filter(({ file }) => file !== look.file)].slice(0, MOST_LOOKS);
  let room = MOST_TEXT;
  return all.filter((one) => (room -= JSON.stringify(one).length) >= 0);
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Settings are a file that anyone may have changed: what is no look is left out. */
export function readLooks(value: unknown): LastLook[] {
  if (!Array.isArray(value)) return [];
  return (value as unknown[]).filter((one): one is LastLook => {
    if (!isObject(one) || !isObject(one["answers"]) || !isObject(one["inputs"])) return false;
    const texts = ["file", "time", "scenario", "horizon", "argument", "lastStep"];
    return (
      texts.every((key) => typeof one[key] === "string") &&
      typeof one["steps"] === "number" &&
      Array.isArray(one["evidence"]) &&
      Object.values(one["answers"]).every((p) => typeof p === "number" && p >= 0 && p <= 1)
    );
  });
}

/**
 * The steps made since: those after the last one that was there. Null where the trail does not hold that one any more
 * (folded away, or the file is another copy). By place, never by clock: clocks run back.
 */
export function stepsSince(trail: readonly TrailEntry[], look: LastLook): readonly TrailEntry[] | null {
  let steps = 0;
  if (look.steps === 0) return trail;
  for (const [i, entry] of trail.entries()) {
    steps += entry.count ?? 1;
    if (steps === look.steps) return signature(entry) === look.lastStep ? trail.slice(i + 1) : null;
    if (steps > look.steps) return null;
  }
  return null;
}

/** What the present file is compared with: the last look, until it is dismissed. */
export const createSince = () => createStore<{ readonly look: LastLook | null }>(() => ({ look: null }));
export type SinceStore = ReturnType<typeof createSince>;
