import { EllipsisVertical, TriangleAlert } from "lucide-react";
import { useMemo, useState } from "react";
import { Button, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import type { Result } from "../../../app/model/answer/result.ts";
import type { EvidenceItem } from "../../../app/model/case/evidence-types.ts";
import { logOf } from "../../../app/model/case/settings.ts";
import { checksOn } from "../../../app/model/evidence/checks.ts";
import { conflictIn } from "../../../app/model/evidence/conflict.ts";
import { bestSource, gradeText } from "../../../app/model/evidence/grades.ts";
import { countingItems } from "../../../app/model/evidence/weigh.ts";
import { percentLabel } from "../../../app/model/words/numbers.ts";
import { useAnswers, useApp, useCase, useDocument, useLook } from "../../state/context.ts";
import { startItem } from "../../state/startItem.ts";
import menu from "../shell/App.module.css";
import logStyles from "./Log.module.css";
import styles from "./Evidence.module.css";
import { GradesDialog } from "./GradesDialog.tsx";
import { LogSteps } from "./LogSteps.tsx";
import { StateProposals } from "./StateProposals.tsx";
import { useSteps } from "./useSteps.ts";
import { bearingText, checkText, datesText } from "./words.ts";

/** Everything that is on record, in the order in which it counts, and how it moved the answer. */
export function Log() {
  const app = useApp();
  const theCase = useCase();
  const log = logOf(theCase);
  const steps = useSteps();
  const [grades, setGrades] = useState(false);
  const scenario = useDocument((state) => state.scenario);
  const refused = useAnswers((state) => state.refused);
  const conflict = useMemo(
    () => (refused === null ? null : conflictIn(theCase, scenario)),
    [refused, theCase, scenario],
  );
  const counting = new Set(useMemo(() => countingItems(theCase), [theCase]).map(({ id }) => id));
  const counted = log.filter(({ counts }) => counts).length;
  const before = new Map<string, Result | null>();
  let last = steps.start;
  for (const { item, after } of steps.steps) {
    before.set(item.id, last);
    last = after ?? last;
  }
  return (
    <section className={styles.card} aria-label="Log" data-region="log">
      <header className={styles.head}>
        <h2>Log</h2>
        {log.length > 0 && (
          <span className={styles.chip}>
            {counted} {counted === 1 ? "counts" : "count"} · {log.length - counted} on record only
          </span>
        )}
        <Button className={styles.small ?? ""} onPress={() => startItem(app)}>
          New item
        </Button>
      </header>
      {conflict && (
        <div className={styles.conflict} role="alert">
          <p>
            {conflict.items.length > 0
              ? `What counts cannot all be true: ${conflict.items.map(({ title }) => `“${title}”`).join(" and ")}.`
              : conflict.sentence}
          </p>
          {conflict.items.map(({ id, title }) => (
            <Button
              key={id}
              className={styles.small ?? ""}
              onPress={() => app.edit({ edit: "countEvidence", evidence: id, counts: false })}
            >
              “{title}” on record only
            </Button>
          ))}
        </div>
      )}
      {log.length === 0 ? (
        <p className={logStyles.empty}>
          No evidence logged yet.
          <span>
            What the text itself says is in the argument already. Log what happened since: it moves the answer
            only once you let it count.
          </span>
        </p>
      ) : (
        <ol className={logStyles.items}>
          {log.map((item, i) => {
            const after = steps.steps.find((step) => step.item.id === item.id)?.after;
            return (
              <LogItem
                key={item.id}
                item={item}
                place={i}
                of={log.length}
                moves={counting.has(item.id)}
                from={before.get(item.id) ?? null}
                to={after}
                others={
                  conflict?.items.some(({ id }) => id === item.id)
                    ? conflict.items.filter(({ id }) => id !== item.id)
                    : []
                }
              />
            );
          })}
        </ol>
      )}
      <p className={logStyles.foot}>
        Grade: source A–F, credibility 1–6.{" "}
        <Button className={styles.link ?? ""} onPress={() => setGrades(true)}>
          How much each grade counts
        </Button>
      </p>
      {grades && <GradesDialog onClose={() => setGrades(false)} />}
      {counted > 0 && steps.start && <LogSteps start={steps.start} steps={steps.steps} />}
    </section>
  );
}

interface ItemProps {
  readonly item: EvidenceItem;
  readonly place: number;
  readonly of: number;
  /** Whether it is heard: it counts, by a grade above nothing, and no stronger item of its origin drowns it. */
  readonly moves: boolean;
  readonly from: Result | null;
  /** null: what counts cannot all be; undefined: not known, or it does not count. */
  readonly to: Result | null | undefined;
  /** Items it cannot be true together with. */
  readonly others: readonly EvidenceItem[];
}

function LogItem({ item, place, of, moves, from, to, others }: ItemProps) {
  const app = useApp();
  const theCase = useCase();
  const { horizon, draft } = useLook((look) => look);
  const best = bestSource(theCase, item);
  const notes = checksOn(theCase, item)
    .map((check) => checkText(theCase, check))
    .filter(({ tone }) => tone === "note");
  const edit = () => app.look.setState({ draft: item, desk: "item" });
  const actions: readonly (readonly [label: string, run: () => void, enabled?: boolean])[] = [
    ["Edit", edit],
    [item.counts ? "Keep on record only" : "Count it", () => app.edit({ edit: "countEvidence", evidence: item.id, counts: !item.counts })],
    ["Move up", () => app.edit({ edit: "moveEvidence", evidence: item.id, to: place - 1 }), place > 0],
    ["Move down", () => app.edit({ edit: "moveEvidence", evidence: item.id, to: place + 1 }), place < of - 1],
    ["Remove", () => app.edit({ edit: "removeEvidence", evidence: item.id })],
  ]; // prettier-ignore
  const p = (result: Result | null | undefined) => result?.horizons[horizon]?.break;
  const [start, end] = [p(from), p(to)];
  return (
    <li className={styles.item} data-item={item.id} aria-current={draft?.id === item.id ? "true" : undefined}>
      <div className={logStyles.line}>
        <h3>{item.title}</h3>
        <MenuTrigger>
          <Button className={styles.more ?? ""} aria-label={`What to do with “${item.title}”`}>
            <EllipsisVertical size={14} aria-hidden />
          </Button>
          <Popover placement="bottom end">
            <Menu
              className={menu.menu ?? ""}
              aria-label={item.title}
              disabledKeys={actions.filter(([, , enabled]) => enabled === false).map(([label]) => label)}
              onAction={(key) => actions.find(([label]) => label === key)?.[1]()}
            >
              {actions.map(([label]) => (
                <MenuItem key={label} id={label}>
                  {label}
                </MenuItem>
              ))}
            </Menu>
          </Popover>
        </MenuTrigger>
      </div>
      <div className={logStyles.line}>
        <span className={logStyles.grade} title={best ? gradeText(best) : undefined}>
          {best ? `${best.reliability} ${best.credibility}` : "no source"}
        </span>
        <span className={logStyles.date}>{datesText(item)}</span>
        {!item.counts && <span className={styles.chip}>on record only</span>}
        <b className={logStyles.effect}>
          {!item.counts || !moves ? (
            <span className={logStyles.none}>no effect</span>
          ) : to === null ? (
            "cannot be"
          ) : start !== undefined && end !== undefined ? (
            <>
              {percentLabel(start)} → {percentLabel(end)}
            </>
          ) : (
            "…"
          )}
        </b>
      </div>
      {item.bearsOn.map((bearing, i) => (
        <p key={i} className={logStyles.bearing}>
          {bearingText(theCase, bearing)}
        </p>
      ))}
      {(item.sources.length > 1 || item.sources.some(({ link }) => link)) && (
        <details className={logStyles.sources}>
          <summary>
            {item.sources.length} {item.sources.length === 1 ? "source" : "sources"}
          </summary>
          <ul>
            {item.sources.map((source, i) => (
              <li key={i}>
                <b>{`${source.reliability} ${source.credibility}`}</b> {source.name || "Unnamed"}
                {source.link && <span>{source.link}</span>}
              </li>
            ))}
          </ul>
        </details>
      )}
      {item.note && <p className={logStyles.note}>{item.note}</p>}
      {others.map(({ id, title }) => (
        <p key={id} className={styles.warning}>
          <TriangleAlert size={13} aria-hidden /> <span>Cannot be true together with “{title}”.</span>
        </p>
      ))}
      {notes.map(({ text }) => (
        <p key={text} className={styles.warning}>
          <TriangleAlert size={13} aria-hidden /> <span>{text}</span>
        </p>
      ))}
      <StateProposals item={item} />
    </li>
  );
}
