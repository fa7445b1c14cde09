/** One protection: what it keeps out, how it is taken away, and the test that must then fail. */
export interface Protection {
  /** The item of Electron's list (E1–E20), or a row of our own list. */
  readonly item: string;
  readonly file: string;
  /** Stands once in the file. */
  readonly from: string;
  readonly to: string;
  readonly test: string;
}

const window = (item: string, from: string, to: string): Protection => ({
  item,
  file: "app/desktop/locked.ts",
  from,
  to,
  test: "app/desktop/window.test.ts",
});
const locked = (item: string, from: string, to: string, file = "app/desktop/lockdown.ts"): Protection => ({
  item,
  file,
  from,
  to,
  test: "app/desktop/lockdown.test.ts",
});
const fuse = (name: string, safe: boolean): Protection => ({
  item: `E19 fuse ${name}`,
  file: "electron-builder.yml",
  from: `  ${name}: ${String(safe)}`,
  to: `  ${name}: ${String(!safe)}`,
  test: "app/desktop/package.test.ts",
});

const ELECTRON: readonly Protection[] = [
  locked("E1 only our own content loads", 'const own = [`${ORIGIN}/`,', 'const own = [`${ORIGIN}/`, "https://",'),
  window("E2 no Node in the page", "nodeIntegration: false", "nodeIntegration: true"),
  window("E3 context isolation", "contextIsolation: true", "contextIsolation: false"),
  window("E4 sandbox", "sandbox: true", "sandbox: false"),
  locked("E4 sandbox for every process, before ready", "app.enableSandbox();", "", "app/main.ts"),
  locked("E5 permissions asked for", "    allow(permitted(permission));", "    allow(true);"),
  locked("E5 permissions looked up", "(_contents, permission) => permitted(permission)", "() => true"),
  locked("E5 devices", "setDevicePermissionHandler(() => false)", "setDevicePermissionHandler(() => true)"),
  window("E6 web security", "webSecurity: true", "webSecurity: false"),
  { item: "E7 policy: no inline scripts", file: "app/files/pages.ts", from: "script-src 'self';", to: "script-src 'self' 'unsafe-inline';", test: "app/files/pages.test.ts" },
  { item: "E7 policy sent with every page", file: "app/files/pages.ts", from: '        "content-security-policy": CSP,\n', to: "", test: "app/files/pages.test.ts" },
  { item: "E7 policy of reports", file: "app/desktop/reports.ts", from: "default-src 'none'; style-src 'self';", to: "default-src 'self' 'unsafe-inline';", test: "app/desktop/reports.test.ts" },
  window("E8 no insecure content", "webviewTag: false,", "webviewTag: false, allowRunningInsecureContent: true,"),
  window("E9 no experimental features", "webviewTag: false,", "webviewTag: false, experimentalFeatures: true,"),
  window("E10 no Blink features", "webviewTag: false,", 'webviewTag: false, enableBlinkFeatures: "X",'),
  window("E11 no webview", "webviewTag: false", "webviewTag: true"),
  locked("E12 no webview is attached", '  contents.on("will-attach-webview", prevent);\n', ""),
  locked("E13 navigation", '  contents.on("will-navigate", prevent);\n', ""),
  locked("E13 navigation of frames", '  contents.on("will-frame-navigate", prevent);\n', ""),
  locked("E13 redirects", '  contents.on("will-redirect", prevent);\n', ""),
  window("E13 a dropped file takes no page’s place", "navigateOnDragDrop: false", "navigateOnDragDrop: true"),
  locked("E14 new windows", '{ action: "deny" }', '{ action: "allow" }'),
  { item: "E15 nothing is opened outside", file: "app/desktop/open.ts", from: "  desk.seat(window);\n", to: '  desk.seat(window);\n  shell.openExternal("https://example.org");\n', test: "app/desktop/lockdown.test.ts" },
  { item: "E16 one exact, supported Electron", file: "package.json", from: '"electron": "45.', to: '"electron": "^45.', test: "app/desktop/package.test.ts" },
  { item: "E17 who calls", file: "app/bridge/gate.ts", from: "  if (!isOwnPage(frame))", to: "  if (frame === null)", test: "app/bridge/gate.test.ts" },
  { item: "E17 only the main frame", file: "app/bridge/gate.ts", from: "frame.parent === null && ", to: "", test: "app/bridge/gate.test.ts" },
  locked("E18 our own scheme, not file:", "await window.loadURL(`${ORIGIN}/index.html`);", 'await window.loadFile("index.html");', "app/desktop/open.ts"),
  locked("E18 the scheme can do no more than it needs", "codeCache: true", "codeCache: true, bypassCSP: true", "app/desktop/scheme.ts"),
  ...(["runAsNode", "enableCookieEncryption", "enableNodeOptionsEnvironmentVariable", "enableNodeCliInspectArguments", "loadBrowserProcessSpecificV8Snapshot", "grantFileProtocolExtraPrivileges"] as const).map((name) => fuse(name, false)),
  fuse("enableEmbeddedAsarIntegrityValidation", true),
  fuse("onlyLoadAppFromAsar", true),
  { item: "E20 nothing of Electron in the page", file: "app/bridge/preload.ts", from: "const bridge = {\n", to: "const bridge = {\n  ipcRenderer,\n", test: "app/bridge/preload.test.ts" },
  { item: "E20 no event reaches the page", file: "app/bridge/preload.ts", from: "      listener(value);\n    };", to: "      (listener as (...all: unknown[]) => void)(_event, value);\n    };", test: "app/bridge/preload.test.ts" },
]; // prettier-ignore

