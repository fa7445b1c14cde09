import { copyName, freshScenarioId } from "../../app/model/case/edits.ts";
import { scenarioOf } from "../../app/model/case/settings.ts";
import type { Inputs } from "../../app/model/case/types.ts";
import type { App } from "./app.ts";
import { presentCase } from "./document.ts";

/** What can be done with scenarios; what adds or changes one is an edit, what shows one is not. */

/** How many stand side by side at most. */
export const MOST_COMPARED = 4;
const FIRST_COMPARED = 3;

/**
 * A copy of the open scenario (or of these settings) becomes the open one, and its name is asked for.
 * @param made what it begins with, where that is not what the open one has
 */
export function newScenario(
  app: App,
  made: { readonly name?: string; readonly story?: string; readonly settings?: Inputs } = {},
): void {
  const theCase = presentCase(app.document.getState());
  const { scenario } = app.document.getState();
  const { name = copyName(theCase, scenarioOf(theCase, scenario)?.name ?? ""), ...rest } = made;
  const id = freshScenarioId(theCase, name);
  app.edit({ edit: "newScenario", id, name, parent: scenario, ...rest });
  app.look.setState({ renaming: id });
}

export function duplicateScenario(app: App, scenario: string): void {
  const theCase = presentCase(app.document.getState());
  const name = copyName(theCase, scenarioOf(theCase, scenario)?.name ?? "");
  const id = freshScenarioId(theCase, name);
  app.edit({ edit: "duplicateScenario", scenario, id, name });
  app.look.setState({ renaming: id });
}

export const placeOf = (app: App, scenario: string): number =>
  presentCase(app.document.getState()).scenarios.findIndex(({ id }) => id === scenario);

export function moveScenario(app: App, scenario: string, to: number): void {
  app.edit({ edit: "moveScenario", scenario, to });
}

/** The next one, or the one before; round at the ends. */
function openNeighbour(app: App, step: number): void {
  const { scenarios } = presentCase(app.document.getState());
  const place = placeOf(app, app.document.getState().scenario);
  const next = scenarios[(place + step + scenarios.length) % scenarios.length];
  if (next) app.document.open(next.id);
}

/** The scenarios that stand side by side: as chosen, as far as the case still has them, else its first ones. */
export function comparedOf(
  scenarios: readonly { readonly id: string }[],
  open: string,
  chosen: readonly string[] | null,
): string[] {
  const ids = scenarios.map(({ id }) => id);
  const kept = chosen?.filter((id) => ids.includes(id));
  if (kept && kept.length > 0) return kept;
  const first = ids.slice(0, FIRST_COMPARED);
  return first.includes(open) || !ids.includes(open) ? first : [...first.slice(0, -1), open];
}

export function scenarioActions(app: App) {
  const { scenario } = app.document.getState();
  const { scenarios } = presentCase(app.document.getState());
  const place = placeOf(app, scenario);
  const several = scenarios.length > 1;
  const action = (id: string, label: string, keys: readonly string[], run: () => void, enabled = true) => {
    return { id: `scenario.${id}`, label, keys, run, enabled };
  };
  return [
    action("new", "New scenario", [], () => newScenario(app)),
    action("duplicate", "Duplicate scenario", ["Mod+D"], () => duplicateScenario(app, scenario)),
    action("rename", "Rename scenario", ["F2"], () => app.look.setState({ renaming: scenario })),
    action("details", "Story, mark and changes of the scenario…", [], () =>
      app.look.setState({ dialog: { kind: "scenario", scenario } }),
    ),
    action("next", "Next scenario", ["Mod+PageDown", "]"], () => openNeighbour(app, 1), several),
    action("previous", "Previous scenario", ["Mod+PageUp", "["], () => openNeighbour(app, -1), several),
    action(
      "left",
      "Move scenario left",
      ["Mod+Shift+PageUp"],
      () => moveScenario(app, scenario, place - 1),
      place > 0,
    ),
    action(
      "right",
      "Move scenario right",
      ["Mod+Shift+PageDown"],
      () => moveScenario(app, scenario, place + 1),
      place < scenarios.length - 1,
    ),
    action("remove", "Remove scenario", [], () => app.edit({ edit: "removeScenario", scenario }), several),
    ...scenarios.map(({ id, name }, i) =>
      action(
        `go.${String(i + 1)}`,
        `Go to scenario ${name}`,
        [],
        () => app.document.open(id),
        id !== scenario,
      ),
    ),
  ];
}
