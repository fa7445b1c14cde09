import type { Case, Scenario } from "./types.ts";
import { differences } from "./changes.ts";
import { settingsOf } from "./settings.ts";
import { lexiconOf } from "../words/lexicon.ts";
import { same } from "./entry.ts";
import { HEADS } from "./judgement.ts";
import type { StepKind, TrailEntry } from "./trail.ts";
import { verdictWords } from "./describe.ts";
import { asInSource } from "../words/source.ts";

/** Longest text kept of what stood before or after: the trail tells what was done, the file holds the rest. */
const MOST = 400;

const cut = (text: string): string => (text.length > MOST ? `${text.slice(0, MOST)}…` : text);

type Words = Pick<TrailEntry, "before" | "after" | "scenario">;
interface Step extends Words {
  readonly kind: Exclude<StepKind, "undo" | "redo" | "folded">;
}

/**
 * What lies between two states of a document, in words: worked out from the documents, so that it holds for any edit,
 * and for undoing and redoing it.
 */
export function stepWords(before: Case, after: Case): Step {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (key) => (before as unknown as Loose)[key] !== (after as unknown as Loose)[key],
  );
  if (keys.includes("scenarios") && keys.every((key) => key === "scenarios"))
    return scenarioStep(before, after);
  const kind = keys.some((key) => key === "evidence")
    ? "evidence"
    : keys.some((key) => JUDGEMENT.includes(key))
      ? "judgement"
      : "case";
  const said = (theCase: Case, other: Case) =>
    keys.flatMap((key) => partWords(key, theCase, other)).join("; ");
  return { kind, ...both(said(before, after), said(after, before)) };
}

type Loose = Readonly<Record<string, unknown>>;
const JUDGEMENT = ["judgement", "judgements", "judgementArguments", "confidence", "verdict"];

const both = (before: string, after: string): Words => ({ before: cut(before), after: cut(after) });

/** One scenario's settings: only the lines that differ. */
function scenarioStep(before: Case, after: Case): Step {
  const old = new Map(before.scenarios.map((one) => [one.id, one]));
  const touched = after.scenarios.filter((one) => old.get(one.id) !== one);
  const gone = before.scenarios.filter(({ id }) => !after.scenarios.some((one) => one.id === id));
  const [only] = touched;
  const was = only === undefined ? undefined : old.get(only.id);
  if (only === undefined || was === undefined || touched.length > 1 || gone.length > 0) {
    const names = (list: readonly Scenario[]) => list.map(({ name }) => name).join(", ");
    return { kind: "case", ...both(names(before.scenarios), names(after.scenarios)) };
  }
  const lines = (theCase: Case) => differences(theCase, settingsOf(theCase, only.id)).map(({ text }) => text);
  const [from, to] = [lines(before), lines(after)];
  const onlyIn = (own: readonly string[], other: readonly string[]) =>
    own.filter((line) => !other.includes(line)).join("; ");
  const told = both(onlyIn(from, to) || asInSource(before), onlyIn(to, from) || asInSource(after));
  if (same(was.settings, only.settings))
    return { kind: "case", ...both(was.name, only.name), scenario: only.name };
  return { kind: "settings", ...told, scenario: only.name };
}

/** One part of a case in words, where it differs from the other's. */
function partWords(key: string, theCase: Case, other: Case): string[] {
  switch (key) {
    case "judgementArguments":
      return [];
    case "title":
      return [theCase.title];
    case "confidence": {
      const { level, reasons, ticked = [] } = theCase.confidence ?? { level: "not stated", reasons: "" };
      return [[level, ...ticked, reasons].filter((one) => one !== "").join(", ")];
    }
    case "judgement": {
      const [row, its] = [theCase, other].map((one) => lexiconOf(one.judgement?.row).name);
      return [
        ...HEADS.flatMap(({ id, label }) => {
          const [own, others] = [theCase, other].map((one) => one.judgement?.text[id] ?? "");
          return own === others ? [] : [`${label}: ${own === "" ? "(empty)" : own}`];
        }),
        ...(row === its ? [] : [`Words: ${row}`]),
      ];
    }
    case "sessions":
      return (theCase.sessions ?? []).map(({ setup, events }) => `${setup.title}, ${events.length} events`);
    case "judgements":
      return [`${theCase.judgements?.length ?? 0} frozen`];
    case "verdict":
      return [theCase.verdict ? verdictWords(theCase, theCase.verdict) : "no verdict"];
    default:
      return [`${key}: ${listWords((theCase as unknown as Loose)[key], (other as unknown as Loose)[key])}`];
  }
}

/** The parts of a list that differ, by the name that people read. */
function listWords(own: unknown, other: unknown): string {
  if (own === undefined) return "(none)";
  if (!Array.isArray(own)) return typeof own === "object" && own !== null ? "changed" : String(own);
  const others = new Set<unknown>(Array.isArray(other) ? (other as unknown[]) : []);
  const names = (own as unknown[]).filter((one) => !others.has(one)).map(nameIn);
  const few = names.length > 3 ? [...names.slice(0, 3), `${names.length - 3} more`] : names;
  return names.length === 0 ? `${own.length} in all` : few.join(", ");
}

function nameIn(part: unknown): string {
  if (typeof part !== "object" || part === null) return String(part);
  const own = part as Loose;
  const name = [
    own["short"],
    own["label"],
    own["title"],
    own["name"],
    own["what"],
    own["text"],
    own["id"],
  ].find((one): one is string => typeof one === "string" && one !== "");
  return name === undefined ? "one" : name.length > 80 ? `${name.slice(0, 80)}…` : name;
}
