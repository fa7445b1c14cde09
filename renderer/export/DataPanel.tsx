import { ChartTable } from "../charts/ChartTable.tsx";
import { ChartTiles } from "./ChartTiles.tsx";
import type { ExportChart, ExportChoice } from "./choice.ts";
import type { Metadata } from "./csv.ts";
import styles from "./ExportDialog.module.css";
import { Tick } from "./Tick.tsx";

interface Props {
  readonly charts: readonly ExportChart[];
  readonly chart: ExportChart;
  readonly metadata: Metadata;
  readonly choice: ExportChoice;
  readonly change: (part: Partial<ExportChoice>) => void;
}

/** The numbers as they will be written, with what a reader has to know below them. */
export function DataPanel({ charts, chart, metadata, choice, change }: Props) {
  return (
    <>
      <div className={styles.preview}>
        <div className={`${styles.paper} ${styles.data}`}>
          <ChartTable {...chart.table} />
          <dl className={styles.metadata}>
            {metadata.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </div>
      </div>
      <div className={styles.options}>
        <ChartTiles charts={charts} chart={choice.chart} onChange={(id) => change({ chart: id })} />
        <div className={styles.field}>
          <p className={styles.label}>Format</p>
          <p>CSV, a table that every spreadsheet opens</p>
        </div>
        <Tick
          label="For older Excel (byte order mark)"
          isSelected={choice.bom}
          onChange={(bom) => change({ bom })}
        />
      </div>
    </>
  );
}
