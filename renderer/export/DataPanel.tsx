import { ChartTable } from "../charts/ChartTable.tsx";
import { ChartTiles } from "./ChartTiles.tsx";
import styles from "./ExportDialog.module.css";
import { tableMetadata } from "./make.ts";
import { NetworkOptions, NetworkPreview } from "./NetworkPanel.tsx";
import type { PanelProps } from "./panel.ts";
import { Segments } from "./Segments.tsx";
import { Tick } from "./Tick.tsx";
import { WorkbookPreview } from "./xlsx/WorkbookPreview.tsx";
import { Facts } from "../ui/Facts.tsx";

const TABLES = [
  ["csv", "CSV"],
  ["xlsx", "Workbook (XLSX)"],
  ["network", "Network"],
] as const;

/** The numbers as they will be written, with what a reader has to know below them. */
export function DataPanel({ subject, charts, chart, choice, change }: PanelProps) {
  const csv = choice.table === "csv";
  return (
    <>
      <div className={styles.preview}>
        {csv ? (
          <div className={`${styles.paper} ${styles.data}`} tabIndex={0} role="region" aria-label="Preview">
            <ChartTable {...chart.table} />
            <Facts className={styles.metadata} rows={tableMetadata(subject, chart)} />
          </div>
        ) : choice.table === "xlsx" ? (
          <WorkbookPreview subject={subject} />
        ) : (
          <NetworkPreview subject={subject} />
        )}
      </div>
      <div className={styles.options}>
        <Segments
          label="Format"
          value={choice.table}
          options={TABLES}
          onChange={(table) => change({ table })}
        />
        {csv ? (
          <>
            <ChartTiles charts={charts} chart={chart.id} onChange={(id) => change({ chart: id })} />
            <Tick
              label="For older Excel (byte order mark)"
              isSelected={choice.bom}
              onChange={(bom) => change({ bom })}
            />
          </>
        ) : choice.table === "network" ? (
          <NetworkOptions choice={choice} change={change} />
        ) : (
          <p className={styles.hint}>
            One workbook of everything: sums, the break, checks, percentiles and swings stay live formulas,
            the charts are the spreadsheet’s own. Every sheet is marked at head and foot, on screen and in
            print.
          </p>
        )}
      </div>
    </>
  );
}
