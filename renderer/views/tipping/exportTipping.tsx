import { ChartBar, ChartNoAxesGantt, Grid3x3, ListOrdered, Radar, Target } from "lucide-react";
import { percentLabel } from "../../../app/model/words/numbers.ts";
import { axisAround } from "../../charts/axis.ts";
import { SetsList } from "../../charts/SetsList.tsx";
import { SignsDumbbell } from "../../charts/SignsDumbbell.tsx";
import { TippingDots } from "../../charts/TippingDots.tsx";
import { Tornado } from "../../charts/Tornado.tsx";
import { WordMap } from "../../charts/WordMap.tsx";
import type { ExportChart } from "../../export/choice.ts";
import { useKept } from "../../export/useKept.ts";
import { useAnalysis } from "../../state/context.ts";
import {
  axisValues,
  SHOWN_BANDS,
  signRows,
  standsAt,
  tornadoRows,
  wordWithRange,
} from "../../state/tipping.ts";
import { mapTable, setsTable, signsTable, tornadoTable, triedTable } from "../../state/tippingTables.ts";
import { dotsAxis, oneSummary, targetOf, useOneChange } from "./OneChange.tsx";
import { setText, useSets } from "./SmallestSets.tsx";
import { storiesAxis, storySummary, useStories } from "./Tornadoes.tsx";
import { mapSummary, useAxes } from "./TwoFactors.tsx";
import { useAsked } from "./useAsked.ts";
import { watchSummary, worth } from "./Watch.tsx";

/** Sets in one picture. */
const MOST_SETS = 12;
const ROW = 26;

/**
 * The charts of tipping points as they can be exported; what has not been worked out yet is left out until it is.
 * @param seen which scenario, seen from where: ends the subtitle
 */
export function useTippingCharts(seen: string): readonly ExportChart[] {
  return useKept(useCharts(seen));
}

