import { readdirSync, readFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "@playwright/test";
import type { RoomState } from "../app/bridge/contract.ts";
import { appWindowArguments } from "../app/browser/chromium.ts";
import { writeStart } from "../app/browser/window.ts";
import { type Started, expect, test } from "./app.ts";
import { call } from "./bridge.ts";
import { desktopKind, killDesktop, launchDesktop } from "./desktop.ts";
import { endEdition, launchBrowser, startEdition } from "./edition.ts";
import { tour } from "./page/tour.ts";
import { readNetLog } from "./recorder/netlog.ts";
import { canWatchSockets, isLoopback, SocketRecorder } from "./recorder/sockets.ts";

/* The whole tour, with three records of what goes over any network: of every socket of every process, of what the host's Node connects to, and of Chromium's own. */

const hooks = join(import.meta.dirname, "recorder/hooks.cjs");

interface Recorded {
  readonly started: Started;
  /** Sockets that wait and are not the program's: they let a test reach it. */
  readonly harness: readonly string[];
  /** The loopback address the browser edition is served at; null on the desktop. */
  readonly own: string | null;
  /** What Node was asked to do in the host. */
  readonly host: () => { did: string; what: string }[];
  readonly netLog: string;
  readonly end: () => Promise<void>;
}

/** Starts either host with its records on; the browser edition in the browser window that it opens by itself. */
async function begin(host: "desktop" | "browser", folder: string): Promise<Recorded> {
  const record = join(folder, "host.jsonl");
  const netLog = join(folder, "net.json");
  const hostSaid = () =>
    readFileSync(record, "utf8").trim().split("\n").map((line) => JSON.parse(line) as { did: string; what: string }); // prettier-ignore
  if (host === "browser") {
    const edition = await startEdition(join(folder, "user"), folder, [], {
      NODE_OPTIONS: `--require=${hooks}`,
      ENTENTE_RECORD: record,
    });
    const start = pathToFileURL(writeStart(folder, edition.url)).href;
    const given = appWindowArguments(start, join(folder, "window"), false);
    const switches = given.filter((one) => !/^--(app|user-data-dir)=/.test(one));
    const browser = await launchBrowser([...switches, `--log-net-log=${netLog}`]);
    const page = await browser.newPage();
    await page.goto(start);
    await page.waitForURL(`${new URL(edition.url).origin}/**`);
    const end = async () => {
      await browser.close();
      await endEdition(edition, "SIGTERM");
    };
    const own = new URL(edition.url).host;
    return { started: { page, electron: null, close: end, kill: end }, harness: [], own, host: hostSaid, netLog, end }; // prettier-ignore
  }
  const electron = await launchDesktop(join(folder, "user"), [], {
    env: { ENTENTE_RECORD: record, STAND_IN_NET_LOG: netLog },
    first: hooks,
  });
  const page = await electron.firstWindow();
  const inspector = await electron.evaluate(() => process.getBuiltinModule("node:inspector").url() ?? "");
  const harness = [new URL(inspector).port, devToolsPort(netLog)].map((port) => `tcp 127.0.0.1:${port}`);
  // Not closed in good order: a window with changes would ask.
  const end = () => killDesktop(electron);
  return { started: { page, electron, close: end, kill: end }, harness, own: null, host: hostSaid, netLog, end }; // prettier-ignore
}

/** Where the Chromium that keeps this record lets a test reach it: it writes that down in its profile. */
function devToolsPort(netLog: string): string {
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name)))
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, "utf8");
      const profile = /--user-data-dir=([^\0]+)/.exec(command)?.[1];
      if (profile === undefined || !command.includes(`--log-net-log=${netLog}`)) continue;
      return readFileSync(join(profile, "DevToolsActivePort"), "utf8").split("\n")[0] ?? "";
    } catch {
      // That process has ended meanwhile.
    }
  return "none";
}

