import { asModelled } from "../../../app/model/group/ballots.ts";
import { contradictions } from "../../../app/model/session/consistency.ts";
import { FEWEST_DOTS, mayTellSpread, stripOf, widestFirst } from "../../../app/model/session/round.ts";
import { useCase } from "../../state/context.ts";
import { ChartFrame } from "../../charts/ChartFrame.tsx";
import { DotStrip } from "../../charts/DotStrip.tsx";
import { useLayout } from "../../ui/useLayout.ts";
import { modelledText, weightTicks } from "./axis.ts";
import { useWork, type WorkedRound } from "./context.ts";
import { useLabels, weightText } from "./Reveals.tsx";
import revealsStyles from "./Reveals.module.css";
import styles from "./Workshop.module.css";

/** How much each factor matters to each person, the widest disagreement first. */
export function Weights({ worked: { round, answer } }: { readonly worked: WorkedRound }) {
  const { setup } = useWork();
  const label = useLabels();
  const layout = useLayout();
  const theCase = useCase();
  if (!answer) return null;
  const rows = widestFirst(setup, answer);
  const people = answer.people.length;
  const neutral = asModelled(
    theCase,
    setup.factors.map(({ id }) => id),
  );
  const odd = contradictions(setup, round);
  const ends = mayTellSpread(setup, people);
  return (
    <ChartFrame
      id="reveal-weights"
      title={`Round ${round.n}: how much each factor matters`}
      fill
      summary={`${people} people. ${rows
        .map(
          ({ id, spread, split }) =>
            `${label(id)}: middle ${weightText(spread.quartiles[1])}${split === null ? "" : `, middle half spans ${weightText(spread.iqr)}`}${split ? ", split room" : ""}`,
        )
        .join("; ")}.`}
      table={{
        caption: `Weights by factor, round ${round.n}, 0 to 10`,
        columns: ends
          ? ["Factor", "Lowest", "Lower quarter", "Middle", "Upper quarter", "Highest", "The room is"]
          : ["Factor", "Middle", ...(people < FEWEST_DOTS ? [] : ["The room is"])],
        rows: rows.map(({ id, spread, split }) => [
          label(id),
          ...(ends ? [spread.low, ...spread.quartiles, spread.high] : [spread.quartiles[1]]).map(weightText),
          ...(split === null ? [] : [split ? "split" : "agreed"]),
        ]),
      }}
    >
      {({ width }) => (
        <>
          <p className={styles.small}>
            {people} people{people < FEWEST_DOTS ? ", too few for dots" : " · bar: the middle half"} · tick:
            the middle answer · {modelledText(neutral)}
            {odd !== null && ` · ${odd} of ${people} people’s comparisons contradict each other`}
          </p>
          <ul className={revealsStyles.weights}>
            {rows.map(({ id, weights, spread, split }) => {
              // Beside the names and what is said at the end; where they would leave too little, below them.
              const beside = width - (width < 640 ? 210 : 300);
              const below = beside < 160;
              return (
                <li key={id} data-below={below || undefined}>
                  <p>
                    <b>{label(id)}</b>
                    {split !== null && <span>middle half spans {weightText(spread.iqr)}</span>}
                  </p>
                  <DotStrip
                    {...stripOf(weights)}
                    from={0}
                    to={10}
                    ticks={weightTicks(neutral[id])}
                    width={below ? width : beside}
                    room={layout === "small" ? 30 : 42}
                    label={`${label(id)}: middle ${weightText(spread.quartiles[1])}`}
                  />
                  <p>
                    {split !== null && (
                      <b data-split={split || undefined}>{split ? "Split room" : "Agreed"}</b>
                    )}
                    <span>middle {weightText(spread.quartiles[1])}</span>
                  </p>
                </li>
              );
            })}
          </ul>
        </>
      )}
    </ChartFrame>
  );
}
