import type { Case, SourceParagraph } from "../case/types.ts";

/**
 * The case over another text. What named a paragraph that `moved` names follows it; what named one that is gone names
 * it no more; ids that were no paragraph of the text before are let be.
 */
export function withParagraphs(
  theCase: Case,
  paragraphs: readonly SourceParagraph[],
  moved: Readonly<Record<string, string>> = {},
): Case {
  const before = new Set((theCase.source.paragraphs ?? []).map(({ id }) => id));
  const now = new Set(paragraphs.map(({ id }) => id));
  const one = (id: string): string | undefined => {
    if (!before.has(id)) return id;
    const to = Object.hasOwn(moved, id) ? moved[id]! : id;
    return now.has(to) ? to : undefined;
  };
  const told = <T extends { readonly paragraphs: readonly string[] }>(part: T): T => {
    const names = [...new Set(part.paragraphs.flatMap((id) => one(id) ?? []))];
    return part.paragraphs.every((id) => one(id) === id) ? part : { ...part, paragraphs: names };
  };
  const { paragraphs: _before, ...rest } = theCase.source;
  return {
    ...theCase,
    source: paragraphs.length === 0 ? rest : { ...theCase.source, paragraphs },
    factors: theCase.factors.map(told),
    mechanisms: theCase.mechanisms.map(told),
    indicators: theCase.indicators.map(told),
    links: theCase.links.map(told),
    tour: theCase.tour.map(told),
    claims: theCase.claims.map((claim) => ({ ...claim, paragraph: one(claim.paragraph) ?? "" })),
  };
}
