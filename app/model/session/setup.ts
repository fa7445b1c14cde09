import { breaksUnder, withLevel } from "../analysis/breaks.ts";
import { modelOf } from "../answer/model.ts";
import { settle } from "../answer/settle.ts";
import { caseHash } from "../case/seal.ts";
import { NO_MARKING } from "../case/marking.ts";
import type { Case, Inputs, Level } from "../case/types.ts";
import { swings } from "../group/ballots.ts";
import { MOST_PAIRED } from "../group/pairwise.ts";
import { type Id, MOST, type QuantityQuestion, type Setup, type WeightMethod } from "./types.ts";

export interface Choices {
  readonly question: string;
  readonly factors: readonly Id[];
  readonly method: WeightMethod;
  readonly rounds: 1 | 2 | 3;
  readonly anonymity: Setup["anonymity"];
  readonly minutes: 60 | 90;
  /** None: there is no warm-up. */
  readonly warmups: readonly QuantityQuestion[];
  readonly dryRun: boolean;
}

/** Questions with known answers that train people in giving a span, for who has none of their own. */
export const WARMUPS: readonly QuantityQuestion[] = [
  {
    kind: "quantity",
    id: "un",
    text: "How many states were members of the United Nations in 2024?",
    unit: "states",
    answer: 193,
  },
  {
    kind: "quantity",
    id: "league",
    text: "In which year did the League of Nations hold its first meeting?",
    unit: "",
    answer: 1920,
  },
];

/** Factors that a room is asked about unless told otherwise: people put as many in order without tiring. */
const ASKED = 5;

/** The factors the case puts first, then those that swing its answer most: a room that is not asked about these moves little. */
function firstAsked(theCase: Case, inputs: Inputs): readonly Id[] {
  const ids = theCase.factors.map(({ id }) => id);
  const swing = swings(theCase, ids, inputs);
  const starred = theCase.factors.filter((one) => one.starred).map(({ id }) => id);
  const others = ids
    .filter((id) => !starred.includes(id))
    .sort((a, b) => (swing[b] ?? 0) - (swing[a] ?? 0))
    .slice(0, Math.max(0, ASKED - starred.length));
  const asked = [...starred.slice(0, MOST.factors), ...others];
  return ids.filter((id) => asked.includes(id));
}

/** What a workshop on this case, set so, begins from: two rounds in an hour, nobody named. */
export function firstChoices(theCase: Case, inputs: Inputs = {}): Choices {
  return {
    question: theCase.question || theCase.title,
    factors: firstAsked(theCase, inputs),
    method: "swing",
    rounds: 2,
    anonymity: "anonymous",
    minutes: 60,
    // Whoever wrote their own will want them again.
    warmups: theCase.sessions?.at(-1)?.setup.warmups ?? WARMUPS,
    dryRun: true,
  };
}

/** Why a workshop cannot begin like this, in a sentence; null where it can. */
export function setupProblem({ factors, method, question, warmups }: Choices): string | null {
  if (factors.length < 2) return "Choose at least two factors to weigh.";
  if (factors.length > MOST.factors) return `Choose at most ${MOST.factors} factors: more tire people out.`;
  if (method === "pairs" && factors.length > MOST_PAIRED)
    return `Comparing in pairs is for at most ${MOST_PAIRED} factors: choose fewer, or another way of asking.`;
  if (question.trim() === "") return "Write down the question, so that everybody answers the same one.";
  const unasked = warmups.findIndex(({ text }) => text.trim() === "");
  if (unasked >= 0) return `Write down warm-up question ${unasked + 1}, or remove it.`;
  const unknown = warmups.findIndex(({ answer }) => !(Math.abs(answer) <= 1e12));
  if (unknown >= 0) return `Warm-up question ${unknown + 1} needs its known answer, as a number.`;
  if (warmups.length > MOST.warmups) return `Ask at most ${MOST.warmups} warm-up questions.`;
  return null;
}

/** Whether more of a factor makes the event less likely, at the last horizon. */
function holds(theCase: Case, inputs: Inputs, factor: Id): boolean {
  const model = modelOf(theCase);
  const at = (level: Level) =>
    breaksUnder(model, settle(theCase, withLevel(inputs, factor, level)))?.at(-1) ?? 0;
  return at("VH") < at("VL");
}

/**
 * The setup as it will stand in the log.
 * @param start what the case is set to: name of the scenario, and its inputs with evidence and view
 */
export function setupOf(
  theCase: Case,
  choices: Choices,
  start: { readonly scenario: string; readonly inputs: Inputs },
  version: string,
  seed: number,
): Setup {
  const { question, method, rounds, anonymity, minutes, dryRun } = choices;
  const [least, most] = [theCase.levels[0], theCase.levels.at(-1)];
  return {
    title: theCase.title,
    question: question.trim(),
    caseId: theCase.id,
    caseHash: caseHash(theCase),
    version,
    marking: theCase.marking ?? NO_MARKING,
    anonymity,
    minutes,
    method,
    rounds,
    factors: theCase.factors
      .filter(({ id }) => choices.factors.includes(id))
      .map(({ id, label, short, anchors }) => {
        const ends = [anchors[0] ?? least?.label ?? "", anchors.at(-1) ?? most?.label ?? ""] as const;
        // What holds two together is worst where there is least of it.
        const [calm, worst] = holds(theCase, start.inputs, id) ? [ends[1], ends[0]] : ends;
        return { id, label: short || label, calm, worst };
      }),
    chances: theCase.horizons.slice(-MOST.chances).map(({ id, phrase, label }) => ({
      kind: "chance",
      id,
      text: `How likely is it that ${theCase.event} ${phrase || label}?`,
    })),
    warmups: choices.warmups.map((one) => ({ ...one, text: one.text.trim(), unit: one.unit.trim() })),
    start,
    seed,
    dryRun,
  };
}
