import { Button } from "react-aria-components";
import { spanOf } from "../../../app/model/case/dates.ts";
import { eventSetOf, type EventSet, hasSet, itemsOfSet } from "../../../app/model/case/evidence-set.ts";
import type { EvidenceItem } from "../../../app/model/case/evidence-types.ts";
import { logOf } from "../../../app/model/case/settings.ts";
import type { Case } from "../../../app/model/case/types.ts";
import { percentLabel } from "../../../app/model/words/numbers.ts";
import { ChartFrame } from "../../charts/ChartFrame.tsx";
import { StepLine } from "../../charts/StepLine.tsx";
import { useApp, useCase, useLook } from "../../state/context.ts";
import { Progress } from "../../ui/Progress.tsx";
import { borders } from "./borders.ts";
import sequelStyles from "./Sequel.module.css";
import styles from "./Evidence.module.css";
import { useSteps } from "./useSteps.ts";
import { bearingText } from "./words.ts";

const HEIGHT = 190;

/** Days since year 0, near enough to place a mark. */
const dayNumber = (day: string): number => {
  const [year, month, date] = day.split("-").map(Number);
  return (year ?? 0) * 365.25 + ((month ?? 1) - 1) * 30.44 + (date ?? 1);
};

const dayOf = ({ eventDate }: EvidenceItem) => spanOf(eventDate ?? "")?.last ?? null;

/** Where each day stands between the first and the last, and a mark for some of the years between. */
function timeScale(items: readonly EvidenceItem[]) {
  const days = items.flatMap((item) => dayOf(item) ?? []).map(dayNumber);
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const length = Math.max(last - first, 1);
  const at = (day: string) => 0.02 + (0.94 * (dayNumber(day) - first)) / length;
  const years = Array.from(
    { length: Math.ceil(last / 365.25) - Math.ceil(first / 365.25) + 1 },
    (_, i) => Math.ceil(first / 365.25) + i,
  );
  const every = Math.max(1, Math.ceil(years.length / 8));
  const ticks = years
    .filter((_, i) => i % every === 0)
    .map((year) => ({ at: at(`${String(year)}-01-01`), label: String(year) }))
    .filter((tick) => tick.at <= 1);
  return { at, ticks };
}

/** The items of the set as the log has them, or as it would have them, in the order of time. */
function setItems(theCase: Case, set: EventSet): EvidenceItem[] {
  const logged = logOf(theCase).filter((item) => item.set === set.id);
  const items = logged.length > 0 ? logged : itemsOfSet(theCase, set.id, true);
  return [...items].sort((a, b) => ((dayOf(a) ?? "9") < (dayOf(b) ?? "9") ? -1 : 1));
}

/** What happened next: off until someone wants it, then one step of undo. */
export function Sequel() {
  const theCase = useCase();
  const set = eventSetOf(theCase);
  if (!set) return <p className={styles.quiet}>This case has no events of what happened next.</p>;
  return <Events set={set} />;
}

/** The line of what happened next, as it is drawn, said and listed. */
export function useSequel() {
  const theCase = useCase();
  const horizon = useLook((look) => look.horizon);
  const set = eventSetOf(theCase);
  const items = set ? setItems(theCase, set) : [];
  const { start, steps, progress, cancel } = useSteps(items);
  const phase = theCase.horizons.find(({ id }) => id === horizon);
  const begin = start?.horizons[horizon]?.break;
  const scale = timeScale(items);
  const after = new Map(steps.map((step) => [step.item.id, step.after?.horizons[horizon]?.break ?? null]));
  const dated = items.filter((item) => dayOf(item) !== null);
  const points = dated.map((item, i) => {
    const before = dated.slice(0, i).findLast(({ id }) => typeof after.get(id) === "number");
    return {
      id: item.id,
      at: scale.at(dayOf(item) ?? ""),
      label: "",
      value: item.counts ? (after.get(item.id) ?? null) : ((before && after.get(before.id)) ?? begin ?? null),
      hollow: !item.counts,
    };
  });
  const last = points.at(-1)?.value;
  const answerAfter = (item: EvidenceItem) => (item.counts ? saidOf(after.get(item.id)) : "");
  return {
    isOn: set !== null && hasSet(theCase, set.id),
    items,
    progress,
    cancel,
    begin,
    points,
    ticks: scale.ticks,
    isKnown: begin !== undefined && steps.length > 0,
    label: `The answer along ${items.length} events, from ${saidOf(begin)} to ${saidOf(last)}`,
    summary: `${items.length} events from ${items[0]?.eventDate ?? ""} to ${items.at(-1)?.eventDate ?? ""}. Counted one after another they take the answer from ${saidOf(begin)} to ${saidOf(last)}.`,
    answerAfter,
    table: {
      caption: `Events, and the chance of a break ${phase?.phrase ?? ""} once they count`,
      columns: ["Date", "Event", "Bears on", "Answer after"],
      rows: items.map((item) => [
        item.eventDate ?? "",
        item.title,
        item.bearsOn.map((b) => bearingText(theCase, b)).join("; "),
        answerAfter(item) || "on record only",
      ]),
    },
  };
}

const saidOf = (p: number | null | undefined) => (p === null || p === undefined ? "–" : percentLabel(p));

function Events({ set }: { readonly set: EventSet }) {
  const app = useApp();
  const theCase = useCase();
  const on = hasSet(theCase, set.id);
  const line = useSequel();
  const { items } = line;
  const add = (counts: boolean) => app.edit({ edit: "addEvidenceSet", set: set.id, counts });
  return (
    <ChartFrame
      id="evidence-next"
      title="What happened next"
      summary={line.summary}
      table={line.table}
      // Off, it is nothing to take along: the log does not have it.
      {...(on ? { onExport: (what) => app.take("evidence-next", what) } : {})}
    >
      {({ width }) => (
        <>
          <div className={sequelStyles.setHead}>
            <p>
              <b>
                {on ? `In the log: ${items.length} items` : `Off: ${items.length} events are not in the log`}
              </b>
              {on
                ? `, ${items.filter(({ counts }) => counts).length} of them count.`
                : ". The line shows what they would do alone."}
            </p>
            {on ? (
              <Button
                className={styles.small ?? ""}
                onPress={() => app.edit({ edit: "removeEvidenceSet", set: set.id })}
              >
                Take them out
              </Button>
            ) : (
              <>
                <Button className={styles.small ?? ""} onPress={() => add(true)}>
                  Add and count
                </Button>
                <Button className={styles.small ?? ""} onPress={() => add(false)}>
                  Add on record only
                </Button>
              </>
            )}
          </div>
          <Progress label="Going through what happened" value={line.progress} onCancel={line.cancel} />
          {line.isKnown && (
            <StepLine
              label={line.label}
              start={line.begin ?? 0}
              points={line.points}
              ticks={line.ticks}
              borders={borders()}
              width={width}
              height={HEIGHT}
            />
          )}
          <p className={styles.quiet}>
            Full: counts. Hollow: on record only, among them what is not after {theCase.asOf}, the day of the
            argument. The events come ungraded: one source stands for C 3, several for C 2, unconfirmed for C
            4, until you grade them. All are read as if seen within the first horizon.
          </p>
          <ol className={sequelStyles.events}>
            {items.map((item) => (
              <li key={item.id}>
                <span>{item.eventDate ?? "no date"}</span>
                <p>
                  <b>{item.title}</b> {item.note}
                </p>
                <em>{line.answerAfter(item)}</em>
              </li>
            ))}
          </ol>
        </>
      )}
    </ChartFrame>
  );
}
