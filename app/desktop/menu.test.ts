import type { MenuItemConstructorOptions } from "electron";
import { describe, expect, test, vi } from "vitest";
import { type MenuSpec, menuTemplate } from "./menu.ts";

const actions = ["new", "open", "save", "saveAs", "export", "undo", "redo", "backToArticle"].concat(
  ["horizon.1", "horizon.2", "horizon.3", "horizon.4", "tour", "shortcuts", "about"],
  ["theme.system", "theme.light", "theme.dark", "theme.contrast"],
);

function menu(more: Partial<MenuSpec> = {}) {
  const run = vi.fn();
  const open = vi.fn();
  const flat = (items: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
    items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])]);
  const items = flat(menuTemplate({ items: null, recent: [], mac: false, run, open, ...more }));
  const item = (id: string) => items.find((one) => one.id === id);
  const click = (one: MenuItemConstructorOptions | undefined) => {
    Reflect.apply(one?.click ?? (() => undefined), undefined, []);
  };
  return { items, item, click, run, open };
}

test("every action of the page has one item, and running it names the action", () => {
  const { items, item, click, run } = menu();
  for (const id of actions) {
    expect(items.filter((one) => one.id === id)).toHaveLength(1);
    click(item(id));
  }
  expect(run.mock.calls.flat()).toEqual(actions);
});

test.each([true, false])("no two items share a shortcut (mac: %s)", (mac) => {
  const screens = ["screen.explore", "screen.compare"];
  const items = Object.fromEntries([...actions, ...screens].map((id) => [id, { enabled: true, label: id }]));
  const keys = menu({ mac, items })
    .items.map((item) => item.accelerator)
    .filter((key) => key !== undefined);
  expect(keys.length).toBeGreaterThan(8);
  expect(new Set(keys).size).toBe(keys.length);
});

describe("what the page says of its actions", () => {
  const items = {
    undo: { enabled: true, label: "Undo Weight of strikes" },
    save: { enabled: false, label: "Save" },
  };

  test("names and enables them; what it does not name is off", () => {
    const { item } = menu({ items });
    expect([item("undo")?.label, item("undo")?.enabled]).toEqual(["Undo Weight of strikes", true]);
    expect([item("save")?.enabled, item("redo")?.enabled]).toEqual([false, false]);
  });

  test("shows as many horizons as the case has", () => {
    const { item } = menu({ items: { ...items, "horizon.1": { enabled: true, label: "Now" } } });
    expect([item("horizon.1")?.visible, item("horizon.2")?.visible]).toEqual([true, false]);
    expect(item("horizon.1")?.label).toBe("Now");
  });

  test("lists the screens in the page's order, each with a number to press", () => {
    const {
      items: all,
      item,
      click,
      run,
    } = menu({
      items: {
        ...items,
        "screen.explore": { enabled: true, label: "Explore" },
        "screen.compare": { enabled: true, label: "Compare" },
      },
    });
    const screens = all.filter(({ id }) => id?.startsWith("screen."));
    expect(screens.map(({ label, accelerator }) => [label, accelerator])).toEqual([
      ["Explore", "CmdOrCtrl+1"],
      ["Compare", "CmdOrCtrl+2"],
    ]);
    click(item("screen.compare"));
    expect(run).toHaveBeenCalledExactlyOnceWith("screen.compare");
  });
});

test("undo and redo leave their keys to text fields", () => {
  const { item } = menu();
  expect([item("undo")?.registerAccelerator, item("redo")?.registerAccelerator]).toEqual([false, false]);
});

test("recent files are listed by name and opened by path", () => {
  const { items, item, click, open } = menu({ recent: ["/a/Peace & War.entente", "/b/c.entente"] });
  expect(item("recent")?.enabled).toBe(true);
  const found = items.filter((one) => one.toolTip !== undefined);
  expect(found.map((one) => one.label)).toEqual(["Peace && War.entente", "c.entente"]);
  found.forEach(click);
  expect(open.mock.calls.flat()).toEqual(["/a/Peace & War.entente", "/b/c.entente"]);
  expect(menu().item("recent")?.enabled).toBe(false);
});

test("zoom, full screen and the clipboard are the system's own", () => {
  const roles = menu().items.map(({ role }) => role);
  for (const role of [
    "zoomIn",
    "zoomOut",
    "resetZoom",
    "togglefullscreen",
    "cut",
    "copy",
    "paste",
    "selectAll",
  ])
    expect(roles).toContain(role);
  expect(roles).not.toContain("reload");
  expect(roles).not.toContain("toggleDevTools");
});
