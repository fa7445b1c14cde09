import type { ReactNode } from "react";

interface Props {
  /** What each is called, and what it is. */
  readonly rows: readonly (readonly [name: ReactNode, is: ReactNode])[];
  readonly className?: string | undefined;
}

/** Names and what stands beside them, as one list. */
export function Facts({ rows, className }: Props) {
  return (
    <dl className={className}>
      {rows.map(([name, is], i) => (
        <div key={i}>
          <dt>{name}</dt>
          <dd>{is}</dd>
        </div>
      ))}
    </dl>
  );
}
