import { useMemo } from "react";
import { judgedChances } from "../../../app/model/group/judged.ts";
import { heldShare } from "../../../app/model/session/practice.ts";
import { answersOf, FEWEST_DOTS } from "../../../app/model/session/round.ts";
import { percentLabel } from "../../../app/model/words/numbers.ts";
import { ChartFrame } from "../../charts/ChartFrame.tsx";
import { DotStrip } from "../../charts/DotStrip.tsx";
import { useWork, type WorkedRound } from "./context.ts";
import { endOf, ticksTo } from "./axis.ts";
import styles from "./Workshop.module.css";

/** The room’s own chances, without weights or model: a curve through each person's span, and their pool. */
export function BeforeModel({
  worked: { round, answer },
  horizon,
}: {
  readonly worked: WorkedRound;
  readonly horizon: string;
}) {
  const { setup, view } = useWork();
  const held = useMemo(() => heldShare(setup, view.rounds), [setup, view.rounds]);
  const spans = useMemo(
    () =>
      answersOf(round).flatMap(({ estimates }) => estimates.filter(({ question }) => question === horizon)),
    [round, horizon],
  );
  const found = useMemo(() => judgedChances(spans, held && held.held / held.of), [spans, held]);
  const pooled = answer?.horizons[horizon]?.pooled.oddsMean;
  if (spans.length < FEWEST_DOTS || !found)
    return (
      <p className={styles.lead}>
        {spans.length < FEWEST_DOTS
          ? `With fewer than ${FEWEST_DOTS} answers a pool would show single people.`
          : "Nobody gave a span through which a curve can be laid."}
      </p>
    );
  const { low, median, high, dots, fitted, people } = found;
  const end = endOf([high, ...dots]);
  const says = `${percentLabel(median)}, 4 in 5 between ${percentLabel(low)} and ${percentLabel(high)}`;
  return (
    <ChartFrame
      id="before-model"
      title="What the room said before any model, as one distribution"
      summary={`${says}. By the room’s weights the pooled chance is ${percentLabel(pooled ?? 0)}.`}
      table={{
        caption: "Everybody’s own spans, a curve through each, pooled with equal weight",
        columns: ["", "Chance"],
        rows: [
          ["One in ten below", percentLabel(low)],
          ["Middle", percentLabel(median)],
          ["One in ten above", percentLabel(high)],
          ["By the room’s weights", percentLabel(pooled ?? 0)],
          ["People with a span", `${fitted} of ${people}`],
        ],
      }}
    >
      {({ width }) => (
        <>
          <p>
            <b>{says}</b>
          </p>
          <DotStrip
            dots={dots}
            middle={median}
            half={[low, high]}
            from={0}
            to={end}
            ticks={ticksTo(end)}
            width={width}
            room={84}
            maxDot={15}
            tone="break"
            label={`Twenty equal chances: ${says}`}
          />
          <p className={styles.small}>
            Each dot is one chance in twenty, not a person. Bar: 4 in 5; tick: middle. A curve (beta, by least
            squares, as SHELF does) goes through the lowest, best and highest of {fitted} of {people} people,
            and all count alike.{" "}
            {held
              ? `In the warm-up ${held.held} of ${held.of} spans held the answer, so spans are brought from that to 4 in 5.`
              : "Spans are read as holding 4 in 5; a warm-up with ten answers would tell how often this room’s do."}{" "}
            The headline stays what their weights say.
          </p>
        </>
      )}
    </ChartFrame>
  );
}
