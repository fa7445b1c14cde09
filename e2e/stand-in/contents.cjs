const { EventEmitter } = require("node:events");
const { strict } = require("./shared.cjs");
const { inward } = require("./scheme.cjs");
const { defaultSession } = require("./session.cjs");

const everyone = [];

class WebContents extends EventEmitter {
  constructor(window) {
    super();
    this.window = window;
    this.id = everyone.push(this);
    this.session = defaultSession;
  }
  send(channel, ...args) {
    this.page
      .evaluate(
        ([name, given]) => globalThis.__standInReceive?.(name, given),
        [channel, structuredClone(args)],
      )
      .catch(() => {});
  }
  setWindowOpenHandler(handler) {
    this.open = handler;
  }
  setWebRTCIPHandlingPolicy() {}
  getURL() {
    return inward(this.page.url());
  }
  isDestroyed() {
    return this.window.closed;
  }
  close() {
    this.window.close();
  }
  reload() {
    void this.page.reload();
  }
  executeJavaScript(code) {
    return this.page.evaluate(code);
  }
  /** Chromium's own printing, which is Electron's too. */
  async printToPDF({ preferCSSPageSize, printBackground, generateTaggedPDF, generateDocumentOutline }) {
    const { data } = await this.window.cdp.send("Page.printToPDF", {
      preferCSSPageSize,
      printBackground,
      generateTaggedPDF,
      generateDocumentOutline,
    });
    return Buffer.from(data, "base64");
  }
  static fromDevToolsTargetId(id) {
    return everyone.find((contents) => contents.target === id && !contents.window.closed);
  }
  static getAllWebContents() {
    return everyone.filter((contents) => !contents.window.closed);
  }
}

module.exports = { WebContents, webContents: strict("webContents", WebContents) };
