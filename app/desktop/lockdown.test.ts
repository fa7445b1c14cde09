import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { EventEmitter } from "node:events";
import { describe, expect, test, vi } from "vitest";
import { lockContents, lockSession, mayLoad } from "./lockdown.ts";
import { Reports } from "./reports.ts";
import { scheme, servePages } from "./scheme.ts";
import { FakeWindow, as, preventable } from "./testing.ts";

const permissions = [
  "media",
  "geolocation",
  "notifications",
  "fullscreen",
  "pointerLock",
  "openExternal",
  "hid",
].concat([
  "clipboard-read",
  "serial",
  "usb",
  "fileSystem",
  "local-fonts",
  "display-capture",
  "midi",
  "unknown",
  "",
]);

function lockedSession() {
  type Handler = (...args: unknown[]) => unknown;
  const handlers: Record<string, Handler> = {};
  const keep = (name: string) => (handler: Handler) => {
    handlers[name] = handler;
  };
  const session = Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: keep("request"),
    setPermissionCheckHandler: keep("check"),
    setDevicePermissionHandler: keep("device"),
    setSpellCheckerEnabled: vi.fn(),
    webRequest: { onBeforeRequest: keep("before") },
  });
  lockSession(as(session), true);
  return { session, handlers };
}

describe("the session", () => {
  test("permits writing to the clipboard and nothing else, asked either way", () => {
    const { handlers } = lockedSession();
    const asked = (permission: string) => {
      const allow = vi.fn();
      handlers.request?.({}, permission, allow, {});
      return [allow.mock.calls[0]?.[0], handlers.check?.(null, permission, "app://entente", {})];
    };
    expect(asked("clipboard-sanitized-write")).toEqual([true, true]);
    for (const permission of permissions) expect(asked(permission)).toEqual([false, false]);
    expect(handlers.device?.({})).toBe(false);
  });

  test("cancels every request but the page's own, and every download", () => {
    const { session, handlers } = lockedSession();
    const cancelled = (url: string) => {
      const proceed = vi.fn();
      handlers.before?.({ url }, proceed);
      return proceed.mock.calls[0]?.[0] as unknown;
    };
    expect(cancelled("app://entente/index.html")).toEqual({ cancel: false });
    expect(cancelled("https://example.org/")).toEqual({ cancel: true });
    const event = preventable();
    session.emit("will-download", event);
    expect(event.preventDefault).toHaveBeenCalled();
    // Dictionaries come from the network.
    expect(session.setSpellCheckerEnabled).toHaveBeenCalledWith(false);
  });
});

test.each([
  ["app://entente/index.html", true],
  ["blob:app://entente/0f-1", true],
  ["data:image/png;base64,AA", true],
  ["app://entente.evil/x", false],
  ["app://other/x", false],
  ["http://127.0.0.1:80/", false],
  ["https://example.org/?app://entente/", false],
  ["ws://localhost:1/", false],
  ["wss://example.org/", false],
  ["file:///etc/passwd", false],
  ["ftp://example.org/", false],
  ["chrome-extension://x/y", false],
  ["devtools://devtools/x", false],
  ["", false],
])("%s may be loaded: %s", (url, expected) => {
  expect(mayLoad(url, true)).toBe(expected);
});

test("developer tools load only where the program is not packaged", () => {
  expect([mayLoad("devtools://devtools/x", false), mayLoad("https://example.org", false)]).toEqual([
    true,
    false,
  ]);
});

describe("a page", () => {
  const { webContents } = new FakeWindow();
  lockContents(as(webContents));

  test.each(["will-navigate", "will-frame-navigate", "will-redirect", "will-attach-webview"])(
    "%s is prevented",
    (name) => {
      const event = preventable({ url: "https://example.org" });
      webContents.emit(name, event);
      expect(event.preventDefault).toHaveBeenCalledOnce();
    },
  );

  test("opens no window, whatever the address", () => {
    const [open] = webContents.setWindowOpenHandler.mock.calls[0] as [(details: object) => unknown];
    for (const url of [
      "https://example.org",
      "javascript:alert(1)",
      "about:blank",
      "app://entente/",
      "file:///",
      "",
    ])
      expect(open({ url })).toEqual({ action: "deny" });
  });

  test("makes no calls to other browsers", () => {
    expect(webContents.setWebRTCIPHandlingPolicy).toHaveBeenCalledWith("disable_non_proxied_udp");
  });
});

test("the page's scheme is secure and standard, and can do no more", async () => {
  expect(scheme).toEqual({
    scheme: "app",
    privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
  });
  const handle = vi.fn();
  servePages({ handle }, "/nowhere", new Reports());
  const [name, respond] = handle.mock.calls[0] as [string, (request: object) => Promise<Response>];
  expect(name).toBe("app");
  expect((await respond({ method: "GET", url: "app://other/index.html" })).status).toBe(403);
});

describe("our own sources", () => {
  const folder = join(import.meta.dirname, "..");
  const files = ["main.ts", ...readdirSync(join(folder, "desktop")).map((name) => `desktop/${name}`)].filter(
    (name) => !/\.test\.ts$|testing\.ts$/.test(name),
  );
  const text = files.map((name) => readFileSync(join(folder, name), "utf8")).join("\n");

  test.each([
    /nodeIntegration: true/,
    /contextIsolation: false/,
    /sandbox: false/,
    /webSecurity: false/,
    /webviewTag: true/,
    /allowRunningInsecureContent/,
    /experimentalFeatures/,
    /enableBlinkFeatures/,
    /openExternal\(/,
    /openPath\(/,
    // Nothing but the app's own scheme, and no way of painting forced on anybody.
    /loadFile\(|file:\/\//,
    /appendSwitch\("(ozone|disable-gpu)/,
    /ignore-certificate-errors/,
    /appendSwitch\("no-sandbox/,
    /^\s*await app\.whenReady/m,
    /certificate-error/,
  ])("contain no %s", (pattern) => {
    expect(text.length).toBeGreaterThan(5_000);
    expect(text).not.toMatch(pattern);
  });

  test("start in the order that keeps the page locked in", () => {
    const main = readFileSync(join(folder, "main.ts"), "utf8");
    const order = [
      "enableSandbox",
      "registerSchemesAsPrivileged",
      "web-contents-created",
      "requestSingleInstanceLock",
    ];
    const places = [...order, "whenReady"].map((word) => main.indexOf(word));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(Math.min(...places)).toBeGreaterThan(0);
    expect(main).toContain('appendSwitch("host-resolver-rules", "MAP * ~NOTFOUND")');
    expect(main.split("\n").length).toBeLessThanOrEqual(60);
    const start = readFileSync(join(folder, "desktop/start.ts"), "utf8");
    const steps = ["lockSession(", "servePages(", "answerCalls(", "await openWindow("].map((step) => start.indexOf(step)); // prettier-ignore
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    expect(Math.min(...steps)).toBeGreaterThan(0);
  });
});
