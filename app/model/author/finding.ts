import type { AuthorEdit } from "./edits.ts";

export const FINDINGS = [
  "outcomeWithoutCause",
  "noEffect",
  "noCause",
  "tooManyCauses",
  "weightUnread",
  "partsAlike",
  "partUnmet",
  "ratesFall",
  "sameName",
  "horizonWithoutUnit",
  "horizonSaysOther",
  "placeholder",
  "noText",
  "noSource",
  "unknownParagraph",
  "claimWithoutSource",
  "unknownClaim",
  "unreachableRung",
  "insensitive",
  "ceiling",
  "certain",
  "almostImpossible",
  "statementBroken",
] as const;
export type FindingKind = (typeof FINDINGS)[number];

export interface Fix {
  /** What the button says. */
  readonly label: string;
  readonly edit: AuthorEdit;
}

/** Something an author should look at. */
export interface Finding {
  readonly kind: FindingKind;
  /** `error`: the answer does not mean what it says; `warning`: likely a slip; `hint`: would be better otherwise. */
  readonly severity: "error" | "warning" | "hint";
  /** Ids of the parts it is about; "outcome" among them. */
  readonly about: readonly string[];
  /** One sentence. */
  readonly text: string;
  /** The first is the usual one. */
  readonly fixes: readonly Fix[];
}
