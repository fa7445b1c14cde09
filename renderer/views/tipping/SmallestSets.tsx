import { Button } from "react-aria-components";
import type { LevelChange, Tipping } from "../../../app/model/analysis/shapes.ts";
import { percentLabel } from "../../../app/model/words/numbers.ts";
import type { Case, Inputs } from "../../../app/model/case/types.ts";
import { ChartFrame } from "../../charts/ChartFrame.tsx";
import { useAnalysis, useApp, useSettings } from "../../state/context.ts";
import { newScenario } from "../../state/scenarios.ts";
import { shortOf, valueLabel, wordWithRange } from "../../state/tipping.ts";
import { setsTable } from "../../state/tippingTables.ts";
import { Panel } from "./Panel.tsx";
import styles from "./Tipping.module.css";
import { type Asked, useApply } from "./useAsked.ts";
import { capitalised } from "../../../app/model/words/text.ts";

/** The search for sets, once it is known what for. */
export const useSets = (asked: Asked | null) =>
  useAnalysis(
    asked && asked.isSettled && asked.side !== "inside"
      ? { kind: "tipping", word: asked.band.id, horizon: asked.horizon }
      : null,
  );

/** The fewest changes of states that are enough together. */
export function SmallestSets({ asked }: { readonly asked: Asked }) {
  const app = useApp();
  const { case: theCase, band, side } = asked;
  const search = useSets(asked);
  const sets = side === "inside" ? [] : (search.result?.sets ?? []);
  const word = `${wordWithRange(band)}${side === "inside" ? "" : ` or ${side}`}`;
  const title = `Smallest sets that make it ${word}`;
  const found = sets.length === 1 ? "One set" : `${sets.length} sets`;
  const always = inAll(theCase, sets);
  return (
    <Panel
      name="Smallest sets"
      area="sets"
      analysis={search}
      doing="Looking for smaller and larger sets"
      caption={
        sets.length === 0
          ? undefined
          : `Fewest changes first, then fewest steps; each checked by a full evaluation.${always === null ? "" : ` None leaves ${always} out.`}`
      }
    >
      <ChartFrame
        id="tipping-sets"
        title={title}
        summary={`${found} of at most three changes of states.`}
        table={setsTable(theCase, sets)}
        fill
        onExport={(what) => app.take("tipping-sets", what)}
      >
        {() => (
          <>
            {sets.length === 0 && <Empty asked={asked} status={search.status} />}
            <ol className={styles.sets}>
              {sets.map((set, i) => (
                <SetRow key={set.changes.map(({ factor }) => factor).join()} set={set} index={i} case={theCase} />
              ))}
            </ol>
          </>
        )}
      </ChartFrame>
    </Panel>
  );
} // prettier-ignore

/** Why there is no set: the word is there already, or out of reach, or it takes more than three changes. */
function Empty({ asked, status }: { readonly asked: Asked; readonly status: string }) {
  const { band, side, phrase, answer, reach } = asked;
  const word = wordWithRange(band);
  if (side === "inside")
    return (
      <p className={styles.empty}>
        Nothing has to change: a break {phrase} is {word} already, {percentLabel(answer)}. Choose another word
        above.
      </p>
    );
  if (!asked.isInReach && reach)
    return (
      <p className={styles.empty}>
        {capitalised(word)} {phrase} is out of reach of any states, with the weights
        as they are: {side === "more" ? `highest ${shortOf(reach.high, band)}` : `lowest ${shortOf(reach.low, band)}`}.
      </p>
    ); // prettier-ignore
  if (status === "working" || status === "idle") return <p className={styles.empty}>Looking…</p>;
  if (status === "refused") return null;
  const best = reach && (side === "more" ? `the highest is ${shortOf(reach.high, band)}` : `the lowest is ${shortOf(reach.low, band)}`); // prettier-ignore
  return (
    <p className={styles.empty}>
      No set of three changes reaches {word}
      {status === "cancelled" ? " as far as was looked" : ""}.
      {best && ` With all states free ${best}: it takes more changes.`}
    </p>
  );
}

/** The factor that every set has, where there are several sets. */
function inAll(theCase: Case, sets: Tipping["sets"]): string | null {
  if (sets.length < 2) return null;
  const factor = theCase.factors.find(({ id }) => sets.every(({ changes }) => changes.some((one) => one.factor === id))); // prettier-ignore
  return factor?.short ?? null;
}

const nameIn = (theCase: Case, { factor }: LevelChange) =>
  theCase.factors.find(({ id }) => id === factor)?.short ?? factor;
const moveIn = (theCase: Case, { from, to }: LevelChange) =>
  `${valueLabel(theCase, from)} → ${valueLabel(theCase, to)}`;

/** The settings with every change made at every horizon. */
const withChanges = (settings: Inputs, changes: readonly LevelChange[]): Inputs => ({
  ...settings,
  set: { ...settings.set, ...Object.fromEntries(changes.map(({ factor, to }) => [factor, to])) },
});

/** A set in one line. */
export const setText = (theCase: Case, { changes }: Tipping["sets"][number], between: string): string =>
  changes.map((change) => `${nameIn(theCase, change)} ${moveIn(theCase, change)}`).join(between);

function SetRow({ set, index, case: theCase }: { readonly set: Tipping["sets"][number]; readonly index: number; readonly case: Case }) {
  const app = useApp();
  const settings = useSettings();
  const apply = useApply();
  const { changes, answer } = set;
  return (
    <li>
      <i aria-hidden="true">{index + 1}</i>
      <p>
        {changes.map((change, i) => (
          <span key={change.factor}>
            {i > 0 && "+ "}
            <b>{nameIn(theCase, change)}</b> {moveIn(theCase, change)}
          </span>
        ))}
      </p>
      <strong>{percentLabel(answer)}</strong>
      <Button
        className={styles.small ?? ""}
        aria-label={`As scenario: ${setText(theCase, set, " and ")}`}
        onPress={() => newScenario(app, { name: setText(theCase, set, ", "), settings: withChanges(settings, changes) })}
      >
        As scenario
      </Button>
      <Button
        className={styles.small ?? ""}
        aria-label={`Apply: ${setText(theCase, set, " and ")}`}
        onPress={() => apply(changes.map(({ factor, to }) => ({ factor, level: to })))}
      >
        Apply
      </Button>
    </li>
  );
} // prettier-ignore
