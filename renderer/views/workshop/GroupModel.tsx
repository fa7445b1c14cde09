import type { GroupAnswer } from "../../../app/model/group/answer.ts";
import { wholeShares } from "../../../app/model/session/report-room.ts";
import { mayListPeople } from "../../../app/model/session/round.ts";
import type { Setup } from "../../../app/model/session/types.ts";
import { percentLabel } from "../../../app/model/words/numbers.ts";
import { Facts } from "../../ui/Facts.tsx";
import { weightText } from "./Reveals.tsx";
import styles from "./Workshop.module.css";

interface Props {
  readonly setup: Pick<Setup, "anonymity" | "factors">;
  readonly answer: Pick<GroupAnswer, "model" | "atMeans"> & { readonly people: { readonly length: number } };
  readonly horizon: string;
}

/** One set of weights from the middle of the room, as weights and as the shares that a report tells. */
export function GroupModel({ setup, answer: { model, atMeans, people }, horizon }: Props) {
  const shares = wholeShares(setup.factors.map(({ id }) => model.shares[id] ?? 0));
  return (
    <section className={styles.card} aria-label="Group model">
      <h2>Group model</h2>
      <p className={styles.small}>
        One set of weights from the middle of the room, for what-if. It is a model, not the room’s estimate:
        it says {percentLabel(model.breaks[horizon] ?? 0)}
        {/* Several pools of few people give single answers away. */}
        {mayListPeople(setup, people.length) &&
          `; with mean weights instead of middle ones it would say ${percentLabel(atMeans[horizon] ?? 0)}`}
        .
      </p>
      <p className={styles.small}>Weight, 0 to 10 · share of all weight, as in the report:</p>
      <Facts
        className={styles.facts}
        rows={setup.factors.map(({ id, label }, i) => [
          label,
          `${weightText(model.weights[id] ?? 0)} · ${shares[i] ?? 0}%`,
        ])}
      />
    </section>
  );
}
