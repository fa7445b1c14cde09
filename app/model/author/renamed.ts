import { blankCase } from "./start.ts";

interface Named {
  readonly label: string;
  readonly short: string;
}

/**
 * What a new name changes of a part or an outcome: a short name that nobody wrote goes along with it. That is one like
 * the name, or one that a blank case came with.
 */
export const renamed = (now: Named, label: string): Partial<Named> =>
  now.short === now.label || isFirst(now) ? { label, short: label } : { label };

const { factors, mechanisms, outcome } = blankCase();
const FIRST: readonly Named[] = [...factors, ...mechanisms, ...outcome.rungs];

const isFirst = ({ label, short }: Named): boolean =>
  FIRST.some((first) => first.label === label && first.short === short);
