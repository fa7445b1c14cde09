import { useState } from "react";
import { Button } from "react-aria-components";
import { readGradesFrom } from "../../../app/model/case/evidence.ts";
import { CREDIBILITIES, type Grades, RELIABILITIES } from "../../../app/model/case/evidence-types.ts";
import {
  CREDIBILITY_WORDS,
  gradesOf,
  RELIABILITY_WORDS,
  USUAL_GRADES,
} from "../../../app/model/evidence/grades.ts";
import { useApp, useCase } from "../../state/context.ts";
import { Window } from "../../ui/Window.tsx";
import window from "../../ui/Window.module.css";
import styles from "./Evidence.module.css";

const percent = (share: number) => String(Math.round(share * 1000) / 10);

/** The table of grades: how much of its weight a report keeps, in percent. */
export function GradesDialog({ onClose }: { readonly onClose: () => void }) {
  const app = useApp();
  const theCase = useCase();
  const [typed, setTyped] = useState(() =>
    Object.fromEntries(RELIABILITIES.map((row) => [row, gradesOf(theCase)[row].map(percent)])),
  );
  const read = readGradesFrom(
    Object.fromEntries(Object.entries(typed).map(([row, cells]) => [row, cells.map((cell) => (cell.trim() === "" ? Number.NaN : Number(cell) / 100))])),
  ); // prettier-ignore
  const done = (grades: Grades | null): void => {
    app.edit({ edit: "setGrades", grades });
    onClose();
  };
  return (
    <Window
      title="How much each grade counts"
      onClose={onClose}
      foot={
        <>
          <Button className={window.button ?? ""} onPress={() => done(null)}>
            The usual table
          </Button>
          <Button className={window.button ?? ""} onPress={onClose}>
            Cancel
          </Button>
          <Button
            className={`${window.button} ${window.primary}`}
            isDisabled={!read.ok}
            onPress={() => read.ok && done(same(read.grades, USUAL_GRADES) ? null : read.grades)}
          >
            Use this table
          </Button>
        </>
      }
    >
      <p className={styles.explain}>
        Percent of its weight that a report keeps. At 100 a sign is taken as certain, at 0 the report says
        nothing; in between, with share d, the reports fit “no” only 1 − d times as well as “yes”. An item
        counts by the best of its sources; items of one origin count once on each sign, at the strongest;
        independent items multiply.
      </p>
      <table className={styles.grades}>
        <thead>
          <tr>
            <th scope="col">Source</th>
            {CREDIBILITIES.map((grade) => (
              <th key={grade} scope="col">
                {grade} <span>{CREDIBILITY_WORDS[grade]}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {RELIABILITIES.map((row) => (
            <tr key={row}>
              <th scope="row">
                {row} <span>{RELIABILITY_WORDS[row]}</span>
              </th>
              {CREDIBILITIES.map((grade, c) => (
                <td key={grade}>
                  <input
                    aria-label={`${row}${grade}, percent`}
                    inputMode="decimal"
                    value={typed[row]?.[c] ?? ""}
                    readOnly={(row === "A" && grade === 1) || (row === "F" && grade === 6)}
                    onChange={({ target }) =>
                      setTyped((now) => ({ ...now, [row]: (now[row] ?? []).with(c, target.value) }))
                    }
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {!read.ok && (
        <p className={styles.wrong} role="alert">
          {read.sentence}
        </p>
      )}
    </Window>
  );
}

const same = (a: Grades, b: Grades) =>
  RELIABILITIES.every((row) => a[row].every((value, c) => value === b[row][c]));
