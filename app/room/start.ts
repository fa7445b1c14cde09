import { randomInt } from "node:crypto";
import type { Server } from "node:http";
import { newCertificate } from "./certificate.ts";
import type { FromRoom, ToRoom } from "./contract.ts";
import { type Open, Room } from "./room.ts";
import { serveRoom } from "./server.ts";

const LOWEST_PORT = 20_000;
const HIGHEST_PORT = 59_999;
const HEARTBEAT = 15_000;
const LOOK_ROUND = 5_000;
/** Phones are given this long to hear that it is over. */
const FAREWELL = 300;

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";

/** Listens on the chosen address and no other. @throws the system's error */
async function listen(server: Server, address: string, wanted: number): Promise<number> {
  for (let tries = 20; ; tries -= 1) {
    const port = wanted === 0 ? randomInt(LOWEST_PORT, HIGHEST_PORT + 1) : wanted;
    try {
      await new Promise<void>((done, fail) => {
        server.once("error", fail);
        server.listen({ host: address, port, exclusive: true }, () => {
          server.off("error", fail);
          done();
        });
      });
      return port;
    } catch (error) {
      if (wanted !== 0 || tries === 0 || codeOf(error) !== "EADDRINUSE") throw error;
    }
  }
}

/**
 * The room's process: hears the host, opens one room when told to, and ends with it.
 * @param tell speaks to the host
 * @param end ends this process
 * @returns what to do with each message from the host
 */
export function startRoom(
  tell: (message: FromRoom) => void,
  end: () => void,
  now: () => number = Date.now,
  steady: () => number = () => performance.now(),
): (message: ToRoom) => void {
  let room: Room | null = null;
  let server: Server | null = null;
  const timers: ReturnType<typeof setInterval>[] = [];

  const open = async (asked: Open) => {
    const opened = new Room(asked, tell, now, steady);
    let own = "";
    let reached = false;
    const certificate = asked.encrypted ? newCertificate(asked.address, now()) : null;
    const served = serveRoom({
      room: opened,
      assets: asked.assets,
      own: () => own,
      reached: (from) => {
        // The laptop reaches itself through any firewall.
        if (reached || from === asked.address) return;
        reached = true;
        tell({ from: "reached" });
      },
      certificate,
    });
    room = opened;
    server = served;
    try {
      const port = await listen(served, asked.address, asked.port);
      own = `${asked.address}:${String(port)}`;
      timers.push(
        setInterval(() => opened.beat(), HEARTBEAT),
        setInterval(() => opened.quiet(), LOOK_ROUND),
      );
      served.on("error", (error) => tell({ from: "failed", code: codeOf(error), message: error.message }));
      tell({ from: "listening", port, fingerprint: certificate?.fingerprint ?? null });
    } catch (error) {
      tell({
        from: "failed",
        code: codeOf(error),
        message: error instanceof Error ? error.message : String(error),
      });
      // The host ends this process: it would be gone before its message otherwise.
    }
  };

  const close = () => {
    timers.forEach(clearInterval);
    room?.dismissAll();
    server?.close();
    setTimeout(() => {
      server?.closeAllConnections();
      tell({ from: "closed" });
      end();
    }, FAREWELL);
  };

  return (message) => {
    if (message.to === "open") {
      if (room === null) void open(message);
    } else if (message.to === "close") close();
    else room?.hear(message);
  };
}
