import { freshId, freshNumber } from "../../../app/model/author/ids.ts";
import { blankCase, FIRST_FACTOR } from "../../../app/model/author/start.ts";
import type { Case, Claim, Group } from "../../../app/model/case/types.ts";
import type { App } from "../../state/app.ts";

interface NewFactor {
  readonly label: string;
  readonly group: Group;
  readonly paragraphs: readonly string[];
}

/**
 * Adds a factor and shows it the next time its page is open. The first that pulls apart takes the place that a blank
 * case keeps, and with it what it does.
 */
export function addFactor(app: App, theCase: Case, factor: NewFactor): void {
  const { label, group } = factor;
  const waiting = theCase.factors.find(({ id }) => id === FIRST_FACTOR);
  const id =
    waiting && isUnnamed(waiting.label) && group !== "together" ? FIRST_FACTOR : freshId(theCase, label);
  if (id === FIRST_FACTOR)
    app.edit({ edit: "changeFactor", factor: id, to: { ...factor, short: label, starred: true } });
  else app.edit({ edit: "addFactor", id, factor });
  app.look.setState({ selected: id });
  app.notify(`Factor “${label}” added.`);
}

const isUnnamed = (label: string): boolean =>
  blankCase().factors.some((one) => one.id === FIRST_FACTOR && one.label === label);

/** The same of a mechanism. */
export function addMechanism(
  app: App,
  theCase: Case,
  mechanism: { readonly label: string; readonly paragraphs: readonly string[] },
): void {
  const id = freshId(theCase, mechanism.label);
  app.edit({ edit: "addMechanism", id, mechanism });
  app.look.setState({ selected: id });
  app.notify(`Mechanism “${mechanism.label}” added.`);
}

/** What a text says, in the author's words until someone changes them. */
export function addClaim(
  app: App,
  theCase: Case,
  said: { readonly text: string; readonly paragraph: string; readonly about?: readonly string[] },
): void {
  const claim: Claim = {
    id: freshNumber(theCase, "C"),
    paragraph: said.paragraph,
    text: said.text,
    saidBy: "author",
    date: theCase.asOf,
    type: "view",
    firmness: "opinion",
    towardsBreak: "0",
    horizon: "all",
    about: said.about ?? [],
  };
  app.edit({ edit: "putClaim", claim });
  app.notify(`Claim ${claim.id} noted.`);
}
