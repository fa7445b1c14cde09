import { Info } from "lucide-react";
import { Button, Dialog, DialogTrigger, Popover } from "react-aria-components";
import { breakFromView } from "../../../app/model/analysis/views.ts";
import { bandOf, ICD203 } from "../../../app/model/words/scale.ts";
import { percentLabel, wholePercent } from "../../../app/model/words/numbers.ts";
import { estimate, estimateSentence } from "../../../app/model/words/sentence.ts";
import { baseOf, changes } from "../../../app/model/case/edits.ts";
import type { Case } from "../../../app/model/case/types.ts";
import { countingItems } from "../../../app/model/evidence/weigh.ts";
import { counted } from "../../../app/model/words/counted.ts";
import { dueDates, shortDate } from "../../../app/model/words/dates.ts";
import { sourceWords } from "../../../app/model/words/source.ts";
import { capitalised } from "../../../app/model/words/text.ts";
import { ChartFrame } from "../../charts/ChartFrame.tsx";
import { DotScale } from "../../charts/DotScale.tsx";
import { useAnswers, useApp, useCase, useDocument, useLook } from "../../state/context.ts";
import { strainAt } from "../../state/select.ts";
import { useGhost } from "../../state/useGhost.ts";
import { Stack } from "../../ui/Stack.tsx";
import { useLayout } from "../../ui/useLayout.ts";
import { dotTable } from "../../state/tables.ts";
import { EstimateText } from "../shell/EstimateText.tsx";
import { changesText } from "../scenarios/changesText.ts";
import styles from "./AnswerBand.module.css";
import { ConfidenceChip } from "./ConfidenceChip.tsx";
import { ViewShare } from "./ViewShare.tsx";

const DOTS = {
  large: { width: 470, dotHeight: 96, maxDot: 18, labels: true },
  regular: { width: 424, dotHeight: 92, maxDot: 18, labels: true },
  medium: { width: 318, dotHeight: 66, maxDot: 14, labels: true },
  small: { width: 216, dotHeight: 54, maxDot: 12, labels: false },
} as const;

/** The share of the case's own source in words: "Article", "Outside view", "Half and half", "70% article". */
export function viewName(theCase: Case, share: number): string {
  const { name } = sourceWords(theCase);
  if (share === 1) return capitalised(name);
  if (share === 0) return "Outside view";
  return share === 0.5 ? "Half and half" : `${Math.round(share * 100)}% ${name}`;
}

/**
 * The answer, always on screen: number, sentence, range, from where it is seen and when.
 * `slim`: in one line, beside another screen than the one that explains it.
 */
