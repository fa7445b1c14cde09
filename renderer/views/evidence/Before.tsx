import { Check, TriangleAlert } from "lucide-react";
import { Button } from "react-aria-components";
import { strainRung } from "../../../app/model/analysis/strain.ts";
import type { EvidenceItem } from "../../../app/model/case/evidence-types.ts";
import { logOf, nameOf } from "../../../app/model/case/settings.ts";
import { checksOn } from "../../../app/model/evidence/checks.ts";
import { withEvidence } from "../../../app/model/evidence/weigh.ts";
import { percentLabel } from "../../../app/model/words/numbers.ts";
import { estimate } from "../../../app/model/words/sentence.ts";
import { useAnalysis, useAnswers, useCase, useLook, useSettings } from "../../state/context.ts";
import { strongestPath } from "../../state/select.ts";
import { rootOf } from "./board.ts";
import { partOf } from "./draft.ts";
import beforeStyles from "./Before.module.css";
import styles from "./Evidence.module.css";
import { Move } from "./Move.tsx";
import { checkText, nextWord, phraseOf } from "./words.ts";

interface Props {
  readonly draft: EvidenceItem;
  /** The item as it is in the log; null: it is new. */
  readonly known: EvidenceItem | null;
  /** What is missing before it can be recorded. */
  readonly missing: string | null;
  readonly onRecord: (counts: boolean) => void;
  readonly onLeave: (() => void) | null;
}

/** What the item would do if it counted: nothing moves until one of the buttons is pressed. */
export function Before({ draft, known, missing, onRecord, onLeave }: Props) {
  const theCase = useCase();
  const settings = useSettings();
  const { view, horizon } = useLook((look) => look);
  const now = useAnswers((state) => state.now);
  const others = logOf(theCase).filter(({ id }) => id !== draft.id);
  // An item that counts already is compared with the log without it.
  const pair = [others, [...others, { ...draft, counts: true }]].map((items) => ({
    ...withEvidence(theCase, settings, items),
    view,
  }));
  const { result, stale } = useAnalysis({ kind: "each", of: pair }, { inputs: {} });
  const [before, after] = stale || !result ? [undefined, undefined] : result;
  const phase = theCase.horizons.find(({ id }) => id === horizon);
  const [from, to] = [before?.horizons[horizon]?.break, after?.horizons[horizon]?.break];
  const checks = checksOn(theCase, draft).map((check) => checkText(theCase, check));
  const signs = draft.bearsOn.flatMap((bearing) => ("indicator" in bearing ? [bearing] : []));
  const rows = theCase.horizons.flatMap(({ id, label }) => {
    const [a, b] = [before?.horizons[id]?.break, after?.horizons[id]?.break];
    return a === undefined || b === undefined ? [] : [{ id, label, from: a, to: b }];
  });
  const strain = strainRung(theCase);
  const first = theCase.horizons[0]?.id ?? "";
  const [strainFrom, strainTo] = [
    before?.horizons[first]?.rungs[strain ?? ""],
    after?.horizons[first]?.rungs[strain ?? ""],
  ];
  const links = now?.answer.links.horizons[horizon];
  const paths = links
    ? [...new Set(draft.bearsOn.map((bearing) => rootOf(theCase, partOf(bearing))))]
        .map((id) => strongestPath(theCase, links, id))
        .filter((path) => path.length > 0)
    : [];
  const tone = to !== undefined && from !== undefined && to < from ? beforeStyles.hold : beforeStyles.apart;
  return (
    <>
      <div className={styles.before} aria-live="polite" data-testid="before">
        <h3>Before it counts</h3>
        {signs.length === 0 ? (
          <p className={styles.quiet}>
            {draft.bearsOn.length === 0
              ? "Choose the sign it bears on to see what it would do."
              : "It bears on a state, not on a sign. The model takes states from people: record it, then set the state it speaks of, as an edit of its own."}
          </p>
        ) : after === null ? (
          <p className={styles.warning} role="alert">
            <TriangleAlert size={14} aria-hidden /> It cannot be true together with what counts already.
            Record it only, or set one of the others to record only.
          </p>
        ) : from === undefined || to === undefined || !phase ? (
          <p className={beforeStyles.big}>…</p>
        ) : (
          <>
            <p className={beforeStyles.big}>
              {percentLabel(from)} → {percentLabel(to)}
            </p>
            <p className={beforeStyles.say}>{sentence(from, to, phraseOf(theCase, horizon))}</p>
            <div>
              {rows.map((row) => (
                <Move key={row.id} label={row.label} from={row.from} to={row.to} />
              ))}
              {strainFrom !== undefined && strainTo !== undefined && strain !== undefined && (
                <Move
                  label={`${theCase.outcome.rungs.find(({ id }) => id === strain)?.short ?? ""}, ${theCase.horizons[0]?.label.toLowerCase() ?? ""}`}
                  from={strainFrom}
                  to={strainTo}
                  quiet
                />
              )}
            </div>
          </>
        )}
      </div>
      <div className={styles.buttons}>
        <Button
          className={`${beforeStyles.button} ${beforeStyles.primary}`}
          isDisabled={signs.length === 0}
          onPress={() => onRecord(true)}
        >
          Record and count it
        </Button>
        <Button className={beforeStyles.button ?? ""} onPress={() => onRecord(false)}>
          Record only
        </Button>
        {onLeave && (
          <Button className={styles.link ?? ""} onPress={onLeave}>
            {known ? "Leave as it was" : "Clear"}
          </Button>
        )}
      </div>
      <p className={styles.quiet}>{missing ?? "Nothing moves until you choose. Undo takes it back."}</p>
      {paths.length > 0 && (
        <div className={styles.part}>
          <h3>Along which path</h3>
          {paths.map((path) => (
            <p key={path.join()} className={`${beforeStyles.path} ${tone}`}>
              {[...path.map((id) => nameOf(theCase, id)), "Breaks"].map((name, i) => (
                <span key={name}>
                  {i > 0 && <i aria-hidden="true">→</i>}
                  <b>{name}</b>
                </span>
              ))}
            </p>
          ))}
        </div>
      )}
      <div className={styles.part}>
        <h3>Checks</h3>
        {draft.title.trim() === "" && draft.bearsOn.length === 0 ? (
          <p className={styles.quiet}>
            Same story, dates, who speaks and what the text has are checked as you type.
          </p>
        ) : (
          <ul className={styles.checks}>
            {checks.map((check) => (
              <li key={check.text}>
                {check.tone === "ok" ? (
                  <Check size={14} aria-label="In order" />
                ) : (
                  <TriangleAlert size={14} aria-label="Look again" />
                )}
                <span>{check.text}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  );
}

/** Whether the word stays, and how far the next one is. */
function sentence(from: number, to: number, phrase: string) {
  const [a, b] = [estimate(from), estimate(to)];
  const next = nextWord(to);
  const stays = a.word === b.word;
  return (
    <>
      A break {phrase} {stays ? "stays" : "becomes"} <b>{b.word}</b>{" "}
      <span className={beforeStyles.keep}>{b.range}</span>
      {stays ? "" : `, from ${a.word} ${a.range}`}
      {next === "" ? "." : `; ${next}.`}
    </>
  );
}
