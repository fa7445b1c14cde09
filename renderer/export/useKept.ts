import { useState } from "react";
import type { ExportChart } from "./choice.ts";

/** The same list for as long as nothing in it changes: a list made anew would have everything drawn again. */
export function useKept(charts: readonly ExportChart[]): readonly ExportChart[] {
  // Their tables hold every number that is drawn.
  const key = JSON.stringify(
    charts.map(({ id, title, subtitle, notes, table }) => [id, title, subtitle, notes, table]),
  );
  const [kept, keep] = useState({ key, charts });
  if (kept.key === key) return kept.charts;
  keep({ key, charts });
  return charts;
}
