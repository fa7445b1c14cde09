import type { Tornado as TornadoResult } from "../../../app/model/analysis/shapes.ts";
import { percentLabel } from "../../../app/model/words/numbers.ts";
import { type Axis, axisTo } from "../../charts/axis.ts";
import { ChartFrame } from "../../charts/ChartFrame.tsx";
import { wholePercent } from "../../charts/percent.ts";
import { Tornado } from "../../charts/Tornado.tsx";
import { useAnalysis, useAnswers, useApp } from "../../state/context.ts";
import { strainAt } from "../../state/select.ts";
import { type By, tornadoRows } from "../../state/tipping.ts";
import { tornadoTable } from "../../state/tippingTables.ts";
import { useGhost } from "../../state/useGhost.ts";
import { Panel } from "./Panel.tsx";
import styles from "./Tipping.module.css";
import { type Asked, settingOf, useApply } from "./useAsked.ts";

const ROWS = [18, 40] as const;
const HEAD = 24;

/** What one tornado shows. */
export interface Story {
  readonly id: string;
  readonly title: string;
  readonly what: string;
  readonly swings: TornadoResult["horizons"][string];
  readonly base: number;
  /** The base as the other charts print it: open strain is a part of a whole. */
  readonly says: string;
  readonly ghost: number | null;
}

/** What moves today's open strain, beside what moves the break that is asked about. */
export function Tornadoes({ asked }: { readonly asked: Asked }) {
  const tornado = useAnalysis({ kind: "tornado" });
  const stories = useStories(asked, tornado.result);
  const name = "What moves it";
  const axis = storiesAxis(asked, stories);
  return (
    <Panel
      name={name}
      area="moves"
      analysis={tornado}
      doing="Trying both ends of everything"
      caption={
        asked.by === "level"
          ? "One state changed at every horizon, from the lowest to the highest it gives. Click an end to apply it."
          : "One weight changed, to both ends of what is plausible. Click an end to apply it."
      }
    >
      <div className={styles.pair}>
        {stories.map((story) => (
          <OneTornado key={story.id} story={story} asked={asked} axis={axis} />
        ))}
      </div>
    </Panel>
  );
}

/** Both on one scale. */
export function storiesAxis({ case: theCase, by }: Pick<Asked, "case" | "by">, stories: readonly Story[]): Axis {
  const ends = stories.flatMap(({ swings, base }) => [base, ...tornadoRows(theCase, swings, by).map(({ high }) => high.chance ?? 0)]);
  return axisTo(Math.max(...ends, 0.05));
} // prettier-ignore

/** The tornadoes there are: one where the case has no open strain. */
export function useStories(asked: Asked | null, tornado: TornadoResult | null): Story[] {
  const now = useAnswers((state) => state.now);
  const before = useGhost();
  if (!asked || !now || !tornado) return [];
  const { case: theCase, horizon } = asked;
  const strainOf = (state: typeof now | null) => {
    const at = state?.answer.result.horizons[theCase.horizons[0]?.id ?? ""];
    return at ? strainAt(theCase, at) : null;
  };
  const [strain, old] = [strainOf(now), strainOf(before)];
  const swings = tornado.horizons[horizon];
  return [
    ...(strain && tornado.strainNow
      ? [
          {
            id: "tipping-strain",
            title: `Today’s ${strain.rung.short.toLowerCase()}: ${wholePercent(strain.percent)} now`,
            what: `Today’s ${strain.rung.short.toLowerCase()}`,
            swings: tornado.strainNow,
            base: strain.p,
            says: wholePercent(strain.percent),
            ghost: old && old.percent !== strain.percent ? old.p : null,
          },
        ]
      : []),
    ...(swings
      ? [
          {
            id: "tipping-break",
            title: `Break: ${percentLabel(asked.answer)} ${asked.phrase}`,
            what: `A break ${asked.phrase}`,
            swings,
            base: asked.answer,
            says: percentLabel(asked.answer),
            ghost: asked.ghost,
          },
        ]
      : []),
  ];
}

interface Props {
  readonly story: Story;
  readonly asked: Asked;
  readonly axis: Axis;
}

function OneTornado({ story, asked: { case: theCase, by }, axis }: Props) {
  const app = useApp();
  const apply = useApply();
  const rows = tornadoRows(theCase, story.swings, by);
  return (
    <ChartFrame
      id={story.id}
      title={story.title}
      summary={storySummary(rows, story, by)}
      table={tornadoTable(theCase, story.what, story.swings, by)}
      fill
      onExport={(what) => app.take(story.id, what)}
    >
      {({ width, height }) => (
        <Tornado
          label={`What moves ${story.what.charAt(0).toLowerCase()}${story.what.slice(1)}`}
          rows={rows}
          order={theCase.factors.map(({ id }) => id)}
          axis={axis}
          base={story.base}
          ghost={story.ghost}
          width={width}
          rowHeight={Math.min(Math.max((height - HEAD) / rows.length, ROWS[0]), ROWS[1])}
          onApply={(id, end) => {
            const row = rows.find((one) => one.id === id);
            if (row) apply([settingOf(id, row[end].value)]);
          }}
        />
      )}
    </ChartFrame>
  );
}

export function storySummary(
  rows: ReturnType<typeof tornadoRows>,
  { what, says }: Story,
  by: By,
): string {
  const say = (p: number | null) => (p === null ? "cannot be" : percentLabel(p));
  const most = rows
    .slice(0, 3)
    .map(({ label, low, high }) => `${label} from ${say(low.chance)} to ${say(high.chance)}`)
    .join(", ");
  return `${what} is ${says}. By ${by === "level" ? "state" : "weight"} it moves most with ${most}.`;
} // prettier-ignore
