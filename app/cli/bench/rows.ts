import type { Times } from "./time.ts";

export interface Row {
  readonly what: string;
  /** Milliseconds to stay within: what a prototype or another engine took for the same task. */
  readonly target?: number;
  readonly times: Times;
  /** Another program on the same task in the same run, and how the two compare. */
  readonly beside?: string;
}

export interface Group {
  readonly title: string;
  readonly rows: readonly Row[];
  /** What was left out, and why. */
  readonly notes?: readonly string[];
}

export function milliseconds(ms: number): string {
  const digits = ms < 0.01 ? 4 : ms < 1 ? 3 : ms < 10 ? 2 : ms < 100 ? 1 : 0;
  return `${ms.toFixed(digits)} ms`;
}

/** How many times `ours` goes into `other`, or the other way. */
export function compared(name: string, other: number, ours: number): string {
  const ratio = other / ours;
  const times = (x: number) => (x < 10 ? x.toFixed(1) : Math.round(x).toLocaleString("en"));
  const side = ratio >= 1 ? `${times(ratio)}× as long as ours` : `ours ${times(1 / ratio)}× as long`;
  return `${name} ${milliseconds(other)}, ${side}`;
}

/** One Markdown table for all groups, columns aligned. */
export function printed(groups: readonly Group[]): string {
  const lines: string[][] = [["what", "median", "p95", "target", "median ÷ target", "same run beside"]];
  for (const { title, rows } of groups) {
    lines.push([`**${title}**`, "", "", "", "", ""]);
    for (const { what, target, times, beside } of rows)
      lines.push([
        what,
        milliseconds(times.median),
        milliseconds(times.p95),
        target === undefined ? "" : `${target} ms`,
        target === undefined ? "" : (times.median / target).toFixed(2),
        beside ?? "",
      ]);
  }
  const widths =
    lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? [];
  const drawn = lines.map((line) => `| ${line.map((cell, c) => cell.padEnd(widths[c] ?? 0)).join(" | ")} |`);
  drawn.splice(1, 0, `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`);
  return [drawn.join("\n"), ...groups.flatMap(({ notes }) => notes ?? [])].join("\n\n");
}
