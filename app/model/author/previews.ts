import { levelIndex, rootPrior } from "../answer/settle.ts";
import { partAt, pushesOf } from "../case/rules.ts";
import { nameOf } from "../case/settings.ts";
import { causesOf } from "../case/structure.ts";
import {
  type Case,
  type Gate,
  type Level,
  LEVELS,
  type Mechanism,
  type Partitioned,
  type Push,
} from "../case/types.ts";
import { meanOf, STATES } from "../ranked/row.ts";
import { MechanismTable } from "../ranked/table.ts";
import { driverOf } from "./remove.ts";
import { rowOf } from "./tables.ts";
import { capitalised, listed } from "../words/text.ts";

/* What a number will do, before it is set. All at the article's weights. */

/** One cause at its lowest and at its highest, and what the mechanism comes to: expected levels on the unit scale. */
export interface Alone {
  readonly from: number;
  readonly to: number;
  /** The conditions of that cause, taken as met. */
  readonly met: readonly string[];
  /** "If both others are low, this alone can raise it to high." */
  readonly sentence: string;
}

/** The level of a gate at which most comes through. */
const met = ({ gate }: Gate): number => (gate === "damps" ? 0 : STATES - 1);

/** What one cause can do by itself: all others very low, its own conditions met. Undefined where it is no cause. */
export function alone(theCase: Case, mechanism: Mechanism, cause: string): Alone | undefined {
  const causes = causesOf(mechanism);
  if (!causes.includes(cause)) return undefined;
  const { rule } = mechanism;
  const isBy = rule.kind === "partitioned" && rule.by === cause;
  const parted = rule.kind === "partitioned" && !isBy ? heldIn(rule, cause) : undefined;
  const pushes = parted?.pushes ?? pushesOf(rule);
  // Where it drives nothing it is a condition, or tells parts apart: what it opens must be there to be opened.
  const own = pushes.filter((push) => driverOf(push) === cause);
  const opened = pushes.filter(({ of }) => isBy || of.some(({ node }) => node === cause));
  const gates = (own.length > 0 ? own : opened)
    .flatMap(({ of }) => of)
    .filter(({ node }) => node !== cause && node !== parted?.by);
  const levels = causes.map((id) => {
    if (id === parted?.by) return parted.level;
    const gate = gates.find(({ node }) => node === id);
    return gate ? met(gate) : 0;
  });
  const table = new MechanismTable(mechanism).table(() => 1);
  const at = (level: number) => meanOf(table, rowOf(levels.with(causes.indexOf(cause), level)) * STATES);
  const [from, to] = [at(0), at(STATES - 1)];
  const conditions = [...new Set(gates.filter((gate) => met(gate) > 0).map(({ node }) => node))];
  const others = causes.length - 1 - conditions.length - (parted ? 1 : 0);
  const held = parted && `${nameOf(theCase, parted.by)} is ${theCase.levels[parted.level]!.label}`;
  return { from, to, met: conditions, sentence: aloneSentence(theCase, from, to, conditions, others, held) };
}

/** Where the rule differs by another cause: the lowest of its levels at which this one does something. */
function heldIn({ by, parts }: Partitioned, cause: string) {
  const all = LEVELS.map((_, level) => ({ by, level, pushes: partAt(parts, level).rule.pushes }));
  const reads = ({ of }: Push) => of.some(({ node }) => node === cause);
  return (
    all.find(({ pushes }) => pushes.some((push) => driverOf(push) === cause)) ??
    all.find(({ pushes }) => pushes.some(reads))
  );
}

function aloneSentence(
  theCase: Case,
  from: number,
  to: number,
  conditions: readonly string[],
  others: number,
  held = "",
): string {
  const word = (mean: number) => levelWord(theCase, mean);
  const low =
    others === 0
      ? ""
      : others === 1
        ? "the other is low"
        : others === 2
          ? "both others are low"
          : "all others are low";
  const names = conditions.map((id) => nameOf(theCase, id));
  const high = names.length === 0 ? "" : `${listed(names)} ${names.length === 1 ? "is" : "are"} high`;
  const given = listed([held, high, low].filter((one) => one !== ""));
  const moves = to > from ? "raise" : "lower";
  const does =
    word(from) === word(to)
      ? `this alone leaves it ${word(to)}`
      : `this alone can ${moves} it ${to > from ? "to" : "from " + word(from) + " to"} ${word(to)}`;
  return given === "" ? `${capitalised(does)}.` : `If ${given}, ${does}.`;
}

/** The name of the level that a place on the unit scale lies in. */
export const levelWord = ({ levels }: Case, mean: number): string =>
  levels[Math.min(STATES - 1, Math.max(0, Math.floor(mean * STATES)))]!.label;

/** How sure a spread is, in a word; the bounds lie between the usual .05, .08, .12 and .2. */
export function spreadWord(spread: number): "tight" | "normal" | "loose" | "vague" {
  return spread < 0.065 ? "tight" : spread < 0.1 ? "normal" : spread < 0.16 ? "loose" : "vague";
}

/** What a state and its spread say: five shares, and "about 7 in 10 that it is high, else next to it". */
export function spreadPreview(
  theCase: Case,
  level: Level,
  spread: number,
): { p: number[]; sentence: string } {
  const k = levelIndex(level);
  const p = Array.from(rootPrior(k, spread));
  const label = theCase.levels[k]!.label;
  const near = p[k]! + (p[k - 1] ?? 0) + (p[k + 1] ?? 0);
  return {
    p,
    sentence: `About ${tenths(p[k]!)} that it is ${label}, and ${tenths(near)} that it is that or next to it.`,
  };
}

function tenths(p: number): string {
  const n = Math.round(p * 10);
  return n >= 10 ? "nearly 10 in 10" : n === 0 ? "fewer than 1 in 10" : `${n} in 10`;
}

/** What a fade says: how much of what is learnt of a factor now still holds later. */
export const fadeSentence = (fade: number): string =>
  fade <= 0
    ? "What is learnt of it now says nothing about later."
    : fade >= 1
      ? "What is learnt of it now holds later in full."
      : `Of what is learnt of it now, ${Math.round(fade * 100)}% holds later.`;
