const { beforeReady, afterReady, strict } = require("./shared.cjs");

const handlers = new Map();
const privileged = new Set();

const protocol = strict("protocol", {
  registerSchemesAsPrivileged(list) {
    beforeReady("protocol.registerSchemesAsPrivileged()");
    for (const { scheme } of list) privileged.add(scheme);
  },
  handle(scheme, handler) {
    afterReady("protocol.handle()");
    if (handlers.has(scheme)) throw new Error(`The scheme '${scheme}' is already handled`);
    handlers.set(scheme, handler);
  },
});

/** The address under which Chromium, which knows no scheme of ours, is shown a page of ours. */
const outward = (url) =>
  url.replace(/^([a-z]+):\/\/([^/]*)/, (all, scheme, host) =>
    privileged.has(scheme) ? `http://${host}.${scheme}.localhost` : all,
  );
/** The address the program knows it by; also inside `blob:`. */
const inward = (url) =>
  url.replace(/^(blob:)?http:\/\/([^/]*)\.([a-z]+)\.localhost/, (all, blob = "", host, scheme) =>
    privileged.has(scheme) ? `${blob}${scheme}://${host}` : all,
  );

/** Answers a request under one of our schemes with the program's own handler; null for other addresses. */
async function answer(url, request) {
  const handler = handlers.get(new URL(url).protocol.slice(0, -1));
  if (!handler) return null;
  const response = await handler(
    new Proxy(
      { url, method: request.method(), headers: new Headers(request.headers()) },
      {
        get(target, key) {
          if (key in target) return target[key];
          throw new Error(`The stand-in's request has no ${String(key)}`);
        },
      },
    ),
  );
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  };
}

module.exports = { protocol, outward, inward, answer };
