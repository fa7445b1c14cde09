import type { Bearing, EvidenceItem, Strength } from "../../../app/model/case/evidence-types.ts";
import { nameOf } from "../../../app/model/case/settings.ts";
import type { Case } from "../../../app/model/case/types.ts";
import type { Check } from "../../../app/model/evidence/checks.ts";
import { wholePercent } from "../../../app/model/words/numbers.ts";
import { bandOf, ICD203 } from "../../../app/model/words/scale.ts";
import { sourceWords } from "../../../app/model/words/source.ts";
import { capitalised } from "../../../app/model/words/text.ts";

export const STRENGTH_WORDS: Readonly<Record<Strength, string>> = {
  [-2]: "much lower",
  [-1]: "lower",
  0: "unchanged",
  1: "higher",
  2: "much higher",
};

export const levelLabel = (theCase: Case, level: string) =>
  theCase.levels.find(({ id }) => id === level)?.label ?? level;

/** "Seen: …", "Seen not to be: …", "State of … higher" */
export function bearingText(theCase: Case, bearing: Bearing): string {
  if ("indicator" in bearing)
    return `${bearing.seen ? "Seen" : "Seen not to be"}: ${nameOf(theCase, bearing.indicator)}`;
  const how =
    "level" in bearing ? levelLabel(theCase, bearing.level).toLowerCase() : STRENGTH_WORDS[bearing.strength];
  return `State of ${nameOf(theCase, bearing.node)}: ${how}`;
}

/** "20–21 Jan 2019" is how people write it; what was typed is what is shown. */
export function datesText({ eventDate, reportDate }: Pick<EvidenceItem, "eventDate" | "reportDate">): string {
  if (eventDate && reportDate && eventDate !== reportDate) return `${eventDate}, reported ${reportDate}`;
  return eventDate ?? (reportDate ? `reported ${reportDate}` : "no date");
}

export interface Note {
  readonly tone: "ok" | "note";
  readonly text: string;
}

/** What a check says, in one sentence. */
export function checkText(theCase: Case, check: Check): Note {
  const note = (text: string): Note => ({ tone: "note", text });
  switch (check.kind) {
    case "new-story":
      return { tone: "ok", text: "Not the same story as an item already logged." };
    case "same-origin":
      return note(`Same origin as “${check.other.title}”: on one sign they count once, at the stronger.`);
    case "same-story":
      return note(
        `May be the same story as “${check.other.title}”. Give both one origin so that they count once.`,
      );
    case "opposed":
      return note(`“${check.other.title}” says the opposite of ${nameOf(theCase, check.indicator)}.`);
    case "event-after-report":
      return note("Dates disagree: the event is later than the report of it.");
    case "dates-disagree":
      return note(`Dates disagree: ${check.text}`);
    case "interested":
      return note(`Interested party: “${check.source}” speaks for ${check.party}.`);
    case "beyond":
      return note(beyondNote(theCase, check.part));
    case "known-before":
      return note(`Not after ${theCase.asOf}, the day of the argument, which may know it already.`);
    case "after-first-horizon":
      return note(`Later than the first horizon; it counts as if it were seen within it.`);
    case "no-source":
      return note("No source is named: it counts for nothing.");
    case "no-weight":
      return note("This grade counts for nothing.");
    case "no-sign":
      return note("It bears on no sign, so the answer does not move by itself; set the state it speaks of.");
    default:
      return check satisfies never;
  }
}

/** A part of the model that was added to what it rests on. */
function beyondNote(theCase: Case, part: string): string {
  const { kind, the, does, beyond } = sourceWords(theCase);
  const lead = capitalised(beyond);
  if (kind === "none") return `${nameOf(theCase, part)} is ${beyond}.`;
  if (kind === "article") return `${lead}: its text does not have ${nameOf(theCase, part)}.`;
  return `${lead}: ${the} ${does} not have ${nameOf(theCase, part)}.`;
}

/** "2 points below roughly even chance": how far the displayed number is from the nearest other word. */
export function nextWord(p: number): string {
  const percent = wholePercent(p);
  const band = bandOf(percent);
  for (let points = 1; points <= 100; points++)
    for (const step of [1, -1]) {
      const other = bandOf(percent + step * points);
      const word = ICD203[other];
      if (other === band || !word || percent + step * points < 1 || percent + step * points > 99) continue;
      return `${points} ${points === 1 ? "point" : "points"} ${step > 0 ? "below" : "above"} ${word.word}`;
    }
  return "";
}

/** The end of a break's sentence at a horizon: "within ten years". */
export const phraseOf = (theCase: Case, horizon: string) =>
  theCase.horizons.find(({ id }) => id === horizon)?.phrase ?? "";
