import { createTicks } from "../ticks.ts";
import { createNetworkEngine } from "./compute.ts";
import type { NetworkRequest } from "./protocol.ts";

const scope = self as unknown as {
  postMessage(message: unknown): void;
  onmessage: ((event: MessageEvent<NetworkRequest>) => void) | null;
};
const engine = createNetworkEngine((message) => scope.postMessage(message), createTicks());
scope.onmessage = ({ data }) => engine(data);
