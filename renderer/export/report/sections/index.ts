import type { ReportSection } from "../section.ts";
import { argument } from "./argument.tsx";
import { bottomLine } from "./bottomLine.tsx";
import { byHorizon } from "./byHorizon.tsx";
import { change } from "./change.tsx";
import { compared } from "./compared.tsx";
import { evidence } from "./evidence.tsx";
import { judgement } from "./judgement.tsx";
import { method } from "./method.tsx";
import { sources } from "./sources.tsx";
import { workshop } from "./workshop.tsx";
import { why } from "./why.tsx";

/** Every section there is, in the order of the report. */
export const SECTIONS: readonly ReportSection[] = [
  bottomLine,
  byHorizon,
  why,
  argument,
  change,
  evidence,
  judgement,
  workshop,
  compared,
  method,
  sources,
];
