import { ArrowDown, ArrowUp } from "lucide-react";
import { Button } from "react-aria-components";
import type { Outcome, Share } from "../../../app/model/case/types.ts";
import { useCase } from "../../state/context.ts";
import { PickList } from "../../ui/PickList.tsx";
import styles from "./Author.module.css";
import { NumberField } from "./fields.tsx";
import form from "./Form.module.css";
import { useEdit } from "./useEdit.ts";

export interface SharesProps {
  readonly title: string;
  readonly shares: readonly Share[];
  /** The outcome with these shares instead. */
  readonly onShares: (shares: readonly Share[]) => Outcome;
}

/** Which rung it is: each takes its share of what the ones before have left, the last the rest. */
export function Shares({ title, shares, onShares }: SharesProps) {
  const edit = useEdit();
  const theCase = useCase();
  const { rungs } = theCase.outcome;
  const put = (next: readonly Share[], gesture: string | null = null) =>
    edit({ edit: "setOutcome", outcome: onShares(next) }, gesture);
  const nameOf = (id: string) => rungs.find((rung) => rung.id === id)?.label ?? id;
  const parts = [...theCase.mechanisms, ...theCase.factors].map(({ id, label }) => ({ id, label }));
  const last = shares.at(-1);
  /** Two neighbours change places; what hangs on a part stays at its place in the list. */
  const swap = (i: number) => {
    const [one, next] = [shares[i], shares[i + 1]];
    if (one && next)
      put(shares.with(i, { ...one, rung: next.rung }).with(i + 1, { ...next, rung: one.rung }));
  };
  return (
    <section className={styles.card} aria-label={title}>
      <div className={styles.title}>
        <h2>{title}</h2>
      </div>
      {shares.length === 1 ? (
        <p className={styles.say}>
          Always <b>{nameOf(last?.rung ?? "")}</b>: there is no other outcome of this kind.
        </p>
      ) : (
        <>
          <div className={form.scroll}>
            <table className={form.states}>
              <thead>
                <tr>
                  <th scope="col">Outcome</th>
                  <th scope="col">takes, as this rises</th>
                  {theCase.levels.map(({ id, label }) => (
                    <th key={id} scope="col">
                      {label}
                    </th>
                  ))}
                  <th scope="col">
                    <span className={form.said}>Order</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {shares.slice(0, -1).map((share, i) => (
                  <tr key={share.rung}>
                    <th scope="row">{nameOf(share.rung)}</th>
                    <td>
                      <PickList
                        label={`What ${nameOf(share.rung)} hangs on`}
                        look="field"
                        items={parts}
                        chosen={share.of ?? ""}
                        onChoose={(of) => put(shares.with(i, { ...share, of }))}
                      />
                    </td>
                    {theCase.levels.map(({ id, label }, k) => (
                      <td key={id}>
                        <NumberField
                          label={`${nameOf(share.rung)}, ${label}, percent`}
                          bare
                          inline
                          value={Math.round((share.p?.[k] ?? 0) * 10000) / 100}
                          min={0}
                          max={100}
                          step={1}
                          onChange={(value, g) =>
                            put(shares.with(i, { ...share, p: (share.p ?? []).with(k, value / 100) }), g)
                          }
                        />
                      </td>
                    ))}
                    <td>
                      <span className={form.moves}>
                        <Button
                          className={styles.icon ?? ""}
                          aria-label={`${nameOf(share.rung)}: take earlier`}
                          isDisabled={i === 0}
                          onPress={() => swap(i - 1)}
                        >
                          <ArrowUp size={14} aria-hidden />
                        </Button>
                        <Button
                          className={styles.icon ?? ""}
                          aria-label={`${nameOf(share.rung)}: take later`}
                          onPress={() => swap(i)}
                        >
                          <ArrowDown size={14} aria-hidden />
                        </Button>
                      </span>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <p className={styles.say}>
            What is left is <b>{nameOf(last?.rung ?? "")}</b>. Percent of what those above have left.
          </p>
        </>
      )}
    </section>
  );
}
