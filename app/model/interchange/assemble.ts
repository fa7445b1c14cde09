import type { Network, NetworkVariable } from "../network/network.ts";
import { shown } from "../case/problem.ts";
import { findCircle } from "./circle.ts";
import type { Draft, Family } from "./draft.ts";
import { identifiers } from "./ids.ts";
import { MOST_ENTRIES, MOST_IN_ALL, refuse } from "./refusal.ts";
import { normaliseRows } from "./rows.ts";

/** Signs no label may hold: they cannot be seen, and the XML formats cannot carry them. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u;

/**
 * Makes the network of what a reader found: names looked up, structure and tables checked, rows normalised.
 * Blanks around a name are not part of it.
 *
 * @param notes what the reader mended or left out; what is mended here is added.
 * @throws Refused with the place for whatever is not sound.
 */
export function assemble(name: string, drafts: readonly Draft[], notes: readonly string[]): Network {
  if (drafts.length === 0) refuse("The file holds no variables; choose a file with at least one.");
  const indexOf = new Map<string, number>();
  drafts.forEach((draft, i) => {
    const first = indexOf.get(draft.key);
    if (first !== undefined)
      refuse(
        `The name ${shown(draft.key)} stands at ${drafts[first]!.place} and again at ${draft.place}; rename one of the two.`,
      );
    indexOf.set(draft.key, i);
    checkLabels(draft);
  });
  const parents = drafts.map((draft) => lookedUp(draft, indexOf));
  const circle = findCircle(parents);
  if (circle !== null) {
    const names = circle.length > 8 ? [...circle.slice(0, 7), circle.at(-1)!] : circle;
    refuse(
      `Parents must not run in a circle, and these do: ${[...names, circle[0]!].map((i) => shown(drafts[i]!.label)).join(" → ")} (${drafts[circle[0]!]!.tablePlace}); remove one of these arrows.`,
    );
  }
  const families = drafts.map((draft, i) =>
    familyOf(
      draft,
      parents[i]!.map((j) => drafts[j]!.states),
    ),
  );
  checkSize(drafts, families);
  const ids = identifiers(drafts.map(({ key }) => key));
  const mended: string[] = [];
  const variables = drafts.map((draft, i): NetworkVariable => {
    const table = draft.table(families[i]!);
    const off = normaliseRows(table, families[i]!, draft.tablePlace);
    if (off > 0)
      mended.push(
        `Rows of ${shown(draft.label)} were off by up to ${off.toExponential(0)} and were normalised.`,
      );
    return {
      id: ids[i]!,
      label: draft.label,
      states: draft.states,
      parents: parents[i]!,
      p: table.p,
      ...(draft.expression && { expression: draft.expression }),
      ...(draft.position && { position: draft.position }),
    };
  });
  return { name: networkName(name), variables, notes: [...notes, ...mended] };
}

const networkName = (name: string) =>
  name.replaceAll(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, " ").trim() || "network";

function checkLabels(draft: Draft): void {
  const what = shown(draft.label);
  if (draft.label === "") refuse(`The variable at ${draft.place} has no name; give it one.`);
  if (draft.states.length === 0)
    refuse(`The variable ${what} at ${draft.place} has no states; list at least one.`);
  const seen = new Set<string>();
  for (const state of draft.states) {
    if (state === "") refuse(`A state of ${what} at ${draft.place} has no name; give it one.`);
    if (seen.has(state))
      refuse(`The state ${shown(state)} of ${what} at ${draft.place} stands twice; rename one of the two.`);
    seen.add(state);
  }
  for (const label of [draft.label, ...draft.states])
    if (UNPRINTABLE.test(label))
      refuse(
        `The name ${shown(label)} at ${draft.place} holds a sign that cannot be printed; remove that sign.`,
      );
}

function lookedUp(draft: Draft, indexOf: ReadonlyMap<string, number>): number[] {
  const what = shown(draft.label);
  const parents = draft.parents.map(
    (key) =>
      indexOf.get(key) ??
      refuse(
        `${what} has the parent ${shown(key)} at ${draft.tablePlace}, which the file does not declare; declare it or correct the name.`,
      ),
  );
  if (new Set(parents).size < parents.length)
    refuse(`${what} names one parent twice at ${draft.tablePlace}; name each parent once.`);
  return parents;
}

function familyOf(draft: Draft, axes: readonly (readonly string[])[]): Family {
  const rows = axes.reduce((product, states) => product * states.length, 1);
  return { name: shown(draft.label), states: draft.states, axes, rows };
}

function checkSize(drafts: readonly Draft[], families: readonly Family[]): void {
  let all = 0;
  families.forEach((family, i) => {
    const entries = family.rows * family.states.length;
    if (entries > MOST_ENTRIES)
      refuse(
        `The table of ${family.name} at ${drafts[i]!.tablePlace} would have ${entries} entries and may have ${MOST_ENTRIES}; give it fewer parents or states.`,
      );
    all += entries;
    if (all > MOST_IN_ALL)
      refuse(
        `The tables up to ${family.name} at ${drafts[i]!.tablePlace} have ${all} entries together and may have ${MOST_IN_ALL}; split the network.`,
      );
  });
}
