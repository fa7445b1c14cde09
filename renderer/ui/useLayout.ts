import { useSyncExternalStore } from "react";

/** How much room the window gives: which parts stand side by side and how large the type is. */
export type Layout = "small" | "medium" | "regular" | "large";

const QUERIES: readonly (readonly [Layout, string])[] = [
  ["small", "(max-width: 1179px), (max-height: 719px)"],
  ["medium", "(max-width: 1399px), (max-height: 859px)"],
  ["large", "(min-width: 1700px) and (min-height: 960px)"],
];

const lists = QUERIES.map(([layout, query]) => [layout, window.matchMedia(query)] as const);

const subscribe = (changed: () => void): (() => void) => {
  for (const [, list] of lists) list.addEventListener("change", changed);
  return () => {
    for (const [, list] of lists) list.removeEventListener("change", changed);
  };
};

const current = (): Layout => lists.find(([, list]) => list.matches)?.[0] ?? "regular";

export const useLayout = (): Layout => useSyncExternalStore(subscribe, current);
