import type { AttributionAt } from "../../app/model/analysis/shapes.ts";
import { strainRung } from "../../app/model/analysis/strain.ts";
import type { HorizonResult } from "../../app/model/answer/result.ts";
import { levelAt } from "../../app/model/case/edits.ts";
import type { Case, Inputs, Level, Rung } from "../../app/model/case/types.ts";
import { causesOf } from "../../app/model/case/structure.ts";
import { largestRemainder, rungPercents, wholePercent } from "../../app/model/words/numbers.ts";

export type Tone = "r1" | "r2" | "r3" | "r4" | "r5";

/** Blues for what holds together, slate for the rung next to a break, oranges for a break: by place, not by name. */
export function rungTones(theCase: Case): Record<string, Tone> {
  const { rungs } = theCase.outcome;
  const holds = rungs.filter(({ happened }) => !happened);
  const breaks = rungs.filter(({ happened }) => happened);
  const tone = (list: readonly Rung[], tones: readonly Tone[]) =>
    list.map(({ id }, i) => [id, tones[Math.max(0, tones.length - list.length + i)] ?? tones[0]] as const);
  return Object.fromEntries([...tone(holds, ["r1", "r2", "r3"]), ...tone(breaks, ["r4", "r5"])]) as Record<
    string,
    Tone
  >;
}

/** Rungs from what holds to what breaks, as bars and legends show them. */
export function rungInfos(theCase: Case) {
  const tones = rungTones(theCase);
  const { rungs } = theCase.outcome;
  return [...rungs.filter((r) => !r.happened), ...rungs.filter((r) => r.happened)].map((rung) => ({
    id: rung.id,
    label: rung.label,
    short: rung.short,
    tone: tones[rung.id] ?? "r3",
    happened: rung.happened,
  }));
}

/** Set level of every factor at a horizon. */
export function levelsAt(theCase: Case, inputs: Inputs, horizon: string): Record<string, Level> {
  return Object.fromEntries(theCase.factors.map(({ id }) => [id, levelAt(theCase, inputs, id, horizon)]));
}

/** Whole points that sum, with the start, to the whole answer: what a waterfall prints. */
export function wholePoints(at: AttributionAt): {
  start: number;
  answer: number;
  points: Record<string, number>;
  evidence: number;
} {
  const ids = Object.keys(at.points);
  const answer = wholePercent(at.answer);
  const values = [at.start, ...ids.map((id) => at.points[id] ?? 0), at.evidence ?? 0].map((v) => v * 100);
  const whole = largestRemainder(values, answer).map((n) => n + 0);
  return {
    start: whole[0] ?? 0,
    answer,
    points: Object.fromEntries(ids.map((id, i) => [id, whole[i + 1] ?? 0])),
    evidence: whole.at(-1) ?? 0,
  };
}

/** The rung of open strain and its chance at a horizon; null where the case has none. */
export function strainAt(
  theCase: Case,
  at: HorizonResult,
): { rung: Rung; p: number; percent: number } | null {
  const id = strainRung(theCase);
  const rung = theCase.outcome.rungs.find((one) => one.id === id);
  if (!rung) return null;
  return { rung, p: at.rungs[rung.id] ?? 0, percent: rungPercents(theCase, at)[rung.id] ?? 0 };
}

/**
 * The way by which a box acts on the event: of all ways along the arrows the one whose weakest arrow is worth most.
 * Ids from the box to `event.of`; empty where there is none.
 */
export function strongestPath(
  theCase: Case,
  links: Readonly<Record<string, number>>,
  from: string,
): string[] {
  const target = theCase.outcome.event.of;
  const children = new Map<string, string[]>();
  for (const m of theCase.mechanisms)
    for (const parent of causesOf(m)) children.set(parent, [...(children.get(parent) ?? []), m.id]);
  const best = (id: string): { path: string[]; worth: number } | null => {
    if (id === target) return { path: [id], worth: Infinity };
    let found: { path: string[]; worth: number } | null = null;
    for (const child of children.get(id) ?? []) {
      const rest = best(child);
      if (!rest) continue;
      const worth = Math.min(rest.worth, Math.abs(links[`${id}>${child}`] ?? 0));
      if (!found || worth > found.worth) found = { path: [id, ...rest.path], worth };
    }
    return found;
  };
  return best(from)?.path ?? [];
}
