import { nameOf } from "../case/settings.ts";
import {
  type Case,
  type Gate,
  LEVELS,
  type Mechanism,
  type Part,
  type Partitioned,
  type PlainRule,
  type Push,
  type Rule,
} from "../case/types.ts";
import { levelWord } from "./previews.ts";
import { either } from "../words/text.ts";
import { lowers, sentenceOf } from "./sentences.ts";

const percent = (x: number) => `${Math.round(x * 100)}%`;

/** "needs Iran dug in", "held back by discretion by up to 65%": what else a cause takes. */
export function conditionWords(theCase: Case, gate: Gate): string {
  const name = nameOf(theCase, gate.node);
  switch (gate.gate) {
    case "level":
      return `in step with ${name}`;
    case "opens":
      return `opened by ${name} (${percent(gate.closed)} comes through without it)`;
    case "needs":
      return `needs ${name} (${gate.none > 0 ? `nothing below ${levelWord(theCase, gate.none)}, ` : ""}in full from ${levelWord(theCase, gate.full)})`;
    case "damps":
      return `held back by ${name} by up to ${percent(gate.depth)}`;
    default:
      return gate satisfies never;
  }
}

/** "Israeli strikes raises Iranian losses, needs Iran dug in (nothing below very low, in full from high)". */
export function sentenceWords(theCase: Case, mechanism: Mechanism, push: Push): string {
  const { driver, conditions } = sentenceOf(push);
  const { weightOf, strength } = push;
  const cause = push.of[driver];
  const name = (id: string) => nameOf(theCase, id);
  const counts = weightOf && weightOf !== cause?.node ? [`counts by the weight of ${name(weightOf)}`] : [];
  const who = cause === undefined ? "Something that is always there" : name(cause.node);
  const verb = lowers(push) ? "lowers" : "raises";
  const said = `${who} ${verb} ${mechanism.short} (strength ${numeral(Math.abs(strength))})`;
  return [
    said,
    ...ownWords(theCase, cause),
    ...conditions.map(({ gate }) => conditionWords(theCase, gate)),
    ...counts,
  ].join(", ");
}

/** "while Iran dug in is very low or low": when a part of a rule holds. */
export function whileWords(theCase: Case, { by }: Pick<Partitioned, "by">, { at }: Part): string {
  const levels = at.map((level) => LEVELS.indexOf(level)).sort((a, b) => a - b);
  const labels = levels.map((k) => theCase.levels[k]!.label);
  const [first, last] = [levels[0]!, levels.at(-1)!];
  const isRun = levels.length > 2 && last - first === levels.length - 1;
  return `while ${nameOf(theCase, by)} is ${isRun ? `${labels[0]!} to ${labels.at(-1)!}` : either(labels)}`;
}

/** How causes come together, or that this differs, and by what. */
export function ruleWords(theCase: Case, rule: Rule): string {
  if (rule.kind !== "partitioned") return RULE_NAMES[rule.kind];
  const counts = rule.weightOf ? `, counts by the weight of ${nameOf(theCase, rule.weightOf)}` : "";
  return `they differ by the level of ${nameOf(theCase, rule.by)}${counts}`;
}

/** Every sentence of a rule; where it has parts, each with when it holds, and how they come together then. */
export function sentencesOf(theCase: Case, mechanism: Mechanism): string[] {
  const { rule } = mechanism;
  const said = ({ pushes }: PlainRule) => pushes.map((push) => sentenceWords(theCase, mechanism, push));
  if (rule.kind !== "partitioned") return said(rule);
  return rule.parts.flatMap((part) => {
    const own = part.rule;
    const begins = own.kind === "sum" ? `, from ${numeral(own.base)}` : "";
    const all = [`${RULE_NAMES[own.kind]}${begins}`, ...said(own)];
    return all.map((one) => `${whileWords(theCase, rule, part)}: ${one}`);
  });
}

/** How what drives a sentence is read where that is not as it stands; “lowers” says already that it takes away. */
function ownWords(theCase: Case, cause: Gate | undefined): string[] {
  if (cause === undefined || cause.gate === "level") return [];
  if (cause.gate !== "damps") return [conditionWords(theCase, cause)];
  return cause.depth === 1 ? [] : [`by up to ${percent(cause.depth)}`];
}

const numeral = (x: number) => String(Math.round(x * 1000) / 1000);

/** What a condition does, for those who choose one. */
export const CONDITION_HELP: Readonly<Record<Gate["gate"], string>> = {
  level: "In step: the higher the other stands, the more comes through; at its lowest next to nothing.",
  opens: "Opened by: a part always comes through, and the rest as the other rises.",
  needs:
    "Needs: nothing comes through until the other has reached a height, and all of it from a second height on.",
  damps: "Held back by: the higher the other stands, the less comes through.",
};

/** How causes come together, for those who choose. */
export const RULE_HELP: Readonly<Record<PlainRule["kind"], string>> = {
  sum: "They add up: each cause pushes on its own from where it begins, up or down.",
  anyOf: "Any one is enough: each cause is a chance of its own, and only if all fail does nothing happen.",
  wmean: "On balance: it stands at the weighted middle of its causes.",
  wmin: "All are needed: it stands near the lowest of its causes; the weight says how much that one cause counts.",
  wmax: "One suffices: it stands near the highest of its causes; the weight says how much that one cause counts.",
  mixminmax: "Between the lowest and the highest of its causes, nearer to the one with more weight.",
};

export const RULE_NAMES: Readonly<Record<PlainRule["kind"], string>> = {
  sum: "they add up",
  anyOf: "any one is enough",
  wmean: "on balance",
  wmin: "all are needed",
  wmax: "one suffices",
  mixminmax: "between lowest and highest",
};

/** What the number of a strength means, by how causes come together. */
export const STRENGTH_HELP: Readonly<Record<PlainRule["kind"], string>> = {
  sum: "Strength: how much a cause adds at its full height, 1 for the whole way from 0 to 100, 0.5 for half of it.",
  anyOf: "Strength: how far a cause goes alone at its full height, 1 for the whole way, 0.5 for half of it.",
  wmean: "Strength: how much a cause counts beside the others; twice the strength, twice the say.",
  wmin: "Strength: how much the lowest cause counts beside the others; 1 as much as each of them.",
  wmax: "Strength: how much the highest cause counts beside the others; 1 as much as each of them.",
  mixminmax: "Strengths say nothing here: only the lowest and the highest count.",
};
