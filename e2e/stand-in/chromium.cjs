const { spawn } = require("node:child_process");
const { mkdtempSync, rmSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join } = require("node:path");

/** Switches that would change the harness rather than the program. */
const ours = (key) => key.startsWith("remote") || key === "user-data-dir";

/** A folder for one run of Chromium. */
const newProfile = () => mkdtempSync(join(tmpdir(), "stand-in-"));

/**
 * Starts Chromium.
 * @returns its debugging address, its process, and how to end it
 */
async function startChromium(profile, switches) {
  const headed = process.env.STAND_IN_HEADED && process.env.DISPLAY;
  const given = Object.entries(switches)
    .filter(([key]) => !ours(key))
    .map(([key, value]) => (value ? `--${key}=${value}` : `--${key}`));
  const child = spawn(
    process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
    [
      ...(headed ? [] : ["--headless=new"]),
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      "--remote-debugging-port=0",
      `--user-data-dir=${profile}`,
      "--no-first-run",
      "--disable-sync",
      "--window-size=1440,900",
      ...given,
      // A test's own record of what this Chromium says to whom.
      ...(process.env.STAND_IN_NET_LOG ? [`--log-net-log=${process.env.STAND_IN_NET_LOG}`] : []),
      headed ? "--app=data:text/html," : "about:blank",
    ],
    { stdio: ["ignore", "ignore", "pipe"] },
  );
  const endpoint = await new Promise((done, fail) => {
    let said = "";
    child.stderr.on("data", (part) => {
      said += part;
      const found = /DevTools listening on (ws:\S+)/.exec(said);
      if (found) done(found[1]);
    });
    child.on("error", fail);
    child.on("exit", () => fail(new Error(`Chromium did not start\n${said}`)));
  });
  const end = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      const gone = new Promise((done) => child.once("exit", done));
      child.kill("SIGKILL");
      await gone;
    }
  };
  return { endpoint, child, end };
}

/** Chromium's helpers outlive it by a moment, and write until then. */
const removeProfile = async (profile) => {
  await new Promise((done) => setTimeout(done, 200));
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
};

module.exports = { newProfile, removeProfile, startChromium };
