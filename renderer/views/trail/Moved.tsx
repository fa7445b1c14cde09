import { useMemo } from "react";
import { evaluate } from "../../../app/model/answer/evaluate.ts";
import { readInputs } from "../../../app/model/case/inputs.ts";
import { nameOf } from "../../../app/model/case/settings.ts";
import type { Comparison } from "../../../app/model/analysis/shapes.ts";
import type { Case, Inputs } from "../../../app/model/case/types.ts";
import {
  largestRemainder,
  percentLabel,
  pointsLabel,
  wholePercent,
} from "../../../app/model/words/numbers.ts";
import { ChartFrame } from "../../charts/ChartFrame.tsx";
import { Waterfall } from "../../charts/Waterfall.tsx";
import type { WaterfallRow } from "../../charts/waterfall.ts";
import { useAnalysis, useCase } from "../../state/context.ts";
import { Progress } from "../../ui/Progress.tsx";
import styles from "./Trail.module.css";

/** A number that stood once, and what it stood on. */
export interface Then {
  readonly label: string;
  /** Chance of a break at the horizon. */
  readonly answer: number;
  readonly inputs: Inputs;
  /** The argument is still the one it was given on. */
  readonly sameArgument: boolean;
}

const KINDS = {
  set: "State of",
  weights: "Weight of",
  assume: "Assumed:",
  evidence: "Evidence",
  view: "View",
} as const;

/** Rows from an old number to the new one; whole points that sum to what is shown. */
export function movedRows(
  theCase: Case,
  horizon: string,
  then: Then,
  comparison: Comparison,
): { readonly rows: WaterfallRow[]; readonly to: number } {
  const at = comparison.horizons[horizon];
  if (!at) return { rows: [], to: then.answer };
  const parts = [
    // What the argument itself changed: the same settings put to the argument of today.
    ...(Math.abs(at.from - then.answer) > 1e-12
      ? [{ id: "argument", label: "The argument itself", value: at.from - then.answer }]
      : []),
    ...at.changes.map(({ input, id, points }) => ({
      id: `${input}:${id}`,
      label:
        input === "evidence" || input === "view" ? KINDS[input] : `${KINDS[input]} ${nameOf(theCase, id)}`,
      value: points,
    })),
  ];
  const whole = largestRemainder(
    parts.map(({ value }) => value * 100),
    wholePercent(at.to) - wholePercent(then.answer),
  );
  const rows = parts
    .map((part, i): WaterfallRow => ({
      ...part,
      points: (whole[i] ?? 0) + 0,
      tone: part.value >= 0 ? "apart" : "hold",
    }))
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
  return { rows, to: at.to };
}

/** How a number got from then to now: every changed input's share, summing exactly. */
export function Moved(props: {
  readonly id: string;
  readonly horizon: string;
  readonly then: Then;
  readonly to: Inputs;
  /** What the last row is called. */
  readonly end?: string;
}) {
  const { id, horizon, then, to, end = "Now" } = props;
  const theCase = useCase();
  const fits = useMemo(() => {
    const read = readInputs(theCase, then.inputs);
    if (!read.ok || !theCase.horizons.some((one) => one.id === horizon)) return false;
    try {
      evaluate(theCase, read.inputs);
      return true;
    } catch {
      return false;
    }
  }, [theCase, then.inputs, horizon]);
  const found = useAnalysis(fits ? { kind: "compare", with: to } : null, { inputs: then.inputs });
  if (!fits)
    return (
      <p className={styles.says}>
        The settings of then do not fit the argument of now, so the change cannot be shared out.
      </p>
    );
  const phase = theCase.horizons.find((one) => one.id === horizon);
  if (found.refused) return <p className={styles.says}>{found.refused}</p>;
  if (!found.result?.horizons[horizon])
    return <Progress label="Sharing out the change" value={found.progress} onCancel={found.cancel} />;
  const { rows, to: now } = movedRows(theCase, horizon, then, found.result);
  if (rows.length === 0)
    return (
      <p className={styles.says}>
        {phase?.label}: {percentLabel(now)}, as it was. Nothing that the number rests on has changed.
      </p>
    );
  const title = `${phase?.label ?? ""}: ${percentLabel(then.answer)} → ${percentLabel(now)}`;
  return (
    <>
      <ChartFrame
        id={id}
        title={title}
        summary={`${title}. ${rows.map((row) => `${row.label} ${pointsLabel(row.points)}`).join(", ")}.`}
        table={{
          caption: title,
          columns: ["", "Points", "Exactly"],
          rows: [
            [then.label, wholePercent(then.answer), then.answer],
            ...rows.map((row) => [row.label, row.points, row.value]),
            [end, wholePercent(now), now],
          ],
        }}
      >
        {({ width }) => (
          <Waterfall
            width={width}
            start={{ label: then.label, value: then.answer, percent: wholePercent(then.answer) }}
            rows={rows}
            total={{ label: end, value: now, percentLabel: percentLabel(now) }}
          />
        )}
      </ChartFrame>
      <p className={styles.caption}>
        Percentage points{found.result.orders ? ", averaged over sampled orders" : ""}; they add up to the
        change.
        {then.sameArgument ? "" : " The argument itself was edited since."}
      </p>
    </>
  );
}
