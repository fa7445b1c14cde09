/**
 * Runs in the page, before its own scripts: the sandboxed preload with the one module it may require. Its text is
 * sent to Chromium, so it uses nothing from outside itself.
 */
function preload(source) {
  if (globalThis.__standInReceive) return;
  const invoke = globalThis.__standInInvoke;
  delete globalThis.__standInInvoke;
  // Electron runs the preload in the main frame only.
  if (globalThis.top !== globalThis) return;

  const listeners = new Map();
  const of = (channel) => listeners.get(channel) ?? [];
  const ipcRenderer = {
    invoke: (channel, ...args) =>
      invoke(channel, structuredClone(args)).catch((error) => {
        throw new Error(error.message);
      }),
    on: (channel, listener) => {
      listeners.set(channel, [...of(channel), listener]);
      return ipcRenderer;
    },
    removeListener: (channel, listener) => {
      listeners.set(
        channel,
        of(channel).filter((other) => other !== listener),
      );
      return ipcRenderer;
    },
  };
  Object.defineProperty(globalThis, "__standInReceive", {
    value: (channel, args) => {
      for (const listener of of(channel)) listener({}, ...args);
    },
  });

  /** Values cross to the page as frozen copies, functions as wrappers, as over the context bridge. */
  const bridged = (value) => {
    if (typeof value === "function")
      return (...args) => {
        const result = value(...args.map(bridged));
        return result instanceof Promise ? result.then(bridged) : bridged(result);
      };
    if (Array.isArray(value)) return value.map(bridged);
    if (value === null || typeof value !== "object" || value instanceof File) return value;
    if (Object.getPrototypeOf(value) !== Object.prototype) return structuredClone(value);
    return Object.freeze(Object.fromEntries(Object.entries(value).map(([key, one]) => [key, bridged(one)])));
  };
  const contextBridge = {
    exposeInMainWorld: (key, api) => {
      if (key in globalThis)
        throw new Error("Cannot bind an API on top of an existing property on the window object");
      Object.defineProperty(globalThis, key, { value: bridged(api), enumerable: true });
    },
  };
  // Chromium tells a page no paths; Electron's webUtils would.
  const webUtils = { getPathForFile: () => "" };
  const require = (name) => {
    if (name === "electron") return { contextBridge, ipcRenderer, webUtils };
    throw new Error(`module not found: ${name}`);
  };
  new Function("require", "module", "exports", "process", source)(require, { exports: {} }, {}, {});
}

module.exports = { preload };