const HOSTS: readonly Protection[] = [
  locked("every request but our own is cancelled", "cancel: !mayLoad(url, packaged)", "cancel: false"),
  locked("an origin that only begins like ours", "[`${ORIGIN}/`, `blob:${ORIGIN}/`,", "[ORIGIN, `blob:${ORIGIN}/`,"),
  locked("downloads", "    event.preventDefault();\n  });\n}", "    void event;\n  });\n}"),
  locked("no dictionaries from the network", "session.setSpellCheckerEnabled(false);", ""),
  locked("no calls between browsers", 'setWebRTCIPHandlingPolicy("disable_non_proxied_udp")', 'setWebRTCIPHandlingPolicy("default")'),
  locked("no names are looked up", 'appendSwitch("host-resolver-rules", "MAP * ~NOTFOUND")', 'appendSwitch("lang", "en")', "app/main.ts"),
  locked("the session is locked before there is a page", "  lockSession(session.defaultSession, app.isPackaged);\n", "", "app/desktop/start.ts"),
  { item: "developer tools are not in the package", file: "app/desktop/window.ts", from: "devTools: !given.packaged", to: "devTools: true", test: "app/desktop/window.test.ts" },
  { item: "slides have no bridge", file: "app/desktop/slides.ts", from: "{ ...LOCKED, devTools", to: '{ ...LOCKED, preload: "p.cjs", devTools', test: "app/desktop/slides.test.ts" },
  { item: "paths that lead out of the page’s folder", file: "app/files/pages.ts", from: 'inside === "" || inside.startsWith("..") || isAbsolute(inside) ? null : path', to: "inside === undefined ? null : path", test: "app/files/pages.test.ts" },
  { item: "backslashes, drives and NUL in paths", file: "app/files/pages.ts", from: "  if (/[\\0\\\\:]/.test(decoded)) return null;\n", to: "", test: "app/files/pages.test.ts" },
  { item: "only the one host of the scheme", file: "app/files/pages.ts", from: '  if (!url.startsWith(`${base}/`)) return plain(403, "Not this page.");\n', to: "", test: "app/files/pages.test.ts" },
  { item: "only kinds of file that pages are made of", file: "app/files/pages.ts", from: 'if (type === undefined) return plain(404, "No such page.");', to: "", test: "app/files/pages.test.ts" },
  { item: "arguments of calls", file: "app/bridge/gate.ts", from: "  if (!parsed.success) {", to: "  if (!parsed.success && args === parsed) {", test: "app/bridge/gate.test.ts" },
  { item: "names every object has are no calls", file: "app/bridge/gate.ts", from: "Object.hasOwn(table, name) ? table[name] : undefined", to: "table[name]", test: "app/bridge/gate.test.ts" },
  { item: "files are never named by a path", file: "app/files/handles.ts", from: "    if (path === undefined)\n", to: "    if (path === undefined) return handle;\n    if (path === undefined)\n", test: "app/files/calls.test.ts" },
  { item: "dropped: a relative path", file: "app/desktop/calls.ts", from: "const found = full === path ?", to: "const found = full !== undefined ?", test: "app/desktop/calls.test.ts" },
  { item: "names of exports: signs no system takes", file: "app/files/names.ts", from: '.replace(unsafe, " ")', to: "", test: "app/files/names.test.ts" },
  { item: "names of exports: devices of Windows", file: "app/files/names.ts", from: "reserved.test(plain) ? `_${plain}` : plain", to: "plain", test: "app/files/names.test.ts" },
  { item: "endings are forced", file: "app/files/names.ts", from: "return `${short || \"Untitled\"}${endings[kind]}`;", to: 'return short || "Untitled";', test: "app/files/names.test.ts" },
  { item: "size of a file", file: "app/files/read.ts", from: "  if (found.size > largest) throw tooLarge;\n  const file = await open(path, \"r\");\n  try {\n    const bytes = await file.readFile();\n    if (bytes.byteLength > largest) throw tooLarge;\n", to: "  const file = await open(path, \"r\");\n  try {\n    const bytes = await file.readFile();\n", test: "app/files/read.test.ts" },
  { item: "pipes are not waited for", file: "app/files/read.ts", from: "  if (!found.isFile())", to: "  if (found.isDirectory())", test: "app/files/read.test.ts" },
  { item: "browser edition: loopback only", file: "app/browser/server.ts", from: 'listen(edition.port, "127.0.0.1", done)', to: 'listen(edition.port, "0.0.0.0", done)', test: "app/browser/server.test.ts" },
  { item: "browser edition: Host", file: "app/browser/door.ts", from: '  if (`http://${headers.host ?? ""}` !== origin) return refused(403, "Wrong host.");\n', to: "", test: "app/browser/door.test.ts" },
  { item: "browser edition: Origin", file: "app/browser/door.ts", from: "  if (headers.origin !== origin) return", to: "  if (headers.origin === undefined) return", test: "app/browser/door.test.ts" },
  { item: "browser edition: key", file: "app/browser/door.ts", from: "|| !sameWord(given, token))", to: ")", test: "app/browser/door.test.ts" },
  { item: "browser edition: other sites", file: "app/browser/door.ts", from: 'site !== undefined && site !== "same-origin" && site !== "none"', to: 'site === "never"', test: "app/browser/door.test.ts" },
  { item: "browser edition: plain forms cannot call", file: "app/browser/door.ts", from: "  if (!/^application\\/json($|;)/.test", to: "  if (!/./.test", test: "app/browser/door.test.ts" },
  { item: "browser edition: too much", file: "app/browser/body.ts", from: "    if (size > largest) throw new BodyTooLarge();\n", to: "", test: "app/browser/server.test.ts" },
  { item: "browser edition: one folder", file: "app/browser/folder.ts", from: "    if (dirname(path) !== this.path) throw outside;\n", to: "", test: "app/browser/server.test.ts" },
  { item: "browser edition: links out of the folder", file: "app/browser/folder.ts", from: "    if (found !== null && !found.isFile()) throw outside;\n", to: "", test: "app/browser/server.test.ts" },
  { item: "browser edition: its window looks nothing up", file: "app/browser/chromium.ts", from: '  "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",\n', to: "", test: "app/browser/run.test.ts" },
  { item: "browser edition: sandbox of its window", file: "app/browser/chromium.ts", from: '...(root ? ["--no-sandbox"] : [])', to: '"--no-sandbox"', test: "app/browser/run.test.ts" },
]; // prettier-ignore

