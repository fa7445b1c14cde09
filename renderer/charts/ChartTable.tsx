import styles from "./ChartFrame.module.css";

/** What a chart says as a table: the first column names the row. */
export interface ChartTableData {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

const isNumber = (cell: string | number) => typeof cell === "number" || /^[<>±+−-]?\d/.test(cell);

export function ChartTable({ caption, columns, rows }: ChartTableData) {
  return (
    <div className={styles.scroll} role="region" aria-label={caption} tabIndex={0}>
      <table className={styles.table}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column, i) => (
              <th
                key={i}
                scope="col"
                className={rows.every((row) => isNumber(row[i] ?? "")) ? styles.number : ""}
              >
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, r) => (
            <tr key={r}>
              {row.map((cell, i) =>
                i === 0 ? (
                  <th key={i} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={i} className={isNumber(cell) ? styles.number : ""}>
                    {typeof cell === "number" ? String(cell).replace("-", "−") : cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
