import { join } from "node:path";
import type { UtilityProcess } from "electron";
import type { FromRoom } from "../bridge/contract.ts";
import type { RoomProcess } from "../keeper/keeper.ts";

/** The part of Electron that starts one. */
export type Fork = (path: string, args: string[], options: object) => UtilityProcess;

/** Starts the room as a utility process: apart from windows and files, with nothing of our environment. */
export function startRoomProcess(fork: Fork, folder: string): RoomProcess {
  const child = fork(join(folder, "room.mjs"), [], {
    serviceName: "Entente room",
    env: {},
    stdio: "ignore",
  });
  let alive = true;
  child.once("exit", () => {
    alive = false;
  });
  return {
    send: (message) => {
      if (alive) child.postMessage(message);
    },
    listen: (heard, ended) => {
      child.on("message", (message: unknown) => heard(message as FromRoom));
      child.once("exit", ended);
    },
    kill: () => void child.kill(),
  };
}
