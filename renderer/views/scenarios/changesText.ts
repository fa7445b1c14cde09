import type { Base } from "../../../app/model/case/edits.ts";
import type { Case } from "../../../app/model/case/types.ts";
import { sourceWords } from "../../../app/model/words/source.ts";
/** What a scenario without changes is: "Everything as the article has it", "Everything as in “Day after”". */
export function asBase(theCase: Case, base: Base): string {
  const { the, has } = sourceWords(theCase);
  return `Everything as ${base.isSource ? `${the} ${has} it` : `in ${base.called}`}`;
}

/** "2 changes", with what from where it is not the article. */
export function changesText(count: number, from?: string): string {
  const what = `${String(count)} ${count === 1 ? "change" : "changes"}`;
  return from === undefined ? what : `${what} from ${from}`;
}
