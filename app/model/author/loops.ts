import { nameOf } from "../case/settings.ts";
import { causesOf } from "../case/structure.ts";
import type { Case } from "../case/types.ts";
import { listed } from "../words/text.ts";
import { type AuthorEdit, tryAuthorEdit } from "./edits.ts";
import { withoutCauses } from "./remove.ts";

/* A rule that would close a circle of causes, and the arrows without which it would not. */

interface Arrow {
  readonly from: string;
  readonly to: string;
}

/** Some arrows round a circle that may go, so that what was asked can be done. */
export interface Opening {
  readonly arrows: readonly Arrow[];
  /** "Take away Grievance → Quarrels". */
  readonly label: string;
  /** Both as one step: the arrows gone, and what was asked. */
  readonly edit: AuthorEdit;
}

type RuleEdit = Extract<AuthorEdit, { readonly edit: "setRule" }>;

/**
 * One for every arrow of the circle that is there already. Where the causes come round on other ways as well, it takes
 * of each the arrow that leads to the same place, or else the last one.
 * @param circle the ids that the refusal of `asked` named, in the direction of the arrows
 */
export function openingsOf(theCase: Case, asked: RuleEdit, circle: readonly string[]): Opening[] {
  const found = arrowsThere(theCase, circle).flatMap((arrow) => opened(theCase, asked, [arrow]) ?? []);
  const keys = found.map(({ arrows }) => arrows.map(words(theCase)).sort().join());
  return found.filter((_, i) => keys.indexOf(keys[i]!) === i);
}

/** The arrows round a circle that a case has; those that close it are only asked for. */
function arrowsThere({ mechanisms }: Case, circle: readonly string[]): Arrow[] {
  return circle
    .map((from, i): Arrow => ({ from, to: circle[(i + 1) % circle.length]! }))
    .filter(({ from, to }) => {
      const effect = mechanisms.find(({ id }) => id === to);
      return effect !== undefined && causesOf(effect).includes(from);
    });
}

function opened(theCase: Case, asked: RuleEdit, arrows: readonly Arrow[]): Opening | undefined {
  const named = listed(arrows.map(words(theCase)));
  const edit: AuthorEdit = {
    edit: "together",
    label: `What moves ${nameOf(theCase, asked.mechanism)}, without ${named}`,
    edits: [...cuts(theCase, arrows), asked],
  };
  const done = tryAuthorEdit(theCase, edit);
  if (done.ok) return { arrows, label: `Take away ${named}`, edit };
  const left = arrowsThere(theCase, done.circle ?? []).filter(
    ({ from, to }) => !arrows.some((one) => one.from === from && one.to === to),
  );
  const next = left.find(({ to }) => arrows.some((one) => one.to === to)) ?? left.at(-1);
  return next && opened(theCase, asked, [...arrows, next]);
}

/** The rules of what these arrows lead to, without them. */
function cuts({ mechanisms }: Case, arrows: readonly Arrow[]): AuthorEdit[] {
  return mechanisms.flatMap((mechanism): AuthorEdit[] => {
    const gone = arrows.filter(({ to }) => to === mechanism.id).map(({ from }) => from);
    if (gone.length === 0) return [];
    const { rule } = withoutCauses(mechanism, (id) => gone.includes(id));
    return [{ edit: "setRule", mechanism: mechanism.id, rule }];
  });
}

const words =
  (theCase: Case) =>
  ({ from, to }: Arrow): string =>
    `${nameOf(theCase, from)} → ${nameOf(theCase, to)}`;

/** "Quarrels → Grievance → Quarrels". */
export const circleWords = (theCase: Case, circle: readonly string[]): string =>
  [...circle, ...circle.slice(0, 1)].map((id) => nameOf(theCase, id)).join(" → ");
