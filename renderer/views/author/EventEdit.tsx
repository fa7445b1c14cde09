import { Trash2, X } from "lucide-react";
import { Button } from "react-aria-components";
import { spanOf } from "../../../app/model/case/dates.ts";
import type { Happening } from "../../../app/model/case/evidence-types.ts";
import { isKnownBefore } from "../../../app/model/case/evidence-set.ts";
import { nameOf } from "../../../app/model/case/settings.ts";
import type { Case } from "../../../app/model/case/types.ts";
import { useApp, useCase } from "../../state/context.ts";
import { SelectField } from "../../ui/SelectField.tsx";
import styles from "./Author.module.css";
import { TextField } from "./fields.tsx";
import { TextLines } from "./TextLines.tsx";
import told from "./Told.module.css";
import { useEdit } from "./useEdit.ts";

/** One event: when, what, from where, and what it says of the parts of the argument. */
export function EventEdit({ event }: { readonly event: Happening }) {
  const app = useApp();
  const edit = useEdit();
  const theCase = useCase();
  const put = (to: Partial<Happening>, gesture: string | null = null) =>
    edit({ edit: "putEvent", event: { ...event, ...to } }, gesture);
  return (
    <section className={styles.card} aria-label={`Event ${event.id}`}>
      <div className={told.fields}>
        <TextField
          label="What happened"
          strong
          value={event.title}
          onChange={(title, g) => put({ title }, g)}
        />
        <div className={told.date}>
          <TextField
            label="Date"
            placeholder="1978-07-24 or 1978-07"
            value={event.date}
            onChange={(date, g) => put({ date }, g)}
            help={dateHelp(theCase, event.date)}
          />
          <TextField
            label="How sure it is"
            placeholder="sourced, unconfirmed, later account"
            value={event.status}
            onChange={(status, g) => put({ status }, g)}
          />
        </div>
        <TextField
          label="In more words"
          rows={2}
          value={event.detail}
          onChange={(detail, g) => put({ detail }, g)}
        />
        <TextLines
          label="Sources"
          each="Source"
          add="Add a source"
          placeholder="Where it is to be read"
          lines={event.sources}
          onChange={(sources, g) => put({ sources }, g)}
        />
        <Bears event={event} onChange={put} />
        <div className={styles.buttons}>
          <Button
            className={styles.small ?? ""}
            onPress={() => {
              if (edit({ edit: "removeEvent", event: event.id }))
                app.notify(`Removed “${event.title || event.id}”. Undo brings it back.`);
            }}
          >
            <Trash2 size={13} aria-hidden /> Remove this event
          </Button>
        </div>
      </div>
    </section>
  );
}

function dateHelp(theCase: Case, date: string): string {
  if (date.trim() === "") return "A day, a month or a year";
  if (spanOf(date) === null) return "Not read as a day, month or year: it is shown as it stands";
  return isKnownBefore(theCase, date)
    ? `Not after ${theCase.asOf}, the day of the argument: on record only`
    : "After the day of the argument";
}

/** What an event can say of a part that has levels; of a sign, whether it was seen. */
const MOVES = [
  ["+", "rises"],
  ["-", "falls"],
] as const;

/** What the event says of factors, mechanisms and signs. */
function Bears({
  event,
  onChange,
}: {
  readonly event: Happening;
  readonly onChange: (to: Partial<Happening>) => void;
}) {
  const theCase = useCase();
  const { about, observe } = event;
  const groups = [
    ["Factors", theCase.factors],
    ["Mechanisms", theCase.mechanisms],
    ["Signs", theCase.indicators],
  ] as const;
  const isSign = (id: string) => theCase.indicators.some((one) => one.id === id);
  const without = (map: Readonly<Record<string, unknown>>, id: string) =>
    Object.fromEntries(Object.entries(map).filter(([key]) => key !== id));
  return (
    <section aria-label="What it bears on">
      <span className={styles.label}>Bears on</span>
      <ul className={told.bears}>
        {Object.entries(about).map(([id, says]) => (
          <li key={id}>
            <span>{nameOf(theCase, id)}</span>
            <SelectField
              aria-label={`What it says of ${nameOf(theCase, id)}`}
              value={String(says)}
              onChange={({ target }) => onChange({ about: { ...about, [id]: target.value } })}
            >
              {MOVES.map(([move, words]) => (
                <option key={move} value={move}>
                  {words}
                </option>
              ))}
              {theCase.levels.map((level) => (
                <option key={level.id} value={level.id}>
                  is {level.label}
                </option>
              ))}
              {!MOVES.some(([move]) => move === says) && !theCase.levels.some((one) => one.id === says) && (
                <option value={String(says)}>{String(says)}</option>
              )}
            </SelectField>
            <Button
              className={styles.icon ?? ""}
              aria-label={`No longer bears on ${nameOf(theCase, id)}`}
              onPress={() => onChange({ about: without(about, id) })}
            >
              <X size={14} aria-hidden />
            </Button>
          </li>
        ))}
        {Object.entries(observe).map(([id, seen]) => (
          <li key={id}>
            <span>{nameOf(theCase, id)}</span>
            <SelectField
              aria-label={`Whether ${nameOf(theCase, id)} was seen`}
              value={String(seen)}
              onChange={({ target }) => onChange({ observe: { ...observe, [id]: target.value === "true" } })}
            >
              <option value="true">seen</option>
              <option value="false">seen not to be</option>
            </SelectField>
            <Button
              className={styles.icon ?? ""}
              aria-label={`No longer bears on ${nameOf(theCase, id)}`}
              onPress={() => onChange({ observe: without(observe, id) })}
            >
              <X size={14} aria-hidden />
            </Button>
          </li>
        ))}
        <li>
          <SelectField
            aria-label="Also bears on"
            value=""
            onChange={({ target: { value: id } }) => {
              if (id === "") return;
              onChange(
                isSign(id) ? { observe: { ...observe, [id]: true } } : { about: { ...about, [id]: "+" } },
              );
            }}
          >
            <option value="">+ factor, mechanism or sign…</option>
            {groups.map(([name, list]) => (
              <optgroup key={name} label={name}>
                {list
                  .filter(({ id }) => !Object.hasOwn(about, id) && !Object.hasOwn(observe, id))
                  .map(({ id, label }) => (
                    <option key={id} value={id}>
                      {label}
                    </option>
                  ))}
              </optgroup>
            ))}
          </SelectField>
        </li>
      </ul>
    </section>
  );
}
