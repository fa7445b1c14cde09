import type { EvidenceItem } from "../case/evidence-types.ts";
import { OUTCOME } from "../case/names.ts";
import { nameOf } from "../case/settings.ts";
import type { Statement } from "../case/statement.ts";
import type {
  Case,
  Claim,
  Factor,
  Horizon,
  Indicator,
  LevelName,
  Link,
  Mechanism,
  Outcome,
  Place,
  Rule,
  Source,
  SourceParagraph,
} from "../case/types.ts";
import { withArrows } from "./arrows.ts";
import { held, type Held } from "./held.ts";
import { MOST_HORIZONS, withHorizons } from "./horizons.ts";
import { RUNGS, withOutcome } from "./outcome.ts";
import { withParagraphs } from "./paragraph-edit.ts";
import { newFactor, newMechanism } from "./parts.ts";
import { withoutParts, withStatements } from "./remove.ts";
import { retold } from "./statements.ts";
import { tableUnder } from "./tables.ts";
import { TOLD, toldDraft, type ToldEdit } from "./told.ts";

/** Optional parts are taken out by `undefined`. */
export type To<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** What a new factor or mechanism must say of itself; the rest has a default. */
export type NewFactor = { readonly label: string } & To<Omit<Factor, "id" | "label">>;
export type NewMechanism = { readonly label: string } & To<Omit<Mechanism, "id" | "label">>;

/** Everything an author does to a case, one undo step each. New ids come with the edit (`freshId`). */
export type AuthorEdit =
  | ToldEdit
  | { readonly edit: "setCaseWords"; readonly to: CaseWords }
  | {
      readonly edit: "setParagraphs";
      readonly paragraphs: readonly SourceParagraph[];
      /** Paragraphs that went into others (joined): what named the one then names the other. */
      readonly moved?: Readonly<Record<string, string>>;
    }
  | { readonly edit: "putClaim"; readonly claim: Claim }
  | { readonly edit: "removeClaim"; readonly claim: string }
  | { readonly edit: "addFactor"; readonly id: string; readonly factor: NewFactor }
  | { readonly edit: "changeFactor"; readonly factor: string; readonly to: To<Omit<Factor, "id">> }
  | { readonly edit: "removeFactor"; readonly factor: string }
  | { readonly edit: "addMechanism"; readonly id: string; readonly mechanism: NewMechanism }
  | { readonly edit: "changeMechanism"; readonly mechanism: string; readonly to: To<Omit<Mechanism, "id">> }
  | { readonly edit: "removeMechanism"; readonly mechanism: string }
  /** Rows set by hand stay where the causes stay. */
  | { readonly edit: "setRule"; readonly mechanism: string; readonly rule: Rule }
  /** Rows of the table set by hand (null: as the rule has it); null gives all of them back to the rule. */
  | {
      readonly edit: "setTable";
      readonly mechanism: string;
      readonly table: readonly (readonly number[] | null)[] | null;
    }
  /** What is told of an arrow that a rule or the outcome makes; `undefined` leaves it as it is. */
  | ({ readonly edit: "setArrow"; readonly from: string; readonly to: string } & To<
      Pick<Link, "reason" | "paragraphs" | "claims" | "raises" | "gate">
    >)
  | { readonly edit: "setHorizons"; readonly horizons: readonly Horizon[] }
  | { readonly edit: "setOutcome"; readonly outcome: Outcome }
  | { readonly edit: "putStatement"; readonly statement: Statement }
  | { readonly edit: "removeStatement"; readonly id: string }
  | { readonly edit: "putIndicator"; readonly indicator: Indicator }
  | { readonly edit: "removeIndicator"; readonly indicator: string }
  /** Where boxes stand, by id of a factor or mechanism or "outcome"; null: nowhere yet. */
  | {
      readonly edit: "setPlaces";
      readonly places: Readonly<Record<string, Place | null>>;
      readonly which: "place" | "overview";
    }
  /** A colleague's evidence: items by id in the place of mine, the others at the end (`merge.ts`). */
  | { readonly edit: "mergeEvidence"; readonly items: readonly EvidenceItem[]; readonly from: string }
  /** Several as one step, all or none. */
  | { readonly edit: "together"; readonly label: string; readonly edits: readonly AuthorEdit[] };

export type CaseWords = To<
  Pick<Case, "title" | "question" | "event" | "partners" | "asOf"> & {
    readonly levels: readonly LevelName[];
    readonly source: To<Pick<Source, "title" | "author" | "publisher" | "note" | "items" | "kind">>;
  }
