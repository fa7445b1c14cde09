import type { Case } from "../../../app/model/case/types.ts";
import type { GroupAnswer } from "../../../app/model/group/answer.ts";
import { mayListPeople, separatedBy, widestFirst } from "../../../app/model/session/round.ts";
import type { Setup } from "../../../app/model/session/types.ts";
import { largestRemainder } from "../../../app/model/words/numbers.ts";

/** Whose disagreement spreads a room's answers. */
export interface Splits {
  /** "Long run" */
  readonly when: string;
  /** Shares of the spread in whole percent, the largest first; they sum to 100, or are all 0. */
  readonly rows: readonly {
    readonly id: string;
    readonly label: string;
    readonly share: number;
    /** Its middle half is wide. */
    readonly split: boolean;
  }[];
  /** Null of so few people that it would give single answers away. */
  readonly apart: {
    /** How far the answers spread, in points. */
    readonly spread: number;
    /** By how many points they lie further apart than the weights alone would make them; below 0: closer. */
    readonly coupling: number;
  } | null;
  /** Two camps: how many people say more and less, and what separates them most. */
  readonly camps: {
    readonly more: number;
    readonly less: number;
    readonly by: readonly { readonly label: string; readonly more: number; readonly less: number }[];
  } | null;
}

// A standard deviation in points is what people can read.
const points = (variance: number) => Math.round(100 * Math.sqrt(Math.max(0, variance)));

/** At the last of the asked horizons. */
export function splitsOf(setup: Setup, theCase: Case, answer: GroupAnswer): Splits | null {
  const horizon = setup.chances.at(-1)?.id ?? "";
  const at = answer.horizons[horizon];
  if (!at) return null;
  const label = (id: string) => setup.factors.find((one) => one.id === id)?.label ?? id;
  const ranked = Object.entries(at.drivers.shares).sort(([, a], [, b]) => b - a);
  const total = ranked.reduce((sum, [, share]) => sum + share, 0);
  const whole = total > 0 ? largestRemainder(ranked.map(([, share]) => 100 * share), 100) : []; // prettier-ignore
  const wide = new Set(widestFirst(setup, answer).flatMap(({ id, split }) => (split === true ? [id] : [])));
  const [spread, alone] = [points(at.drivers.actual), points(at.drivers.product)];
  return {
    when: theCase.horizons.find(({ id }) => id === horizon)?.label ?? horizon,
    rows: ranked.map(([id], i) => ({ id, label: label(id), share: whole[i] ?? 0, split: wide.has(id) })),
    apart: mayListPeople(setup, answer.people.length) ? { spread, coupling: spread - alone } : null,
    camps: at.camps
      ? {
          less: at.camps.people[0].length,
          more: at.camps.people[1].length,
          by: separatedBy(setup, at.camps).map(({ factor, medians: [less, more] }) => ({
            label: label(factor),
            more,
            less,
          })),
        }
      : null,
  };
}
