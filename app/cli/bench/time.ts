export interface Times {
  /** Milliseconds. */
  readonly median: number;
  readonly p95: number;
}

/** Processor time of this program in milliseconds: on a shared machine the turns of others do not count. */
export function cpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Milliseconds on the wall, for what waits for the disk or another program. */
export const wall = (): number => performance.now();

export function timesOf(milliseconds: readonly number[]): Times {
  const sorted = [...milliseconds].sort((a, b) => a - b);
  return {
    median: sorted[Math.floor(sorted.length / 2)] ?? NaN,
    p95: sorted[Math.floor(sorted.length * 0.95)] ?? NaN,
  };
}

/** Milliseconds, at least: work of a microsecond is not yet compiled at its best after a few thousand calls. */
const WARM = 30;

/**
 * After a warm-up.
 * @param work is told how many times it was called before: no two calls need be alike
 * @param batch calls per measurement, where one is too short to be timed
 * @param now the clock
 */
export function time(runs: number, work: (call: number) => void, batch = 1, now = cpu): Times {
  let call = 0;
  const warm = now() + WARM;
  for (let i = 0; i < Math.ceil(runs / 5) * batch || now() < warm; i++) work(call++);
  return timesOf(
    Array.from({ length: runs }, () => {
      const start = now();
      for (let i = 0; i < batch; i++) work(call++);
      return (now() - start) / batch;
    }),
  );
}
