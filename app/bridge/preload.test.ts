import { join } from "node:path";
import { build } from "vite";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { Bridge } from "./contract.ts";

/** Builds the preload as vite.config.ts does, and runs it beside a double of what Electron gives it. */
let code = "";
beforeAll(async () => {
  const built = await build({
    configFile: false,
    logLevel: "silent",
    build: {
      write: false,
      minify: false,
      rolldownOptions: {
        input: join(import.meta.dirname, "preload.ts"),
        external: ["electron"],
        output: { format: "cjs" },
      },
    },
  });
  const [result] = [built].flat();
  if (result === undefined || !("output" in result)) throw new Error("The preload was not built.");
  expect(result.output).toHaveLength(1);
  ({ code } = result.output[0]);
});

const heard = new Map<string, ((event: unknown, value: unknown) => void)[]>();
const invoke = vi.fn<(channel: string, ...args: unknown[]) => Promise<unknown>>();
const getPathForFile = vi.fn<(file: unknown) => string>();
const exposed: Record<string, unknown> = {};
const required: string[] = [];

function send(channel: string, value: unknown) {
  for (const listener of heard.get(channel) ?? []) listener({ sender: "secret" }, value);
}

function run(): Bridge {
  const ipcRenderer = {
    invoke,
    on: (channel: string, listener: () => void) =>
      heard.set(channel, [...(heard.get(channel) ?? []), listener]),
    removeListener: (channel: string, listener: () => void) =>
      heard.set(
        channel,
        (heard.get(channel) ?? []).filter((other) => other !== listener),
      ),
  };
  const contextBridge = {
    exposeInMainWorld: (key: string, value: unknown) => {
      exposed[key] = value;
    },
  };
  const require = (name: string) => {
    required.push(name);
    return { contextBridge, ipcRenderer, webUtils: { getPathForFile } };
  };
  new Function("require", "exports", "module", code)(require, {}, {});
  return exposed.entente as Bridge;
}

beforeEach(() => {
  heard.clear();
  invoke.mockReset();
  required.length = 0;
});

describe("the preload", () => {
  test("exposes three functions under one name and needs only Electron", () => {
    run();
    expect(Object.keys(exposed)).toEqual(["entente"]);
    expect(Object.keys(exposed.entente as object).sort()).toEqual(["call", "dropped", "on"]);
    expect(required).toEqual(["electron"]);
    expect(code.length).toBeLessThan(4_000);
  });

  test("gives a call's value, and its fault as a plain sentence", async () => {
    const bridge = run();
    invoke.mockResolvedValueOnce({ value: "{}" });
    expect(await bridge.call("settings:read")).toBe("{}");
    expect(invoke).toHaveBeenCalledWith("entente:settings:read");
    invoke.mockResolvedValueOnce({ error: { code: "failed", message: "It is full." } });
    await expect(bridge.call("settings:write", "{}")).rejects.toThrow(/^It is full\.$/);
  });

  test("hands the value of a push to the listener, never the event, until it is taken back", () => {
    const listener = vi.fn();
    const off = run().on("menu:run", listener);
    send("entente:menu:run", "undo");
    off();
    send("entente:menu:run", "redo");
    expect(listener.mock.calls).toEqual([["undo"]]);
  });

  test("listens to nothing that is not in the contract", () => {
    const bridge = run();
    expect(() => Reflect.apply(bridge.on, undefined, ["files:read", vi.fn()])).toThrow("never sends");
  });

  test("keeps a case that arrives before the page listens, and gives it once", () => {
    const bridge = run();
    const file = { handle: "a1b2c3d4e5f60718", name: "a.entente", folder: "/" };
    send("entente:file:opened", file);
    const first = vi.fn();
    const second = vi.fn();
    bridge.on("file:opened", first);
    bridge.on("file:opened", second);
    expect([first.mock.calls, second.mock.calls]).toEqual([[[file]], []]);
  });

  test("asks the host for a dropped file's handle only where there is a path", async () => {
    const bridge = run();
    getPathForFile.mockReturnValueOnce("");
    expect(await bridge.dropped?.({})).toBeNull();
    expect(invoke).not.toHaveBeenCalled();
    getPathForFile.mockReturnValueOnce("/a.entente");
    invoke.mockResolvedValueOnce({ value: null });
    expect(await bridge.dropped?.({})).toBeNull();
    expect(invoke).toHaveBeenCalledWith("entente:files:dropped", "/a.entente");
  });
});
