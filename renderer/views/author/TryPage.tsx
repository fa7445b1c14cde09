import { ArrowRight } from "lucide-react";
import { useState } from "react";
import { Button } from "react-aria-components";
import { sentenceText, estimateSentence } from "../../../app/model/words/sentence.ts";
import { mapTables } from "../../charts/causal-map/tables.ts";
import { ChartFrame } from "../../charts/ChartFrame.tsx";
import type { Mode } from "../../charts/causal-map/structure.ts";
import { percentLabel, rungPercents } from "../../../app/model/words/numbers.ts";
import { useAnswers, useApp, useCase, useLook, useSettings } from "../../state/context.ts";
import { levelsAt } from "../../state/select.ts";
import { Switch } from "../../ui/Switch.tsx";
import { ArrangeMap } from "./ArrangeMap.tsx";
import css from "./Arrange.module.css";
import styles from "./Author.module.css";
import { BeyondPart } from "./BeyondPart.tsx";
import { OutcomeBars } from "./OutcomeBars.tsx";
import { useEdit } from "./useEdit.ts";

/** The case as its readers will see it: the answer, the map, what happens by horizon. */
export function TryPage() {
  const app = useApp();
  const theCase = useCase();
  const horizon = useLook((look) => look.horizon);
  const at = useAnswers((state) => state.now)?.answer.result.horizons[horizon];
  return (
    <>
      <div className={`${styles.middle} ${styles.wide}`} data-region="try">
        <MapCard />
        <OutcomeBars />
      </div>
      <aside className={styles.aside} aria-label="Try it" data-region="try-side">
        <div className={styles.part}>
          <div className={styles.title}>
            <h2>As a reader sees it</h2>
          </div>
          {at && <p className={styles.say}>{sentenceText(estimateSentence(at.break, theCase.event))}</p>}
          <p style={{ marginTop: 10 }}>
            <Button
              className={styles.button ?? ""}
              onPress={() => app.look.setState({ screen: "explore", fullMap: false })}
            >
              Weigh it in Explore <ArrowRight size={14} aria-hidden />
            </Button>
          </p>
        </div>
        <div className={styles.part}>
          <div className={styles.title}>
            <h2>The map</h2>
          </div>
          <p className={styles.help}>{ARRANGE}</p>
        </div>
        <BeyondPart />
      </aside>
    </>
  );
}

const ARRANGE =
  "The map places itself. Drag a box, or move it with the arrow keys, to put it where it should stay.";

function MapCard() {
  const edit = useEdit();
  const theCase = useCase();
  const settings = useSettings();
  const horizon = useLook((look) => look.horizon);
  const now = useAnswers((state) => state.now);
  const [mode, setMode] = useState<Mode>("full");
  const at = now?.answer.result.horizons[horizon];
  const parts = [...theCase.factors, ...theCase.mechanisms];
  const which = mode === "full" ? "place" : "overview";
  const placed = parts.filter((part) => part[which] !== undefined);
  if (!now || !at) return null;
  const table = mapTables({
    case: theCase,
    horizon,
    result: now.answer.result,
    levels: levelsAt(theCase, settings, horizon),
    links: now.answer.links.horizons[horizon] ?? null,
    percents: rungPercents(theCase, at),
    breakLabel: percentLabel(at.break),
  }).links;
  return (
    <section className={`${styles.card} ${css.room}`} aria-label="The map">
      <ChartFrame
        id="arrange"
        title="The map"
        fill
        summary={ARRANGE}
        table={table}
        actions={
          <div className={css.bar}>
            <Switch
              label="Which map"
              items={[
                ["overview", "Overview"],
                ["full", "Full argument"],
              ]}
              chosen={mode}
              onChoose={setMode}
            />
            <Button
              className={styles.small ?? ""}
              isDisabled={placed.length === 0}
              onPress={() =>
                edit({
                  edit: "setPlaces",
                  which,
                  places: Object.fromEntries(placed.map(({ id }) => [id, null])),
                })
              }
            >
              Let the map place itself
            </Button>
          </div>
        }
      >
        {({ width, height }) => <ArrangeMap mode={mode} width={width} height={height} />}
      </ChartFrame>
    </section>
  );
}
