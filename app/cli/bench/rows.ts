import type { Times } from "./time.ts";

export type Unit = "ms" | "MB" | "kB" | "";

export interface Row {
  readonly what: string;
  /** To stay within: what a prototype or another engine took for the same task, or a budget of our own. */
  readonly target?: number;
  /** What times and target are counted in; absent: milliseconds. */
  readonly unit?: Unit;
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

/** A value in its unit; negative where something has become less. */
const shown = (value: number, unit: Unit = "ms"): string =>
  unit === "ms" ? milliseconds(value) : `${value.toFixed(unit === "MB" ? 1 : 0)} ${unit}`.trim();

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
    for (const { what, target, times, unit = "ms", beside } of rows)
      lines.push([
        what,
        shown(times.median, unit),
        shown(times.p95, unit),
        target === undefined ? "" : `${target} ${unit}`.trim(),
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
