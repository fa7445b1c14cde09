import type { Reach } from "../../../app/model/analysis/shapes.ts";
import { type Edit, type FactorSetting, factorEdit } from "../../../app/model/case/edits.ts";
import type { Case, Inputs } from "../../../app/model/case/types.ts";
import { wholePercent } from "../../../app/model/words/numbers.ts";
import { type Band, ICD203 } from "../../../app/model/words/scale.ts";
import type { App } from "../../state/app.ts";
import { useAnalysis, useAnswers, useApp, useCase, useLook, useSettings } from "../../state/context.ts";
import type { Look, TippingLook } from "../../state/look.ts";
import { type By, firstWord, isInReach, type Side, sideOf } from "../../state/tipping.ts";
import { useGhost } from "../../state/useGhost.ts";

/** What the screen asks: which word, by when, and on which side of it the answer stands. */
export interface Asked {
  readonly case: Case;
  readonly settings: Inputs;
  readonly horizon: string;
  /** "within ten years" */
  readonly phrase: string;
  /** The answer at the horizon, a share, and before the last edit where that shows. */
  readonly answer: number;
  readonly ghost: number | null;
  readonly by: By;
  readonly band: Band;
  readonly side: Side;
  /** Lowest and highest chance that any states give; undefined before that is known, or where it cannot be worked out. */
  readonly reach: Reach["horizons"][string] | undefined;
  readonly isInReach: boolean;
  /** The word stands: it was chosen, or what is within reach is known. */
  readonly isSettled: boolean;
}

/** Null before the first answer. */
export function useAsked(): Asked | null {
  const theCase = useCase();
  const settings = useSettings();
  const { horizon, tipping } = useLook((look: Look) => look);
  const now = useAnswers((state) => state.now);
  const before = useGhost();
  const reach = useAnalysis({ kind: "reach" });
  const phase = theCase.horizons.find(({ id }) => id === horizon);
  const answer = now?.answer.result.horizons[horizon]?.break;
  if (!phase || answer === undefined) return null;
  const at = reach.result?.horizons[horizon];
  const chosen = ICD203.find(({ id }) => id === tipping.word);
  const band = chosen ?? firstWord(answer, at);
  const side = sideOf(answer, band);
  const old = before?.answer.result.horizons[horizon]?.break;
  return {
    case: theCase,
    settings,
    horizon,
    phrase: phase.phrase,
    answer,
    ghost: old !== undefined && wholePercent(old) !== wholePercent(answer) ? old : null,
    by: tipping.by,
    band,
    side,
    reach: at,
    isInReach: isInReach(band, side, at),
    isSettled: chosen !== undefined || reach.result !== null || reach.status !== "working",
  };
}

/** Changes how tipping points are looked at. */
export const lookAt = (app: App, change: Partial<TippingLook>): void =>
  app.look.setState(({ tipping }) => ({ tipping: { ...tipping, ...change } }));

/** Sets factors in the open scenario, one step of undo, and says so at the foot of the window. */
export function useApply(): (to: readonly FactorSetting[]) => void {
  const app = useApp();
  return (to) => {
    const [only, ...others] = to;
    if (!only) return;
    say(app, others.length === 0 ? factorEdit(only) : { edit: "setFactors", to });
  };
}

type Change = Parameters<App["change"]>[0];

/** Does an edit and says what was done, or that nothing was to be done. */
export function say(app: App, edit: Change): void {
  const steps = () => app.document.getState().history.past;
  const before = steps();
  app.change(edit);
  const label = steps() === before ? undefined : steps().at(-1)?.label;
  app.notify(label === undefined ? "That is how it is set already." : `${label}. Undo takes it back.`);
}

/** A value of the model as a setting of a factor. */
export const settingOf = (factor: string, value: NonNullable<Setting>): FactorSetting =>
  typeof value === "number" ? { factor, weight: value } : { factor, level: value };
type Setting = Extract<Edit, { readonly edit: "setLevel" }>["level"] | number;
