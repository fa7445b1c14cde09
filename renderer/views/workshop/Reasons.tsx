import { Button } from "react-aria-components";
import {
  allReasonsAt,
  hideReason,
  type SaidReason,
  wholeReasons,
} from "../../../app/model/session/reasons.ts";
import { widestFirst } from "../../../app/model/session/round.ts";
import type { Id } from "../../../app/model/session/types.ts";
import { useWork, type WorkedRound } from "./context.ts";
import { useLabels } from "./Reveals.tsx";
import revealsStyles from "./Reveals.module.css";
import styles from "./Workshop.module.css";

/** As many of a side as phones show. */
const SHOWN = 3;

/** Why, side by side, without names: those who weigh it most and those who weigh it least. */
export function Reasons({
  worked: { round, answer },
  only,
}: {
  readonly worked: WorkedRound;
  readonly only?: string;
}) {
  const { setup, record, happen } = useWork();
  const label = useLabels();
  if (!answer) return null;
  const rows = widestFirst(setup, answer).filter(({ id }) => only === undefined || id === only);
  const whole = wholeReasons(round);
  const some = rows.map((row) => ({ id: row.id, ...allReasonsAt(round, row) }));
  const said = some.filter(({ highest, lowest }) => highest.length + lowest.length > 0);
  const hide = (target: Id) =>
    record ? null : ({ text, hidden }: SaidReason) => happen(hideReason(round, target, text, !hidden));
  return (
    <div className={revealsStyles.reasons}>
      {only === undefined && <h2>Reasons, highest and lowest</h2>}
      {said.length === 0 && <p className={styles.small}>Nobody wrote down a reason for this.</p>}
      {said.map(({ id, highest, lowest }) => (
        <section key={id} aria-label={label(id)}>
          {only === undefined && <h3>{label(id)}</h3>}
          <div>
            <Side title="Weigh it most" said={highest} onHide={hide(id)} />
            <Side title="Weigh it least" said={lowest} onHide={hide(id)} />
          </div>
        </section>
      ))}
      {only === undefined && whole.length > 0 && (
        <section aria-label="About the whole">
          <h3>About the whole</h3>
          <Side title="Said" said={whole} onHide={hide("")} />
        </section>
      )}
    </div>
  );
}

function Side({
  title,
  said,
  onHide,
}: {
  readonly title: string;
  readonly said: readonly SaidReason[];
  /** Hides a reason, or shows it again; null in a record. */
  readonly onHide: ((one: SaidReason) => void) | null;
}) {
  // What is hidden takes nobody's place.
  const last = said.filter(({ hidden }) => !hidden)[SHOWN - 1];
  const listed = last ? said.filter((one, i) => one.hidden || i <= said.indexOf(last)) : said;
  return (
    <div>
      <h4>{title}</h4>
      {listed.length === 0 && <p className={styles.small}>No reason given.</p>}
      {listed.map((one) => (
        <div key={one.text} className={revealsStyles.reason} data-hidden={one.hidden || undefined}>
          <blockquote>{one.hidden ? "Hidden by the facilitator" : one.text}</blockquote>
          {onHide && (
            <Button
              className={styles.quiet ?? ""}
              aria-label={`${one.hidden ? "Show" : "Hide"}: ${one.text}`}
              onPress={() => onHide(one)}
            >
              {one.hidden ? "Show" : "Hide"}
            </Button>
          )}
        </div>
      ))}
    </div>
  );
}
