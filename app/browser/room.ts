import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import type { FromRoom } from "../bridge/contract.ts";
import type { RoomProcess } from "../keeper/keeper.ts";

/**
 * What Node calls a process that may read its own program and nothing else: no other file, no program, no thread.
 * @param known the switches this Node has
 */
export function rights(folder: string, known: ReadonlySet<string>): string[] {
  const confine = ["--permission", "--experimental-permission"].find((name) => known.has(name));
  if (confine === undefined) return [];
  return [
    confine,
    `--allow-fs-read=${join(folder, "*")}`,
    // The one thing it is for, where Node asks.
    ...(known.has("--allow-net") ? ["--allow-net"] : []),
    "--no-warnings",
  ];
}

/** Starts the room as a child of the browser edition, with no more rights than it needs and nothing of our environment. */
export function startRoomProcess(folder: string): RoomProcess {
  const child: ChildProcess = fork(join(folder, "room.mjs"), [], {
    cwd: folder,
    env: {},
    execArgv: rights(folder, process.allowedNodeEnvironmentFlags),
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  return {
    send: (message) => {
      // One that has just ended is told nothing more; whoever listens hears of its end.
      if (child.connected) child.send(message, () => undefined);
    },
    listen: (heard, ended) => {
      child.on("message", (message) => heard(message as FromRoom));
      child.once("error", ended);
      child.once("exit", ended);
    },
    kill: () => void child.kill("SIGKILL"),
  };
}
