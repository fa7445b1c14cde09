import {
  gutGaps,
  mayListPeople,
  mayTellSpread,
  separatedBy,
  stripOf,
} from "../../../app/model/session/round.ts";
import type { GroupAnswer } from "../../../app/model/group/answer.ts";
import { spreadOf } from "../../../app/model/group/spread.ts";
import { largestRemainder, percentLabel, pointsLabel } from "../../../app/model/words/numbers.ts";
import { estimate } from "../../../app/model/words/sentence.ts";
import { useCase } from "../../state/context.ts";
import { ChartFrame } from "../../charts/ChartFrame.tsx";
import { DotStrip } from "../../charts/DotStrip.tsx";
import { useLayout } from "../../ui/useLayout.ts";
import { endOf, ticksTo } from "./axis.ts";
import { useWork, type WorkedRound } from "./context.ts";
import revealsStyles from "./Reveals.module.css";
import styles from "./Workshop.module.css";

interface Props {
  readonly worked: WorkedRound;
}

/** One decimal, none where it is whole. */
export const weightText = (x: number): string => String(Math.round(x * 10) / 10);

export const useLabels = (): ((id: string) => string) => {
  const { setup } = useWork();
  const theCase = useCase();
  return (id) =>
    setup.factors.find((one) => one.id === id)?.label ??
    theCase.horizons.find((one) => one.id === id)?.label ??
    id;
};

/** Chances by each person's own weights, by horizon. */
export function Answers({ worked: { round, answer }, small = false }: Props & { readonly small?: boolean }) {
  const layout = useLayout();
  const { setup } = useWork();
  const label = useLabels();
  if (!answer) return null;
  const asked = setup.chances.map(({ id }) => id).toReversed();
  const shown = small ? asked.slice(0, layout === "small" ? 1 : 2) : asked;
  const end = endOf(answer.people.flatMap(({ breaks }) => asked.map((id) => breaks[id] ?? 0)));
  const ends = mayTellSpread(setup, answer.people.length);
  const frame = (
    <ChartFrame
      id={small ? "reveal-answers-small" : "reveal-answers"}
      title="What each weighting says"
      summary={shown.map((id) => `${label(id)}: ${pooledText(answer, id)}`).join(". ")}
      table={{
        caption: `Chance of a break by everybody’s own weights, round ${round.n}`,
        columns: ends
          ? ["By when", "Pooled", "Lowest", "Middle", "Highest"]
          : ["By when", "Pooled", "Middle"],
        rows: asked.map((id) => {
          const at = answer.horizons[id];
          if (!at) return [label(id)];
          return [
            label(id),
            ...(ends
              ? [at.pooled.oddsMean, at.spread.low, at.pooled.median, at.spread.high]
              : [at.pooled.oddsMean, at.pooled.median]
            ).map(percentLabel),
          ];
        }),
      }}
    >
      {({ width }) =>
        shown.map((id) => {
          const chances = answer.people.map(({ breaks }) => breaks[id] ?? 0);
          const strip = stripOf(chances);
          return (
            <div key={id} className={revealsStyles.answer}>
              <p>
                {label(id)}, pooled {pooledText(answer, id)}
              </p>
              <DotStrip
                {...strip}
                from={0}
                to={end}
                ticks={ticksTo(end)}
                width={width}
                room={small ? 34 : 64}
                maxDot={small ? 10 : 13}
                tone="break"
                label={
                  ends
                    ? `${label(id)}: chances from ${percentLabel(Math.min(...chances))} to ${percentLabel(Math.max(...chances))}`
                    : `${label(id)}: middle ${percentLabel(strip.middle)}`
                }
              />
              {!small && <Words chances={chances} />}
            </div>
          );
        })
      }
    </ChartFrame>
  );
  return small ? (
    <section className={styles.card} aria-label="What each weighting says">
      {frame}
    </section>
  ) : (
    frame
  );
}

function pooledText(answer: GroupAnswer, horizon: string): string {
  const p = answer.horizons[horizon]?.pooled.oddsMean ?? 0;
  const { word, range } = estimate(p);
  return `${percentLabel(p)}: ${word} ${range}`;
}

/** How many people stand under each word, the least likely first. */
function Words({ chances }: { readonly chances: readonly number[] }) {
  const counts = new Map<string, number>();
  for (const p of chances.toSorted((a, b) => a - b)) {
    const { word, range } = estimate(p);
    const said = `${word} ${range}`;
    counts.set(said, (counts.get(said) ?? 0) + 1);
  }
  return <p className={styles.small}>{[...counts].map(([said, count]) => `${count} ${said}`).join(" · ")}</p>;
}

/** Only where the answers look like two: what the two sides weigh differently. */
export function Camps({ worked: { answer } }: Props) {
  const { setup } = useWork();
  const label = useLabels();
  const at = setup.chances.toReversed().find(({ id }) => answer?.horizons[id]?.camps);
  const camps = at && answer?.horizons[at.id]?.camps;
  if (!camps) return null;
  const [low, high] = camps.people;
  const top = separatedBy(setup, camps).map(
    ({ factor, medians }) => `${label(factor)} (${weightText(medians[1])} against ${weightText(medians[0])})`,
  );
  return (
    <section className={styles.card} aria-label="Two camps">
      <h2>Two camps: {label(at.id).toLowerCase()}</h2>
      <p>
        {high.length} people’s weights say more likely, {low.length} people’s less.
        {top.length > 0 && ` What separates them most: ${top.join(" and ")}.`}
      </p>
      <p className={revealsStyles.prompt}>What do the two sides know that the other does not?</p>
    </section>
  );
}

