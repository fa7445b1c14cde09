import type { ComponentType } from "react";
import type { ExportChart } from "../choice.ts";
import type { Subject } from "../subject.ts";

export interface SectionProps {
  readonly subject: Subject;
  readonly charts: readonly ExportChart[];
}

/** One section of the report; a module each in `sections/`, listed in `sections/index.ts`. */
export interface ReportSection {
  readonly id: string;
  readonly label: string;
  /** Whether the case has anything to say there. */
  readonly available: (subject: Subject) => boolean;
  /** What stands below the heading: plain elements and `<Figure>`; no inline styles, which would not be printed. */
  readonly Body: ComponentType<SectionProps>;
}
