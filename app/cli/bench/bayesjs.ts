import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { type ICptWithParents, inferAll, type INetwork } from "bayesjs";
import { readNetwork } from "../../model/interchange/interchange.ts";
import type { Network } from "../../model/network/network.ts";
import { cpu, timesOf } from "./time.ts";

/** Another library for the same task (npm bayesjs), in a process of its own: it may not come back. */
const PATIENCE = 25_000;
const ENOUGH = 2_000;
export const FLAG = "--bayesjs";

function translated({ variables }: Network): INetwork {
  const row = (p: ArrayLike<number>, states: readonly string[], at: number) =>
    Object.fromEntries(states.map((state, k) => [state, p[at * states.length + k] ?? NaN]));
  return Object.fromEntries(
    variables.map(({ label, states, parents, p }) => {
      const axes = parents.flatMap((u) => variables[u] ?? []);
      const rows = axes.reduce((product, axis) => product * axis.states.length, 1);
      const when = (at: number) => {
        let rest = at;
        return Object.fromEntries(
          axes.toReversed().map((axis) => {
            const state = axis.states[rest % axis.states.length] ?? "";
            rest = Math.floor(rest / axis.states.length);
            return [axis.label, state];
          }),
        );
      };
      const cpt =
        axes.length === 0
          ? row(p, states, 0)
          : (Array.from({ length: rows }, (_, at) => ({
              when: when(at),
              then: row(p, states, at),
            })) as ICptWithParents);
      return [label, { id: label, states: [...states], parents: axes.map((axis) => axis.label), cpt }];
    }),
  );
}

/** In the process of its own: prints the median milliseconds and its posteriors without evidence. */
export function runBayesjs(file: string, evidence: string): void {
  const read = readNetwork(readFileSync(file, "utf8"), "bif");
  if (!read.ok) throw new Error(read.sentence);
  const network = translated(read.network);
  const findings = Object.entries(JSON.parse(evidence) as Record<string, string>);
  const answer = inferAll(network, {});
  const times: number[] = [];
  const start = cpu();
  for (let i = 0; times.length < 200 && cpu() - start < ENOUGH; i++) {
    const before = cpu();
    inferAll(network, Object.fromEntries([findings[i % findings.length] ?? []]));
    times.push(cpu() - before);
  }
  console.log(JSON.stringify({ median: timesOf(times).median, answer }));
}

export interface ByBayesjs {
  readonly median: number;
  readonly answer: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** @param evidence findings to ask with, one at a time; @returns null where it gives up or takes too long */
export function byBayesjs(file: string, evidence: Readonly<Record<string, string>>): ByBayesjs | null {
  const run = spawnSync(process.execPath, [process.argv[1] ?? "", FLAG, file, JSON.stringify(evidence)], {
    encoding: "utf8",
    timeout: PATIENCE,
    stdio: ["ignore", "pipe", "ignore"],
  });
  return run.status === 0 ? (JSON.parse(run.stdout) as ByBayesjs) : null;
}

export const GAVE_UP = `bayesjs: none in ${PATIENCE / 1000} s`;
