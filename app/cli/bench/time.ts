export interface Times {
  /** Milliseconds. */
  readonly median: number;
  readonly p95: number;
}

export function timesOf(milliseconds: readonly number[]): Times {
  const sorted = [...milliseconds].sort((a, b) => a - b);
  return {
    median: sorted[Math.floor(sorted.length / 2)] ?? NaN,
    p95: sorted[Math.floor(sorted.length * 0.95)] ?? NaN,
  };
}

/**
 * After a warm-up.
 * @param work is told how many times it was called before: no two calls need be alike
 * @param batch calls per measurement, where one is too short to be timed
 */
export function time(runs: number, work: (call: number) => void, batch = 1): Times {
  let call = 0;
  for (let i = 0; i < Math.ceil(runs / 5) * batch; i++) work(call++);
  return timesOf(
    Array.from({ length: runs }, () => {
      const start = performance.now();
      for (let i = 0; i < batch; i++) work(call++);
      return (performance.now() - start) / batch;
    }),
  );
}
