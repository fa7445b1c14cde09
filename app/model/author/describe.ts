import { OUTCOME } from "../case/names.ts";
import { nameOf } from "../case/settings.ts";
import type { Case } from "../case/types.ts";
import { counted } from "../words/counted.ts";
import type { AuthorEdit } from "./edits.ts";
import { eventsOf } from "./told.ts";

const short = (text: string) => (text.length > 60 ? `${text.slice(0, 59)}…` : text);
const quoted = (text: string) => `“${short(text)}”`;

/** The name of an author's edit for menus and records. @param theCase as it is before the edit */
export function describeAuthorEdit(theCase: Case, edit: AuthorEdit): string {
  const name = (id: string) => (id === OUTCOME ? theCase.outcome.short : short(nameOf(theCase, id)));
  switch (edit.edit) {
    case "setCaseWords":
      return wordsMove(theCase, edit.to);
    case "setParagraphs":
      return paragraphsMove(theCase, edit);
    case "putClaim":
      return `Claim ${quoted(edit.claim.text)}`;
    case "removeClaim": {
      const claim = theCase.claims.find(({ id }) => id === edit.claim);
      return `Claim ${quoted(claim?.text ?? edit.claim)} removed`;
    }
    case "addFactor":
      return `New factor ${quoted(edit.factor.label)}`;
    case "changeFactor":
      return partMove(name(edit.factor), edit.to);
    case "removeFactor":
      return `Factor ${quoted(name(edit.factor))} removed`;
    case "addMechanism":
      return `New mechanism ${quoted(edit.mechanism.label)}`;
    case "changeMechanism":
      return partMove(name(edit.mechanism), edit.to);
    case "removeMechanism":
      return `Mechanism ${quoted(name(edit.mechanism))} removed`;
    case "setRule":
      return `What moves ${name(edit.mechanism)}`;
    case "setTable":
      return edit.table === null
        ? `Table of ${name(edit.mechanism)} back to its rule`
        : `Table of ${name(edit.mechanism)}: ${counted(edit.table.filter((row) => row !== null).length, "row")} set by hand`;
    case "setArrow":
      return `Why ${name(edit.from)} moves ${name(edit.to)}`;
    case "setHorizons":
      return `Horizons: ${edit.horizons.map(({ label }) => label).join(", ")}`;
    case "setOutcome":
      return outcomeMove(theCase, edit.outcome);
    case "putStatement":
      return `Statement ${quoted(edit.statement.text)}`;
    case "removeStatement": {
      const statement = theCase.statements?.find(({ id }) => id === edit.id);
      return `Statement ${quoted(statement?.text ?? edit.id)} removed`;
    }
    case "putIndicator":
      return `Sign ${quoted(edit.indicator.label)}`;
    case "removeIndicator":
      return `Sign ${quoted(name(edit.indicator))} removed`;
    case "setPlaces": {
      const ids = Object.keys(edit.places);
      return ids.length === 1 ? `${name(ids[0]!)} moved` : `${ids.length} boxes moved`;
    }
    case "mergeEvidence":
      return `${counted(edit.items.length, "item")} of evidence from ${quoted(edit.from)}`;
    case "setTour":
      return tourMove(theCase.tour, edit.tour);
    case "putEvent":
      return `Event ${quoted(edit.event.title || edit.event.id)}`;
    case "removeEvent": {
      const event = eventsOf(theCase).find(({ id }) => id === edit.event);
      return `Event ${quoted(event?.title || edit.event)} removed`;
    }
    case "setHedges":
      return `Words the text hedges with: ${edit.hedges.length}`;
    case "setDateConflicts":
      return `What does not fit in the text: ${edit.conflicts.length}`;
    case "together":
      return edit.label;
    default:
      return edit satisfies never;
  }
}

/** What each part of a factor or mechanism is called on screen. */
export const PART_WORDS: Readonly<Record<string, string>> = {
  label: "name",
  short: "short name",
  why: "why it matters",
  anchors: "what each state looks like",
  paragraphs: "paragraphs",
  place: "place",
  overview: "place in the overview",
  group: "group",
  starred: "mark of the first rank",
  question: "question",
  beyondArticle: "in what the case rests on, or added",
  weight: "weight",
  levels: "states",
  fade: "how long what is learnt lasts",
  spread: "spread",
  rule: "what moves it",
  table: "table",
  detail: "detail or not",
};

function tourMove(before: Case["tour"], after: Case["tour"]): string {
  if (before.length !== after.length) return `Tour: ${before.length} → ${counted(after.length, "step")}`;
  const changed = after.filter((step, i) => step !== before[i]);
  if (changed.length > 1 && changed.every((step) => before.includes(step))) return "Tour: order of its steps";
  const [step] = changed;
  return step === undefined ? "Tour" : `Tour: step ${after.indexOf(step) + 1} ${quoted(step.title)}`;
}

const partMove = (name: string, to: object): string =>
  `${name}: ${
    Object.keys(to)
      .map((key) => PART_WORDS[key] ?? key)
      .join(", ") || "no change"
  }`;

function wordsMove(theCase: Case, to: Extract<AuthorEdit, { edit: "setCaseWords" }>["to"]): string {
  const keys = Object.keys(to) as (keyof typeof to)[];
  const [only] = keys;
  if (keys.length === 1 && only === "title" && typeof to.title === "string")
    return `Title ${quoted(theCase.title)} → ${quoted(to.title)}`;
  if (keys.length === 1 && (only === "question" || only === "event") && typeof to[only] === "string")
    return `${only === "question" ? "Question" : "Event"}: ${quoted(to[only])}`;
  const names: Readonly<Record<keyof typeof to, string>> = {
    title: "title",
    question: "question",
    event: "event",
    partners: "partners",
    asOf: "day of the argument",
    levels: "names of the states",
    source: "source",
  };
  return `The case’s ${keys.map((key) => names[key]).join(", ") || "words"}`;
}

function paragraphsMove(
  { source }: Case,
  { paragraphs, moved }: Extract<AuthorEdit, { edit: "setParagraphs" }>,
): string {
  const before = source.paragraphs ?? [];
  const joined = Object.keys(moved ?? {}).length;
  if (joined > 0) return `Text: ${counted(joined, "paragraph")} joined to another`;
  if (before.length !== paragraphs.length)
    return before.length === 0
      ? `Text: ${counted(paragraphs.length, "paragraph")}`
      : `Text: ${before.length} → ${counted(paragraphs.length, "paragraph")}`;
  const left = paragraphs.filter((one, i) => (one.left ?? false) !== (before[i]!.left ?? false));
  if (left.length > 0)
    return `Text: ${left.map(({ id, left: out }) => `${id} ${out ? "left out" : "taken in"}`).join(", ")}`;
  const told = paragraphs.filter(({ text }, i) => text !== before[i]!.text).map(({ id }) => id);
  return `Text of ${told.join(", ") || "the paragraphs"}`;
}

function outcomeMove({ outcome }: Case, to: Case["outcome"]): string {
  if (to.rungs.length !== outcome.rungs.length)
    return `What can happen: ${outcome.rungs.length} → ${counted(to.rungs.length, "outcome")}`;
  const keys = (Object.keys(to) as (keyof typeof to)[]).filter(
    (key) => JSON.stringify(to[key]) !== JSON.stringify(outcome[key]),
  );
  if (keys.length === 1 && keys[0] === "event")
    return to.event.of === outcome.event.of ? "Outcome: how often it ends" : "Outcome: what it hangs on";
  if (keys.length === 1 && keys[0] === "rungs") return "What can happen: names and how one would know";
  return "Outcome";
}
