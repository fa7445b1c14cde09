import { type ChildProcess, fork } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

/** One end of this computer's in a conversation, or a socket that waits for one. */
export interface Socket {
  readonly kind: "tcp" | "udp";
  readonly local: string;
  /** null: it waits for whoever comes. */
  readonly remote: string | null;
  readonly pid: number;
}

/** Where the system tells of its sockets: Linux. */
export const canWatchSockets = existsSync("/proc/net/tcp");

/** True for an address of this computer's own that no cable leads to. */
export const isLoopback = (address: string) => /^127\.|^\[(0000:){7}0001\]/.test(address);

type Said = { readonly spoken: Socket } | { readonly now: Socket[]; readonly looks: number };

/** Watches what this process starts until it is told to stop. */
export class SocketRecorder {
  /** Looks taken until the last one that was asked for. */
  looks = 0;
  /** Everybody they have been connected to so far. */
  readonly spokenTo: Socket[] = [];
  readonly #watch: ChildProcess = fork(join(import.meta.dirname, "watch.mjs"), [String(process.pid)], { execArgv: [] }); // prettier-ignore
  #waiting: ((now: Socket[]) => void) | null = null;

  constructor() {
    this.#watch.on("message", (said: Said) => {
      if ("spoken" in said) this.spokenTo.push(said.spoken);
      else {
        this.looks = said.looks;
        this.#waiting?.(said.now);
      }
    });
  }

  /** Where these processes wait for others now. */
  async listening(): Promise<string[]> {
    const now = await new Promise<Socket[]>((done) => {
      this.#waiting = done;
      this.#watch.send("look");
    });
    const found = now.filter(({ remote }) => remote === null);
    return [...new Set(found.map(({ kind, local }) => `${kind} ${local}`))].sort();
  }

  stop(): void {
    this.#watch.kill();
  }
}
