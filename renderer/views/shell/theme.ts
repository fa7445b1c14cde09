import { useEffect, useSyncExternalStore } from "react";
import { useLook } from "../../state/context.ts";
import type { ThemeChoice } from "../../state/look.ts";

type Theme = "light" | "dark" | "contrast" | "contrast-dark";

const dark = window.matchMedia("(prefers-color-scheme: dark)");
const contrast = window.matchMedia("(prefers-contrast: more), (forced-colors: active)");

function subscribe(changed: () => void): () => void {
  for (const query of [dark, contrast]) query.addEventListener("change", changed);
  return () => {
    for (const query of [dark, contrast]) query.removeEventListener("change", changed);
  };
}

/** The choice, with the system asked where it is left to it; high contrast follows the system's light or dark. */
function resolve(choice: ThemeChoice): Theme {
  if (choice === "contrast" || (choice === "system" && contrast.matches))
    return dark.matches ? "contrast-dark" : "contrast";
  return choice === "system" ? (dark.matches ? "dark" : "light") : choice;
}

export function useTheme(): Theme {
  const choice = useLook((look) => look.theme);
  return useSyncExternalStore(subscribe, () => resolve(choice));
}

/** Sets the theme on the document, so that popovers outside the app's own element have it too. */
export function useThemeOnDocument(): void {
  const theme = useTheme();
  useEffect(() => {
    document.documentElement.dataset["theme"] = theme;
  }, [theme]);
}

/** Break rungs are hatched where colour must not carry the meaning alone. */
export const useHatch = (): boolean => useTheme().startsWith("contrast");