const ROOM: readonly Protection[] = [
  { item: "room: Host (rebinding)", file: "app/room/door.ts", from: '  if (headers.host !== own) return turned(421, "host", "This is not the address of the room.");\n', to: "", test: "app/room/door.test.ts" },
  { item: "room: Origin", file: "app/room/door.ts", from: "    if (headers.origin !== `http://${own}`)", to: "    if (headers.origin === undefined)", test: "app/room/door.test.ts" },
  { item: "room: other sites", file: "app/room/door.ts", from: 'if (route !== "GET /" && foreign(headers["sec-fetch-site"]))', to: "if (foreign(undefined))", test: "app/room/door.test.ts" },
  { item: "room: header", file: "app/room/door.ts", from: 'if (headers["x-workshop"] !== "1")', to: 'if (headers["x-workshop"] === "2")', test: "app/room/door.test.ts" },
  { item: "room: size of a body", file: "app/room/body.ts", from: "      if (size > LARGEST_BODY) return tooLarge();\n", to: "", test: "app/room/door.test.ts" },
  { item: "room: slow sockets", file: "app/room/server.ts", from: "      headersTimeout: patience.headers,\n      requestTimeout: patience.request,\n", to: "", test: "app/room/door.test.ts" },
  { item: "room: number of sockets", file: "app/room/server.ts", from: "  server.maxConnections = MOST_SOCKETS;\n", to: "", test: "app/room/door.test.ts" },
  { item: "room: policy of its page", file: "app/room/door.ts", from: "default-src 'none'; script-src 'self';", to: "default-src 'self'; script-src 'self' 'unsafe-inline';", test: "app/room/door.test.ts" },
  { item: "room: wrong codes from one address", file: "app/room/limits.ts", from: "WRONG_PER_ADDRESS = 5", to: "WRONG_PER_ADDRESS = 5_000", test: "app/room/people.test.ts" },
  { item: "room: wrong codes in all", file: "app/room/limits.ts", from: "WRONG_IN_ALL = 60", to: "WRONG_IN_ALL = 60_000", test: "app/room/limits.test.ts" },
  { item: "room: signs that steer, in names and texts", file: "app/model/session/guards.ts", from: "    .replace(/(?!\\n)[\\p{Cc}\\p{Zl}\\p{Zp}]|[\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff]/gu, \"\")\n", to: "", test: "app/room/people.test.ts" },
  { item: "room: its process reads its own folder only", file: "app/browser/room.ts", from: "execArgv: rights(folder, process.allowedNodeEnvironmentFlags)", to: "execArgv: []", test: "app/browser/room.test.ts" },
  { item: "room: on this computer’s addresses only", file: "app/keeper/keeper.ts", from: "    if (!addressesOf(this.#means.interfaces()).some((known) => known.address === address))", to: "    if (address === \"\")", test: "app/keeper/keeper.test.ts" },
  { item: "room: reminders are few", file: "app/room/limits.ts", from: "NUDGE_AGAIN = 30_000", to: "NUDGE_AGAIN = 0", test: "app/room/people.test.ts" },
  { item: "room: nobody is reminded without end", file: "app/room/people.ts", from: "NUDGES_PER_ROUND = 3", to: "NUDGES_PER_ROUND = 3_000", test: "app/room/people.test.ts" },
  { item: "room: what a vote is about is asked, not told", file: "app/room/answers.ts", from: "comments: read.value, about } };", to: "comments: read.value, about: (body.about as typeof about) ?? about } };", test: "app/room/answers.test.ts" },
  { item: "room: a vote under way tells nobody how it stands", file: "app/model/session/view.ts", from: ".filter(([id]) => !sealed.has(id))", to: "", test: "app/model/session/state.test.ts" },
]; // prettier-ignore