>;

/** Every kind of edit: the compiler asks for one that is missing. */
export const EDITS: Readonly<Record<AuthorEdit["edit"], true>> = {
  setCaseWords: true,
  setParagraphs: true,
  putClaim: true,
  removeClaim: true,
  addFactor: true,
  changeFactor: true,
  removeFactor: true,
  addMechanism: true,
  changeMechanism: true,
  removeMechanism: true,
  setRule: true,
  setTable: true,
  setArrow: true,
  setHorizons: true,
  setOutcome: true,
  putStatement: true,
  removeStatement: true,
  putIndicator: true,
  removeIndicator: true,
  setPlaces: true,
  mergeEvidence: true,
  together: true,
  ...TOLD,
};

export const isAuthorEdit = <E extends { readonly edit: string }>(edit: E | AuthorEdit): edit is AuthorEdit =>
  Object.hasOwn(EDITS, edit.edit);

/** The case after an edit; the same case where it changes nothing or could not be saved and opened again. */
export function applyAuthorEdit(theCase: Case, edit: AuthorEdit): Case {
  const done = tryAuthorEdit(theCase, edit);
  return done.ok ? done.case : theCase;
}

/** The same, with one sentence that says why where it cannot be done. */
export function tryAuthorEdit(theCase: Case, edit: AuthorEdit): Held {
  const draft = draftOf(theCase, edit);
  if (typeof draft === "string") return { ok: false, sentence: draft };
  return draft === theCase ? { ok: true, case: theCase } : held(theCase, retold(theCase, draft));
}

/** The case as the edit would leave it, or why it cannot. */
function draftOf(theCase: Case, edit: AuthorEdit): Case | string {
  switch (edit.edit) {
    case "setCaseWords":
      return withWords(theCase, edit.to);
    case "setParagraphs":
      return withParagraphs(theCase, edit.paragraphs, edit.moved);
    case "putClaim":
      return { ...theCase, claims: put(theCase.claims, edit.claim) };
    case "removeClaim":
      return withoutClaim(theCase, edit.claim);
    case "addFactor":
      return isTaken(theCase, edit.id)
        ? taken(edit.id)
        : { ...theCase, factors: [...theCase.factors, newFactor(theCase, edit.id, edit.factor)] };
    case "changeFactor":
      return changed(theCase, "factors", edit.factor, edit.to);
    case "removeFactor":
      return theCase.factors.length === 1 && theCase.factors[0]!.id === edit.factor
        ? `${quoted(theCase, edit.factor)} is the last factor, and a case has at least one; add another first.`
        : removed(theCase, "factors", edit.factor);
    case "addMechanism":
      return isTaken(theCase, edit.id)
        ? taken(edit.id)
        : withArrows(theCase, {
            ...theCase,
            mechanisms: [...theCase.mechanisms, newMechanism(edit.id, edit.mechanism)],
          });
    case "changeMechanism":
      return withMechanism(theCase, edit.mechanism, edit.to);
    case "removeMechanism":
      return theCase.outcome.event.of === edit.mechanism
        ? `The outcome hangs on ${quoted(theCase, edit.mechanism)}; let it hang on another mechanism first.`
        : removed(theCase, "mechanisms", edit.mechanism);
    case "setRule":
      return withMechanism(theCase, edit.mechanism, { rule: edit.rule });
    case "setTable":
      return withMechanism(theCase, edit.mechanism, { table: edit.table ?? undefined });
    case "setArrow":
      return withArrow(theCase, edit);
    case "setHorizons":
      return edit.horizons.length > Math.max(MOST_HORIZONS, theCase.horizons.length)
        ? `A case has up to ${MOST_HORIZONS} horizons, not ${edit.horizons.length}; take one away first.`
        : withHorizons(theCase, edit.horizons);
    case "setOutcome": {
      const [count, before] = [edit.outcome.rungs.length, theCase.outcome.rungs.length];
      return count !== before && (count < RUNGS.least || count > RUNGS.most)
        ? `A case has ${RUNGS.least} to ${RUNGS.most} outcomes, not ${count}.`
        : withOutcome(theCase, edit.outcome);
    }
    case "putStatement":
      return { ...theCase, statements: put(theCase.statements ?? [], edit.statement) };
    case "removeStatement":
      return {
        ...theCase,
        ...withStatements((theCase.statements ?? []).filter(({ id }) => id !== edit.id)),
      };
    case "putIndicator":
      return { ...theCase, indicators: put(theCase.indicators, edit.indicator) };
    case "removeIndicator":
      return removed(theCase, "indicators", edit.indicator);
    case "setPlaces":
      return withPlaces(theCase, edit.places, edit.which);
    case "mergeEvidence":
      return edit.items.length === 0
        ? theCase
        : { ...theCase, evidence: edit.items.reduce(put<EvidenceItem>, theCase.evidence ?? []) };
    case "together":
      return edit.edits.reduce<Case | string>(
        (soFar, one) => (typeof soFar === "string" ? soFar : draftOf(soFar, one)),
        theCase,
      );
    default:
      return toldDraft(theCase, edit);
  }
}

