/** Runs work after the messages that wait already: a message to oneself comes last, so newer requests overtake it. */
export function createTicks(): (next: () => void) => void {
  const ticks = new MessageChannel();
  const waiting: (() => void)[] = [];
  ticks.port1.onmessage = () => waiting.shift()?.();
  return (next) => {
    waiting.push(next);
    ticks.port2.postMessage(null);
  };
}
