import {
  type Bearing,
  CREDIBILITIES,
  type Credibility,
  type EvidenceItem,
  type EvidenceSource,
  type Grades,
  RELIABILITIES,
  STRENGTHS,
  type Strength,
} from "./evidence-types.ts";
import { at, entries, type Field, id, keep, mustBe, numbers, oneOf, refuse, share } from "./read.ts";
import { attempt, problemSentence } from "./problem.ts";
import { flag, given, list, text } from "./text.ts";
import { ids, type Names, reference } from "./names.ts";
import { readHappenings, readSequel } from "./sequel.ts";
import { type Case, LEVELS } from "./types.ts";

/** The parts of a case that evidence adds; each may be missing. */
export const EVIDENCE_PARTS = ["evidence", "evidenceGrades", "next", "events"] as const;

/** @throws Refused */
export const readEvidenceParts = (file: Field, names: Names) =>
  given<Pick<Case, (typeof EVIDENCE_PARTS)[number]>>(file, {
    evidence: (log) => readEvidence(log, names),
    evidenceGrades: readGrades,
    next: readSequel,
    events: readHappenings,
  });

/** The log, oldest entry first. @throws Refused */
export function readEvidence(field: Field, names: Names): EvidenceItem[] {
  ids(list(field, (item) => item));
  return list(field, (item) => readEvidenceItem(item, names));
}

/** One item; what it bears on must be in the case. @throws Refused */
export function readEvidenceItem(field: Field, names: Names): EvidenceItem {
  const own = id(at(field, "id"));
  const optional = ["eventDate", "reportDate", "origin", "note", "set"] as const;
  return keep<EvidenceItem>(entries(field, optional), {
    id: own,
    title: text(at(field, "title"), own),
    ...given<Pick<EvidenceItem, "eventDate" | "reportDate">>(field, { eventDate: text, reportDate: text }),
    sources: list(at(field, "sources"), readSource),
    ...given<Pick<EvidenceItem, "origin">>(field, { origin: text }),
    bearsOn: list(at(field, "bearsOn"), (bearing) => readBearing(bearing, names)),
    counts: flag(at(field, "counts")),
    ...given<Pick<EvidenceItem, "note" | "set">>(field, { note: text, set: text }),
  });
}

const readSource = (field: Field): EvidenceSource =>
  keep<EvidenceSource>(entries(field, ["link"]), {
    name: text(at(field, "name")),
    reliability: oneOf(at(field, "reliability"), RELIABILITIES),
    credibility: readCredibility(at(field, "credibility")),
    ...given<Pick<EvidenceSource, "link">>(field, { link: text }),
  });

const readCredibility = (field: Field): Credibility =>
  CREDIBILITIES.find((grade) => grade === field.value) ?? mustBe(field, "a whole number from 1 to 6");

const readStrength = (field: Field): Strength =>
  STRENGTHS.find((strength) => strength === field.value) ?? mustBe(field, "a whole number from -2 to 2");

function readBearing(field: Field, names: Names): Bearing {
  const own = entries(field);
  const [sign, node] = [at(field, "indicator"), at(field, "node")];
  if ((sign.value === undefined) === (node.value === undefined))
    return refuse(field, 'must have either an "indicator" or a "node"');
  if (sign.value !== undefined) {
    const { value } = at(field, "seen");
    return keep<Bearing>(own, {
      indicator: reference(sign, names, "indicator"),
      seen: typeof value === "boolean" ? value : mustBe(at(field, "seen"), "true or false"),
    });
  }
  const part = reference(node, names, "factor", "mechanism");
  const [level, strength] = [at(field, "level"), at(field, "strength")];
  if ((level.value === undefined) === (strength.value === undefined))
    return refuse(field, 'must have either a "level" or a "strength"');
  return level.value === undefined
    ? keep<Bearing>(own, { node: part, strength: readStrength(strength) })
    : keep<Bearing>(own, { node: part, level: oneOf(level, LEVELS) });
}

/** The same of a table from anywhere, typed fields for one. */
export function readGradesFrom(
  value: unknown,
): { readonly ok: true; readonly grades: Grades } | { readonly ok: false; readonly sentence: string } {
  const read = attempt(() => readGrades({ path: "", value }));
  return read.ok ? { ok: true, grades: read.value } : { ok: false, sentence: problemSentence(read.problem) };
}

/** Best and worst grade are fixed, and a worse grade never keeps more than a better one. @throws Refused */
export function readGrades(field: Field): Grades {
  const read = keep<Record<string, readonly number[]>>(
    entries(field),
    Object.fromEntries(
      RELIABILITIES.map((row) => [row, numbers(at(field, row), CREDIBILITIES.length, share)]),
    ),
  ) as Grades;
  if (read.A[0] !== 1) refuse(at(field, "A"), "must begin with 1, because A1 counts in full");
  if (read.F.at(-1) !== 0) refuse(at(field, "F"), "must end with 0, because F6 counts for nothing");
  RELIABILITIES.forEach((row, r) =>
    read[row].forEach((value, c) => {
      const above = r > 0 ? read[RELIABILITIES[r - 1]!][c]! : 1;
      const before = c > 0 ? read[row][c - 1]! : 1;
      if (value > above || value > before)
        refuse(at(field, row), `must not rise: ${row}${c + 1} would count more than a better grade`);
    }),
  );
  return read;
}
