import { useState } from "react";
import { Button } from "react-aria-components";
import { DEFAULT_DRAWS } from "../../../app/model/analysis/range.ts";
import { freeze } from "../../../app/model/analysis/freeze.ts";
import type { Judgement } from "../../../app/model/case/judgement.ts";
import { shortDate } from "../../../app/model/words/dates.ts";
import { useAnswers, useApp, useCase, useDocument, useLook } from "../../state/context.ts";
import button from "../../ui/button.module.css";
import { Window } from "../../ui/Window.tsx";
import frozenStyles from "./Frozen.module.css";
import styles from "./Judgement.module.css";
import { ResolveWindow } from "./ResolveWindow.tsx";
import type { Check } from "./useChecks.ts";

interface Props {
  readonly open: readonly Check[];
  /** Opens a frozen judgement by its place. */
  readonly onShow: (index: number) => void;
}

/** "open until 2029", "can be scored", "scored". */
export function statusOf(judgement: Judgement, settled: ReadonlySet<string>, today: string): string {
  const horizons = Object.keys(judgement.horizons);
  if (horizons.length > 0 && horizons.every((id) => settled.has(id))) return "scored";
  if (horizons.some((id) => settled.has(id))) return "scored in part";
  const due = judgement.horizon === undefined ? undefined : judgement.due?.[judgement.horizon];
  const last =
    due ??
    Object.values(judgement.due ?? {})
      .sort()
      .at(-1);
  if (last === undefined) return "open";
  return last <= today ? "can be scored" : `open until ${last.slice(0, 4)}`;
}

/** The word that was given for the judgement's own horizon. */
export const wordThen = ({ words = {}, horizon }: Judgement): string =>
  words[horizon ?? ""] ?? Object.values(words).at(-1) ?? "no word kept";

/** Freezing, and what was frozen before. */
export function FreezeCard({ open, onShow }: Props) {
  const app = useApp();
  const theCase = useCase();
  const answered = useAnswers((state) => state.now !== null && state.refused === null);
  const [asking, setAsking] = useState(false);
  const [resolving, setResolving] = useState(false);
  const { judgements = [], verdict } = theCase;
  const settled = new Set(Object.keys(verdict?.byHorizon ?? {}));
  const today = app.now().toISOString().slice(0, 10);
  const many = open.length === 1 ? "the 1 check" : `the ${open.length} checks`;
  return (
    <section className={styles.card} aria-label="Freeze">
      <header>
        <h2>Freeze</h2>
      </header>
      <p className={frozenStyles.says}>
        Keeps text, numbers, case and seed as they are now, so the judgement can be scored later. A frozen
        judgement cannot be edited; you can write a new one.
      </p>
      <Button
        className={`${button.button ?? ""} ${button.primary ?? ""}`}
        isDisabled={!answered}
        onPress={() => setAsking(true)}
      >
        Freeze judgement…
      </Button>
      {open.length > 0 && <p className={styles.basis}>Settle {many} first, or say why not.</p>}
      {judgements.length > 0 && (
        <div className={frozenStyles.before}>
          <h3>Frozen before</h3>
          <ul>
            {judgements.map((judgement, i) => (
              <li key={judgement.id ?? i}>
                <Button className={frozenStyles.frozen ?? ""} onPress={() => onShow(i)}>
                  <span>
                    {shortDate(judgement.date ?? "") || "No date"} · {wordThen(judgement)}
                  </span>
                  <span>{statusOf(judgement, settled, today)}</span>
                </Button>
              </li>
            ))}
          </ul>
          <Button className={styles.quiet ?? ""} onPress={() => setResolving(true)}>
            {verdict ? "Change how it came out…" : "Say how it came out…"}
          </Button>
        </div>
      )}
      {asking && <FreezeWindow open={open} onClose={() => setAsking(false)} />}
      {resolving && <ResolveWindow onClose={() => setResolving(false)} />}
    </section>
  );
}

function FreezeWindow({ open, onClose }: { readonly open: readonly Check[]; readonly onClose: () => void }) {
  const app = useApp();
  const theCase = useCase();
  const scenario = useDocument((state) => state.scenario);
  const horizon = useLook((look) => look.horizon);
  // Part of a drawing could not be drawn again: the strata of the whole are others.
  const range = useAnswers(({ range: drawn, rangeStale }) =>
    rangeStale || drawn?.draws !== DEFAULT_DRAWS ? null : drawn,
  );
  const [reason, setReason] = useState("");
  const mustSay = open.length > 0 && reason.trim() === "";
  const go = async (): Promise<void> => {
    const version = await app.host.call("app:info").then(
      (info) => info.version,
      () => "unknown",
    );
    try {
      const made = freeze(theCase, {
        date: app.now().toISOString(),
        version,
        scenario,
        inputs: app.inputs(),
        horizon,
        range,
        open: open.map(({ title, sentence }) => `${title}. ${sentence}`),
        reason: reason.trim(),
      });
      app.edit({ edit: "freezeJudgement", ...made });
      app.notify("Judgement frozen. Save the case to keep it.");
    } catch (error) {
      app.notify(error instanceof Error ? error.message : String(error), "error");
    }
    onClose();
  };
  return (
    <Window
      title="Freeze this judgement"
      onClose={onClose}
      foot={
        <>
          <Button className={button.button ?? ""} onPress={onClose}>
            Cancel
          </Button>
          <Button
            className={`${button.button ?? ""} ${button.primary ?? ""}`}
            isDisabled={mustSay}
            onPress={() => void go()}
          >
            {open.length > 0 ? "Freeze all the same" : "Freeze"}
          </Button>
        </>
      }
    >
      <div className={frozenStyles.window}>
        {open.length > 0 ? (
          <>
            <p>{open.length === 1 ? "One check is open:" : `${open.length} checks are open:`}</p>
            <ul className={frozenStyles.plain}>
              {open.map(({ number, title }) => (
                <li key={number}>{title}</li>
              ))}
            </ul>
            <label className={frozenStyles.field}>
              Why freeze all the same? This is kept with the judgement.
              <textarea
                rows={3}
                maxLength={2000}
                value={reason}
                onChange={(e) => setReason(e.target.value)}
              />
            </label>
          </>
        ) : (
          <p>Every check is settled.</p>
        )}
        {!range && (
          <p className={styles.basis}>The range is still being drawn; it is frozen only once it is there.</p>
        )}
      </div>
    </Window>
  );
}
