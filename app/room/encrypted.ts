import type { Server } from "node:https";
import type { Socket } from "node:net";
import { elsewhere } from "./door.ts";

/** Every conversation in TLS begins with a record of this kind: a handshake (RFC 8446, 5.1). */
const HANDSHAKE = 22;

/**
 * Looks at the first byte of a connection before TLS does: whoever speaks anything else, plain HTTP above all, is told
 * where the room is and nothing more. Who says nothing, or does not go once told, is cut off.
 * @param own address and port, known once it listens
 * @param reached told of every address that speaks: its person may be looking at a warning, long before a request
 * @param patience milliseconds for the first byte
 */
export function encryptedOnly<S extends Server>(
  server: S,
  own: () => string,
  reached: (address: string) => void,
  patience: number,
): S {
  // Node's own, which hands a connection to TLS.
  const encrypt = server.listeners("connection");
  server.removeAllListeners("connection");
  server.on("connection", (socket: Socket) => {
    const late = setTimeout(() => socket.destroy(), patience);
    const gone = () => clearTimeout(late);
    const failed = () => socket.destroy();
    socket.on("close", gone).on("error", failed);
    socket.once("data", (first) => {
      reached(socket.remoteAddress ?? "");
      if (first[0] === HANDSHAKE) {
        clearTimeout(late);
        socket.off("close", gone).off("error", failed);
        socket.pause();
        socket.unshift(first);
        for (const listener of encrypt) listener.call(server, socket);
      } else {
        socket.end(elsewhere(own()));
        // What it still sends is not kept; the rest of its time is for hearing the answer.
        socket.resume();
      }
    });
  });
  return server;
}
