import { freshId } from "../../../app/model/case/evidence-set.ts";
import type { Bearing, EvidenceItem, EvidenceSource } from "../../../app/model/case/evidence-types.ts";
import { logOf } from "../../../app/model/case/settings.ts";
import type { Case } from "../../../app/model/case/types.ts";

/** An item in the making, before anything of it is recorded. */
export function emptyDraft(theCase: Case): EvidenceItem {
  return {
    id: freshId(`item-${logOf(theCase).length + 1}`, new Set(logOf(theCase).map(({ id }) => id))),
    title: "",
    sources: [{ name: "", reliability: "C", credibility: 3 }],
    bearsOn: [],
    counts: false,
  };
}

/** Whether anything was typed that would be lost. */
export const isEmpty = ({ title, bearsOn, note, origin, eventDate, reportDate, sources }: EvidenceItem) =>
  [title, note, origin, eventDate, reportDate].every((text) => (text ?? "").trim() === "") &&
  bearsOn.length === 0 &&
  sources.every(({ name, link }) => name.trim() === "" && (link ?? "").trim() === "");

const said = (text: string | undefined) =>
  text === undefined || text.trim() === "" ? undefined : text.trim();

/** The item as it is recorded: texts trimmed, empty ones left out. */
export function finished(draft: EvidenceItem, counts: boolean): EvidenceItem {
  const { eventDate, reportDate, origin, note, ...rest } = draft;
  const given = Object.entries({ eventDate, reportDate, origin, note }).flatMap(([key, text]) => {
    const value = said(text);
    return value === undefined ? [] : [[key, value] as const];
  });
  return {
    ...rest,
    ...Object.fromEntries(given),
    title: draft.title.trim(),
    sources: draft.sources.map(trimmed),
    counts,
  };
}

function trimmed({ link, ...source }: EvidenceSource): EvidenceSource {
  const address = said(link);
  return { ...source, name: source.name.trim(), ...(address === undefined ? {} : { link: address }) };
}

/** What a bearing is about: the id of a sign, factor or mechanism. */
export const partOf = (bearing: Bearing): string =>
  "indicator" in bearing ? bearing.indicator : bearing.node;
