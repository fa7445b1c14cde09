import { evaluate } from "../../model/answer/evaluate.ts";
import type { EvidenceItem } from "../../model/case/evidence-types.ts";
import type { Case } from "../../model/case/types.ts";
import { effectiveInputs } from "../../model/evidence/weigh.ts";
import { groupAnswer } from "../../model/group/answer.ts";
import { uniform } from "../../model/random/generator.ts";
import type { Group } from "./rows.ts";
import { time } from "./time.ts";

const ITEMS = 200;
const PEOPLE = 300;

/** A long log and a full room, on the shipped case. */
export function large(theCase: Case): Group {
  const scenario = theCase.scenarios[0]?.id ?? "";
  const evidence: EvidenceItem[] = Array.from({ length: ITEMS }, (_, n) => ({
    id: `E${String(n + 1)}`,
    title: `Item ${String(n + 1)}`,
    sources: [{ name: `Source ${String(n % 40)}`, reliability: "C", credibility: 3 }],
    bearsOn: [{ indicator: theCase.indicators[n % theCase.indicators.length]?.id ?? "", seen: true }],
    counts: true,
  }));
  const logged: Case = { ...theCase, evidence };
  const factors = theCase.factors.slice(0, 8).map(({ id }) => id);
  const next = uniform(1);
  const people = Array.from({ length: PEOPLE }, () => Object.fromEntries(factors.map((id) => [id, Math.round(100 * next())]))); // prettier-ignore
  return {
    title: "Large",
    rows: [
      {
        what: `a log of ${String(ITEMS)} items weighed, and the answer under it`,
        target: 100,
        times: time(10, () => void evaluate(logged, effectiveInputs({ ...logged }, scenario))),
      },
      {
        what: `a round of ${String(PEOPLE)} people over ${String(factors.length)} factors, everything of it`,
        target: 5000,
        times: time(3, () => void groupAnswer(theCase, {}, { factors, people })),
      },
    ],
    notes: [
      "Arguments have some twenty boxes; networks of 56, 70 and 76 stand above (hailfinder, hepar2, win95pts).",
    ],
  };
}

/** The sizes of the built page as a line below the table. */
export const sizesLine = ({
  first,
  later,
}: {
  first: { size: number; gzip: number };
  later: { size: number; gzip: number };
}): string =>
  `Built page, scripts and styles: ${kilobytes(first.size)} before it is there (${kilobytes(first.gzip)} packed), ${kilobytes(later.size)} (${kilobytes(later.gzip)}) when asked for.`;
const kilobytes = (bytes: number) => `${Math.round(bytes / 1000).toLocaleString("en")} kB`;
