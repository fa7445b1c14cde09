// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Bridge } from "../../app/bridge/contract.ts";
import { browserBridge } from "./browser.ts";
import { keepPage } from "./drops.ts";
import { takeKey } from "./key.ts";

const token = "aB-_".repeat(8);
const handle = "a1b2c3d4e5f60718";

beforeEach(() => {
  sessionStorage.clear();
  history.replaceState(null, "", "/index.html?x=1");
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
  Reflect.deleteProperty(window, "entente");
});

describe("the key", () => {
  test("is taken from the address, which is then clean, and found again after a reload", () => {
    location.hash = `#${token}.${handle}`;
    expect(takeKey(location, sessionStorage, history)).toEqual({ token, first: handle });
    expect(location.href).toMatch(/index\.html\?x=1$/);
    expect(takeKey(location, sessionStorage, history)).toEqual({ token, first: null });
  });

  test("of a new start takes the place of the old one", () => {
    location.hash = `#${token}`;
    takeKey(location, sessionStorage, history);
    const next = "n".repeat(32);
    location.hash = `#${next}`;
    expect(takeKey(location, sessionStorage, history).token).toBe(next);
  });

  test.each(["", "#chapter-2", "#short", `#${token}.UPPER-CASE-WORD-`, `#${token}<script>`])(
    "is not read from %j, which is left alone",
    (hash) => {
      location.hash = hash;
      const before = location.href;
      expect(takeKey(location, sessionStorage, history)).toEqual({ token: null, first: null });
      expect(location.href).toBe(before);
    },
  );
});

/** A server that gives these answers, one after another. */
function serving(...answers: unknown[]) {
  const fetched = vi.fn((_url: string, _init: RequestInit) =>
    Promise.resolve(Response.json(answers.shift())),
  );
  vi.stubGlobal("fetch", fetched);
  return fetched;
}

describe("a call", () => {
  test("goes out as agreed and gives its value", async () => {
    const fetched = serving({ value: "{}" }, {});
    const bridge = browserBridge({ token, first: null });
    expect(await bridge.call("settings:read")).toBe("{}");
    expect(fetched).toHaveBeenCalledWith("/bridge/settings:read", {
      method: "POST",
      headers: { "content-type": "application/json", "x-entente-token": token },
      body: "[]",
    });
    expect(await bridge.call("recent:clear")).toBeUndefined();
  });

  test("that is refused rejects with the host's sentence", async () => {
    serving({ error: { code: "failed", message: "The disk is full." } });
    await expect(browserBridge({ token, first: null }).call("recent:list")).rejects.toThrow(
      /^The disk is full\.$/,
    );
  });

  test("without a key says what to do, and is not sent", async () => {
    const fetched = serving();
    await expect(browserBridge({ token: null, first: null }).call("app:info")).rejects.toThrow(
      "open the address",
    );
    expect(fetched).not.toHaveBeenCalled();
  });

  test("without a server says what to do", async () => {
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")));
    await expect(browserBridge({ token, first: null }).call("app:info")).rejects.toThrow("start it again");
  });
});

describe("what the page does by itself", () => {
  const leaving = () => !window.dispatchEvent(new Event("beforeunload", { cancelable: true }));
  const bridge = browserBridge({ token: null, first: null });

  test("the tab is the window: its title, and a question before changes are lost", async () => {
    await bridge.call("window:document", { name: "Syria", folder: "", edited: true });
    expect([document.title, leaving()]).toEqual(["• Syria — Entente", true]);
    await bridge.call("window:document", { name: "Syria", folder: "", edited: false });
    expect([document.title, leaving()]).toEqual(["Syria — Entente", false]);
  });

  test("closing does not ask again", async () => {
    const close = vi.fn();
    vi.stubGlobal("close", close);
    await bridge.call("window:document", { name: "Syria", folder: "", edited: true });
    await bridge.call("window:close");
    expect([close.mock.calls.length, leaving()]).toEqual([1, false]);
  });

  test("the clipboard gets picture and text as one item, and its refusal is a sentence", async () => {
    const write = vi.fn((_items: unknown[]) => Promise.resolve());
    vi.stubGlobal("navigator", { clipboard: { write } });
    vi.stubGlobal(
      "ClipboardItem",
      class {
        readonly parts: Record<string, Blob>;
        constructor(parts: Record<string, Blob>) {
          this.parts = parts;
        }
      },
    );
    expect(await bridge.call("clipboard:write", { png: "AP8=", text: "33%" })).toBeUndefined();
    const [item] = write.mock.calls[0]?.[0] as { parts: Record<string, Blob> }[];
    expect([item?.parts["image/png"]?.size, item?.parts["text/plain"]?.size]).toEqual([2, 3]);
    write.mockRejectedValueOnce(new Error("not focused"));
    expect(await bridge.call("clipboard:write", { png: null, text: "" })).toMatchObject({ failed: "denied" });
  });
});

describe("a case named at the start", () => {
  test("is announced once, to the first who listens", async () => {
    serving({ value: { handle, name: "a.entente", folder: "/f", text: "{}", stamp: "s" } });
    const bridge: Bridge = browserBridge({ token, first: handle });
    const [first, second] = [vi.fn(), vi.fn()];
    bridge.on("menu:run", vi.fn());
    bridge.on("file:opened", first);
    bridge.on("file:opened", second);
    await vi.waitFor(() => {
      expect(first).toHaveBeenCalledWith({ handle, name: "a.entente", folder: "/f" });
    });
    expect(second).not.toHaveBeenCalled();
  });
});

test("the desktop's bridge is used where there is one", async () => {
  const desktop = { call: vi.fn(), on: vi.fn() };
  Object.defineProperty(window, "entente", { value: desktop, configurable: true });
  expect((await import("./host.ts")).host).toBe(desktop);
});

test("without a desktop the browser edition's is", async () => {
  location.hash = `#${token}`;
  const fetched = serving({ value: [] });
  const { host } = await import("./host.ts");
  await host.call("recent:list");
  expect(fetched.mock.calls[0]?.[0]).toBe("/bridge/recent:list");
});

test("a file dropped where nobody takes it does nothing; one that is taken is left to its taker", () => {
  const page = new EventTarget();
  page.addEventListener("dragover", (event) => {
    if (event.type === "dragover" && taken) event.preventDefault();
  });
  let taken = false;
  keepPage(page as Window);
  const over = (): unknown => {
    const event = Object.assign(new Event("dragover", { cancelable: true }), {
      dataTransfer: { dropEffect: "copy" },
    });
    page.dispatchEvent(event);
    return [event.defaultPrevented, event.dataTransfer.dropEffect];
  };
  expect(over()).toEqual([true, "none"]);
  taken = true;
  expect(over()).toEqual([true, "copy"]);
  const drop = new Event("drop", { cancelable: true });
  page.dispatchEvent(drop);
  expect(drop.defaultPrevented).toBe(true);
});
