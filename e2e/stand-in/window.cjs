const { EventEmitter } = require("node:events");
const { readFileSync } = require("node:fs");
const { app } = require("./app.cjs");
const { WebContents } = require("./contents.cjs");
const { invoke } = require("./ipc.cjs");
const { preload } = require("./preload.cjs");
const { inward, outward } = require("./scheme.cjs");
const { applyPermissions, guardDownloads, windows } = require("./session.cjs");
const { state, strict, afterReady, preventable } = require("./shared.cjs");

/** A page of the context that no window has yet: Chromium starts with one. */
const freePage = async () =>
  state.context.pages().find((page) => !page.standInTaken) ?? state.context.newPage();

class Window extends EventEmitter {
  static all = [];
  static getAllWindows() {
    return Window.all.filter((window) => !window.closed);
  }
  static fromWebContents(contents) {
    return contents?.window ?? null;
  }
  static getFocusedWindow() {
    return Window.getAllWindows().at(-1) ?? null;
  }

  closed = false;
  visible = false;
  /** The address the program itself is loading. */
  loading = "";

  constructor(options = {}) {
    super();
    afterReady("new BrowserWindow()");
    const preferences = options.webPreferences ?? {};
    if (
      preferences.nodeIntegration ||
      preferences.contextIsolation === false ||
      preferences.sandbox === false
    )
      throw new Error("The stand-in only runs sandboxed, isolated pages");
    this.options = options;
    this.title = options.title ?? "";
    this.visible = options.show !== false;
    this.webContents = strict("webContents", new WebContents(this));
    Window.all.push(this);
    app.emit("web-contents-created", {}, this.webContents);
    this.opened = this.#open(preferences);
  }

  async #open(preferences) {
    const contents = this.webContents;
    const page = (contents.page = await freePage());
    page.standInTaken = true;
    this.cdp = await state.context.newCDPSession(page);
    contents.target = (await this.cdp.send("Target.getTargetInfo")).targetInfo.targetId;
    await page.exposeBinding("__standInInvoke", ({ frame }, channel, args) =>
      invoke(contents, frame, channel, args),
    );
    if (preferences.preload)
      await page.addInitScript(`(${preload})(${JSON.stringify(readFileSync(preferences.preload, "utf8"))})`);
    guardDownloads(page, contents);
    this.#follow(page);
  }

  #follow(page) {
    const contents = this.webContents;
    page.on("popup", (popup) => {
      const { action } = contents.open?.({ url: inward(popup.url()) }) ?? { action: "allow" };
      if (action === "deny") void popup.close().catch(() => {});
    });
    page.on("close", () => {
      if (!this.closed) this.#gone();
    });
    page.once("domcontentloaded", () => this.emit("ready-to-show"));
    page.on("load", () => contents.emit("did-finish-load"));
  }

  async loadURL(url) {
    await this.opened;
    await applyPermissions(
      this.cdp,
      new URL(url).origin === "null" ? url.replace(/(\/\/[^/]*).*/, "$1") : url,
    );
    this.loading = url;
    await this.webContents.page.goto(outward(url));
    this.loading = "";
  }

  show() {
    this.visible = true;
  }
  maximize() {
    this.maximized = true;
  }
  isMaximized() {
    return this.maximized === true;
  }
  focus() {}
  isVisible() {
    return this.visible;
  }
  isMinimized() {
    return false;
  }
  isDestroyed() {
    return this.closed;
  }
  setTitle(title) {
    this.title = title;
  }
  getTitle() {
    return this.title;
  }
  getBounds() {
    return this.getNormalBounds();
  }
  getNormalBounds() {
    const { x = 0, y = 0, width = 800, height = 600 } = this.options;
    return { x, y, width, height };
  }

  close() {
    const event = preventable();
    this.emit("close", event);
    if (event.defaultPrevented || this.closed) return;
    this.destroy();
  }
  destroy() {
    if (this.closed) return;
    void this.webContents.page?.close().catch(() => {});
    this.#gone();
  }
  #gone() {
    this.closed = true;
    this.emit("closed");
    this.webContents.emit("destroyed");
    if (Window.getAllWindows().length > 0 || state.quitting) return;
    if (app.listenerCount("window-all-closed")) app.emit("window-all-closed");
    else app.quit();
  }
}

windows.of = (page) => Window.getAllWindows().find((window) => window.webContents.page === page) ?? null;
app.windows = () => Window.getAllWindows();

module.exports = { BrowserWindow: Window };