/** Asks for the room's page as a phone would. @returns the status, or null where nobody answers */
const knock = (url: string): Promise<number | null> =>
  fetch(url.replace(/#.*/, "")).then(({ status }) => status, () => null); // prettier-ignore

/** Opens a room on the first address this computer has in a network, or on loopback where it has none. */
async function openRoom(page: Page): Promise<RoomState> {
  const [first] = await call(page, "room:addresses");
  const setup = {
    factors: [{ id: "one", label: "One", calm: "calm", worst: "worst" }],
    chances: [{ kind: "chance" as const, id: "h", text: "A break?" }],
    warmups: [],
    method: "swing" as const,
  };
  const address = first?.address ?? "127.0.0.1";
  const state = await call(page, "room:open", { session: "offline", address, port: null, byHand: false, encrypted: false, setup }); // prettier-ignore
  if ("failed" in state) throw new Error(state.message);
  expect(new URL(state.url).hostname).toBe(address);
  return state;
}

test(`the whole tour in the ${desktopKind} or browser: nothing leaves, nothing listens until a room is opened`, async ({
  host,
}, info) => {
  test.skip(!canWatchSockets, "This system does not tell of its sockets.");
  test.setTimeout(300_000);
  const folder = info.outputPath("files");
  await mkdir(folder, { recursive: true });
  const sockets = new SocketRecorder();
  const recorded = await begin(host, folder);
  const { started, harness, own, host: hostSaid, netLog, end } = recorded;
  const { page } = started;
  page.setDefaultTimeout(60_000);
  // What the program itself waits at. The browser edition's one address is that of its page.
  const listening = async () => (await sockets.listening()).filter((one) => !harness.includes(one));
  const usual = own === null ? [] : [`tcp ${own}`];
  const requests: string[] = [];
  page.context().on("request", (request) => requests.push(request.url()));
  try {
    expect(await listening()).toEqual(usual);
    await tour(started, folder);
    expect(await listening()).toEqual(usual);
    expect(sockets.spokenTo.filter(({ remote }) => remote !== null && !isLoopback(remote))).toEqual([]);

    const state = await openRoom(page);
    const { host: room } = new URL(state.url);
    expect(await listening()).toEqual([...usual, `tcp ${room}`].sort());
    expect(await knock(state.url)).toBe(200);
    // The record sees what there is to see.
    await expect.poll(() => sockets.spokenTo.some(({ local }) => local === room)).toBe(true);
    expect(await call(page, "room:close")).toBeUndefined();
    await expect.poll(listening).toEqual(usual);
    expect(await knock(state.url)).toBeNull();

    // Only the phone, which is this test, spoke with the room, on one of this computer's own addresses.
    const here = Object.values(networkInterfaces()).flatMap((found) => found ?? []).map(({ address }) => address); // prettier-ignore
    const beyond = sockets.spokenTo.filter(({ remote, local }) => !isLoopback(remote ?? "") && !(local === room && here.some((address) => remote?.startsWith(`${address}:`)))); // prettier-ignore
    expect(beyond).toEqual([]);
    expect(sockets.looks).toBeGreaterThan(100);
  } finally {
    await end();
    sockets.stop();
  }
  const origin = own === null ? "app://entente" : `http://${own}`;
  const shown =
    own === null ? /^(https?:\/\/[^/]*entente[^/]*|app:\/\/entente)\// : new RegExp(`^${origin}/`);
  expect(requests.filter((url) => !shown.test(url) && !/^(blob|data):/.test(url))).toEqual([]);
  expect(requests.length).toBeGreaterThan(20);

  const said = hostSaid();
  const watched = said.filter(({ did }) => did === "watching");
  const listened = said.filter(({ did }) => did === "listen").map(({ what }) => what);
  expect(watched.length).toBeGreaterThan(0);
  expect(listened).toEqual(own === null ? [] : ["127.0.0.1:0"]);
  expect(said.filter(({ did, what }) => /^(name|udp)/.test(did) || (did === "connect" && !what.startsWith("127.0.0.1:")))).toEqual([]); // prettier-ignore

  const chromium = readNetLog(netLog);
  expect(chromium.events).toBeGreaterThan(50);
  expect(chromium.connected.filter((address) => !isLoopback(address))).toEqual([]);
  expect(chromium.sent).toEqual([]);
  expect(chromium.names).toEqual([]);
  if (own !== null) expect(chromium.connected).toContain(own);
});
