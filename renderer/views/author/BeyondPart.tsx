import { useMemo } from "react";
import { evaluate } from "../../../app/model/answer/evaluate.ts";
import { withoutParts } from "../../../app/model/author/remove.ts";
import { effectiveInputs } from "../../../app/model/evidence/weigh.ts";
import type { Case } from "../../../app/model/case/types.ts";
import { percentLabel } from "../../../app/model/words/numbers.ts";
import { useAnswers, useCase, useDocument, useLook } from "../../state/context.ts";
import { PartChip } from "./PartChips.tsx";
import styles from "./Author.module.css";
import form from "./Form.module.css";

/** What was added to the article, and the answer of the article's own model beside that of this one. */
export function BeyondPart() {
  const theCase = useCase();
  const added = theCase.factors.filter(({ beyondArticle }) => beyondArticle);
  return (
    <div className={styles.part}>
      <div className={styles.title}>
        <h2>Beyond the article</h2>
        {added.length > 0 && (
          <span className={styles.count}>{added.length === 1 ? "1 factor" : `${added.length} factors`}</span>
        )}
      </div>
      {added.length === 0 ? (
        <p className={styles.help}>
          A factor that the article does not speak of is marked “Beyond the article” on its page; here the
          answer is then compared with the article’s own.
        </p>
      ) : (
        <>
          <div className={styles.chips}>
            {added.map((factor) => (
              <PartChip key={factor.id} factor={factor} />
            ))}
          </div>
          <Compared theCase={theCase} ids={added.map(({ id }) => id)} />
        </>
      )}
    </div>
  );
}

/** Chances of a break with and without what was added, at every horizon. */
function Compared({ theCase, ids }: { readonly theCase: Case; readonly ids: readonly string[] }) {
  const view = useLook((look) => look.view);
  const scenario = useDocument((document) => document.scenario);
  const now = useAnswers((state) => state.now);
  const own = ids.length < theCase.factors.length;
  const key = ids.join(" ");
  const without = useMemo(() => {
    if (!own) return null;
    const article = withoutParts(theCase, key.split(" "));
    try {
      return evaluate(article, { ...effectiveInputs(article, scenario), view });
    } catch {
      // Evidence that the article's own model cannot hold: then there is nothing to compare.
      return null;
    }
  }, [theCase, key, own, scenario, view]);
  if (!without || !now) return <p className={styles.help}>Without them nothing is left to compare with.</p>;
  return (
    <table className={form.states}>
      <caption className={form.said}>Chance of a break</caption>
      <thead>
        <tr>
          <th scope="col">Chance of a break</th>
          <th scope="col">article</th>
          <th scope="col">with these</th>
        </tr>
      </thead>
      <tbody>
        {theCase.horizons.map(({ id, label }) => (
          <tr key={id}>
            <th scope="row">{label}</th>
            <td>{percentLabel(without.horizons[id]?.break ?? 0)}</td>
            <td>
              <b>{percentLabel(now.answer.result.horizons[id]?.break ?? 0)}</b>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
