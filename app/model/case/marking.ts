import { at, entries, type Field, keep, mustBe, oneOf } from "./read.ts";

/** The labels of the Traffic Light Protocol 2.0 (FIRST, 2022), never translated; "": none. */
export const TLP = ["", "TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED"] as const;
export type Tlp = (typeof TLP)[number];

/** How a case may be handled. Both parts empty: it was asked, and there is no marking. */
export interface Marking {
  /** Free classification text, one line. */
  readonly text: string;
  readonly tlp: Tlp;
}

export const NO_MARKING: Marking = { text: "", tlp: "" };
/** A marking that does not fit one line of a page is no marking. */
export const LONGEST_MARKING = 80;

/** @throws Refused */
export function readMarking(field: Field): Marking {
  return keep<Marking>(entries(field), {
    text: oneLine(at(field, "text")),
    tlp: oneOf(at(field, "tlp"), TLP),
  });
}

function oneLine(field: Field): string {
  const { value } = field;
  return typeof value === "string" && value.length <= LONGEST_MARKING && !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(value)
    ? value
    : mustBe(field, `one line of up to ${LONGEST_MARKING} characters`);
}

/** Marked so that no stranger may read what is said about it: TLP:AMBER and above. A free text is not judged. */
export const isRestricted = ({ tlp }: Marking): boolean => TLP.indexOf(tlp) >= TLP.indexOf("TLP:AMBER");

/** What is printed on every page, e.g. "OFFICIAL · TLP:GREEN"; null where nothing is. */
export function markingLine(marking: Marking | undefined): string | null {
  const parts = [marking?.text.trim() ?? "", marking?.tlp ?? ""].filter(Boolean);
  return parts.length > 0 ? parts.join(" · ") : null;
}
