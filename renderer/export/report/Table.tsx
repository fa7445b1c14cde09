interface Props {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Columns from this one on hold numbers. */
  readonly numbersFrom?: number;
  readonly caption: string;
}

export function Table({ head, rows, numbersFrom = 99, caption }: Props) {
  const kind = (column: number) => (column >= numbersFrom ? "n" : undefined);
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {head.map((name, i) => (
            <th key={i} scope="col" className={kind(i)}>
              {name}
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
                <td key={i} className={kind(i)}>
                  {cell}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
