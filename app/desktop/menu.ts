import { basename } from "node:path";
import type { MenuItemConstructorOptions } from "electron";

/** What the page last said of its actions; null before it has said anything. */
export type Items = Readonly<Record<string, { enabled: boolean; label: string }>> | null;

export interface MenuSpec {
  readonly items: Items;
  /** Full paths, newest first. */
  readonly recent: readonly string[];
  readonly mac: boolean;
  /** Runs an action of the page by its id. */
  readonly run: (id: string) => void;
  readonly open: (path: string) => void;
}

const separator: MenuItemConstructorOptions = { type: "separator" };

/** A menu bar for macOS, Windows and Linux. Labels and states of the page's actions come from the page. */
export function menuTemplate({ items, recent, mac, run, open }: MenuSpec): MenuItemConstructorOptions[] {
  const action = (
    id: string,
    label: string,
    accelerator?: string,
    more: MenuItemConstructorOptions = {},
  ): MenuItemConstructorOptions => ({
    id,
    label: items?.[id]?.label ?? label,
    enabled: items === null || items[id]?.enabled === true,
    click: () => {
      run(id);
    },
    ...(accelerator === undefined ? {} : { accelerator }),
    ...more,
  });
  // In a text field these keys belong to the text; the page decides, so the menu only shows them.
  const shownOnly = { registerAccelerator: false };
  // A case has as many horizons as it likes; the menu shows those the page named.
  const horizon = (n: number) => {
    const id = `horizon.${String(n)}`;
    const visible = items === null || items[id] !== undefined;
    return action(id, `Horizon ${String(n)}`, undefined, { visible });
  };
  // The page names its screens in their order.
  const screens = Object.keys(items ?? {})
    .filter((id) => id.startsWith("screen."))
    .map((id, i) => action(id, id, `CmdOrCtrl+${String(i + 1)}`));

  const openRecent: MenuItemConstructorOptions = {
    id: "recent",
    label: "Open Recent",
    enabled: recent.length > 0,
    submenu: recent.map((path) => ({
      // An ampersand would mark the next letter as the item's key.
      label: basename(path).replaceAll("&", "&&"),
      toolTip: path,
      click: () => {
        open(path);
      },
    })),
  };
  const file: MenuItemConstructorOptions = {
    label: "&File",
    submenu: [
      action("new", "New", "CmdOrCtrl+N"),
      action("open", "Open…", "CmdOrCtrl+O"),
      openRecent,
      separator,
      action("save", "Save", "CmdOrCtrl+S"),
      action("saveAs", "Save As…", "CmdOrCtrl+Shift+S"),
      action("export", "Export…", "CmdOrCtrl+E"),
      separator,
      mac ? { role: "close" } : { role: "quit" },
    ],
  };
  const edit: MenuItemConstructorOptions = {
    label: "&Edit",
    submenu: [
      action("undo", "Undo", "CmdOrCtrl+Z", shownOnly),
      action("redo", "Redo", mac ? "Cmd+Shift+Z" : "Ctrl+Y", shownOnly),
      separator,
      { role: "cut" },
      { role: "copy" },
      { role: "paste" },
      { role: "selectAll" },
      separator,
      action("backToArticle", "Everything Back to the Start"),
    ],
  };
  const view: MenuItemConstructorOptions = {
    label: "&View",
    submenu: [
      ...screens,
      ...(screens.length > 0 ? [separator] : []),
      ...[1, 2, 3, 4].map(horizon),
      separator,
      action("present", "Present", "F5"),
      separator,
      {
        label: "Theme",
        submenu: [
          action("theme.system", "As the System"),
          action("theme.light", "Light"),
          action("theme.dark", "Dark"),
          action("theme.contrast", "High Contrast"),
        ],
      },
      separator,
      { role: "zoomIn" },
      { role: "zoomOut" },
      { role: "resetZoom" },
      separator,
      { role: "togglefullscreen" },
    ],
  };
  const help: MenuItemConstructorOptions = {
    role: "help",
    submenu: [
      action("tour", "Tour"),
      action("shortcuts", "Keyboard Shortcuts"),
      separator,
      action("about", "About Entente"),
    ],
  };
  return [...(mac ? [{ role: "appMenu" as const }] : []), file, edit, view, help];
}
