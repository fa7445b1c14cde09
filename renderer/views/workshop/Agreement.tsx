import type { GroupAt } from "../../../app/model/group/answer.ts";
import type { Concordance } from "../../../app/model/group/concordance.ts";
import type { Stability } from "../../../app/model/group/stability.ts";
import { concordText } from "../../../app/model/session/agreement.ts";
import { spanText } from "../../../app/model/session/report-room.ts";
import { FEWEST_DOTS, mayTellSpread } from "../../../app/model/session/round.ts";
import type { Setup } from "../../../app/model/session/types.ts";
import styles from "./Workshop.module.css";
import { Facts } from "../../ui/Facts.tsx";

interface Props {
  readonly setup: Pick<Setup, "anonymity">;
  readonly at: Pick<GroupAt, "spread" | "entropy">;
  /** Null where there is no order to agree on. */
  readonly order: Pick<Concordance, "w" | "p"> | null;
  /** Null with one round, and of too few people. */
  readonly stability: Stability | null;
}

/** How far a room agrees; of so few that quarters and ends are somebody's own answer, these are left out. */
export function Agreement({ setup, at: { spread, entropy }, order, stability }: Props) {
  const { n, low, high, quartiles } = spread;
  const facts = [
    ...(mayTellSpread(setup, n)
      ? ([
          ["Middle half of the answers", spanText(quartiles[0], quartiles[2])],
          ["Lowest and highest", spanText(low, high)],
        ] as const)
      : []),
    ["Mixed over words, 0 to 1", entropy.toFixed(2)],
  ] as const;
  return (
    <section className={styles.card} aria-label="Agreement">
      <h2>Agreement</h2>
      {order && order.w !== null && <p>{concordText({ w: order.w, p: order.p })}</p>}
      <p>{stabilityText(stability)}</p>
      <Facts className={styles.facts} rows={facts} />
    </section>
  );
}

function stabilityText(stability: Stability | null): string {
  if (!stability) return `Stability is told once ${FEWEST_DOTS} people or more have answered two rounds.`;
  const points = (100 * stability.meanChange).toFixed(1);
  const spread = Number.isFinite(stability.iqrChange)
    ? `the middle half changed by ${Math.round(100 * stability.iqrChange)}%`
    : "the middle half opened";
  return `${stability.stable ? "Stable" : "Not stable yet"}: answers moved by ${points} points on average, ${spread}.`;
}
