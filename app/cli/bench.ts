import { readFileSync } from "node:fs";
import { join } from "node:path";
import { attribution } from "../model/analysis/attribution.ts";
import { linkInfluence } from "../model/analysis/links.ts";
import { range, RangeRun } from "../model/analysis/range.ts";
import { evaluate } from "../model/answer/evaluate.ts";
import { openCase, problemSentence } from "../model/case/door.ts";
import type { Case, Inputs } from "../model/case/types.ts";

/** Speeds of the model on the shipped case: medians of one run on this machine, never asserted in a test. */

function shipped(name: string): Case {
  const file = join(import.meta.dirname, "../../assets/cases", `${name}.entente`);
  const opened = openCase(readFileSync(file, "utf8"));
  if (!opened.ok) throw new Error(problemSentence(opened.problem));
  return opened.case;
}

/** Median and 95th percentile in milliseconds, after a warm-up. */
function time(runs: number, work: (run: number) => void): { median: number; p95: number } {
  for (let i = 0; i < Math.ceil(runs / 5); i++) work(i);
  const times = Array.from({ length: runs }, (_, i) => {
    const start = performance.now();
    work(runs + i);
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return { median: times[Math.floor(runs / 2)] ?? NaN, p95: times[Math.floor(runs * 0.95)] ?? NaN };
}

const theCase = shipped("russia-iran-syria");
const first = theCase.factors[0]?.id ?? "";
/** A slider on its way: no weight is met twice, so no table is remembered. */
const move = (run: number): Inputs => ({ weights: { [first]: ((run * 0.5) % 10) + (run % 97) * 1e-6 } });

const rows: readonly (readonly [what: string, target: string, measured: { median: number; p95: number }])[] =
  [
    [
      "slider move: three horizons, rungs, every level",
      "2 ms",
      time(200, (run) => void evaluate(theCase, move(run))),
    ],
    [
      "attribution, 1,024 coalitions, three horizons",
      "",
      time(100, (run) => void attribution(theCase, move(run))),
    ],
    [
      "influence of 31 links, three horizons and strain",
      "",
      time(100, (run) => void linkInfluence(theCase, move(run))),
    ],
    [
      "slider move with attribution and links",
      "16 ms",
      time(100, (run) => {
        evaluate(theCase, move(run));
        attribution(theCase, move(run));
        linkInfluence(theCase, move(run));
      }),
    ],
    ["range, first 200 draws", "80 ms", time(9, (run) => void new RangeRun(theCase, move(run)).advance(200))],
    ["range, 1,000 draws", "400 ms", time(7, (run) => void range(theCase, move(run)))],
    ["opening a case file", "", time(50, () => void shipped("russia-iran-syria"))],
  ];

console.log("| what | target | median | p95 |\n|---|---|---|---|");
for (const [what, target, { median, p95 }] of rows)
  console.log(`| ${what} | ${target} | ${median.toFixed(2)} ms | ${p95.toFixed(2)} ms |`);
console.log(
  `\nNode ${process.version}, ${process.platform} ${process.arch}; memory ${Math.round(process.memoryUsage().rss / 1e6)} MB.`,
);
