import type { Case, SourceParagraph } from "../case/types.ts";

/**
 * The case over another text. What named a paragraph that is gone names the one it went into, if `moved` says so, and
 * else names it no more; ids that were no paragraph of the text before are let be.
 */
export function withParagraphs(
  theCase: Case,
  paragraphs: readonly SourceParagraph[],
  moved: Readonly<Record<string, string>> = {},
): Case {
  const now = new Set(paragraphs.map(({ id }) => id));
  const gone = new Set((theCase.source.paragraphs ?? []).map(({ id }) => id).filter((id) => !now.has(id)));
  const one = (id: string): string | undefined => {
    if (!gone.has(id)) return id;
    const to = Object.hasOwn(moved, id) ? moved[id] : undefined;
    return to !== undefined && now.has(to) ? to : undefined;
  };
  const told = <T extends { readonly paragraphs: readonly string[] }>(part: T): T => {
    if (!part.paragraphs.some((id) => gone.has(id))) return part;
    return { ...part, paragraphs: [...new Set(part.paragraphs.flatMap((id) => one(id) ?? []))] };
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
