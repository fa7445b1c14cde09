import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readNetwork } from "../../model/interchange/interchange.ts";
import { Inference } from "../../model/network/inference.ts";
import type { Network } from "../../model/network/network.ts";
import { byBayesjs, type ByBayesjs, GAVE_UP } from "./bayesjs.ts";
import { compared, type Group, type Row } from "./rows.ts";
import { time } from "./time.ts";

/** Public networks with the milliseconds to stay within: all posteriors after one change, and compiling. */
const TARGETS: Readonly<Record<string, readonly [change: number, compile: number]>> = {
  asia: [0.0008, 29],
  child: [0.0101, 29],
  alarm: [0.0134, 29],
  insurance: [0.76, 29],
  hailfinder: [0.1665, 29],
  win95pts: [0.0373, 29],
  hepar2: [0.061, 29],
  water: [60, 187],
};
/** Findings held at a time. */
const HELD = 5;

function agree(network: Network, ours: Inference, theirs: ByBayesjs): boolean {
  const { marginals } = ours.query(new Map());
  return network.variables.every(({ label, states }, v) =>
    states.every(
      (state, k) => Math.abs((marginals[v]?.[k] ?? NaN) - (theirs.answer[label]?.[state] ?? NaN)) < 1e-6,
    ),
  );
}

/** One finding more or one less at each call, a few held at a time; all of them can be true together. */
function walk(network: Network, inference: Inference): () => void {
  const { states } = inference.mostProbable(new Map());
  const evidence = new Map<number, number>();
  const held: number[] = [];
  let at = 0;
  return () => {
    const oldest = held[0];
    if (held.length >= HELD && oldest !== undefined) evidence.delete(held.shift() ?? oldest);
    else {
      const v = (at = (at + 7) % network.variables.length);
      if (!held.includes(v)) held.push(v);
      evidence.set(v, states[v] ?? 0);
    }
    inference.query(evidence);
  };
}

function rowsOf(name: string, file: string): Row[] {
  const read = readNetwork(readFileSync(file, "utf8"), "bif");
  if (!read.ok) throw new Error(read.sentence);
  const { network } = read;
  const [change, compile] = TARGETS[name] ?? [NaN, NaN];
  const inference = new Inference(network);
  const step = walk(network, inference);
  const batch = Math.max(1, Math.ceil(0.2 / change));
  const times = time(change > 1 ? 15 : 150, step, batch);
  const { states } = inference.mostProbable(new Map());
  const findings = network.variables.map(
    ({ label, states: all }, v) => [label, all[states[v] ?? 0] ?? ""] as const,
  );
  const theirs = byBayesjs(file, Object.fromEntries(findings));
  const beside =
    theirs === null
      ? GAVE_UP
      : agree(network, inference, theirs)
        ? compared("bayesjs", theirs.median, times.median)
        : "bayesjs answers otherwise";
  return [
    { what: `${name}, ${network.variables.length} nodes: one change`, target: change, times, beside },
    {
      what: `${name}: compiling`,
      target: compile,
      times: time(9, () => void new Inference(network)),
    },
  ];
}

/** @param folder of the network files; they are reference data of others and not kept here */
export function networks(folder: string | undefined): Group {
  const title = "Networks: all posteriors after one change of evidence";
  if (folder === undefined || folder === "")
    return { title, rows: [], notes: ["Networks skipped: ENTENTE_NETWORKS names no folder of .bif files."] };
  const names = Object.keys(TARGETS);
  const missing = names.filter((name) => !existsSync(join(folder, `${name}.bif`)));
  return {
    title,
    rows: names
      .filter((name) => !missing.includes(name))
      .flatMap((name) => rowsOf(name, join(folder, `${name}.bif`))),
    ...(missing.length > 0 && { notes: [`Networks not found: ${missing.join(", ")}.`] }),
  };
}
