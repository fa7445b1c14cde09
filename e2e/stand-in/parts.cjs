// Menus, dialogs, clipboard, screen, theme: the parts without a life of their own.
const { EventEmitter } = require("node:events");
const { strict } = require("./shared.cjs");
const { BrowserWindow } = require("./window.cjs");

let applicationMenu = null;

class MenuItem {
  constructor(options) {
    Object.assign(this, { enabled: true, visible: true, ...options });
    const run = options.click;
    this.click = () => run?.(this, BrowserWindow.getFocusedWindow(), {});
    if (options.submenu) this.submenu = Menu.buildFromTemplate(options.submenu);
  }
}

class Menu {
  items = [];
  static buildFromTemplate(template) {
    const menu = new Menu();
    menu.items = template.map((options) => new MenuItem(options));
    return menu;
  }
  static setApplicationMenu(menu) {
    applicationMenu = menu;
  }
  static getApplicationMenu() {
    return applicationMenu;
  }
  getMenuItemById(id) {
    for (const item of this.items) {
      const found = item.id === id ? item : (item.submenu?.getMenuItemById(id) ?? null);
      if (found) return found;
    }
    return null;
  }
}

// Every dialog is cancelled unless a test answers in its place.
const nothing = { canceled: true, filePath: "", filePaths: [] };
const dialog = strict("dialog", {
  showSaveDialog: async () => nothing,
  showOpenDialog: async () => nothing,
  showMessageBox: async (_window, { cancelId = 0 }) => ({ response: cancelId, checkboxChecked: false }),
  showErrorBox: (title, text) => console.error(`${title}: ${text}`),
});

class ClipboardItem {
  #parts;
  constructor(parts) {
    this.#parts = parts;
  }
  get types() {
    return Object.keys(this.#parts);
  }
  async getType(type) {
    return new Blob([await this.#parts[type]], { type });
  }
}
let copied = [];
const clipboard = strict("clipboard", {
  async write(items) {
    copied = items;
  },
  async read() {
    return copied;
  },
  async readText() {
    return copied[0] ? (await copied[0].getType("text/plain")).text() : "";
  },
});

const display = {
  id: 1,
  scaleFactor: 1,
  bounds: { x: 0, y: 0, width: 1600, height: 1040 },
  workArea: { x: 0, y: 0, width: 1600, height: 1000 },
};
const screen = strict("screen", { getPrimaryDisplay: () => display, getAllDisplays: () => [display] });

const nativeTheme = strict(
  "nativeTheme",
  Object.assign(new EventEmitter(), { shouldUseDarkColors: false, shouldUseHighContrastColors: false }),
);

module.exports = { Menu, MenuItem, dialog, clipboard, ClipboardItem, screen, nativeTheme };
