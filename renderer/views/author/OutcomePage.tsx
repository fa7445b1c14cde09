import { useCase } from "../../state/context.ts";
import { Aside } from "./Aside.tsx";
import styles from "./Author.module.css";
import { OutcomeBars } from "./OutcomeBars.tsx";
import { Rates } from "./Rates.tsx";
import { Rungs } from "./Rungs.tsx";
import { Shares } from "./Shares.tsx";

/** What can happen: the rungs, how often it comes to a break, and which rung it then is. */
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
        <OutcomeBars />
      </div>
      <Aside part={outcome.event.of} />
    </>
  );
}
