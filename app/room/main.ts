import type { FromRoom, ToRoom } from "./contract.ts";
import { startRoom } from "./start.ts";

// The room's own process. Its only ways out are the messages to its host and the server it opens when it is told to.

/** Electron gives a utility process this in place of Node's own channel. */
interface ParentPort {
  on(event: "message", listener: (event: { readonly data: unknown }) => void): void;
  postMessage(message: unknown): void;
}
const { parentPort } = process as { parentPort?: ParentPort };

const tell = (message: FromRoom): void => {
  if (parentPort !== undefined) parentPort.postMessage(message);
  // A host that has just ended hears nothing more; this process ends with it.
  else if (process.connected) process.send?.(message, undefined, undefined, () => undefined);
};
const hear = startRoom(tell, () => process.exit(0));

if (parentPort !== undefined) parentPort.on("message", ({ data }) => hear(data as ToRoom));
else {
  process.on("message", (message) => hear(message as ToRoom));
  // Without its host nothing could be kept.
  process.on("disconnect", () => process.exit(0));
}
