const { EventEmitter } = require("node:events");
const { strict, preventable, state } = require("./shared.cjs");
const { answer, inward, outward, protocol } = require("./scheme.cjs");

let beforeRequest = (_details, proceed) => proceed({});
let mayCheck = () => true;
let mayRequest = (_contents, _permission, allow) => allow(true);

const defaultSession = strict(
  "session",
  Object.assign(new EventEmitter(), {
    setPermissionRequestHandler(handler) {
      mayRequest = handler;
    },
    setPermissionCheckHandler(handler) {
      mayCheck = handler;
    },
    setDevicePermissionHandler() {},
    setSpellCheckerEnabled() {},
    webRequest: strict("webRequest", {
      onBeforeRequest(handler) {
        beforeRequest = handler;
      },
    }),
    protocol,
  }),
);

const cancelled = (url) =>
  new Promise((done) => {
    beforeRequest({ url }, ({ cancel = false }) => {
      done(cancel);
    });
  });

/** Chromium's name for each permission of Electron's that it can be told about. */
const permissions = {
  "clipboard-sanitized-write": "clipboard-write",
  "clipboard-read": "clipboard-read",
  geolocation: "geolocation",
  notifications: "notifications",
  midi: "midi",
  "idle-detection": "idle-detection",
  "persistent-storage": "persistent-storage",
  "screen-wake-lock": "screen-wake-lock",
};

/** Tells Chromium what the program's two handlers answer for a page. */
async function applyPermissions(cdp, origin) {
  for (const [permission, name] of Object.entries(permissions)) {
    const asked = await new Promise((done) => {
      mayRequest(null, permission, done, {});
    });
    const setting = asked && mayCheck(null, permission, origin, {}) ? "granted" : "denied";
    await cdp.send("Browser.setPermission", { permission: { name }, setting, origin: outward(origin) });
  }
}

/** The window of a page; set by window.cjs. */
const windows = { of: () => null };

/** The frame a request is for; null for a window that is only being opened. */
function frameOf(request) {
  try {
    return request.frame();
  } catch {
    return null;
  }
}

/** A page may only go where its contents' listeners let it; the program itself may load what it likes. */
function mayNavigate(request, url) {
  const frame = frameOf(request);
  const window = frame === null ? null : windows.of(frame.page());
  if (window === null || window.loading === url || inward(frame.url()) === url) return true;
  const main = frame.parentFrame() === null;
  const event = preventable({ url, isMainFrame: main });
  window.webContents.emit("will-frame-navigate", event);
  if (main) window.webContents.emit("will-navigate", event, url);
  return !event.defaultPrevented;
}

/** Puts the request filter, the custom scheme and the navigation rules in front of everything Chromium loads. */
async function guardRequests() {
  const decide = async (route, request) => {
    const url = inward(request.url());
    if (request.isNavigationRequest() && !mayNavigate(request, url)) return route.abort("aborted");
    if (await cancelled(url)) return route.abort("blockedbyclient");
    const given = await answer(url, request);
    return given === null ? route.continue() : route.fulfill(given);
  };
  // A page that closes meanwhile wants no answer.
  await state.context.route("**/*", (route, request) => decide(route, request).catch(() => {}));
  await state.context.routeWebSocket(/.*/, async (socket) => {
    if (await cancelled(socket.url())) await socket.close();
    else socket.connectToServer();
  });
}

/** A download starts only when nobody prevents it. */
function guardDownloads(page, contents) {
  page.on("download", (download) => {
    const event = preventable();
    defaultSession.emit("will-download", event, { getURL: () => inward(download.url()) }, contents);
    if (event.defaultPrevented) download.cancel().catch(() => {});
  });
}

module.exports = { defaultSession, windows, applyPermissions, guardRequests, guardDownloads };