function useCharts(seen: string): ExportChart[] {
  const asked = useAsked();
  const one = useOneChange(asked);
  const sets = useSets(asked).result?.sets ?? [];
  const tornado = useAnalysis({ kind: "tornado" }).result;
  const stories = useStories(asked, tornado);
  const axes = useAxes(asked);
  const map = useAnalysis(axes && { kind: "twoway", of: axes.axes, input: asked?.by ?? "level" }).result;
  const signs = useAnalysis({ kind: "signs" }).result;
  if (!asked) return [];
  const { case: theCase, band, side, phrase, horizon, answer, by, settings } = asked;
  const word = `${wordWithRange(band)}${side === "inside" ? "" : ` or ${side}`}`.replace(" (", "\u00a0(");
  const order = theCase.factors.map(({ id }) => id);
  const at = map?.horizons[horizon];
  const signsAt = signs?.horizons[horizon];
  const watch = signsAt ? signRows(theCase, signsAt) : [];
  const changed = by === "level" ? "One state changed at every horizon." : "One weight changed.";
  const axis = storiesAxis(asked, stories);
  return [
    ...(one.rows && one.tried
      ? [
          {
            id: "tipping-one",
            label: "One change alone",
            icon: Target,
            title: oneTitle(one.rows.filter(({ isEnough }) => isEnough).map(({ label }) => label), word, phrase, side),
            subtitle: `What one change alone would make of a break ${phrase}. ${seen}`,
            notes: [`${changed} Filled: the tipping point. The case as it is: ${percentLabel(answer)}.`],
            table: triedTable(theCase, phrase, one.tried, one.rows),
            render: (width: number) => (
              <TippingDots
                label={oneSummary(asked, one.rows ?? [])}
                rows={one.rows ?? []}
                order={order}
                axis={dotsAxis(asked, one.tried)}
                target={targetOf(asked)}
                base={answer}
                marks={by === "level" ? "dots" : "ticks"}
                width={width}
                rowHeight={ROW}
              />
            ),
          },
        ]
      : []),
    ...(sets.length > 0
      ? [
          {
            id: "tipping-sets",
            label: "Smallest sets",
            icon: ListOrdered,
            title: `Smallest sets of changes that make a break ${phrase} ${word}`,
            subtitle: `Fewest changes first, then fewest steps; each state at every horizon. ${seen}`,
            notes: sets.length > MOST_SETS ? [`The first ${MOST_SETS} of ${sets.length}.`] : [],
            findings: sets.slice(0, MOST_SETS).map((set) => `${setText(theCase, set, "; ")}: ${percentLabel(set.answer)}`),
            table: setsTable(theCase, sets),
            render: (width: number) => (
              <SetsList
                width={width}
                rows={sets.slice(0, MOST_SETS).map((set) => ({ text: setText(theCase, set, "; "), says: percentLabel(set.answer) }))}
              />
            ),
          },
        ]
      : []),
    ...stories.map((story) => ({
      id: story.id,
      label: story.id === "tipping-strain" ? "What moves strain" : "What moves the break",
      icon: story.id === "tipping-strain" ? ChartNoAxesGantt : ChartBar,
      title: storySummary(tornadoRows(theCase, story.swings, by).slice(0, 1), story, by),
      subtitle: `${story.what}, lowest and highest. ${seen}`,
      notes: [`${changed} The line is the case as it is: ${story.says}.`],
      table: tornadoTable(theCase, story.what, story.swings, by),
      render: (width: number) => (
        <Tornado
          label={story.what}
          rows={tornadoRows(theCase, story.swings, by)}
          order={order}
          axis={axis}
          base={story.base}
          width={width}
          rowHeight={ROW}
        />
      ),
    })),
    ...(axes && at
      ? [
          {
            id: "tipping-map",
            label: "Two factors",
            icon: Grid3x3,
            title: `${axes.names[0]} and ${axes.names[1]} together: a break ${phrase}`,
            subtitle: `Chance over both ${by === "level" ? "states, each at every horizon" : "weights"}. ${seen}`,
            notes: [mapSummary(at, axes.names, phrase, answer)],
            table: mapTable(theCase, phrase, axes.names, at),
            render: (width: number) => (
              <WordMap
                label={mapSummary(at, axes.names, phrase, answer)}
                rows={{ label: axes.names[0], values: axisValues(theCase, at.rows) }}
                columns={{ label: axes.names[1], values: axisValues(theCase, at.columns) }}
                chances={at.break}
                bands={SHOWN_BANDS}
                here={{
                  row: standsAt(theCase, settings, axes.axes[0], horizon, by),
                  column: standsAt(theCase, settings, axes.axes[1], horizon, by),
                  chance: answer,
                }}
                width={width}
                height={Math.max(300, Math.round(width * 0.5))}
              />
            ),
          },
        ]
      : []),
    ...(signsAt && watch.length > 0
      ? [
          {
            id: "tipping-watch",
            label: "What to watch",
            icon: Radar,
            title: `What to watch for a break ${phrase}: ${watch[0]?.label ?? ""}`,
            subtitle: `Chance of a break if each sign is seen, and if it is not. ${seen}`,
            notes: [worth(theCase, signsAt, answer)],
            table: signsTable(theCase, phrase, signsAt),
            render: (width: number) => (
              <SignsDumbbell
                label={watchSummary(watch, phrase)}
                rows={watch}
                order={[]}
                axis={axisAround([answer, ...watch.flatMap(({ ifYes, ifNo }) => [ifYes ?? answer, ifNo ?? answer])])}
                base={answer}
                width={width}
                rowHeight={34}
              />
            ),
          },
        ]
      : []),
  ];
} // prettier-ignore

function oneTitle(names: readonly string[], word: string, phrase: string, side: string): string {
  if (side === "inside") return `A break ${phrase} is ${word} already`;
  if (names.length === 0) return `No change of one factor alone makes a break ${phrase} ${word}`;
  const who = names.length <= 3 ? names.join(" or ") : `Any of ${names.length} factors`;
  return `${who} alone would make a break ${phrase} ${word}`;
}
