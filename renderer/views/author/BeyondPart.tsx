import { useMemo } from "react";
import { beyond } from "../../../app/model/author/beyond.ts";
import type { Case } from "../../../app/model/case/types.ts";
import { percentLabel } from "../../../app/model/words/numbers.ts";
import { sourceWords } from "../../../app/model/words/source.ts";
import { capitalised } from "../../../app/model/words/text.ts";
import { useCase, useInputs, useLook } from "../../state/context.ts";
import { PartChip } from "./PartChips.tsx";
import styles from "./Author.module.css";
import form from "./Form.module.css";

/** What was added to the article, and the answer of the article's own model beside that of this one. */
export function BeyondPart() {
  const theCase = useCase();
  const words = sourceWords(theCase);
  const added = theCase.factors.filter(({ beyondArticle }) => beyondArticle);
  return (
    <div className={styles.part}>
      <div className={styles.title}>
        <h2>{capitalised(words.beyond)}</h2>
        {added.length > 0 && (
          <span className={styles.count}>{added.length === 1 ? "1 factor" : `${added.length} factors`}</span>
        )}
      </div>
      {added.length === 0 ? (
        <p className={styles.help}>
          {words.kind === "none"
            ? "A factor that is an assumption more is marked so on its page"
            : `A factor that ${words.the} ${words.does} not speak of is marked “${capitalised(words.beyond)}” on its page`}
          ; here the answer is then compared with {words.own} own.
        </p>
      ) : (
        <>
          <div className={styles.chips}>
            {added.map((factor) => (
              <PartChip key={factor.id} factor={factor} />
            ))}
          </div>
          <Compared theCase={theCase} />
        </>
      )}
    </div>
  );
}

/** Chances of a break with and without what was added, at every horizon. */
function Compared({ theCase }: { readonly theCase: Case }) {
  const inputs = useInputs();
  const view = useLook((look) => look.view);
  const found = useMemo(() => {
    try {
      return beyond(theCase, { ...inputs, view });
    } catch (error) {
      // Evidence that one of the two cannot hold, or nothing left without it: a sentence says so.
      return error instanceof Error ? error.message : String(error);
    }
  }, [theCase, inputs, view]);
  if (typeof found === "string") return <p className={styles.help}>{found}</p>;
  return (
    <table className={form.states}>
      <thead>
        <tr>
          <th scope="col">Chance of a break</th>
          <th scope="col">{sourceWords(theCase).name}</th>
          <th scope="col">with these</th>
        </tr>
      </thead>
      <tbody>
        {theCase.horizons.map(({ id, label }) => (
          <tr key={id}>
            <th scope="row">{label}</th>
            <td>{percentLabel(found.horizons[id]?.text ?? 0)}</td>
            <td>
              <b>{percentLabel(found.horizons[id]?.whole ?? 0)}</b>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
