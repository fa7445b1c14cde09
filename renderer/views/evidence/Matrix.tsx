import { useState } from "react";
import { diagnosticity } from "../../../app/model/analysis/matrix.ts";
import type { SignFactors } from "../../../app/model/analysis/shapes.ts";
import { ChartFrame } from "../../charts/ChartFrame.tsx";
import { useAnalysis, useCase, useLook, useSettings } from "../../state/context.ts";
import { rungInfos } from "../../state/select.ts";
import { Progress } from "../../ui/Progress.tsx";
import { Switch } from "../../ui/Switch.tsx";
import styles from "./Evidence.module.css";

type Order = "tells" | "against";
const ORDERS: readonly (readonly [Order, string])[] = [
  ["tells", "Tells most"],
  ["against", "Speaks most against"],
];

interface Row {
  readonly id: string;
  readonly label: string;
  readonly factors: SignFactors;
}

const least = ({ factors }: Row) => Math.min(...Object.values(factors));
const times = (factor: number) => `×${factor.toFixed(2)}`;

/** Ink for how far a factor is from 1, in five steps: no hue, for colour has another meaning. */
const shade = (factor: number, most: number): number =>
  factor <= 0 ? 5 : Math.min(5, Math.round((5 * Math.abs(Math.log(factor))) / Math.max(most, 1e-9)));

/** Signs against outcomes: how well each fits, as a factor and never as a chance. */
export function Matrix() {
  const theCase = useCase();
  const settings = useSettings();
  const { horizon, view, draft } = useLook((look) => look);
  const [order, setOrder] = useState<Order>("tells");
  const { result, progress, cancel, refused } = useAnalysis(
    { kind: "matrix" },
    { inputs: { ...settings, view } },
  );
  const rungs = rungInfos(theCase);
  const phase = theCase.horizons.find(({ id }) => id === horizon);
  const rows = theCase.indicators
    .flatMap(({ id, label }): Row[] => {
      const factors = result?.horizons[horizon]?.[id];
      return factors ? [{ id, label, factors }] : [];
    })
    .sort((a, b) =>
      order === "tells" ? diagnosticity(b.factors) - diagnosticity(a.factors) : least(a) - least(b),
    );
  const most = Math.max(
    ...rows.flatMap(({ factors }) => Object.values(factors).map((f) => (f > 0 ? Math.abs(Math.log(f)) : 0))),
    0,
  );
  const drafted = new Set(draft?.bearsOn.flatMap((b) => ("indicator" in b ? [b.indicator] : [])));
  const [top] = rows;
  return (
    <ChartFrame
      id="evidence-matrix"
      title="Which outcome does it fit?"
      summary={
        top
          ? `${top.label} tells the outcomes apart best: ${rungs.map(({ id, short }) => `${short} ${times(top.factors[id] ?? 1)}`).join(", ")}.`
          : "No sign to be seen."
      }
      table={{
        caption: `By which factor each outcome becomes more likely once a sign is seen, ${phase?.label.toLowerCase() ?? ""}`,
        columns: ["Sign", ...rungs.map(({ label }) => label)],
        rows: rows.map(({ label, factors }) => [label, ...rungs.map(({ id }) => times(factors[id] ?? 1))]),
      }}
      actions={<Switch label="Order" items={ORDERS} chosen={order} onChoose={setOrder} />}
    >
      {() => (
        <>
          <Progress label="Weighing signs against outcomes" value={progress} onCancel={cancel} />
          {refused && <p role="alert">{refused}</p>}
          {theCase.indicators.length === 0 ? (
            <p className={styles.quiet}>This case has no signs.</p>
          ) : (
            <table className={styles.matrix}>
              <thead>
                <tr>
                  <th scope="col">seen {theCase.horizons[0]?.phrase}</th>
                  {rungs.map(({ id, short }) => (
                    <th key={id} scope="col">
                      {short}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map(({ id, label, factors }) => (
                  <tr key={id} data-draft={drafted.has(id) || undefined}>
                    <th scope="row" title={label}>
                      {label}
                    </th>
                    {rungs.map((rung) => {
                      const factor = factors[rung.id] ?? 1;
                      return (
                        <td key={rung.id} data-shade={shade(factor, most)}>
                          {times(factor)}
                        </td>
                      );
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          <p className={styles.quiet}>
            ×1.2 = this outcome becomes 1.2 times as likely {phase?.phrase} once the sign is seen, taken
            alone. Darker = tells more. A row of ×1 tells nothing. Factors, not chances.
          </p>
        </>
      )}
    </ChartFrame>
  );
}
