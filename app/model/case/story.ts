import type {
  Claim,
  Confidence,
  DateConflict,
  Hedge,
  Link,
  Source,
  SourceParagraph,
  TourStep,
} from "./types.ts";
import { at, entries, type Field, id, keep, oneOf } from "./read.ts";
import { flag, given, list, text, texts } from "./text.ts";
import { ids } from "./names.ts";

/* The parts of a case that the engine never reads: where it comes from, how it is told, what supports it. */

/** A list of parts with ids, no two alike; none where none is given. */
function listed<T>(field: Field, each: (item: Field) => T): T[] {
  ids(list(field, (item) => item));
  return list(field, each);
}

type SourceItem = NonNullable<Source["items"]>[number];

export function readSource(field: Field): Source {
  const source = { ...field, value: field.value ?? {} };
  return keep<Source>(entries(source, ["items", "paragraphs", "kind"]), {
    title: text(at(source, "title")),
    author: text(at(source, "author")),
    publisher: text(at(source, "publisher")),
    note: text(at(source, "note")),
    ...given<Pick<Source, "items" | "paragraphs" | "kind">>(source, {
      kind: text,
      items: (all) => listed(all, readSourceItem),
      paragraphs: (all) => listed(all, readParagraph),
    }),
  });
}

const readParagraph = (field: Field): SourceParagraph =>
  keep<SourceParagraph>(entries(field, ["left"]), {
    id: id(at(field, "id")),
    text: text(at(field, "text")),
    ...given<Pick<SourceParagraph, "left">>(field, { left: flag }),
  });

function readSourceItem(field: Field): SourceItem {
  const own = id(at(field, "id"));
  return keep<SourceItem>(entries(field, ["date", "url", "kind"]), {
    id: own,
    title: text(at(field, "title"), own),
    ...given<Pick<SourceItem, "date" | "url" | "kind">>(field, { date: text, url: text, kind: text }),
  });
}

export const readLinks = (field: Field): Link[] =>
  list(field, (link) =>
    keep<Link>(entries(link, ["gate", "claims"]), {
      from: text(at(link, "from")),
      to: text(at(link, "to")),
      raises: flag(at(link, "raises"), true),
      reason: text(at(link, "reason")),
      paragraphs: texts(at(link, "paragraphs")),
      ...given<Pick<Link, "gate" | "claims">>(link, { gate: text, claims: texts }),
    }),
  );

export const readTour = (field: Field): TourStep[] =>
  list(field, (step) =>
    keep<TourStep>(entries(step), {
      title: text(at(step, "title")),
      text: text(at(step, "text")),
      lights: texts(at(step, "lights")),
      paragraphs: texts(at(step, "paragraphs")),
    }),
  );

export const readClaims = (field: Field): Claim[] =>
  listed(field, (claim) =>
    keep<Claim>(entries(claim, ["note", "sources", "status"]), {
      id: id(at(claim, "id")),
      paragraph: text(at(claim, "paragraph")),
      text: text(at(claim, "text")),
      saidBy: text(at(claim, "saidBy")),
      date: text(at(claim, "date")),
      type: text(at(claim, "type")),
      firmness: text(at(claim, "firmness")),
      towardsBreak: text(at(claim, "towardsBreak")),
      horizon: readClaimHorizon(at(claim, "horizon")),
      about: texts(at(claim, "about")),
      ...given<Pick<Claim, "note" | "sources" | "status">>(claim, {
        note: text,
        sources: texts,
        status: text,
      }),
    }),
  );

const readClaimHorizon = (field: Field) => (typeof field.value === "string" ? field.value : texts(field));

export const readDateConflicts = (field: Field): DateConflict[] =>
  listed(field, (conflict) =>
    keep<DateConflict>(entries(conflict), {
      id: id(at(conflict, "id")),
      kind: text(at(conflict, "kind")),
      text: text(at(conflict, "text")),
      sources: texts(at(conflict, "sources")),
    }),
  );

export const readHedges = (field: Field): Hedge[] =>
  list(field, (hedge) =>
    keep<Hedge>(entries(hedge), {
      word: text(at(hedge, "word")),
      where: text(at(hedge, "where")),
      reading: text(at(hedge, "reading")),
    }),
  );

export function readConfidence(field: Field): Confidence {
  return keep<Confidence>(entries(field, ["ticked"]), {
    level: oneOf(at(field, "level"), ["low", "moderate", "high"]),
    reasons: text(at(field, "reasons")),
    ...given<Pick<Confidence, "ticked">>(field, { ticked: texts }),
  });
}
