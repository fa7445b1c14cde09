import type { Mechanism } from "../../../app/model/case/types.ts";
import { pointsLabel } from "../../../app/model/words/numbers.ts";
import { argumentLinks, OUTCOME } from "../../charts/causal-map/links.ts";
import { useAnswers, useApp, useCase, useLook } from "../../state/context.ts";
import styles from "./Selection.module.css";
import side from "./Side.module.css";

/** What acts on a mechanism and what it acts on, in sentences, with the points lost if the arrow is cut. */
export function FedBy({ mechanism }: { readonly mechanism: Mechanism }) {
  const app = useApp();
  const theCase = useCase();
  const horizon = useLook((look) => look.horizon);
  const points = useAnswers((state) => state.now?.answer.links.horizons[horizon]);
  const names = new Map([
    ...[...theCase.factors, ...theCase.mechanisms].map(({ id, short }) => [id, short] as const),
    [OUTCOME, theCase.outcome.short] as const,
  ]);
  const links = argumentLinks(theCase);
  const reasonOf = (from: string, to: string) =>
    theCase.links.find((one) => one.from === from && one.to === to)?.reason ?? "";
  const list = (title: string, rows: typeof links, other: (row: (typeof links)[number]) => string) =>
    rows.length > 0 && (
      <section>
        <h3>{title}</h3>
        <ul className={styles.links}>
          {rows.map((row) => {
            const share = points?.[row.key];
            return (
              <li key={row.key}>
                <button type="button" onClick={() => app.look.setState({ selected: other(row) })}>
                  {names.get(other(row)) ?? other(row)}
                </button>{" "}
                <em>{row.raises ? "raises" : "weakens"}</em>
                {share !== undefined && (
                  <b className={share >= 0 ? side.apart : side.hold}>
                    {pointsLabel(Math.round(share * 100))}
                  </b>
                )}
                <span>{reasonOf(row.from, row.to)}</span>
              </li>
            );
          })}
        </ul>
      </section>
    );
  return (
    <>
      {list(
        "Fed by",
        links.filter(({ to }) => to === mechanism.id),
        ({ from }) => from,
      )}
      {list(
        "Feeds",
        links.filter(({ from }) => from === mechanism.id),
        ({ to }) => to,
      )}
    </>
  );
}
