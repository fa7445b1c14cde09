const { EventEmitter } = require("node:events");
const { strict } = require("./shared.cjs");
const { inward } = require("./scheme.cjs");

const handlers = new Map();

const ipcMain = strict(
  "ipcMain",
  Object.assign(new EventEmitter(), {
    handle(channel, handler) {
      if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
      handlers.set(channel, handler);
    },
    removeHandler(channel) {
      handlers.delete(channel);
    },
  }),
);

const originOf = (url) => /^[a-z]+:\/\/[^/]*/.exec(url)?.[0] ?? "null";

/** A frame as the program sees it. */
function frameOf(frame) {
  const url = inward(frame.url());
  const parent = frame.parentFrame();
  return strict("frame", { url, origin: originOf(url), parent: parent === null ? null : frameOf(parent) });
}

/** Answers `ipcRenderer.invoke` from a frame. */
async function invoke(contents, frame, channel, args) {
  const event = strict("event", { sender: contents, senderFrame: frameOf(frame), processId: 1, frameId: 1 });
  const handler = handlers.get(channel);
  if (!handler)
    throw new Error(
      `Error invoking remote method '${channel}': Error: No handler registered for '${channel}'`,
    );
  try {
    return structuredClone(await handler(event, ...args));
  } catch (error) {
    throw new Error(`Error invoking remote method '${channel}': ${error}`);
  }
}

module.exports = { ipcMain, invoke };
