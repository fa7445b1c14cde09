import type { Case } from "../../../app/model/case/types.ts";
import { percentLabel } from "../../../app/model/words/numbers.ts";
import { argumentLinks, OUTCOME } from "../../charts/causal-map/links.ts";
import { useAnswers, useCase, useDocument, useLook } from "../../state/context.ts";
import { lastMove } from "../../state/question.ts";
import { strainAt } from "../../state/select.ts";
import styles from "./Author.module.css";
import { nameOf } from "../../../app/model/case/settings.ts";

/** "within ten years": whatever a period is called, its phrase fits into a sentence. */
const phraseOf = ({ horizons }: Case, id: string): string =>
  horizons.find((one) => one.id === id)?.phrase ?? "";

/** What the last edit did to the answer, and what the part in hand carries. */
export function Effect({ part }: { readonly part: string | null }) {
  const theCase = useCase();
  const horizon = useLook((look) => look.horizon);
  const now = useAnswers((state) => state.now);
  const before = useAnswers((state) => state.before);
  const label = useDocument(lastMove);
  const when = phraseOf(theCase, horizon);
  const was = before?.answer.result.horizons[horizon]?.break;
  const is = now?.answer.result.horizons[horizon]?.break;
  const moved =
    label !== undefined && was !== undefined && is !== undefined && Math.abs(was - is) > 1e-9 ? (
      <p className={styles.say}>
        <b>{label}</b> moved the answer, {when}, <b>{`${percentLabel(was)} → ${percentLabel(is)}`}</b>.
      </p>
    ) : label === undefined ? (
      <p className={styles.say}>Nothing that the answer hangs on has been edited yet.</p>
    ) : (
      <p className={styles.say}>
        <b>{label}</b>: the answer stays where it was.
      </p>
    );
  return (
    <div className={styles.part}>
      <div className={styles.title}>
        <h2>Effect of this edit</h2>
      </div>
      {moved}
      {part !== null && <Carries part={part} />}
    </div>
  );
}

/** The strongest arrow out of a part, and what cutting it would take away. */
function Carries({ part }: { readonly part: string }) {
  const theCase = useCase();
  const horizon = useLook((look) => look.horizon);
  const now = useAnswers((state) => state.now);
  const points = now?.answer.links.horizons[horizon];
  const out = argumentLinks(theCase).filter(({ from, to }) => from === part && to !== OUTCOME);
  const [strongest] = out.toSorted((a, b) => Math.abs(points?.[b.key] ?? 0) - Math.abs(points?.[a.key] ?? 0));
  if (!strongest || !points || !now) return null;
  const value = Math.round((points[strongest.key] ?? 0) * 100);
  const strain = Math.round((now.answer.links.strainNow?.[strongest.key] ?? 0) * 100);
  const first = theCase.horizons[0];
  const at = first && now.answer.result.horizons[first.id];
  const rung = at ? strainAt(theCase, at)?.rung : undefined;
  const name = (id: string) => nameOf(theCase, id);
  const change = (n: number) =>
    n === 0
      ? "would not change"
      : `would ${n > 0 ? "take" : "add"} ${Math.abs(n)} ${Math.abs(n) === 1 ? "point" : "points"} ${n > 0 ? "off" : "to"}`;
  const also = (one: number, other: number) =>
    Math.sign(one) === Math.sign(other)
      ? `${Math.abs(other)} ${other > 0 ? "off" : "to"}`
      : change(other).replace("would ", "");
  return (
    <p className={styles.say} style={{ marginTop: 6 }}>
      Cutting{" "}
      <b>
        {name(strongest.from)} → {name(strongest.to)}
      </b>{" "}
      {change(value)} the answer {phraseOf(theCase, horizon)}
      {rung && strain !== 0 ? ` and ${also(value, strain)} “${rung.short}” now` : ""}.
    </p>
  );
}
