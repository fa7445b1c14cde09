import type { BrowserWindow, WebContents } from "electron";
import { type PushName, type Pushed, channel } from "../bridge/contract.ts";
import { type Shelf, openShelf } from "../files/calls.ts";
import { Memory } from "./memory.ts";
import type { Items } from "./menu.ts";

/** What the page says of its document. */
export interface Shown {
  readonly name: string;
  readonly folder: string;
  readonly edited: boolean;
}

/** Everything the desktop knows while it runs: one window, its document, its files. */
export class Desk {
  readonly shelf: Shelf;
  readonly memory: Memory;
  window: BrowserWindow | null = null;
  /** The slides, while they are shown in a window of their own. */
  slides: BrowserWindow | null = null;
  shown: Shown = { name: "Untitled", folder: "", edited: false };
  items: Items = null;
  /** The page answers. */
  alive = true;
  /** The matter of unsaved changes is settled: the window may close. */
  settled = false;
  /** The user is leaving the program, not only closing a window. */
  leaving = false;
  #loaded = false;
  readonly #waiting: string[] = [];

  /**
   * @param folder the program's own folder
   * @param recentChanged told when the list of recent files changes
   */
  constructor(folder: string, recentChanged: () => void) {
    this.shelf = openShelf(folder, { recentChanged });
    this.memory = new Memory(folder);
  }

  /** Tells the page something without being asked; a page that is gone is not told. */
  push<N extends PushName>(name: N, value: Pushed<N>): void {
    if (this.window !== null && !this.window.isDestroyed())
      this.window.webContents.send(channel(name), value);
  }

  /** Hands the page a case named from outside; kept until there is a page to take it. */
  open(path: string): void {
    if (this.#loaded) this.push("file:opened", this.shelf.handles.grant(path));
    else this.#waiting.push(path);
  }

  /** Takes a new window as the one window. */
  seat(window: BrowserWindow): void {
    this.window = window;
    this.alive = true;
    this.settled = false;
    this.shown = { ...this.shown, edited: false };
    this.#followLoading(window.webContents);
    window.on("closed", () => {
      this.window = null;
      this.#loaded = false;
    });
  }

  #followLoading(contents: WebContents): void {
    contents.on("did-start-loading", () => {
      this.#loaded = false;
    });
    contents.on("did-finish-load", () => {
      this.#loaded = true;
      for (const path of this.#waiting.splice(0)) this.open(path);
    });
  }

  /** Brings the window to the front. */
  raise(): void {
    if (this.window === null) return;
    if (this.window.isMinimized()) this.window.restore();
    this.window.show();
    this.window.focus();
  }
}
