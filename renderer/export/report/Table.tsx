interface Props {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Columns from this one on hold numbers. */
  readonly numbersFrom?: number;
  readonly caption: string;
}

/** A table of at most so many rows stays on one page. */
const SHORT = 12;
/** A name of at most so many letters stays on one line. */
const NAME = 12;

/** Words with their ranges: what stands in brackets is never broken over two lines. */
const whole = (cell: string) =>
  cell.split(/(\([^()]{1,16}\))/).map((part, i) =>
    i % 2 === 1 ? (
      <span key={i} className="whole">
        {part}
      </span>
    ) : (
      part
    ),
  );

export function Table({ head, rows, numbersFrom = 99, caption }: Props) {
  const kind = (column: number) => (column >= numbersFrom ? "n" : undefined);
  return (
    <table className={rows.length <= SHORT ? "short" : undefined}>
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
                <th key={i} scope="row" className={cell.length <= NAME ? "whole" : undefined}>
                  {cell}
                </th>
              ) : (
                <td key={i} className={kind(i)}>
                  {whole(cell)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
