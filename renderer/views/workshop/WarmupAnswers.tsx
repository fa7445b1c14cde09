import { judgedQuantities } from "../../../app/model/group/judged.ts";
import { PRACTICE_SURENESS } from "../../../app/model/session/practice.ts";
import { answersOf, bestGuesses, FEWEST_DOTS, stripOf } from "../../../app/model/session/round.ts";
import type { RoundView } from "../../../app/model/session/view.ts";
import { ChartFrame } from "../../charts/ChartFrame.tsx";
import { DotStrip } from "../../charts/DotStrip.tsx";
import { useWork } from "./context.ts";
import revealsStyles from "./Reveals.module.css";
import styles from "./Workshop.module.css";

/** The practice round when it is over: what was known all along, and how often people's spans held it. */
export function WarmupAnswers({ round }: { readonly round: RoundView }) {
  const { setup } = useWork();
  return (
    <div className={revealsStyles.strips}>
      {setup.warmups.map(({ id, text, unit, answer }) => {
        const best = bestGuesses(round, id);
        if (best.length === 0) return null;
        const spans = answersOf(round).flatMap(({ estimates }) =>
          estimates.filter(({ question }) => question === id),
        );
        const held = spans.filter(({ low, high }) => low <= answer && answer <= high).length;
        const { middle } = stripOf(best);
        const pool = spans.length < FEWEST_DOTS ? null : judgedQuantities(spans, PRACTICE_SURENESS);
        const all = [...best, answer];
        const pad = (Math.max(...all) - Math.min(...all)) * 0.08 || 1;
        const [from, to] = [Math.min(...all) - pad, Math.max(...all) + pad];
        const number = (x: number) => `${Math.round(x)}${unit === "" ? "" : ` ${unit}`}`;
        return (
          <ChartFrame
            key={id}
            id={`warmup-${id}`}
            title={text}
            summary={`It is ${number(answer)}. The room’s middle guess was ${number(middle)}; ${held} of ${spans.length} spans held the answer.`}
            table={{
              caption: text,
              columns: ["", "Value"],
              rows: [
                ["Known answer", number(answer)],
                ["Middle guess", number(middle)],
                ["Spans that held it", `${held} of ${spans.length}`],
              ],
            }}
          >
            {({ width }) => (
              <>
                <DotStrip
                  {...stripOf(best)}
                  from={from}
                  to={to}
                  ticks={[{ at: answer, label: `it is ${number(answer)}` }]}
                  width={width}
                  room={44}
                  label={`Guesses about: ${text}`}
                />
                <p className={styles.small}>
                  {held} of {spans.length} spans held the answer.
                  {held < spans.length * PRACTICE_SURENESS
                    ? " Spans are as a rule too narrow: go wider than feels right."
                    : ""}
                  {pool &&
                    ` Laid together, the room put 9 in 10 of its chance between ${number(pool.low)} and ${number(pool.high)}.`}
                </p>
              </>
            )}
          </ChartFrame>
        );
      })}
    </div>
  );
}
