import { useMemo } from "react";
import { useStore } from "zustand";
import { evaluate } from "../../../app/model/answer/evaluate.ts";
import { caseHash } from "../../../app/model/case/seal.ts";
import { readInputs } from "../../../app/model/case/inputs.ts";
import { scenarioOf } from "../../../app/model/case/settings.ts";
import type { Comparison } from "../../../app/model/analysis/shapes.ts";
import type { TrailEntry } from "../../../app/model/case/trail.ts";
import type { Case, Inputs } from "../../../app/model/case/types.ts";
import { shortDate } from "../../../app/model/words/dates.ts";
import { percentLabel } from "../../../app/model/words/numbers.ts";
import { midSentence } from "../../../app/model/case/phrases.ts";
import { useAnalysis, useApp, useCase } from "../../state/context.ts";
import { evidenceIds, type LastLook, stepsSince } from "../../state/since.ts";

export interface Since {
  readonly look: LastLook;
  /** "27 Jan", "27 Jan 2025", or "your last look" by a clock that ran ahead. */
  readonly date: string;
  readonly horizon: string;
  readonly to: Inputs;
  readonly sameArgument: boolean;
  /** Null: the trail does not reach back to it. */
  readonly steps: readonly TrailEntry[] | null;
  /** "long run 46% → 52% · 2 evidence items, 1 weight changed"; null while it is worked out. */
  readonly news: string | null;
  readonly nothing: boolean;
}

/** The day of an earlier look beside today's clock. */
export function dayOf(time: string, now: string): string {
  if (time > now) return "your last look";
  const day = shortDate(time);
  const year = now.slice(0, 4);
  return day.endsWith(` ${year}`) ? day.slice(0, -5) : day;
}

const many = (n: number, one: string, more: string): string => `${n} ${n === 1 ? one : more}`;

/** "2 evidence items, 1 weight changed"; empty where nothing of that kind is new. */
export function changedWords(changes: Comparison["horizons"][string]["changes"], evidence: number): string {
  const count = (input: string) => changes.filter((one) => one.input === input).length;
  const items = Math.max(evidence, count("evidence"));
  const parts = [
    items > 0 && many(items, "evidence item", "evidence items"),
    count("weights") > 0 && many(count("weights"), "weight", "weights"),
    count("set") > 0 && many(count("set"), "state", "states"),
    count("assume") > 0 && many(count("assume"), "assumption", "assumptions"),
    count("view") > 0 && "the view",
  ].filter((part): part is string => part !== false);
  return parts.length === 0 ? "" : `${parts.join(", ")} changed`;
}

function fitsCase(theCase: Case, inputs: Inputs): boolean {
  const read = readInputs(theCase, inputs);
  if (!read.ok) return false;
  try {
    evaluate(theCase, read.inputs);
    return true;
  } catch {
    return false;
  }
}

/** What is new in the open file since it was last looked at here; null where it was not, or that is dismissed. */
export function useSince(): Since | null {
  const app = useApp();
  const theCase = useCase();
  const look = useStore(app.since, (state) => state.look);
  useStore(app.trail);
  const known = look !== null && scenarioOf(theCase, look.scenario) !== undefined;
  const fits = useMemo(() => look !== null && fitsCase(theCase, look.inputs), [theCase, look]);
  const scenario = known ? look.scenario : undefined;
  const to = app.inputs(scenario);
  const found = useAnalysis(look && fits ? { kind: "compare", with: to } : null, {
    inputs: look?.inputs ?? {},
  });
  if (!look) return null;
  const horizon = theCase.horizons.some(({ id }) => id === look.horizon)
    ? look.horizon
    : (theCase.horizons.at(-1)?.id ?? "");
  const steps = stepsSince(app.trail.entries(), look);
  const sameArgument = look.argument === caseHash(theCase);
  const [before, after] = [new Set(look.evidence), new Set(evidenceIds(theCase))];
  const evidence =
    [...after].filter((id) => !before.has(id)).length + [...before].filter((id) => !after.has(id)).length;
  const at = found.result?.horizons[horizon];
  const label = midSentence(theCase.horizons.find(({ id }) => id === horizon)?.label ?? "");
  const date = dayOf(look.time, app.now().toISOString());
  const base = { look, date, horizon, to, sameArgument, steps };
  if (!fits)
    return {
      ...base,
      news: "the argument was changed, and the old settings no longer fit it",
      nothing: false,
    };
  if (!at) return { ...base, news: null, nothing: false };
  const then = look.answers[horizon] ?? at.from;
  const nothing =
    sameArgument && at.changes.length === 0 && evidence === 0 && (steps?.length ?? 1) === 0 && known;
  const [was, is] = [percentLabel(then), percentLabel(at.to)];
  const news = [
    was === is ? `${label} still ${is}` : `${label} ${was} → ${is}`,
    [sameArgument ? "" : "the argument was edited", changedWords(at.changes, evidence)]
      .filter(Boolean)
      .join(", "),
    steps && steps.length > 0 && at.changes.length === 0 ? many(steps.length, "step", "steps") : "",
  ].filter(Boolean);
  return { ...base, news: news.join(" · "), nothing };
}
