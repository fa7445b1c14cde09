import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DEFAULT_DRAWS, DOTS, quantile, range, RangeRun } from "../../model/analysis/range.ts";
import type { Case } from "../../model/case/types.ts";
import { rangeNumbers } from "./numbers.ts";
import source from "./range.c?raw";
import { compared, type Group } from "./rows.ts";
import { move } from "./shipped.ts";
import { cpu, time, timesOf } from "./time.ts";

const RUNS = 9;
/** How near the two programs' answers must be. */
const AGREE = 1e-9;

/** Milliseconds of one run of the same computation in plain C; a reason where there is none. */
type InC = (() => number) | string;

/** Compiles the same computation in plain C in this folder, and checks that it answers the same. */
function inC(theCase: Case, folder: string): InC {
  const program = join(folder, "range");
  writeFileSync(`${program}.c`, source);
  // The first run warms up.
  writeFileSync(`${program}.txt`, rangeNumbers(theCase, {}, DEFAULT_DRAWS, 2));
  const flags = ["-O3", "-march=native", "-o", program, `${program}.c`, "-lm"];
  const compiled = spawnSync("gcc", flags, { encoding: "utf8" });
  if (compiled.error) return "no gcc here to compare with";
  if (compiled.status !== 0) return `gcc: ${compiled.stderr.split("\n")[0] ?? ""}`;
  const run = () => {
    const ran = spawnSync(program, [`${program}.txt`], { encoding: "utf8", maxBuffer: 2 ** 28 });
    return ran.stdout.split("\n").map((line) => line.trim().split(" ").map(Number));
  };
  const off = difference(theCase, run().slice(1));
  return off <= AGREE ? () => run()[0]?.[1] ?? NaN : `C differs by ${off.toExponential(1)}`;
}

/** Largest difference between the two programs' means, ends and dots. */
function difference(theCase: Case, horizons: readonly (readonly number[])[]): number {
  const ours = range(theCase, {});
  return Math.max(
    ...theCase.horizons.flatMap(({ id }, h) => {
      const sorted = Float64Array.from(horizons[h] ?? []).sort();
      const { low = NaN, high = NaN, mean = NaN, dots = [] } = ours.horizons[id] ?? {};
      return [
        Math.abs(low - quantile(sorted, 0.1)),
        Math.abs(high - quantile(sorted, 0.9)),
        Math.abs(mean - sorted.reduce((a, b) => a + b, 0) / sorted.length),
        ...dots.map((dot, i) => Math.abs(dot - quantile(sorted, (i + 0.5) / DOTS))),
      ];
    }),
  );
}

export function ranges(theCase: Case): Group {
  const folder = mkdtempSync(join(tmpdir(), "entente-bench-"));
  try {
    const c = inC(theCase, folder);
    range(theCase, {});
    // In turns: whatever else the machine does slows both.
    const pairs = Array.from({ length: RUNS }, (_, i) => {
      const start = cpu();
      range(theCase, move(theCase, i));
      return [cpu() - start, typeof c === "string" ? NaN : c()] as const;
    });
    const all = timesOf(pairs.map(([ours]) => ours));
    const theirs = timesOf(pairs.map(([, inC]) => inC));
    return {
      title: "Range",
      rows: [
        {
          what: "first 200 draws",
          target: 80,
          times: time(RUNS, (call) => void new RangeRun(theCase, move(theCase, call)).advance(200)),
        },
        {
          what: "1,000 draws",
          target: 400,
          times: all,
          beside: typeof c === "string" ? c : compared("C, gcc -O3", theirs.median, all.median),
        },
      ],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
