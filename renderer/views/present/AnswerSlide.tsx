import { DotScale } from "../../charts/DotScale.tsx";
import { rungInfos } from "../../state/select.ts";
import { EstimateText } from "../shell/EstimateText.tsx";
import { Columns } from "./Columns.tsx";
import type { RoomAnswer } from "./room.ts";
import type { Scene } from "./scene.ts";
import { shownLabel, shownPercent, shownRungs, unitFor } from "./shown.ts";
import styles from "./Slides.module.css";
import { BANDS, sentenceOf, type ShownAnswer, shownAnswer, viewsOf, whenText } from "./words.ts";

interface Props {
  readonly scene: Scene;
  readonly shown: number | null;
  readonly numbers: boolean;
  readonly hatch: boolean;
}

/** The number and its words; the dots; the columns. */
export const ANSWER_THINGS = 3;

/** How likely, with its range, and how that changes with time. */
export function AnswerSlide({ scene, shown, numbers, hatch }: Props) {
  const answer = shownAnswer(scene);
  if (!answer) return <Waiting scene={scene} />;
  if (!numbers) return <Hidden scene={scene} />;
  const { case: theCase, room } = scene;
  const out = (thing: number) => (shown !== null && shown < thing) || undefined;
  const sentence = sentenceOf(answer.percent, theCase.event);
  const confidence = room ? room.confidence : theCase.confidence?.level;
  const asked = room?.answer;
  return (
    <div className={styles.answer}>
      <section>
        <p className={styles.eye}>{whenText(scene)}</p>
        <p className={styles.number} data-testid="slide-answer">
          {shownLabel(answer.percent).replace("%", "")}
          <small>%</small>
        </p>
        <h1>
          <EstimateText {...sentence} />
        </h1>
        <div data-hidden={out(2)}>
          <Dots answer={answer} stale={scene.rangeStale} />
          <p className={styles.note}>
            {asked
              ? roomText(asked, answer)
              : "A dot: 1 of 50 plausible weightings; hollow: the outer 1 in 5."}
            {answer.unit === 5 && " Rounded to 5: the range is wide."}
          </p>
          {!asked && (
            <p className={styles.views}>
              {viewsOf(scene, answer.unit).map(({ name, text }) => (
                <span key={name}>
                  {name} <b>{text}</b>
                </span>
              ))}
            </p>
          )}
          {confidence && <p className={styles.note}>Confidence in this judgement is {confidence}.</p>}
        </div>
      </section>
      <section data-hidden={out(3)}>
        <h2>How the answer changes with time</h2>
        <Ladder scene={scene} hatch={hatch} />
      </section>
    </div>
  );
}

/** Whose answer it is, and how much depends on who came; people are never shown one by one here. */
function roomText({ people, dryRun }: RoomAnswer, { low, high, unit }: ShownAnswer): string {
  const said = (p: number) => shownLabel(shownPercent(p, unit));
  return [
    `${people} people’s weights in the model, pooled.`,
    low === null || high === null
      ? ""
      : said(low) === said(high)
        ? `4 in 5 rooms drawn anew from them say ${said(low)} too.`
        : `4 in 5 rooms drawn anew from them say ${said(low)} to ${said(high)}.`,
    dryRun ? "A dry run: simulated people." : "",
  ]
    .filter(Boolean)
    .join(" ");
}

function Ladder({ scene, hatch }: { readonly scene: Scene; readonly hatch: boolean }) {
  const { case: theCase, answer, horizon, range, room } = scene;
  if (!answer) return null;
  const asked = room?.answer;
  return (
    <>
      <Columns
        columns={theCase.horizons.flatMap(({ id, label, phrase }) => {
          const at = answer.result.horizons[id];
          if (!at) return [];
          const pooled = asked?.pooled[id];
          // The room gave a chance of a break; how the rest is shared out is the model's.
          const rungs = pooled ? shared(theCase, at, pooled.p) : at;
          const unit = unitFor(pooled ?? range?.horizons[id]);
          return [
            {
              id,
              label,
              phrase,
              shares: rungs.rungs,
              percents: shownRungs(theCase, rungs, unit),
              breaks: shownLabel(shownPercent(rungs.break, unit)),
            },
          ];
        })}
        rungs={rungInfos(theCase)}
        active={horizon}
        hatch={hatch}
      />
      {asked && (
        <p className={styles.note}>The room’s chance of a break; within each part, shares as in the model.</p>
      )}
    </>
  );
}

/** The same rungs in the same proportions, with another chance of a break. */
function shared(
  theCase: Scene["case"],
  at: { readonly rungs: Readonly<Record<string, number>>; readonly break: number },
  p: number,
) {
  const factor = (happened: boolean) =>
    happened ? (at.break > 0 ? p / at.break : 0) : at.break < 1 ? (1 - p) / (1 - at.break) : 0;
  return {
    break: p,
    rungs: Object.fromEntries(
      theCase.outcome.rungs.map(({ id, happened }) => [id, (at.rungs[id] ?? 0) * factor(happened)]),
    ),
  };
}

/** px of the drawing; it is enlarged to the room there is. */
const DOTS = { width: 330, dotHeight: 74, maxDot: 14, labels: true } as const;

export function Dots({
  answer,
  stale,
  ghost = null,
}: {
  readonly answer: ShownAnswer;
  readonly stale: boolean;
  readonly ghost?: number | null;
}) {
  const { low, high } = answer;
  return (
    <div className={styles.dots}>
      <DotScale
        {...DOTS}
        dots={answer.dots}
        low={low}
        high={high}
        point={answer.p}
        ghost={ghost}
        stale={stale && answer.dots !== null}
        bands={BANDS}
        active={answer.active}
      />
    </div>
  );
}

/** Numbers are kept back: until the room has spoken, or because the presenter says so. */
export function Hidden({ scene }: { readonly scene: Scene }) {
  return (
    <div className={styles.kept}>
      <p className={styles.eye}>{whenText(scene)}</p>
      <h1>How likely is it that {scene.case.event}?</h1>
      <p className={styles.lead}>Numbers are kept back.</p>
    </div>
  );
}

export function Waiting({ scene }: { readonly scene: Scene }) {
  return (
    <div className={styles.kept}>
      <h1>{scene.refused ?? "Working it out…"}</h1>
    </div>
  );
}
