import { pointsLabel } from "../../../app/model/words/numbers.ts";
import styles from "./Faces.module.css";
import { weightText } from "./roomPage.ts";
import type { Splits } from "./splits.ts";
import { listed } from "../../../app/model/words/text.ts";

const NAMED = 2;

/** Whose disagreement spreads the answers of the room, the largest share first. */
export function SplitsFace({ splits }: { readonly splits: Splits }) {
  const { when, rows, apart, camps } = splits;
  const most = Math.max(1, ...rows.map(({ share }) => share));
  const top = rows.filter(({ share }) => share > 0).slice(0, NAMED);
  return (
    <div className={styles.face}>
      <h1>
        {top.length === 0 ? (
          "Nothing splits the room: everybody’s weights say the same."
        ) : (
          <>
            {listed(top.map(({ label }) => label))} <b>split the room</b> most.
          </>
        )}
      </h1>
      <section aria-label="What splits the room">
        <h2>
          <span>Share of the spread of the answers, {when.toLowerCase()}</span>
          {apart && <span>they spread by {apart.spread === 1 ? "1 point" : `${apart.spread} points`}</span>}
        </h2>
        <ol className={styles.shares}>
          {rows.map(({ id, label, share, split }, i) => (
            <li key={id} data-big={i < NAMED || undefined}>
              <span>{label}</span>
              <i aria-hidden>
                <i style={{ width: `${(share / most) * 100}%` }} />
              </i>
              <b>{share}%</b>
              <em>{split ? "Split room" : ""}</em>
            </li>
          ))}
        </ol>
      </section>
      <p className={styles.note}>
        {camps && (
          <>
            Two camps: {camps.more} people’s weights say more likely, {camps.less} less.{" "}
            {camps.by.length > 0 &&
              `What separates them: ${listed(
                camps.by.map(
                  ({ label, more, less }) => `${label} (${weightText(more)} against ${weightText(less)})`,
                ),
              )}. `}
          </>
        )}
        {apart &&
          (apart.coupling === 0
            ? "People’s weights do not hang together."
            : `People’s weights hang together: answers lie ${apart.coupling < 0 ? "closer" : "further apart"} than each alone would make them (${pointsLabel(apart.coupling)} points).`)}
      </p>
    </div>
  );
}