const CASES: readonly Protection[] = [
  { item: "case: size", file: "app/model/case/door.ts", from: "  if (text.length > MOST_CHARACTERS) throw", to: "  if (text.length < 0) throw", test: "app/model/case/refusals.test.ts" },
  { item: "case: depth", file: "app/model/case/json.ts", from: "depth >= MOST_LEVELS", to: "depth >= 1e6", test: "app/model/case/json.test.ts" },
  { item: "case: names that reach into the language", file: "app/model/case/json.ts", from: '        if (UNSAFE.has(key)) fail((place) => ({ kind: "unsafe-key", key, ...place }), start);\n', to: "", test: "app/model/case/json.test.ts" },
  { item: "case: a name twice", file: "app/model/case/json.ts", from: '        if (Object.hasOwn(entries, key)) fail((place) => ({ kind: "key-twice", key, ...place }), start);\n', to: "", test: "app/model/case/json.test.ts" },
  { item: "case: numbers too large to hold", file: "app/model/case/json.ts", from: '    if (!Number.isFinite(read)) expected("a number below 1.8e308");\n', to: "", test: "app/model/case/json.test.ts" },
  { item: "networks: entities of XML are not taken", file: "app/model/interchange/xml.ts", from: 'text.startsWith("<!ENTITY", at) || ', to: "", test: "app/model/interchange/refusals.test.ts" },
  { item: "bundle: every file agrees with its sum", file: "renderer/export/bundle/read.ts", from: "    if ((await sha256(bytes)) !== sum)", to: "    if ((await sha256(bytes)) === \"\")", test: "renderer/export/bundle/bundle.test.ts" },
  { item: "nothing is put together as HTML", file: "renderer/main.tsx", from: "async function start(): Promise<void> {\n", to: "async function start(): Promise<void> {\ndocument.body.innerHTML = \"\";\n", test: "architecture.test.ts" },
  { item: "CSV: cells like formulas", file: "renderer/export/csv.ts", from: "FORMULA.test(value) ? `'${value}` : value", to: "value", test: "renderer/export/csv.test.ts" },
  { item: "markup in exports", file: "renderer/export/xml.ts", from: 'replace(/[&<>"\']/g, (sign) => ENTITIES[sign] ?? "")', to: 'replace(/[&]/g, (sign) => ENTITIES[sign] ?? "")', test: "renderer/export/pptx/deck.test.ts" },
  { item: "signs that XML cannot hold", file: "renderer/export/xml.ts", from: 'text.toWellFormed().replace(ILLEGAL, "")', to: "text", test: "renderer/export/pptx/deck.test.ts" },
]; // prettier-ignore

