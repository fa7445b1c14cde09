import { useMemo, useState } from "react";
import { Button } from "react-aria-components";
import type { Mechanism } from "../../../app/model/case/types.ts";
import { alone } from "../../../app/model/author/previews.ts";
import { tableBehind } from "../../../app/model/author/tables.ts";
import { causesOf } from "../../../app/model/case/structure.ts";
import { useCase } from "../../state/context.ts";
import { SelectField } from "../../ui/SelectField.tsx";
import styles from "./Author.module.css";
import { levelOf, middleOf } from "./rows.ts";
import { RowEdit } from "./RowEdit.tsx";
import css from "./TableCard.module.css";
import { useEdit } from "./useEdit.ts";
import { nameOf } from "../../../app/model/case/settings.ts";

/** Causes beyond which the table is too long to be drawn. */
const MOST = 6;
/** How much ink the darkest cell has: figures stay readable in all of them. */
const INK = 0.45;

const takeBack = (count: number): string =>
  count === 1 ? "Take the row set by hand back" : `Take the ${count} rows set by hand back`;

/** What the sentences come to: the middle of the resulting state for every pair of states of two causes. */
export function TableCard({ mechanism }: { readonly mechanism: Mechanism }) {
  const edit = useEdit();
  const theCase = useCase();
  const { levels } = theCase;
  const rows = useMemo(
    () => (causesOf(mechanism).length > MOST ? null : tableBehind(mechanism)),
    [mechanism],
  );
  const [axes, setAxes] = useState<{ readonly across?: string; readonly down?: string }>({});
  const [held, setHeld] = useState<Readonly<Record<string, number>>>({});
  const [cell, setCell] = useState<{ readonly across: number; readonly down: number } | null>(null);
  if (rows === null)
    return (
      <p className={`${styles.card} ${styles.say}`}>
        It has more than {MOST} direct causes: too many for a table that can be read. Join some of them in a
        mechanism of their own.
      </p>
    );
  const { causes: parents } = rows;
  if (parents.length === 0) return null;
  const known = (id: string | undefined) => (id !== undefined && parents.includes(id) ? id : undefined);
  const across = known(axes.across) ?? parents[0] ?? "";
  const down = known(axes.down === across ? undefined : axes.down) ?? parents.find((id) => id !== across);
  const others = parents.filter((id) => id !== across && id !== down);
  const place = (i: number, j: number) => ({
    ...Object.fromEntries(others.map((id) => [id, held[id] ?? 2])),
    [across]: i,
    ...(down === undefined ? {} : { [down]: j }),
  });
  const five = [0, 1, 2, 3, 4];
  const lines = down === undefined ? [0] : five.toReversed();
  const middle = (i: number, j: number) => middleOf(rows.at(place(i, j)));
  const word = (value: number) => levels[levelOf(value)]?.label ?? "";
  const [low, high] = [middle(0, 0), middle(4, down === undefined ? 0 : 4)];
  const pick = (
    label: string,
    chosen: string,
    options: readonly string[],
    onChoose: (id: string) => void,
  ) => (
    <SelectField aria-label={label} value={chosen} onChange={({ target }) => onChoose(target.value)}>
      {options.map((id) => (
        <option key={id} value={id}>
          {nameOf(theCase, id)}
        </option>
      ))}
    </SelectField>
  );
  return (
    <section className={styles.card} aria-label="What this says">
      <div className={css.two}>
        <div className={css.say}>
          <span className={styles.label}>What this says</span>
          <p className={styles.say}>
            With {nameOf(theCase, across)}
            {down === undefined ? "" : ` and ${nameOf(theCase, down)}`} {levels[0]?.label}, it is{" "}
            <b>{word(low)}</b>; with {down === undefined ? "it" : "both"} {levels[4]?.label},{" "}
            <b>{word(high)}</b>.
          </p>
          {down !== undefined && <Alone mechanism={mechanism} />}
          <div className={css.axes}>
            <label>
              <span>Across</span>
              {pick("Across", across, parents, (id) =>
                setAxes({ across: id, ...(down === id ? { down: across } : { down: down ?? "" }) }),
              )}
            </label>
            {down !== undefined && (
              <label>
                <span>Down</span>
                {pick(
                  "Down",
                  down,
                  parents.filter((id) => id !== across),
                  (id) => setAxes({ across, down: id }),
                )}
              </label>
            )}
            {others.map((id) => (
              <label key={id}>
                <span>{nameOf(theCase, id)}</span>
                <SelectField
                  aria-label={`${nameOf(theCase, id)} held at`}
                  value={held[id] ?? 2}
                  onChange={({ target }) => setHeld({ ...held, [id]: Number(target.value) })}
                >
                  {levels.map((level, k) => (
                    <option key={level.id} value={k}>
                      {level.label}
                    </option>
                  ))}
                </SelectField>
              </label>
            ))}
          </div>
          <p className={styles.help}>
            Middle of the resulting state, 0–100. Choose a cell to see its row and to set it by hand; rows set
            by hand are framed.
          </p>
          {mechanism.table && (
            <Button
              className={styles.small ?? ""}
              onPress={() => edit({ edit: "setTable", mechanism: mechanism.id, table: null })}
            >
              {takeBack(mechanism.table.filter((row) => row !== null).length)}
            </Button>
          )}
        </div>
        <div>
          <table className={css.table}>
            <caption className={css.said}>
              {mechanism.short}: across {nameOf(theCase, across)}
              {down === undefined ? "" : `, down ${nameOf(theCase, down)}`}
            </caption>
            <thead>
              <tr>
                <td />
                {levels.map(({ id, label }) => (
                  <th key={id} scope="col">
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {lines.map((j) => (
                <tr key={j}>
                  <th scope="row">{down === undefined ? "" : levels[j]?.label}</th>
                  {five.map((i) => {
                    const value = middle(i, j);
                    const fixed = rows.isByHand(rows.rowOf(place(i, j)));
                    return (
                      <td key={i}>
                        <button
                          type="button"
                          data-fixed={fixed || undefined}
                          aria-pressed={cell?.across === i && cell.down === j}
                          aria-label={`${nameOf(theCase, across)} ${levels[i]?.label ?? ""}${down === undefined ? "" : `, ${nameOf(theCase, down)} ${levels[j]?.label ?? ""}`}: ${value}${fixed ? ", set by hand" : ""}`}
                          style={{
                            background: `color-mix(in srgb, var(--ink) ${Math.round(value * INK)}%, var(--surface))`,
                          }}
                          onClick={() =>
                            setCell(cell?.across === i && cell.down === j ? null : { across: i, down: j })
                          }
                        >
                          {value}
                        </button>
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
          {cell && (
            <RowEdit
              key={`${cell.across} ${cell.down}`}
              mechanism={mechanism}
              row={rows.rowOf(place(cell.across, cell.down))}
              fixed={rows.isByHand(rows.rowOf(place(cell.across, cell.down)))}
              p={rows.at(place(cell.across, cell.down))}
              when={parents
                .map(
                  (id) =>
                    `${nameOf(theCase, id)} ${levels[place(cell.across, cell.down)[id] ?? 2]?.label ?? ""}`,
                )
                .join(", ")}
            />
          )}
        </div>
      </div>
    </section>
  );
}

/** How far each cause can carry it by itself, in sentences. */
function Alone({ mechanism }: { readonly mechanism: Mechanism }) {
  const theCase = useCase();
  const said = useMemo(
    () =>
      causesOf(mechanism).map((cause) => ({ cause, sentence: alone(theCase, mechanism, cause)?.sentence })),
    [theCase, mechanism],
  );
  return (
    <ul className={css.alone}>
      {said.map(({ cause, sentence }) => (
        <li key={cause}>
          <b>{nameOf(theCase, cause)}.</b> {sentence}
        </li>
      ))}
    </ul>
  );
}
