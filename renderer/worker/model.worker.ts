import { createEngine } from "./compute.ts";
import type { Request } from "./protocol.ts";

const scope = self as unknown as {
  postMessage(message: unknown): void;
  onmessage: ((event: MessageEvent<Request>) => void) | null;
};
// A message to oneself comes after those already waiting: a slider move overtakes the next portion of an analysis.
const ticks = new MessageChannel();
const waiting: (() => void)[] = [];
ticks.port1.onmessage = () => waiting.shift()?.();

const engine = createEngine((message) => scope.postMessage(message), {
  later(next) {
    waiting.push(next);
    ticks.port2.postMessage(null);
  },
  now: () => performance.now(),
});
scope.onmessage = ({ data }) => engine(data);
