import { useState } from "react";
import { Button } from "react-aria-components";
import {
  type CaseNetwork,
  type CaseVariable,
  rowStates,
  variableOf,
} from "../../../app/model/case/network-case.ts";
import { parseChance } from "../../../app/model/words/typed.ts";
import { useApp } from "../../state/context.ts";
import boxStyles from "./Box.module.css";
import styles from "./Network.module.css";

/** Rows on one page; long tables are leafed through. */
const PAGE = 24;

/** The explicit table: one row for every combination of the causes' states, every number can be typed over. */
export function BoxTable({
  network,
  variable,
}: {
  readonly network: CaseNetwork;
  readonly variable: CaseVariable;
}) {
  const { label, states, parents, p } = variable;
  const rows = p.length / states.length;
  const pages = Math.ceil(rows / PAGE);
  const [page, setPage] = useState(0);
  const [wrong, setWrong] = useState<string | null>(null);
  const first = Math.min(page, pages - 1) * PAGE;
  const shown = Array.from({ length: Math.min(PAGE, rows - first) }, (_, i) => first + i);
  return (
    <section className={boxStyles.table} aria-label={`Table of ${label}`}>
      <h3>Table</h3>
      <p className={styles.lead}>
        {parents.length === 0
          ? "Chance of every state."
          : "Chance of every state, for each combination of its causes."}{" "}
        Type over a number; the others in its row keep their proportions.
      </p>
      <div className={boxStyles.scroll} tabIndex={0} role="region" aria-label={`Numbers of ${label}`}>
        <table>
          <thead>
            <tr>
              {parents.map((parent) => (
                <th key={parent} scope="col">
                  {variableOf(network, parent)?.label ?? parent}
                </th>
              ))}
              {states.map((state) => (
                <th key={state} scope="col" className={boxStyles.own}>
                  {state}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => {
              const given = rowStates(network, variable, row);
              return (
                <tr key={row}>
                  {given.map((state, i) => (
                    <th key={i} scope="row">
                      {state}
                    </th>
                  ))}
                  {states.map((state, k) => (
                    <td key={state}>
                      <Cell
                        variable={variable}
                        row={row}
                        state={k}
                        name={given.length > 0 ? `${state} when ${given.join(", ")}` : state}
                        onWrong={setWrong}
                      />
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {wrong !== null && (
        <p className={styles.wrong} role="alert">
          {wrong}
        </p>
      )}
      {pages > 1 && (
        <p className={boxStyles.pages}>
          <Button className={styles.plain ?? ""} isDisabled={page === 0} onPress={() => setPage(page - 1)}>
            Back
          </Button>
          Rows {first + 1}–{first + shown.length} of {rows}
          <Button
            className={styles.plain ?? ""}
            isDisabled={page >= pages - 1}
            onPress={() => setPage(page + 1)}
          >
            On
          </Button>
        </p>
      )}
    </section>
  );
}

interface CellProps {
  readonly variable: CaseVariable;
  readonly row: number;
  readonly state: number;
  readonly name: string;
  readonly onWrong: (sentence: string | null) => void;
}

/** Six significant digits are shown; the file keeps all of them until the number is typed over. */
const shownAs = (p: number): string => String(Number(p.toPrecision(6)));

function Cell({ variable, row, state, name, onWrong }: CellProps) {
  const app = useApp();
  const p = variable.p[row * variable.states.length + state] ?? 0;
  const [typed, setTyped] = useState<string | null>(null);
  const parsed = typed === null ? null : parseChance(typed);
  const take = () => {
    if (typed === null) return;
    setTyped(null);
    if (typed.trim() === shownAs(p)) return onWrong(null);
    if (!parsed?.ok) return onWrong(`${parsed?.sentence ?? ""} It is still ${shownAs(p)}.`);
    onWrong(variable.states.length === 1 ? "There is one state only: its chance is 1." : null);
    app.edit({ edit: "setTableEntry", variable: variable.id, row, state, p: parsed.p });
  };
  return (
    <input
      aria-label={name}
      aria-invalid={parsed !== null && !parsed.ok}
      inputMode="decimal"
      spellCheck={false}
      value={typed ?? shownAs(p)}
      onChange={(event) => setTyped(event.target.value)}
      onFocus={(event) => event.target.select()}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === "Enter") take();
        else if (event.key === "Escape" && typed !== null) {
          setTyped(null);
          event.stopPropagation();
        }
      }}
    />
  );
}
