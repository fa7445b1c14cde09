import { ArrowRight } from "lucide-react";
import { Button } from "react-aria-components";
import { bandRange } from "../../../app/model/words/scale.ts";
import { useAnalysis, useApp } from "../../state/context.ts";
import { shortWord, tippingRows, triedOf, wordWithRange } from "../../state/tipping.ts";
import styles from "./TippingStrip.module.css";
import { useAsked } from "./useAsked.ts";

/** At the foot of the reasons: what would make it another word, in two or three lines, and the way to the rest. */
export function TippingStrip() {
  const app = useApp();
  const asked = useAsked();
  const tornado = useAnalysis({ kind: "tornado" });
  const swings = asked && tornado.result?.horizons[asked.horizon];
  if (!asked || !asked.isSettled || !swings) return null;
  const { case: theCase, settings, horizon, band, side } = asked;
  const rows = tippingRows(theCase, settings, horizon, triedOf(theCase, swings, null), band, side, "level");
  const enough = rows.filter(({ isEnough }) => isEnough);
  const [farthest] = rows;
  const others = enough.length === 0 ? "Any factor, alone" : "Any other factor, alone";
  return (
    <section
      className={styles.strip}
      aria-label="What would make it another word"
      data-stale={tornado.stale || undefined}
    >
      <Button
        className={styles.link ?? ""}
        onPress={() => app.look.setState({ screen: "tipping" })}
        aria-label={`What would make it ${wordWithRange(band)}: tipping points`}
      >
        <span>
          {side === "inside" ? "It is" : "What would make it"} {shortWord(band)}{" "}
          <span className={styles.keep}>({bandRange(band)})</span>
          {side === "less" ? " or less" : ""}
        </span>
        <ArrowRight size={13} strokeWidth={2} aria-hidden />
      </Button>
      {side !== "inside" && (
        <dl>
          {enough.slice(0, 2).map(({ id, label, says }) => (
            <div key={id}>
              <dt>{label}, alone</dt>
              <dd>
                <b>{says.replace(": ", " · ")}</b>
              </dd>
            </div>
          ))}
          {enough.length > 2 && (
            <div>
              <dt>{enough.length - 2} more, alone</dt>
              <dd>enough</dd>
            </div>
          )}
          {enough.length < rows.length && (
            <div>
              <dt>{others}</dt>
              <dd>{enough.length === 0 ? farthest?.says : "not alone"}</dd>
            </div>
          )}
        </dl>
      )}
    </section>
  );
}
