import { useCase } from "../../state/context.ts";
import { Aside } from "./Aside.tsx";
import styles from "./Author.module.css";
import { OutcomeArrows } from "./OutcomeArrows.tsx";
import { OutcomeBars } from "./OutcomeBars.tsx";
import { Rates } from "./Rates.tsx";
import { Rungs } from "./Rungs.tsx";
import { Shares } from "./Shares.tsx";
import { Signs } from "./Signs.tsx";

/** What can happen: the rungs, how often it comes to a break, which rung it then is, and by what signs one sees it. */
export function OutcomePage() {
  const { outcome } = useCase();
  return (
    <>
      <div className={`${styles.middle} ${styles.wide}`} data-region="outcome">
        <Rungs />
        <Rates />
        <Shares
          title="If it breaks: which way"
          shares={outcome.happened}
          onShares={(happened) => ({ ...outcome, happened })}
        />
        <Shares
          title="If it holds: in what state"
          shares={outcome.notHappened}
          onShares={(notHappened) => ({ ...outcome, notHappened })}
        />
        <OutcomeArrows />
        <Signs />
        <OutcomeBars />
      </div>
      <Aside part={outcome.event.of} />
    </>
  );
}
