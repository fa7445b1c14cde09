import { createContext, useContext } from "react";
import { useStore } from "zustand";
import type { Case, Inputs } from "../../app/model/case/types.ts";
import type { AnswerState } from "./answers.ts";
import type { App } from "./app.ts";
import { type DocumentState, presentCase, presentSettings } from "./document.ts";
import type { Look } from "./look.ts";

export const AppContext = createContext<App | null>(null);

export function useApp(): App {
  const app = useContext(AppContext);
  if (!app) throw new Error("A view stands outside the app.");
  return app;
}

export const useDocument = <T>(select: (state: DocumentState) => T): T => useStore(useApp().document, select);
export const useLook = <T>(select: (state: Look) => T): T => useStore(useApp().look, select);
export const useAnswers = <T>(select: (state: AnswerState) => T): T => useStore(useApp().answers, select);

/** The case as it stands on screen. */
export const useCase = (): Case => useDocument(presentCase);
/** The settings of the open scenario. */
export const useSettings = (): Inputs => useDocument(presentSettings);
