import { spanOf, yearsAfter } from "../../../app/model/case/dates.ts";
import type { EvidenceItem } from "../../../app/model/case/evidence-types.ts";
import { entryOf, logOf, nameOf } from "../../../app/model/case/settings.ts";
import type { Case, Inputs } from "../../../app/model/case/types.ts";
import { hearings } from "../../../app/model/evidence/weigh.ts";

/** What a sign is, in the end, a sign of: a factor or mechanism, through stories that stand between. */
export function rootOf(theCase: Case, id: string): string {
  let at = id;
  for (let parent = theCase.indicators.find((one) => one.id === at); parent;) {
    at = parent.of;
    parent = theCase.indicators.find((one) => one.id === at);
  }
  return at;
}

export interface BoardRow {
  readonly id: string;
  readonly label: string;
  readonly of: string;
  readonly state: "open" | "seen" | "not seen" | "disputed";
  readonly items: readonly EvidenceItem[];
  /** What should be looked at again; empty: nothing. */
  readonly due: string;
}

/** Every sign: what is logged of it and what is due. */
export function boardRows(theCase: Case, settings: Inputs): BoardRow[] {
  const heard = new Map(hearings(theCase).map((hearing) => [hearing.indicator, hearing]));
  const newest = lastDay(logOf(theCase));
  return theCase.indicators.map(({ id, label, of }) => {
    const items = logOf(theCase).filter(({ bearsOn }) =>
      bearsOn.some((b) => "indicator" in b && b.indicator === id),
    );
    const said = (heard.get(id)?.heard ?? []).filter(({ kept }) => kept > 0).map(({ seen }) => seen);
    const set = entryOf(settings.observe, id);
    const all = new Set(typeof set === "boolean" ? [...said, set] : said);
    const state = all.size === 0 ? "open" : all.size === 2 ? "disputed" : all.has(true) ? "seen" : "not seen";
    return { id, label, of: nameOf(theCase, of), state, items, due: due(theCase, items, newest) };
  });
}

const lastDay = (items: readonly EvidenceItem[]): string =>
  items
    .map(({ eventDate, reportDate }) => spanOf(reportDate ?? eventDate ?? "")?.last ?? "")
    .reduce((a, b) => (a > b ? a : b), "");

/** Signs speak of the first horizon: what is older than that, seen from the newest item, is due again. */
function due(theCase: Case, items: readonly EvidenceItem[], newest: string): string {
  if (items.length === 0) return "never looked";
  const last = lastDay(items);
  const years = theCase.horizons[0]?.years ?? 0;
  return last !== "" && yearsAfter(last, years) < newest ? `since ${last}` : "";
}