export function AnswerBand({ slim = false }: { readonly slim?: boolean }) {
  const app = useApp();
  const theCase = useCase();
  const layout = useLayout();
  const scenario = useDocument((d) => d.scenario);
  const { horizon, view, middleView } = useLook(({ horizon, view, middleView }) => ({
    horizon,
    view,
    middleView,
  }));
  const { now, range, rangeStale, refused } = useAnswers((state) => state);
  const before = useGhost();
  if (!now) return <section className={styles.band} aria-label="The answer" aria-busy="true" />;

  const at = now.answer.result.horizons[horizon];
  const phase = theCase.horizons.find(({ id }) => id === horizon);
  if (!at || !phase) return null;
  const first = theCase.horizons[0]?.id === horizon;
  const strain = first ? strainAt(theCase, at) : null;
  const ranged = range?.horizons[horizon];
  const sentence = estimateSentence(at.break, theCase.event);
  const edits = changes(theCase, scenario).length;
  const base = baseOf(theCase, scenario);
  const counting = countingItems(theCase).length;
  const name = theCase.scenarios.find(({ id }) => id === scenario)?.name ?? "";
  const old = before?.answer.result.horizons[horizon]?.break;
  const ghost = old !== undefined && wholePercent(old) !== wholePercent(at.break) ? old : null;
  const active = bandOf(wholePercent(at.break));
  const views = [
    { id: "1", label: viewName(theCase, 1), share: 1 },
    { id: "middle", label: viewName(theCase, middleView), share: middleView },
    { id: "0", label: viewName(theCase, 0), share: 0 },
  ];
  const digits = percentLabel(at.break);
  const word = estimate(at.break);
  const due = dueDates(theCase, "")[horizon];
  // Where there is little room the choice beside it names the period, and the title bar the scenario.
  const [period, open] =
    layout === "small" ? [capitalised(phase.phrase), []] : [`${phase.label}, ${phase.phrase}`, [name]];
  const eye = [
    due === undefined ? period : `${period} (by ${shortDate(due)})`,
    ...open,
    ...(edits > 0 ? [changesText(edits, base.isSource ? undefined : base.name)] : []),
    ...(counting > 0 ? [counted(counting, "item counts", "items count")] : []),
  ].join(" · ");
  const tight = layout === "small" || layout === "medium";
  const shortened = (label: string) =>
    tight ? label.replace(/ (term|run)$/, "") : slim ? label.replace(/ term$/, "") : label;
  const half = layout !== "small" || !slim;
  const rangeText = ranged ? `${percentLabel(ranged.low)} to ${percentLabel(ranged.high)}` : "…";

  return (
    <section
      className={styles.band}
      aria-label="The answer"
      data-region="answer"
      aria-busy={rangeStale}
      data-slim={slim || undefined}
      data-strain={strain ? "" : undefined}
      data-refused={refused ? "" : undefined}
      data-beyond={active < 0 || active >= ICD203.length ? "" : undefined}
    >
      <p className={styles.number} data-testid="answer">
        {digits.replace("%", "")}
        <small>%</small>
      </p>
      {strain && (
        <p className={styles.strain}>
          <b>{percentLabel(strain.p)}</b>
          {strain.rung.short.toLowerCase()}
          {slim ? "" : " now"}
        </p>
      )}
      <div className={styles.say}>
        {!slim && (
          <p className={styles.eye} title={eye}>
            {eye}
          </p>
        )}
        <h1>
          <EstimateText {...sentence} />
        </h1>
        {refused ? (
          <p className={styles.refused} role="alert" title={refused}>
            {refused} The number is from before the last edit.
          </p>
        ) : (
          <p className={styles.sub}>
            <span>
              {layout === "small" ? "4 in 5 weightings" : "4 in 5 plausible weightings"}:{" "}
              <b className={rangeStale ? styles.stale : undefined}>{rangeText}</b>
            </span>
            <ConfidenceChip />
          </p>
        )}
        {!slim && theCase.outcome.event.basis?.short && (
          <p className={styles.basis}>{theCase.outcome.event.basis.short}</p>
        )}
      </div>
      {!slim && (
        <div className={styles.dots} style={{ width: DOTS[layout].width }}>
          <ChartFrame
            id="answer-dots"
            title="How likely"
            headless
            summary={`${percentLabel(at.break)}, ${word.word} ${word.range}. 4 in 5 plausible weightings: ${rangeText}.`}
            table={dotTable(theCase, now.answer.result, range)}
            onExport={(what) => app.take("answer", what)}
          >
            {() => (
              <DotScale
                {...DOTS[layout]}
                dots={ranged?.dots ?? null}
                low={ranged?.low ?? null}
                high={ranged?.high ?? null}
                point={at.break}
                ghost={ghost}
                stale={rangeStale}
                bands={ICD203.map(({ id, word: label, low, high }) => ({
                  id,
                  label,
                  low: low / 100,
                  high: high / 100,
                }))}
                active={active < 0 || active >= ICD203.length ? null : active}
              />
            )}
          </ChartFrame>
        </div>
      )}
      <Stack
        title="Seen from"
        row={slim}
        aside={
          <DialogTrigger>
            <Button className={styles.info ?? ""} aria-label="What the views mean">
              <Info size={12} strokeWidth={2} aria-hidden />
            </Button>
            <Popover className={styles.popover ?? ""} placement="bottom end">
              <Dialog className={styles.dialog ?? ""} aria-label="Seen from">
                <ViewShare />
              </Dialog>
            </Popover>
          </DialogTrigger>
        }
        items={views
          .filter(({ id, share }) => half || id !== "middle" || share === view)
          .map(({ id, label, share }) => ({
            id,
            label,
            value: percentLabel(breakFromView(theCase, now.answer.result, share)[horizon] ?? 0),
          }))}
        chosen={view === 1 ? "1" : view === 0 ? "0" : "middle"}
        onChoose={(id) => app.look.setState({ view: views.find((one) => one.id === id)?.share ?? 1 })}
      />
      <Stack
        title="When"
        wide
        row={slim}
        items={theCase.horizons.map(({ id, label }) => ({
          id,
          label: shortened(label),
          value: percentLabel(now.answer.result.horizons[id]?.break ?? 0),
        }))}
        chosen={horizon}
        onChoose={(id) => app.look.setState({ horizon: id })}
      />
    </section>
  );
}
