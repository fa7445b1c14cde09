import { useState } from "react";
import type { ReactNode } from "react";
import { Button } from "react-aria-components";
import styles from "./ChartFrame.module.css";
import { ChartMenu } from "./ChartMenu.tsx";
import type { Take } from "./ChartMenu.tsx";
import { ChartTable } from "./ChartTable.tsx";
import type { ChartTableData } from "./ChartTable.tsx";
import { useSize } from "./useSize.ts";
import type { Size } from "./useSize.ts";
import { useSteady } from "../ui/useSteady.ts";

export interface ChartFrameProps {
  /** Unique on the page. */
  readonly id: string;
  readonly title: string;
  /** The chart in one or two sentences, for those who do not see it. */
  readonly summary: string;
  readonly table: ChartTableData;
  /** Draws the chart into the room there is; called once that is known. */
  readonly children: (size: Size) => ReactNode;
  /** Stands between the title and the menu: a legend, a switch. */
  readonly actions?: ReactNode;
  readonly onExport?: (kind: Take) => void;
  /** No visible head, for a chart inside something that has one; the menu then shows on hover and focus. */
  readonly headless?: boolean;
  /** Takes all the height its container gives; else it is as high as its chart. */
  readonly fill?: boolean;
}

/** Around every chart: its name, its text summary, its twin as a table, and the ways to take it along. */
export function ChartFrame(props: ChartFrameProps) {
  const { id, title, summary, table, children, actions, onExport, headless = false, fill = false } = props;
  const [asTable, setAsTable] = useState(false);
  const { ref, size } = useSize<HTMLDivElement>();
  const take = useSteady((kind: Take) => onExport?.(kind));
  return (
    <figure
      id={id}
      className={[styles.figure, headless && styles.headless, fill && styles.fill].filter(Boolean).join(" ")}
      aria-label={title}
      aria-describedby={`${id}-summary`}
    >
      <header className={styles.head}>
        {!headless && <h2>{title}</h2>}
        {!headless && !asTable && <div className={styles.actions}>{actions}</div>}
        {asTable && (
          <Button className={styles.back ?? ""} onPress={() => setAsTable(false)}>
            Back to the chart
          </Button>
        )}
        <ChartMenu title={title} asTable={asTable} onTable={setAsTable} onTake={onExport && take} />
      </header>
      <div ref={ref} className={styles.body}>
        {asTable ? <ChartTable {...table} /> : size.width > 0 && children(size)}
      </div>
      <figcaption id={`${id}-summary`} className={styles.hidden}>
        {summary}
      </figcaption>
    </figure>
  );
}
