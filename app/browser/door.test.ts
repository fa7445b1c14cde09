import { describe, expect, test } from "vitest";
import { type Knock, judge } from "./door.ts";

const origin = "http://127.0.0.1:4321";
const token = "k".repeat(32);
const page: Knock = { method: "GET", url: "/index.html", headers: { host: "127.0.0.1:4321" } };
const call: Knock = {
  method: "POST",
  url: "/bridge/app:info",
  headers: {
    host: "127.0.0.1:4321",
    origin,
    "x-entente-token": token,
    "content-type": "application/json",
  },
};
const verdict = (knock: Knock) => {
  const given = judge(knock, origin, token);
  return given.kind === "refused" ? given.status : given.kind;
};
const withHeaders = (knock: Knock, headers: Knock["headers"]): Knock => ({
  ...knock,
  headers: { ...knock.headers, ...headers },
});

test("the page and its calls are let in", () => {
  expect([verdict(page), verdict(call)]).toEqual(["page", "call"]);
  expect(judge(call, origin, token)).toEqual({ kind: "call", name: "app:info" });
  expect(verdict(withHeaders(page, { "sec-fetch-site": "none" }))).toBe("page");
  expect(verdict(withHeaders(call, { "content-type": "application/json; charset=utf-8" }))).toBe("call");
});

describe.each([
  ["page", page],
  ["call", call],
])("a %s", (_kind, knock) => {
  test.each([
    [{ host: "localhost:4321" }],
    [{ host: "127.0.0.1" }],
    [{ host: "127.0.0.1:4322" }],
    [{ host: "127.0.0.1:43210" }],
    [{ host: "evil.example:4321" }],
    [{ host: "127.0.0.1:4321.evil.example" }],
    [{ host: "127.1:4321" }],
    [{ host: "[::1]:4321" }],
    [{ host: "" }],
    [{ "sec-fetch-site": "cross-site" }],
    [{ "sec-fetch-site": "same-site" }],
  ])("with %j is turned away", (headers) => {
    expect(verdict(withHeaders(knock, headers))).toBe(403);
  });
});

/** What a browser sends of a window that a page of another site, or a file, leads here. */
const led = { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document" };

test("a window is led to the page from a file", () => {
  expect(verdict(withHeaders({ ...page, url: "/" }, led))).toBe("page");
});

test.each<[string, Partial<Knock>, Knock["headers"]]>([
  ["the page in a frame", { url: "/" }, { "sec-fetch-dest": "iframe" }],
  ["the page as data", { url: "/" }, { "sec-fetch-mode": "no-cors", "sec-fetch-dest": "empty" }],
  ["the page as a script", { url: "/" }, { "sec-fetch-mode": "no-cors", "sec-fetch-dest": "script" }],
  ["another page", { url: "/gallery/index.html" }, {}],
  ["the page with a question", { url: "/?slides=1" }, {}],
  ["a form sent to a call", { ...call }, {}],
])("other sites get no more than that: %s", (_what, knock, headers) => {
  expect(verdict(withHeaders({ ...page, ...knock }, { ...knock.headers, ...page.headers, ...led, ...headers }))).toBe(403); // prettier-ignore
});

describe("a call", () => {
  test.each<[Knock["headers"], number]>([
    [{ origin: "http://localhost:4321" }, 403],
    [{ origin: "https://127.0.0.1:4321" }, 403],
    [{ origin: "http://127.0.0.1:4321/" }, 403],
    [{ origin: "http://127.0.0.1:4321.evil.example" }, 403],
    [{ origin: "null" }, 403],
    [{ "x-entente-token": "" }, 403],
    [{ "x-entente-token": token.slice(1) }, 403],
    [{ "x-entente-token": `${token}k` }, 403],
    [{ "x-entente-token": token.toUpperCase() }, 403],
    // What an HTML form of another page could send.
    [{ "content-type": "text/plain" }, 415],
    [{ "content-type": "application/x-www-form-urlencoded" }, 415],
    [{ "content-type": "application/jsonp" }, 415],
  ])("with %j is turned away with %i", (headers, status) => {
    expect(verdict(withHeaders(call, headers))).toBe(status);
  });

  test.each(["origin", "x-entente-token", "content-type"])("without %s is turned away", (name) => {
    const { [name]: _left, ...headers } = call.headers;
    expect([403, 415]).toContain(verdict({ ...call, headers }));
  });

  test.each([
    "/bridge/",
    "/bridge/../index.html",
    "/bridge/app:info?x",
    "/bridge/%61pp:info",
    "/bridge/app:info/",
  ])("at %s is none", (url) => {
    expect(verdict({ ...call, url })).toBe(404);
  });
});

test.each([
  ["GET", "/bridge/app:info", 405],
  ["POST", "/index.html", 405],
  ["HEAD", "/", 405],
  ["OPTIONS", "/bridge/app:info", 405],
  ["PUT", "/", 405],
  ["CONNECT", "127.0.0.1:1", 400],
  ["GET", "http://evil.example/", 400],
  ["GET", "//evil.example/", 400],
  ["OPTIONS", "*", 400],
])("%s %s is turned away with %i", (method, url, status) => {
  expect(verdict({ ...call, method, url })).toBe(status);
});
