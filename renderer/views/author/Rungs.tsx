import { ArrowDown, ArrowUp, Plus, X } from "lucide-react";
import { Button } from "react-aria-components";
import {
  mayLeave,
  withoutRung,
  withRung,
  withRungMoved,
  withRungTurned,
} from "../../../app/model/author/rungs.ts";
import { RUNGS } from "../../../app/model/author/outcome.ts";
import { renamed } from "../../../app/model/author/renamed.ts";
import type { Outcome, Rung } from "../../../app/model/case/types.ts";
import { rungTones } from "../../state/select.ts";
import { useCase } from "../../state/context.ts";
import { Switch } from "../../ui/Switch.tsx";
import styles from "./Author.module.css";
import { TextField } from "./fields.tsx";
import form from "./Form.module.css";
import { useEdit } from "./useEdit.ts";

/** The ladder of outcomes, from what holds to what breaks. */
export function Rungs() {
  const edit = useEdit();
  const theCase = useCase();
  const { outcome } = theCase;
  const put = (next: Outcome, gesture: string | null = null) =>
    edit({ edit: "setOutcome", outcome: next }, gesture);
  const change = (id: string, to: Partial<Rung>, gesture: string) =>
    put(
      { ...outcome, rungs: outcome.rungs.map((rung) => (rung.id === id ? { ...rung, ...to } : rung)) },
      gesture,
    );
  const tones = rungTones(theCase);
  const holds = outcome.rungs.filter(({ happened }) => !happened);
  const breaks = outcome.rungs.filter(({ happened }) => happened);
  return (
    <section className={styles.card} aria-label="Outcomes">
      <div className={styles.title}>
        <h2>What can happen, from what holds to what breaks</h2>
        <span className={styles.count}>
          {outcome.rungs.length} of at most {RUNGS.most}
        </span>
      </div>
      <TextField
        label="What the outcome is headed with on the map"
        value={outcome.short}
        onChange={(short, g) => put({ ...outcome, short }, g)}
      />
      <ol className={form.rungs}>
        {[...holds, ...breaks].map((rung, i) => {
          const kind = rung.happened ? breaks : holds;
          const at = kind.indexOf(rung);
          return (
            <li key={rung.id}>
              <i style={{ background: `var(--${tones[rung.id] ?? "r3"})` }} aria-hidden="true" />
              <div className={form.rung}>
                <div className={form.rungHead}>
                  <TextField
                    label="Name of the outcome"
                    bare={i > 0}
                    value={rung.label}
                    onChange={(label, g) => change(rung.id, renamed(rung, label), g)}
                  />
                  <TextField
                    label={i === 0 ? "Short name, on the map" : `Short name of ${rung.label}`}
                    bare={i > 0}
                    value={rung.short}
                    onChange={(short, g) => change(rung.id, { short }, g)}
                  />
                  <span className={form.kind}>
                    {mayLeave(outcome, rung) ? (
                      <Switch
                        label={`${rung.label}: is it a break?`}
                        items={[
                          ["no", "holds"],
                          ["yes", "a break"],
                        ]}
                        chosen={rung.happened ? "yes" : "no"}
                        onChoose={() => put(withRungTurned(outcome, rung.id))}
                      />
                    ) : (
                      <span className={styles.help}>
                        {rung.happened ? "the one break" : "the one that holds"}
                      </span>
                    )}
                  </span>
                  <span className={form.moves}>
                    {(
                      [
                        [-1, ArrowUp, "up"],
                        [1, ArrowDown, "down"],
                      ] as const
                    ).map(([by, Icon, word]) => (
                      <Button
                        key={word}
                        className={styles.icon ?? ""}
                        aria-label={`${rung.label}: move ${word}`}
                        isDisabled={by < 0 ? at === 0 : at === kind.length - 1}
                        onPress={() => put(withRungMoved(outcome, rung.id, by))}
                      >
                        <Icon size={14} aria-hidden />
                      </Button>
                    ))}
                    <Button
                      className={styles.icon ?? ""}
                      aria-label={`Remove ${rung.label}`}
                      isDisabled={!mayLeave(outcome, rung) || outcome.rungs.length <= RUNGS.least}
                      onPress={() => put(withoutRung(outcome, rung.id))}
                    >
                      <X size={14} aria-hidden />
                    </Button>
                  </span>
                </div>
                <TextField
                  label={`How one would know ${rung.label}`}
                  bare
                  rows={1}
                  placeholder="How would one know? Something two people would agree on"
                  value={rung.criteria}
                  onChange={(criteria, g) => change(rung.id, { criteria }, g)}
                />
              </div>
            </li>
          );
        })}
      </ol>
      <div className={styles.buttons}>
        {([false, true] as const).map((happened) => (
          <Button
            key={String(happened)}
            className={styles.small ?? ""}
            isDisabled={outcome.rungs.length >= RUNGS.most}
            onPress={() =>
              put(withRung(theCase, happened ? "Another break" : "Another way to hold", happened))
            }
          >
            <Plus size={13} aria-hidden /> {happened ? "Add a kind of break" : "Add a way in which it holds"}
          </Button>
        ))}
      </div>
    </section>
  );
}