const quoted = (theCase: Case, id: string) => `“${nameOf(theCase, id)}”`;
const taken = (id: string) => `The case has something called "${id}" already.`;
const missing = (id: string) => `The case has no "${id}".`;

const isTaken = ({ factors, mechanisms, indicators }: Case, id: string): boolean =>
  [...factors, ...mechanisms, ...indicators].some((one) => one.id === id);

/** A list with one part put in: in the place of the part with its id, else at the end. */
function put<T extends { readonly id: string }>(list: readonly T[], part: T): readonly T[] {
  return list.some(({ id }) => id === part.id)
    ? list.map((one) => (one.id === part.id ? part : one))
    : [...list, part];
}

type Parts = "factors" | "mechanisms" | "indicators";

function changed<K extends Parts>(
  theCase: Case,
  kind: K,
  id: string,
  to: To<Case[K][number]>,
): Case | string {
  const list: readonly Case[K][number][] = theCase[kind];
  if (!list.some((one) => one.id === id)) return missing(id);
  return { ...theCase, [kind]: list.map((one) => (one.id === id ? { ...one, ...to, id } : one)) };
}

/** Another rule brings its own arrows, and rows set by hand only where they still mean something. */
function withMechanism(theCase: Case, id: string, to: To<Omit<Mechanism, "id">>): Case | string {
  const before = theCase.mechanisms.find((one) => one.id === id);
  const { rule } = to;
  if (before === undefined || rule === undefined) return changed(theCase, "mechanisms", id, to);
  const table = "table" in to ? to.table : tableUnder(before, rule);
  const next = changed(theCase, "mechanisms", id, { ...to, table });
  return typeof next === "string" ? next : withArrows(theCase, next);
}

const removed = (theCase: Case, kind: Parts, id: string): Case | string =>
  (theCase[kind] as readonly { readonly id: string }[]).some((one) => one.id === id)
    ? withoutParts(theCase, [id])
    : missing(id);

function withWords(theCase: Case, { source, ...words }: CaseWords): Case {
  const said = Object.fromEntries(Object.entries(words).filter(([, value]) => value !== undefined));
  return { ...theCase, ...said, ...(source && { source: { ...theCase.source, ...source } as Source }) };
}

function withoutClaim(theCase: Case, id: string): Case {
  return {
    ...theCase,
    claims: theCase.claims.filter((claim) => claim.id !== id),
    links: theCase.links.map((link) =>
      link.claims?.includes(id) ? { ...link, claims: link.claims.filter((one) => one !== id) } : link,
    ),
  };
}

function withArrow(
  theCase: Case,
  { edit: _edit, from, to, ...told }: Extract<AuthorEdit, { edit: "setArrow" }>,
): Case | string {
  if (!theCase.links.some((link) => link.from === from && link.to === to))
    return `No arrow leads from ${quoted(theCase, from)} to ${to === OUTCOME ? "the outcome" : quoted(theCase, to)}; let the one be a cause of the other first.`;
  const said = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined));
  return {
    ...theCase,
    links: theCase.links.map((link) => (link.from === from && link.to === to ? { ...link, ...said } : link)),
  };
}

function withPlaces(
  theCase: Case,
  places: Readonly<Record<string, Place | null>>,
  which: "place" | "overview",
): Case | string {
  const open = new Set(Object.keys(places));
  const placed = <T extends object>(part: T, id: string): T => {
    if (!open.delete(id)) return part;
    return { ...part, [which]: places[id] ?? undefined };
  };
  const next = {
    ...theCase,
    factors: theCase.factors.map((one) => placed(one, one.id)),
    mechanisms: theCase.mechanisms.map((one) => placed(one, one.id)),
    outcome: placed(theCase.outcome, OUTCOME),
  };
  const [unknown] = open;
  return unknown === undefined ? next : missing(unknown);
}