/** Whose disagreement makes the answers spread, and what people's weights have in common. */
export function Drivers({ worked: { answer } }: Props) {
  const { setup } = useWork();
  const label = useLabels();
  const horizon = setup.chances.at(-1)?.id ?? "";
  const drivers = answer?.horizons[horizon]?.drivers;
  if (!drivers) return null;
  const ranked = Object.entries(drivers.shares).sort(([, a], [, b]) => b - a);
  const total = ranked.reduce((sum, [, x]) => sum + x, 0);
  const whole =
    total > 0
      ? largestRemainder(
          ranked.map(([, x]) => 100 * x),
          100,
        )
      : ranked.map(() => 0);
  const bars = ranked.map(([id], i) => ({ id, share: whole[i] ?? 0 }));
  // Standard deviations in points are what people can read; the sign tells which way the weights hang together.
  const points = (variance: number) => Math.round(100 * Math.sqrt(Math.max(0, variance)));
  const coupling = points(drivers.actual) - points(drivers.product);
  // Of so few people the spread and the pool together give single answers.
  const told = mayListPeople(setup, answer.people.length);
  return (
    <ChartFrame
      id="reveal-drivers"
      title="What splits the room"
      summary={`${label(horizon)}: ${bars.map(({ id, share }) => `${label(id)} ${share}%`).join(", ")} of the spread.${told ? ` Coupling ${pointsLabel(coupling)} points.` : ""}`}
      table={{
        caption: `Share of the spread of the answers, ${label(horizon).toLowerCase()}`,
        columns: ["Factor", "Share of the spread"],
        rows: [
          ...bars.map(({ id, share }) => [label(id), `${share}%`]),
          ...(told ? [["Coupling", `${pointsLabel(coupling)} points`]] : []),
        ],
      }}
    >
      {() => (
        <div className={revealsStyles.bars}>
          <p className={styles.small}>
            How much of the spread of the answers ({label(horizon).toLowerCase()}) comes from disagreement
            about each factor.
          </p>
          {bars.map(({ id, share }) => (
            <div key={id}>
              <span>{label(id)}</span>
              <i>
                <i style={{ width: `${share}%` }} />
              </i>
              <b>{share}%</b>
            </div>
          ))}
          {told && (
            <>
              <div data-coupling>
                <span>Coupling</span>
                <i>
                  <i
                    style={{
                      width: `${points(drivers.product) === 0 ? 0 : Math.min(100, (100 * Math.abs(coupling)) / points(drivers.product))}%`,
                    }}
                  />
                </i>
                <b>{pointsLabel(coupling)} points</b>
              </div>
              <p className={styles.small}>
                {coupling < 0
                  ? "Coupling below zero: who weighs one factor high weighs another low, so answers lie closer than the weights."
                  : coupling > 0
                    ? "Coupling above zero: the same people weigh several factors high, so answers lie further apart than the weights."
                    : "Coupling of zero: weights of different factors do not hang together."}{" "}
                Answers spread by{" "}
                {points(drivers.actual) === 1 ? "1 point" : `${points(drivers.actual)} points`}.
              </p>
            </>
          )}
        </div>
      )}
    </ChartFrame>
  );
}

/** What people said before any model, against what their own weights say. */
export function Gut({ worked: { round, answer } }: Props) {
  const { setup } = useWork();
  const label = useLabels();
  if (!answer) return null;
  const horizon = setup.chances.at(-1)?.id ?? "";
  const gaps = gutGaps(round, answer, horizon);
  if (gaps.length === 0) return <p className={styles.lead}>Nobody said a chance before the model.</p>;
  const [gut, own] = [spreadOf(gaps.map((one) => one.gut)), spreadOf(gaps.map((one) => one.own))];
  const end = endOf(gaps.flatMap((one) => [one.gut, one.own]));
  const higher = gaps.filter((one) => one.gut > one.own + 0.05).length;
  const lower = gaps.filter((one) => one.gut < one.own - 0.05).length;
  const close = gaps.length - higher - lower;
  const quarters = mayTellSpread(setup, gaps.length);
  const strips = [
    ["Before any model", gut, gaps.map((one) => one.gut)],
    ["By own weights", own, gaps.map((one) => one.own)],
  ] as const;
  return (
    <ChartFrame
      id="reveal-gut"
      title={`Gut against own weights, ${label(horizon).toLowerCase()}`}
      summary={`Middle answer before any model ${percentLabel(gut.quartiles[1])}, by own weights ${percentLabel(own.quartiles[1])}.`}
      table={{
        caption: "Before any model against own weights",
        columns: quarters ? ["", "Lower quarter", "Middle", "Upper quarter"] : ["", "Middle"],
        rows: strips.map(([name, { quartiles }]) => [
          name,
          ...(quarters ? quartiles : [quartiles[1]]).map(percentLabel),
        ]),
      }}
    >
      {({ width }) => (
        <>
          {strips.map(([name, spread, values]) => (
            <div key={name} className={revealsStyles.answer}>
              <p>
                <b>{name}</b> · middle answer {percentLabel(spread.quartiles[1])}
              </p>
              <DotStrip
                {...stripOf(values)}
                from={0}
                to={end}
                ticks={ticksTo(end)}
                width={width}
                room={64}
                maxDot={13}
                tone="break"
                label={`${name}: middle ${percentLabel(spread.quartiles[1])}`}
              />
            </div>
          ))}
          <p>
            {close} of {gaps.length} people’s gut is within 5 points of their own weights; {higher} said more
            before the model, {lower} less. A gap is a question: what does your gut know that no factor here
            holds?
          </p>
        </>
      )}
    </ChartFrame>
  );
}
