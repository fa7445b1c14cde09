import { useState } from "react";
import { ChartFrame } from "../../charts/ChartFrame.tsx";
import { OutcomeMatrix } from "../../charts/OutcomeMatrix.tsx";
import { useApp, useCase, useLook } from "../../state/context.ts";
import { Progress } from "../../ui/Progress.tsx";
import { Switch } from "../../ui/Switch.tsx";
import styles from "./Evidence.module.css";
import { matrixOf, type Order, useFactors } from "./outcomes.ts";

const ORDERS: readonly (readonly [Order, string])[] = [
  ["tells", "Tells most"],
  ["against", "Speaks most against"],
];

/** Signs against outcomes: how well each fits, as a factor and never as a chance. */
export function Matrix() {
  const app = useApp();
  const theCase = useCase();
  const { horizon, draft } = useLook((look) => look);
  const [order, setOrder] = useState<Order>("tells");
  const { result, progress, cancel, refused } = useFactors();
  const drafted = new Set(draft?.bearsOn.flatMap((b) => ("indicator" in b ? [b.indicator] : [])));
  const matrix = matrixOf(theCase, horizon, result?.horizons[horizon] ?? {}, order, drafted);
  return (
    <ChartFrame
      id="evidence-matrix"
      title="Which outcome does it fit?"
      summary={matrix.summary}
      table={matrix.table}
      onExport={(what) => app.take("evidence-matrix", what)}
      actions={<Switch label="Order" items={ORDERS} chosen={order} onChoose={setOrder} />}
    >
      {({ width }) => (
        <>
          <Progress label="Weighing signs against outcomes" value={progress} onCancel={cancel} />
          {refused && <p role="alert">{refused}</p>}
          {theCase.indicators.length === 0 ? (
            <p className={styles.quiet}>This case has no signs.</p>
          ) : (
            matrix.rows.length > 0 && (
              <OutcomeMatrix
                label={matrix.summary}
                head={matrix.head}
                columns={matrix.columns}
                rows={matrix.rows}
                width={width}
              />
            )
          )}
          <p className={styles.quiet}>{matrix.note}</p>
        </>
      )}
    </ChartFrame>
  );
}
