import { mkdtemp } from "node:fs/promises";
import { request } from "node:http";
import { request as requestEncrypted } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FromRoom, RoomEvent, ToRoom } from "../bridge/contract.ts";
import { stage } from "../room/room.test-help.ts";
import { startRoom } from "../room/start.ts";
import { Keeper, type RoomProcess } from "./keeper.ts";

export const HERE = "127.0.0.1";
export const interfaces = () => ({ lo: [{ address: HERE, family: "IPv4", internal: true }] });

/** The room's process inside this one; messages pass as JSON, as between real ones. */
export function inlineProcess() {
  const listeners: { heard: (message: FromRoom) => void; ended: () => void }[] = [];
  let ended = false;
  let hear: (message: ToRoom) => void = () => undefined;
  const end = () => {
    if (ended) return;
    ended = true;
    listeners.forEach((one) => one.ended());
  };
  const copy = <T>(value: T) => JSON.parse(JSON.stringify(value)) as T;
  hear = startRoom((message) => {
    if (!ended) queueMicrotask(() => listeners.forEach(({ heard }) => heard(copy(message))));
  }, end);
  const process: RoomProcess = {
    send: (message) => {
      if (!ended) hear(copy(message));
    },
    listen: (heard, over) => {
      listeners.push({ heard, ended: over });
      if (ended) over();
    },
    kill: () => {
      if (!ended) hear({ to: "close" });
      end();
    },
  };
  return { process, fall: () => process.kill() };
}

export async function newKeeper(folder?: string) {
  const where = folder ?? (await mkdtemp(join(tmpdir(), "entente-keeper-")));
  const events: RoomEvent[] = [];
  const processes: ReturnType<typeof inlineProcess>[] = [];
  const network = { interfaces: interfaces() as ReturnType<typeof interfaces> | Record<string, never> };
  const keeper = new Keeper({
    folder: where,
    start: () => {
      const made = inlineProcess();
      processes.push(made);
      return made.process;
    },
    assets: () => Promise.resolve({ html: "<!doctype html>", js: "", css: "" }),
    interfaces: () => network.interfaces,
    tell: (event) => events.push(event),
  });
  return { keeper, folder: where, events, processes, network };
}

/** Asks the room as its page does; with https as a person who went on past the warning. */
export function phone(own: string, scheme: "http" | "https" = "http") {
  const ask = (
    method: string,
    path: string,
    body?: object,
    token = "",
  ): Promise<{ status: number; json: Record<string, unknown> }> =>
    new Promise((done, fail) => {
      const asked = (scheme === "http" ? request : requestEncrypted)(
        `${scheme}://${own}${path}`,
        {
          method,
          agent: false,
          rejectUnauthorized: false,
          headers: {
            origin: `${scheme}://${own}`,
            "x-workshop": "1",
            "x-workshop-token": token,
            ...(body ? { "content-type": "application/json" } : {}),
          },
        },
        (reply) => {
          let text = "";
          reply.on("data", (part: Buffer) => (text += String(part)));
          reply.on("error", fail);
          reply.on("end", () => {
            done({
              status: reply.statusCode ?? 0,
              json: JSON.parse(text || "{}") as Record<string, unknown>,
            });
          });
        },
      );
      asked.on("error", fail);
      asked.end(body && JSON.stringify(body));
    });
  return {
    join: async (code: string, name = "Dana") =>
      String((await ask("POST", "/join", { code, name })).json.token),
    send: (token: string, body: object) => ask("POST", "/send", body, token),
    view: async (token: string) => await ask("GET", "/s?since=0", undefined, token),
  };
}

export { stage };
export { response, setup } from "../room/room.test-help.ts";
