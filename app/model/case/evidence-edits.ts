import type { EvidenceItem, Grades } from "./evidence-types.ts";
import { readEvidenceItem, readGrades } from "./evidence.ts";
import { eventSetOf, hasSet, itemsOfSet, type SetId } from "./evidence-set.ts";
import { same } from "./entry.ts";
import { namesOf } from "./names.ts";
import { attempt } from "./problem.ts";
import { logOf } from "./settings.ts";
import type { Case } from "./types.ts";

/** An edit of the log. It changes no setting: what counts is added where the model is asked. */
export type EvidenceEdit =
  | { readonly edit: "addEvidence" | "changeEvidence"; readonly item: EvidenceItem }
  | { readonly edit: "removeEvidence"; readonly evidence: string }
  | { readonly edit: "countEvidence"; readonly evidence: string; readonly counts: boolean }
  /** `to`: the place it shall have in the log, from 0. */
  | { readonly edit: "moveEvidence"; readonly evidence: string; readonly to: number }
  /** null: the usual table. */
  | { readonly edit: "setGrades"; readonly grades: Grades | null }
  | { readonly edit: "addEvidenceSet"; readonly set: SetId; readonly counts: boolean }
  | { readonly edit: "removeEvidenceSet"; readonly set: SetId };

const EDITS: Readonly<Record<EvidenceEdit["edit"], true>> = {
  addEvidence: true,
  changeEvidence: true,
  removeEvidence: true,
  countEvidence: true,
  moveEvidence: true,
  setGrades: true,
  addEvidenceSet: true,
  removeEvidenceSet: true,
};

export const isEvidenceEdit = <E extends { readonly edit: string }>(
  edit: E,
): edit is Extract<E, EvidenceEdit> => Object.hasOwn(EDITS, edit.edit);

/** The case after an edit of the log; the same case where it changes nothing or could not be held. */
export function applyEvidenceEdit(theCase: Case, edit: EvidenceEdit): Case {
  const evidence = logOf(theCase);
  const withItems = (items: readonly EvidenceItem[]): Case => {
    const { evidence: _before, ...rest } = theCase;
    return items.length === 0 ? rest : { ...theCase, evidence: items };
  };
  const replace = (id: string, by: (item: EvidenceItem) => EvidenceItem): Case => {
    const old = evidence.find((item) => item.id === id);
    const now = old && by(old);
    return !old || same(old, now) ? theCase : withItems(evidence.map((item) => (item === old ? now! : item)));
  };
  switch (edit.edit) {
    case "addEvidence": {
      const item = held(theCase, edit.item);
      return !item || evidence.some(({ id }) => id === item.id) ? theCase : withItems([...evidence, item]);
    }
    case "changeEvidence": {
      const item = held(theCase, edit.item);
      return item ? replace(item.id, () => item) : theCase;
    }
    case "removeEvidence": {
      const rest = evidence.filter(({ id }) => id !== edit.evidence);
      return rest.length === evidence.length ? theCase : withItems(rest);
    }
    case "countEvidence":
      return replace(edit.evidence, (item) => ({ ...item, counts: edit.counts }));
    case "moveEvidence": {
      const from = evidence.findIndex(({ id }) => id === edit.evidence);
      const to = Math.max(0, Math.min(evidence.length - 1, Math.trunc(edit.to)));
      return from < 0 || from === to || Number.isNaN(to)
        ? theCase
        : withItems(evidence.toSpliced(from, 1).toSpliced(to, 0, evidence[from]!));
    }
    case "setGrades":
      return withGrades(theCase, edit.grades);
    case "addEvidenceSet":
      if (hasSet(theCase, edit.set) || eventSetOf(theCase)?.id !== edit.set) return theCase;
      return withItems([...evidence, ...itemsOfSet(theCase, edit.set, edit.counts)]);
    case "removeEvidenceSet":
      return hasSet(theCase, edit.set) ? withItems(evidence.filter(({ set }) => set !== edit.set)) : theCase;
    default:
      return edit satisfies never;
  }
}

/** The item as a file would give it back; null where a file could not hold it. */
function held(theCase: Case, item: EvidenceItem): EvidenceItem | null {
  const read = attempt(() => readEvidenceItem({ path: "evidence", value: item }, namesOf(theCase)));
  return read.ok ? read.value : null;
}

function withGrades(theCase: Case, grades: Grades | null): Case {
  if (same(theCase.evidenceGrades ?? null, grades)) return theCase;
  if (grades === null) {
    const { evidenceGrades: _before, ...rest } = theCase;
    return rest;
  }
  const read = attempt(() => readGrades({ path: "evidenceGrades", value: grades }));
  return read.ok ? { ...theCase, evidenceGrades: read.value } : theCase;
}

/** The name of the edit for menus and records. @param theCase as it is before the edit */
export function describeEvidenceEdit(theCase: Case, edit: EvidenceEdit): string {
  const title = (id: string) => quoted(logOf(theCase).find((item) => item.id === id)?.title ?? id);
  const how = (counts: boolean) => (counts ? "and counted" : "only");
  switch (edit.edit) {
    case "addEvidence":
      return `Recorded ${how(edit.item.counts)}: ${quoted(edit.item.title)}`;
    case "changeEvidence":
      return `Changed evidence ${title(edit.item.id)}`;
    case "removeEvidence":
      return `Removed evidence ${title(edit.evidence)}`;
    case "countEvidence":
      return edit.counts ? `Counted ${title(edit.evidence)}` : `On record only: ${title(edit.evidence)}`;
    case "moveEvidence":
      return `Moved evidence ${title(edit.evidence)}`;
    case "setGrades":
      return edit.grades === null ? "Grades back to the usual table" : "How much each grade counts";
    case "addEvidenceSet": {
      const count = itemsOfSet(theCase, edit.set, edit.counts).length;
      return `What happened next: ${count} ${count === 1 ? "item" : "items"} recorded ${how(edit.counts)}`;
    }
    case "removeEvidenceSet":
      return "What happened next taken out";
    default:
      return edit satisfies never;
  }
}

const quoted = (text: string) => `“${text.length > 60 ? `${text.slice(0, 59)}…` : text}”`;
