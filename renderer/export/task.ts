/** A piece of work that takes a while: it can be stopped between its steps, and says how far it is. */
export interface Task {
  /** Lets the page breathe. `share` of the work is done, 0..1. @throws the signal's reason once it is stopped */
  step(share: number): Promise<void>;
}

export function taskOf(signal: AbortSignal, onShare: (share: number) => void): Task {
  return {
    async step(share) {
      onShare(share);
      await new Promise((done) => setTimeout(done));
      signal.throwIfAborted();
    },
  };
}

/** A part of a task as a task of its own: its steps go from `from` to `to` of the whole. */
export const partOf = ({ step }: Task, from: number, to: number): Task => ({
  step: (share) => step(from + share * (to - from)),
});
