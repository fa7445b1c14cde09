import { Plus, X } from "lucide-react";
import { Button } from "react-aria-components";
import { freshId } from "../../../app/model/author/ids.ts";
import type { Indicator } from "../../../app/model/case/types.ts";
import { useCase } from "../../state/context.ts";
import { PickList } from "../../ui/PickList.tsx";
import styles from "./Author.module.css";
import { NumberField, TextField } from "./fields.tsx";
import form from "./Form.module.css";
import { useEdit } from "./useEdit.ts";

/** How often a new sign is seen at each level, until its author says otherwise. */
const SEEN = [0.05, 0.15, 0.3, 0.5, 0.7] as const;

/** What one could see from outside, and how often at each state of what it tells of. */
export function Signs() {
  const edit = useEdit();
  const theCase = useCase();
  const { indicators, levels, factors, mechanisms, outcome } = theCase;
  const parts = [...mechanisms, ...factors].map(({ id, label }) => ({ id, label }));
  const put = (indicator: Indicator, gesture: string | null = null) =>
    edit({ edit: "putIndicator", indicator }, gesture);
  return (
    <section className={styles.card} aria-label="Signs">
      <div className={styles.title}>
        <h2>Signs: what one could see from outside</h2>
        {indicators.length > 0 && <span className={styles.count}>{indicators.length}</span>}
      </div>
      <p className={styles.help}>
        Something that can be looked up and is there or not. Out of 100 times that its part stands so, how
        often would it be seen? A sign tells the more, the further the two ends lie apart.
      </p>
      {indicators.length > 0 && (
        <div className={form.scroll}>
          <table className={`${form.states} ${form.signs}`}>
            <thead>
              <tr>
                <th scope="col">Sign</th>
                <th scope="col">tells of</th>
                {levels.map(({ id, label }) => (
                  <th key={id} scope="col">
                    {label}
                  </th>
                ))}
                <th scope="col">
                  <span className={form.said}>Remove</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {indicators.map((sign) => (
                <tr key={sign.id}>
                  <th scope="row">
                    <TextField
                      label="Name of the sign"
                      bare
                      value={sign.label}
                      onChange={(label, g) => put({ ...sign, label }, g)}
                    />
                  </th>
                  <td>
                    <PickList
                      label={`What ${sign.label} tells of`}
                      look="field"
                      items={parts}
                      chosen={sign.of}
                      onChoose={(of) => put({ ...sign, of })}
                    />
                  </td>
                  {levels.map(({ id, label }, k) => (
                    <td key={id}>
                      <NumberField
                        label={`${sign.label}, ${label}, of 100`}
                        bare
                        inline
                        value={Math.round((sign.p[k] ?? 0) * 10000) / 100}
                        min={0}
                        max={100}
                        step={1}
                        onChange={(value, g) => put({ ...sign, p: sign.p.with(k, value / 100) }, g)}
                      />
                    </td>
                  ))}
                  <td>
                    <Button
                      className={styles.icon ?? ""}
                      aria-label={`Remove the sign ${sign.label}`}
                      onPress={() => edit({ edit: "removeIndicator", indicator: sign.id })}
                    >
                      <X size={14} aria-hidden />
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div className={styles.buttons}>
        <Button
          className={styles.small ?? ""}
          onPress={() => {
            const label = "A new sign";
            put({ id: freshId(theCase, label), label, of: outcome.event.of, p: SEEN, paragraphs: [] });
          }}
        >
          <Plus size={13} aria-hidden /> Add a sign
        </Button>
      </div>
    </section>
  );
}
