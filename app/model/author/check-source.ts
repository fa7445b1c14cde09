import { nameOf } from "../case/settings.ts";
import { causesOf } from "../case/structure.ts";
import type { Case, Factor, Mechanism } from "../case/types.ts";
import type { AuthorEdit } from "./edits.ts";
import type { Finding, Fix } from "./finding.ts";

/** Where things come from: parts and claims without a source, names of paragraphs and claims that are not there. */
export function sourceFindings(theCase: Case): Finding[] {
  if (!hasText(theCase)) return [NO_TEXT];
  return [
    ...withoutSource(theCase),
    ...unknownParagraphs(theCase),
    ...claimsWithoutSource(theCase),
    ...unknownClaims(theCase),
  ];
}

const NO_TEXT: Finding = {
  kind: "noText",
  severity: "hint",
  about: [],
  text: "The case names no text: nobody can see what it rests on. Paste the text and link its paragraphs.",
  fixes: [],
};

const hasText = ({ source, claims, factors, mechanisms }: Case): boolean =>
  (source.paragraphs ?? []).length > 0 ||
  claims.length > 0 ||
  [...factors, ...mechanisms].some(({ paragraphs }) => paragraphs.length > 0);

const claimsOn = ({ claims }: Case, id: string) => claims.filter(({ about }) => about.includes(id));

/** Each once, P2 before P10. */
const once = (paragraphs: readonly string[]) =>
  [...new Set(paragraphs)]
    .filter((one) => one !== "")
    .toSorted((a, b) => a.localeCompare(b, "en", { numeric: true }));

/** The paragraphs of what is said of a part and of its arrows; where there are none, those of its direct causes. */
function paragraphsNear(theCase: Case, id: string): { readonly of: string; readonly paragraphs: string[] } {
  const { factors, mechanisms, links } = theCase;
  const said = claimsOn(theCase, id).map(({ paragraph }) => paragraph);
  const arrows = links.filter(({ from, to }) => from === id || to === id);
  const own = once([...said, ...arrows.flatMap(({ paragraphs }) => paragraphs)]);
  if (own.length > 0) return { of: "its claims and arrows", paragraphs: own };
  const mechanism = mechanisms.find((one) => one.id === id);
  const causes = mechanism === undefined ? [] : causesOf(mechanism);
  const theirs = [...factors, ...mechanisms].filter((one) => causes.includes(one.id));
  return { of: "its causes", paragraphs: once(theirs.flatMap(({ paragraphs }) => paragraphs)) };
}

function withoutSource(theCase: Case): Finding[] {
  const { factors, mechanisms, outcome } = theCase;
  const bare = (one: Factor | Mechanism) => one.paragraphs.length === 0 && !one.beyondArticle;
  const finding = (id: string, fixes: readonly Fix[]): Finding => ({
    kind: "noSource",
    severity: "hint",
    about: [id],
    text: `“${nameOf(theCase, id)}” names no paragraph of the text.`,
    fixes,
  });
  const link = (id: string, edit: (paragraphs: readonly string[]) => AuthorEdit): Fix[] => {
    const { of, paragraphs } = paragraphsNear(theCase, id);
    return paragraphs.length === 0
      ? []
      : [{ label: `Link ${paragraphs.join(", ")}, from ${of}`, edit: edit(paragraphs) }];
  };
  return [
    ...factors.filter(bare).map(({ id }) =>
      finding(id, [
        ...link(id, (paragraphs) => ({ edit: "changeFactor", factor: id, to: { paragraphs } })),
        {
          label: "Mark it as beyond the text",
          edit: { edit: "changeFactor", factor: id, to: { beyondArticle: true } },
        },
      ]),
    ),
    ...mechanisms.filter(bare).map(({ id }) =>
      finding(id, [
        ...link(id, (paragraphs) => ({ edit: "changeMechanism", mechanism: id, to: { paragraphs } })),
        // The outcome hangs on one mechanism: beyond the text it would leave nothing of the text to ask.
        ...(id === outcome.event.of
          ? []
          : [
              {
                label: "Mark it as beyond the text",
                edit: { edit: "changeMechanism", mechanism: id, to: { beyondArticle: true } },
              } as const,
            ]),
      ]),
    ),
  ];
}

function unknownParagraphs(theCase: Case): Finding[] {
  const all = theCase.source.paragraphs ?? [];
  if (all.length === 0) return [];
  const known = new Set(all.map(({ id }) => id));
  const finding = (
    about: string,
    paragraphs: readonly string[],
    edit: (paragraphs: readonly string[]) => AuthorEdit,
  ): Finding[] => {
    const strange = paragraphs.filter((id) => !known.has(id));
    if (strange.length === 0) return [];
    return [
      {
        kind: "unknownParagraph",
        severity: "warning",
        about: [about],
        text: `“${nameOf(theCase, about)}” names ${strange.join(", ")}, which the text does not have.`,
        fixes: [{ label: "Take that out", edit: edit(paragraphs.filter((id) => known.has(id))) }],
      },
    ];
  };
  return [
    ...theCase.factors.flatMap(({ id, paragraphs: own }) =>
      finding(id, own, (paragraphs) => ({ edit: "changeFactor", factor: id, to: { paragraphs } })),
    ),
    ...theCase.mechanisms.flatMap(({ id, paragraphs: own }) =>
      finding(id, own, (paragraphs) => ({ edit: "changeMechanism", mechanism: id, to: { paragraphs } })),
    ),
    ...theCase.indicators.flatMap((indicator) =>
      finding(indicator.id, indicator.paragraphs, (paragraphs) => ({
        edit: "putIndicator",
        indicator: { ...indicator, paragraphs },
      })),
    ),
  ];
}

function claimsWithoutSource({ claims }: Case): Finding[] {
  return claims.flatMap(({ id, text, paragraph, sources = [] }): Finding[] =>
    paragraph !== "" || sources.length > 0
      ? []
      : [
          {
            kind: "claimWithoutSource",
            severity: "warning",
            about: [id],
            text: `The claim “${text.slice(0, 80)}” names neither a paragraph nor a source.`,
            fixes: [{ label: "Remove the claim", edit: { edit: "removeClaim", claim: id } }],
          },
        ],
  );
}

function unknownClaims(theCase: Case): Finding[] {
  const known = new Set(theCase.claims.map(({ id }) => id));
  return theCase.links.flatMap(({ from, to, claims = [] }): Finding[] => {
    const strange = claims.filter((id) => !known.has(id));
    if (strange.length === 0) return [];
    return [
      {
        kind: "unknownClaim",
        severity: "warning",
        about: [from, to],
        text: `The arrow from “${nameOf(theCase, from)}” rests on ${strange.join(", ")}, and there is no such claim.`,
        fixes: [
          {
            label: "Take that out",
            edit: { edit: "setArrow", from, to, claims: claims.filter((id) => known.has(id)) },
          },
        ],
      },
    ];
  });
}
