/** What reaches the other side, for as long as it stands. */
export interface Line<Request> {
  readonly post: (request: Request) => void;
  readonly close: () => void;
}

/** A worker as a line. @param fell it has an error that nobody caught, or said what cannot be read: nothing more is to be expected of it */
export function workerLine<Request, Reply>(
  worker: Worker,
  receive: (reply: Reply) => void,
  fell: () => void,
): Line<Request> {
  worker.onmessage = ({ data }: MessageEvent<Reply>) => receive(data);
  worker.onerror = fell;
  worker.onmessageerror = fell;
  return { post: (request) => worker.postMessage(request), close: () => worker.terminate() };
}

/** Seconds without a sign after which the other side is given up: usually, after something was cancelled, and before its first sign. */
const PATIENCE = { usual: 30, cancelled: 3, first: 120 };

const HOW = {
  fell: "stopped with an error",
  silent: "did not move for half a minute",
  cancelled: "could not be stopped otherwise",
} as const;
export type Loss = keyof typeof HOW;

/** What is said where work was lost. */
export const lossSentence = (loss: Loss): string =>
  `The model ${HOW[loss]} and was started anew; change something, or come back here, to try again.`;

/**
 * Watches whether the other side still moves. Seconds are counted one by one: while the computer sleeps, none pass.
 * @param isWaiting something is expected of it
 * @param ask has it give a sign
 */
export function createWatch(isWaiting: () => boolean, ask: () => void, lost: (loss: Loss) => void) {
  let beats: ReturnType<typeof setInterval> | undefined;
  let silent = 0;
  let isStopping = false;
  let isNew = true;
  const rest = (): void => {
    clearInterval(beats);
    beats = undefined;
    silent = 0;
  };
  const beat = (): void => {
    if (!isWaiting() && !isStopping) return rest();
    silent += 1;
    const patience = isNew ? PATIENCE.first : isStopping ? PATIENCE.cancelled : PATIENCE.usual;
    if (silent > patience) lost(isStopping ? "cancelled" : "silent");
    else ask();
  };
  const begin = (): void => void (beats ??= setInterval(beat, 1000));
  return {
    begin,
    /** A sign came. */
    heard(): void {
      silent = 0;
      isNew = isStopping = false;
    },
    /** What is worked on is no longer wanted: it must make room soon. */
    stopping(): void {
      isStopping = true;
      begin();
    },
    /** Another stands in its place. */
    anew(): void {
      rest();
      isStopping = false;
      isNew = true;
    },
  };
}

/** The other side is this one: where it does not move, nobody could tell. */
export const unwatched: typeof createWatch = () => {
  const nothing = (): void => undefined;
  return { begin: nothing, heard: nothing, stopping: nothing, anew: nothing };
};
