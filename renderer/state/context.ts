import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from "react";
import { useStore } from "zustand";
import { useShallow } from "zustand/react/shallow";
import type { AnalysisRequest, AnalysisResults } from "../../app/model/analysis/request.ts";
import type { Case, Inputs } from "../../app/model/case/types.ts";
import { effectiveInputs } from "../../app/model/evidence/weigh.ts";
import type { Analysis } from "./analyses.ts";
import type { AnswerState } from "./answers.ts";
import type { App } from "./app.ts";
import {
  type DocumentState,
  presentArgument,
  presentCase,
  presentNetwork,
  presentSettings,
} from "./document.ts";
import type { Look } from "./look.ts";
import type { NetworkState } from "./networks.ts";
import type { WorkshopState } from "./workshop.ts";

export const AppContext = createContext<App | null>(null);

export function useApp(): App {
  const app = useContext(AppContext);
  if (!app) throw new Error("A view stands outside the app.");
  return app;
}

// What is selected is compared key by key: a view that picks a few things is drawn anew when one of them changes.
export const useDocument = <T>(select: (state: DocumentState) => T): T =>
  useStore(useApp().document, useShallow(select));
export const useLook = <T>(select: (state: Look) => T): T => useStore(useApp().look, useShallow(select));
export const useAnswers = <T>(select: (state: AnswerState) => T): T =>
  useStore(useApp().answers, useShallow(select));

export const useWorkshop = <T>(select: (state: WorkshopState) => T): T => useStore(useApp().workshop, select);

export const useNetworkState = <T>(select: (state: NetworkState) => T): T =>
  useStore(useApp().networks, select);

/** The open network; null while an argument is open. */
export const useNetworkCase = () => useDocument(presentNetwork);
/** The case as it stands on screen. */
export const useCase = (): Case => useDocument(presentCase);
/** The case without regard to its scenarios: for what draws the argument and its answer, not the settings. */
export const useArgument = (): Case => useDocument(presentArgument);
/** The settings of the open scenario. */
export const useSettings = (): Inputs => useDocument(presentSettings);
/** What the model is asked for the open scenario: its settings and the evidence that counts; the view aside. */
export function useInputs(): Inputs {
  const theCase = useCase();
  const scenario = useDocument((state) => state.scenario);
  return useMemo(() => effectiveInputs(theCase, scenario), [theCase, scenario]);
}

export interface WatchedAnalysis<R> extends Analysis<R> {
  /** Stops it; what was found so far stays. */
  readonly cancel: () => void;
  /** Begins anew what was cancelled or refused. */
  readonly again: () => void;
}

/**
 * A long analysis, worked on beside everything else. Answers to slider moves go first, equal questions share one
 * piece of work, and finished ones are remembered: leaving a screen and coming back is instant. When the question
 * changes or the view goes, what nobody waits for any more is stopped. During a gesture it is asked when the hand
 * rests; until then the last result stays, marked stale. Requests and inputs are compared by content: objects made
 * anew at every render are fine.
 *
 * @param request what to work out, or null for nothing
 * @param about other inputs than those on screen, or another case than the open one
 * @example
 * const tips = useAnalysis({ kind: "tipping", word: "likely", horizon });
 * return (
 *   <>
 *     <Progress label="Looking for tipping points" value={tips.progress} onCancel={tips.cancel} />
 *     {tips.status === "cancelled" && <Button onPress={tips.again}>Go on</Button>}
 *     {tips.refused && <p role="alert">{tips.refused}</p>}
 *     {tips.result && <Tips tips={tips.result} dim={tips.stale} />}
 *   </>
 * );
 * @example // another scenario than the open one
 * const range = useAnalysis({ kind: "range" }, { inputs: { ...settingsOf(theCase, id), view } });
 */
export function useAnalysis<R extends AnalysisRequest>(
  request: R | null,
  about: { readonly inputs?: Inputs; readonly case?: Case } = {},
): WatchedAnalysis<AnalysisResults[R["kind"]]> {
  const { analyses } = useApp();
  const openCase = useCase();
  const inputs = useInputs();
  const view = useLook((look) => look.view);
  const question =
    request && analyses.question(request, about.case ?? openCase, about.inputs ?? { ...inputs, view });
  const [watch] = useState(() => analyses.watch());
  useEffect(() => watch.ask(question), [watch, question]);
  useEffect(() => () => watch.leave(), [watch]);
  const analysis = useSyncExternalStore(watch.subscribe, () => watch.read(question));
  const cancel = useCallback(() => question?.cancel(), [question]);
  const again = useCallback(() => question?.again(), [question]);
  // A question's result is of the kind that was asked for.
  return useMemo(
    () => ({ ...(analysis as Analysis<AnalysisResults[R["kind"]]>), cancel, again }),
    [analysis, cancel, again],
  );
}
