import type { ExportChart, ExportChoice } from "./choice.ts";
import type { Subject } from "./subject.ts";

/** What every tab of the dialog is given. */
export interface PanelProps {
  readonly subject: Subject;
  readonly charts: readonly ExportChart[];
  readonly chart: ExportChart;
  readonly choice: ExportChoice;
  readonly change: (part: Partial<ExportChoice>) => void;
}

/** The list with an entry put in or taken out. */
export const toggled = <T>(list: readonly T[], entry: T, isIn: boolean): T[] =>
  isIn ? [...list.filter((one) => one !== entry), entry] : list.filter((one) => one !== entry);