const LOSS: readonly Protection[] = [
  { item: "save: a file of its own first, then its name", file: "app/files/save.ts", from: "    await renameWhenFree(temporary, target, on);\n", to: "    await disk.writeFile(target, bytes);\n", test: "app/files/save.test.ts" },
  { item: "save: flushed", file: "app/files/save.ts", from: "    await file.sync();\n", to: "", test: "app/files/save.test.ts" },
  { item: "save: the folder flushed", file: "app/files/save.ts", from: "  await flushFolder(dirname(target), on);\n", to: "", test: "app/files/save.test.ts" },
  { item: "save: a file held for a moment", file: "app/files/save.ts", from: "wait === null || !held.has(codeOf(error))", to: "wait === null || codeOf(error) !== \"\"", test: "app/files/save.test.ts" },
  { item: "save: the previous version", file: "app/files/save.ts", from: "    if (backup && mode !== null) await keepPrevious(target, word, on).catch(() => undefined);\n", to: "", test: "app/files/save.test.ts" },
  { item: "save: changed on disk", file: "app/files/calls.ts", from: "if (!force && (await stampNow(path)) !== stamp)", to: "if (!force && stamp === \"\")", test: "app/files/calls.test.ts" },
  { item: "save: two at once", file: "app/files/calls.ts", from: "return turns.take(path, () =>\n        attempt(verb, path, async () => {\n          await allow(path);\n          return work(path);\n        }),\n      );", to: "return attempt(verb, path, async () => {\n          await allow(path);\n          return work(path);\n        });", test: "app/files/calls.test.ts" },
  { item: "draft: damaged ones are told", file: "app/files/drafts.ts", from: "end < 0 || content.slice(0, end) !== header(body)", to: "end < 0", test: "app/files/kept.test.ts" },
  { item: "damaged files are set aside, not written over", file: "app/files/kept.ts", from: "    await setAside(path);\n    return null;", to: "    return null;", test: "app/files/kept.test.ts" },
  { item: "journal: flushed before it is confirmed", file: "app/files/journal.ts", from: "        await file.writeFile(bytes);\n        await file.sync();\n", to: "        await file.writeFile(bytes);\n", test: "app/files/journal.test.ts" },
  { item: "journal: changed lines are seen", file: "app/files/journal.ts", from: "end < 0 || given !== chained(hash, json)", to: "end < 0", test: "app/files/journal.test.ts" },
  { item: "journal: one writer", file: "app/files/journal.ts", from: "(await file.stat()).size !== this.#length", to: "(await file.stat()).size < 0", test: "app/files/journal.test.ts" },
  { item: "closing asks where something is unsaved", file: "app/desktop/closing.ts", from: "edited && alive && !settled", to: "edited && alive && settled", test: "app/desktop/closing.test.ts" },
  { item: "closing does not wait for a dead page", file: "app/desktop/closing.ts", from: "edited && alive && !settled", to: "edited && !settled", test: "app/desktop/closing.test.ts" },
  { item: "a page that ended is opened again", file: "app/desktop/crash.ts", from: '  if (next === "reopen") reopen();\n', to: "", test: "app/desktop/crash.test.ts" },
  { item: "a page that ends again and again is asked about", file: "app/desktop/crash.ts", from: 'length + 1 >= MOST ? "ask" : "reopen"', to: 'length + 1 >= 1e9 ? "ask" : "reopen"', test: "app/desktop/crash.test.ts" },
  { item: "a page that does not answer is asked about", file: "app/desktop/crash.ts", from: "      if (choice === \"reopen\") window.webContents.forcefullyCrashRenderer();\n", to: "", test: "app/desktop/crash.test.ts" },
  { item: "graphics: a start that never painted", file: "app/desktop/graphics.ts", from: "(known || failed));", to: "known);", test: "app/desktop/graphics.test.ts" },
  { item: "a window lies on a display", file: "app/desktop/bounds.ts", from: "x: clamp(x, area.x, Math.max(area.x, area.x + area.width - width)),", to: "x,", test: "app/desktop/window.test.ts" },
  { item: "a window is shown, painted or not", file: "app/desktop/window.ts", from: "const late = setTimeout(show, patience);", to: "const late = setTimeout(() => undefined, patience);", test: "app/desktop/window.test.ts" },
  { item: "one program at a time", file: "app/main.ts", from: "if (app.requestSingleInstanceLock()) {", to: "if (app.isReady() || true) {", test: "app/desktop/lockdown.test.ts" },
  { item: "a workshop’s journal goes only when the file has all of it", file: "renderer/state/journals.ts", from: "known && mergeSessions(session, known).events.length === session.events.length", to: "known", test: "renderer/state/journals.test.ts" },
]; // prettier-ignore

export const PROTECTIONS = [...ELECTRON, ...HOSTS, ...ROOM, ...CASES, ...LOSS];
