const { EventEmitter } = require("node:events");
const { existsSync, mkdirSync, readFileSync, rmSync, watch, writeFileSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join } = require("node:path");
const { state, strict, beforeReady, preventable } = require("./shared.cjs");

const paths = { temp: tmpdir(), home: process.env.HOME ?? "/" };
/** Command-line switches of Chromium the program set. */
const switches = {};
let becomeReady;
const readiness = new Promise((done) => {
  becomeReady = done;
});

const running = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

class App extends EventEmitter {
  isPackaged = false;
  name = "";
  commandLine = {
    appendSwitch: (key, value = "") => {
      switches[key] = value;
    },
    hasSwitch: (key) => key in switches,
  };
  whenReady() {
    return readiness;
  }
  isReady() {
    return state.ready;
  }
  getVersion() {
    return state.pkg.version;
  }
  getName() {
    return state.pkg.productName ?? state.pkg.name;
  }
  getAppPath() {
    return state.root;
  }
  setPath(key, value) {
    paths[key] = value;
  }
  getPath(key) {
    if (!(key in paths)) throw new Error(`Failed to get '${key}' path`);
    return paths[key];
  }
  /** As Electron: one lock per userData folder; a second start hands its command line to the first. */
  requestSingleInstanceLock() {
    mkdirSync(paths.userData, { recursive: true });
    const lock = join(paths.userData, "stand-in.lock");
    const notice = join(paths.userData, "stand-in.notice");
    const owner = existsSync(lock) ? Number(readFileSync(lock, "utf8")) : 0;
    if (owner !== 0 && owner !== process.pid && running(owner)) {
      writeFileSync(notice, JSON.stringify({ argv: process.argv, folder: process.cwd() }));
      return false;
    }
    writeFileSync(lock, String(process.pid));
    watch(paths.userData, () => {
      if (!existsSync(notice)) return;
      const said = readFileSync(notice, "utf8");
      if (said === "") return;
      rmSync(notice, { force: true });
      const { argv, folder } = JSON.parse(said);
      this.emit("second-instance", {}, argv, folder, null);
    }).unref();
    return true;
  }
  enableSandbox() {
    beforeReady("app.enableSandbox()");
  }
  disableHardwareAcceleration() {
    beforeReady("app.disableHardwareAcceleration()");
    switches["disable-gpu"] = "";
  }
  quit() {
    if (state.quitting) return;
    const event = preventable();
    this.emit("before-quit", event);
    if (event.defaultPrevented) return;
    for (const window of this.windows()) {
      window.close();
      if (!window.isDestroyed()) return;
    }
    state.quitting = true;
    this.emit("will-quit", preventable());
    this.emit("quit", {}, 0);
    void state.stop(0);
  }
  exit(code = 0) {
    void state.stop(code);
  }
  /** Set by window.cjs. */
  windows = () => [];
}

const app = strict("app", new App());
module.exports = { app, paths, switches, becomeReady };
