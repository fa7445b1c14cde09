// `utilityProcess`: a child of Node that may read its own folder and nothing else, and finds `process.parentPort`.
const { fork } = require("node:child_process");
const { EventEmitter } = require("node:events");
const { dirname, join } = require("node:path");
const { afterReady, strict } = require("./shared.cjs");

const flags = process.allowedNodeEnvironmentFlags;
const confine = flags.has("--permission") ? "--permission" : "--experimental-permission";

class UtilityProcess extends EventEmitter {
  child;
  constructor(path, args, { env, cwd } = {}) {
    super();
    const port = join(__dirname, "parent-port.cjs");
    this.child = fork(path, args, {
      env,
      cwd,
      execArgv: [
        confine,
        `--allow-fs-read=${join(dirname(path), "*")}`,
        `--allow-fs-read=${port}`,
        ...(flags.has("--allow-net") ? ["--allow-net"] : []),
        "--no-warnings",
        "-r",
        port,
      ],
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    this.child.on("spawn", () => this.emit("spawn"));
    this.child.on("message", (message) => this.emit("message", message));
    this.child.on("exit", (code) => this.emit("exit", code ?? 1));
  }
  get pid() {
    return this.child.pid;
  }
  postMessage(message) {
    if (this.child.connected) this.child.send(structuredClone(message), () => {});
  }
  kill() {
    return this.child.kill();
  }
}

const utilityProcess = strict("utilityProcess", {
  fork(path, args = [], options = {}) {
    afterReady("utilityProcess.fork()");
    return strict("UtilityProcess", new UtilityProcess(path, args, options));
  },
});

module.exports = { utilityProcess };
