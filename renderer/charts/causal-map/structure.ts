import type { LinkPoints } from "../../../app/model/analysis/shapes.ts";
import type { Case } from "../../../app/model/case/types.ts";
import { joinHidden } from "./join.ts";
import { argumentLinks, OUTCOME } from "./links.ts";
import type { ArgumentLink } from "./links.ts";

export type Mode = "overview" | "full";
export type Tone = "apart" | "hold";

export interface MapBox {
  readonly id: string;
  readonly kind: "factor" | "mechanism" | "outcome";
  readonly name: string;
  /** Colour of a factor's group; mechanisms and the outcome have none. */
  readonly tone: Tone | null;
  /** Not in the overview. */
  readonly detail: boolean;
}

export interface MapArrow {
  /** "from>to" */
  readonly key: string;
  readonly from: string;
  readonly to: string;
  readonly raises: boolean;
  /** Key of the link whose influence the arrow shows; the arrow's own key unless it is joined or enters the outcome. */
  readonly carrier: string;
  /** Shapes which rung, not the chance that is being read. */
  readonly shape: boolean;
  /** 100 × influence; null while not yet computed. */
  readonly points: number | null;
  /** It stands for a chain through boxes that are not on the map. */
  readonly joined: boolean;
}

export interface MapStructure {
  readonly boxes: readonly MapBox[];
  /** What is drawn; it can change with the points. */
  readonly arrows: readonly MapArrow[];
  /** What boxes are placed by; it changes with the case only. */
  readonly every: readonly MapArrow[];
}

/**
 * Boxes and arrows of the map. The overview hides mechanisms marked as detail and joins their arrows.
 * `links` are the points being read; with `rung` they are about that rung and not about the break.
 */
export function mapStructure(c: Case, mode: Mode, links: LinkPoints | null, rung?: string): MapStructure {
  const hidden = new Set(c.mechanisms.filter((m) => m.detail && mode === "overview").map(({ id }) => id));
  const all = argumentLinks(c);
  const carried = all.map((link) => toArrow(link, all, links, rung));
  const { every, drawn } = joinHidden(carried, hidden);
  return { boxes: boxesOf(c, hidden), arrows: drawn, every };
}

function boxesOf(c: Case, hidden: ReadonlySet<string>): readonly MapBox[] {
  return [
    ...c.factors.map((factor) => ({
      id: factor.id,
      kind: "factor" as const,
      name: factor.short,
      tone: factor.group === "together" ? ("hold" as const) : ("apart" as const),
      detail: false,
    })),
    ...c.mechanisms
      .filter(({ id }) => !hidden.has(id))
      .map(({ id, short, detail }) => ({ id, kind: "mechanism" as const, name: short, tone: null, detail })),
    { id: OUTCOME, kind: "outcome" as const, name: c.outcome.short, tone: null, detail: false },
  ];
}

/**
 * A link into the outcome has no influence of its own. What it carries is all that its mechanism adds,
 * so the one that matters shows the largest push among the links that feed the mechanism.
 */
function toArrow(
  link: ArgumentLink,
  all: readonly ArgumentLink[],
  links: LinkPoints | null,
  rung: string | undefined,
): MapArrow {
  const { key, from, to, raises } = link;
  const pointsOf = (carrier: string) => (links ? 100 * (links[carrier] ?? 0) : null);
  if (to !== OUTCOME) {
    return { key, from, to, raises, carrier: key, shape: false, points: pointsOf(key), joined: false };
  }
  const matters = link.event || (rung !== undefined && link.rungs.includes(rung));
  const feeders = all.filter((other) => other.to === from).map((other) => other.key);
  const carrier = feeders.reduce(
    (best, other) => ((pointsOf(other) ?? 0) > (pointsOf(best) ?? 0) ? other : best),
    feeders[0] ?? key,
  );
  return {
    key,
    from,
    to,
    raises,
    carrier,
    shape: !matters,
    points: matters ? pointsOf(carrier) : null,
    joined: false,
  };
}
