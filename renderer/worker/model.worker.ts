import { createEngine } from "./compute.ts";
import type { Request } from "./protocol.ts";
import { createTicks } from "./ticks.ts";

const scope = self as unknown as {
  postMessage(message: unknown): void;
  onmessage: ((event: MessageEvent<Request>) => void) | null;
};
const engine = createEngine((message) => scope.postMessage(message), {
  later: createTicks(),
  now: () => performance.now(),
});
scope.onmessage = ({ data }) => engine(data);
