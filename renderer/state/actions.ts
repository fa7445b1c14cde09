import { baseOf, changes } from "../../app/model/case/edits.ts";
import type { App } from "./app.ts";
import { presentCase, presentNetwork } from "./document.ts";
import type { Files } from "./files.ts";
import { scenarioActions } from "./scenarios.ts";
import { screensOf } from "./screens.ts";
import { startItem } from "./startItem.ts";

/** One thing a user can do: menu, shortcut, button and palette all come from here. */
export interface Action {
  readonly id: string;
  readonly label: string;
  /** Where the list of shortcuts puts it. */
  readonly group: "File" | "Edit" | "View" | "Scenario" | "Help";
  /** "Mod+S", "N", "Mod+Shift+Z"; Mod is Ctrl, or ⌘ on a Mac. The first is shown. */
  readonly keys: readonly string[];
  readonly enabled: boolean;
  readonly run: () => void;
}

/** Everything that can be done right now, in the order of the menus. */
export function actionsOf(app: App, files: Files): Action[] {
  const { document, look } = app;
  const { history, scenario } = document.getState();
  const theCase = presentCase(document.getState());
  const base = baseOf(theCase, scenario);
  const network = presentNetwork(document.getState());
  const [undoes, redoes] = [history.past.at(-1)?.label, history.future[0]?.label];
  const letters = ["N", "S", "L"];
  const action = (
    group: Action["group"],
    id: string,
    label: string,
    keys: readonly string[],
    run: () => void,
    enabled = true,
  ): Action => ({ id, label, group, keys, enabled, run });
  const beside = (kind: "versions" | "merge") =>
    void files.readOther().then((read) => {
      if (read) look.setState({ dialog: { kind, name: read.name, other: read.case } });
    });
  const all = [
    action("File", "new", "New case…", ["Mod+N"], () => look.setState({ dialog: { kind: "newCase" } })),
    action("File", "open", "Open…", ["Mod+O"], () => void files.open()),
    action("File", "save", "Save", ["Mod+S"], () => void files.save()),
    action("File", "saveAs", "Save as…", ["Mod+Shift+S"], () => void files.saveAs()),
    ...(network
      ? []
      : [
          action("File", "versions", "See what changed between two versions…", [], () => beside("versions")),
          action("File", "merge", "Merge a colleague’s evidence…", [], () => beside("merge")),
        ]),
    action("File", "export", "Export…", ["Mod+E"], () =>
      look.setState({ dialog: { kind: "export", chart: null } }),
    ),
    action(
      "Edit",
      "undo",
      undoes ? `Undo ${lower(undoes)}` : "Undo",
      ["Mod+Z"],
      () => document.undo(),
      undoes !== undefined,
    ),
    action(
      "Edit",
      "redo",
      redoes ? `Redo ${lower(redoes)}` : "Redo",
      ["Mod+Shift+Z", "Mod+Y"],
      () => document.redo(),
      redoes !== undefined,
    ),
    action(
      "Edit",
      "backToArticle",
      `Everything back to ${base.called}`,
      [],
      () => app.change({ edit: "resetAll" }),
      changes(theCase, scenario).length > 0,
    ),
    ...(network
      ? [
          action("View", "editNetwork", "Case editor", ["Mod+7"], () =>
            app.notify(
              "This case is another program’s network: its boxes and tables are edited here, on the network screen.",
            ),
          ),
          action(
            "Edit",
            "clearFindings",
            "Take back all findings",
            [],
            () => app.edit({ edit: "clearFindings" }),
            Object.keys(network.network.findings).length > 0,
          ),
        ]
      : []),
    ...screensOf(theCase).map(({ id, label, keys }) =>
      action("View", `screen.${id}`, label, keys, () => look.setState({ screen: id })),
    ),
    ...theCase.horizons.map(({ id, label }, i) =>
      action("View", `horizon.${i + 1}`, label, [letters[i] ?? String(i + 1)].slice(0, i < 3 ? 1 : 0), () =>
        look.setState({ horizon: id }),
      ),
    ),
    action("View", "fullArgument", "Full argument", ["F"], () =>
      look.setState(({ fullMap, screen }) => ({
        screen: "explore",
        fullMap: screen !== "explore" || !fullMap,
      })),
    ),
    action("View", "present", "Present", ["F5", "Mod+Enter"], () => app.presentHere()),
    action("View", "weights", "Go to the weights", ["W"], () => {
      look.setState({ screen: "explore", fullMap: false });
      // The weights are there once the screen has been drawn.
      requestAnimationFrame(() => focusFirst("weights"));
    }),
    action("View", "newEvidence", "New evidence item", ["E"], () => startItem(app)),
    action("View", "theme.system", "Theme: as the system", [], () => app.setTheme("system")),
    action("View", "theme.light", "Theme: light", [], () => app.setTheme("light")),
    action("View", "theme.dark", "Theme: dark", [], () => app.setTheme("dark")),
    action("View", "theme.contrast", "Theme: high contrast", [], () => app.setTheme("contrast")),
    ...scenarioActions(app).map(({ id, label, keys, run, enabled }) =>
      action("Scenario", id, label, keys, run, enabled),
    ),
    action("Help", "tour", "The argument in one minute", [], () =>
      look.setState({ screen: "explore", panel: "tour", tourStep: 0, fullMap: false }),
    ),
    action("Help", "shortcuts", "Keyboard shortcuts", ["?"], () =>
      look.setState({ dialog: { kind: "shortcuts" } }),
    ),
    action("Help", "about", "About Entente", [], () => look.setState({ dialog: { kind: "about" } })),
  ];
  return network ? all.map((one) => (OF_ARGUMENTS.has(one.id) ? { ...one, enabled: false } : one)) : all;
}

/** What a network has no use for: it has no weights, no full argument, no tour and no slides. */
const OF_ARGUMENTS: ReadonlySet<string> = new Set(["fullArgument", "weights", "tour", "present"]);

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

function focusFirst(region: string): void {
  document.querySelector<HTMLElement>(`[data-region="${region}"] input`)?.focus();
}

/** Whether a key press is this shortcut. */
export function matches(keys: string, event: KeyboardEvent, mac: boolean): boolean {
  const parts = keys.split("+");
  const key = parts.at(-1) ?? "";
  const mod = mac ? event.metaKey : event.ctrlKey;
  const other = mac ? event.ctrlKey : event.metaKey;
  if (event.altKey || other || mod !== parts.includes("Mod")) return false;
  // "?" needs Shift on most keyboards: for signs the sign itself decides.
  const sign = key.length === 1 && !/[a-z0-9]/i.test(key);
  if (!sign && event.shiftKey !== parts.includes("Shift")) return false;
  return event.key.toLowerCase() === key.toLowerCase();
}

/** True in a text field: what is typed there, and undone, is its own. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement)
    return target.type !== "range" && target.type !== "radio" && target.type !== "checkbox";
  return target instanceof HTMLTextAreaElement || target.isContentEditable;
}

/** Lists, open or closed, in which letters look for a choice. */
const LISTS = 'select, [role="listbox"], [role="menu"], [aria-haspopup="listbox"]';

/** Single letters are shortcuts only where they are nothing else. */
export const takesLetters = (target: EventTarget | null): boolean =>
  isTyping(target) || (target instanceof Element && target.closest(LISTS) !== null);

/** A shortcut as it is printed. */
export function keysText(keys: string, mac: boolean): string {
  return keys.replace("Mod", mac ? "⌘" : "Ctrl").replaceAll("+", mac ? " " : "+");
}
