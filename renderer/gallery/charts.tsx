import type { Case } from "../../app/model/case/types.ts";
import { percentLabel, rungPercents, wholePercent } from "../../app/model/words/numbers.ts";
import { bandOf, ICD203 } from "../../app/model/words/scale.ts";
import { ChartTable, type ChartTableData } from "../charts/ChartTable.tsx";
import { DotScale } from "../charts/DotScale.tsx";
import { LadderBars } from "../charts/LadderBars.tsx";
import { LadderLegend } from "../charts/LadderLegend.tsx";
import { Waterfall } from "../charts/Waterfall.tsx";
import { mapTables } from "../charts/causal-map/tables.ts";
import { levelsAt, rungInfos } from "../state/select.ts";
import { dotTable, rungTable, whyTable } from "../state/tables.ts";
import { waterfallRows } from "../views/explore/waterfallRows.ts";
import { answerOf, type Cases, rangeOf } from "./fixtures.ts";
import type { Item } from "./item.tsx";

const bands = ICD203.map(({ id, word, low, high }) => ({
  id,
  label: word,
  low: low / 100,
  high: high / 100,
}));

/** A dot scale at a chance, with its dots spread evenly between two others. */
function scale(id: string, title: string, point: number, spread: readonly [number, number] | null): Item {
  const dots = spread && Array.from({ length: 50 }, (_, i) => spread[0] + ((spread[1] - spread[0]) * i) / 49);
  const active = bandOf(wholePercent(point));
  return {
    id: `dots-${id}`,
    title: `Dot scale: ${title}`,
    width: 424,
    draw: () => (
      <DotScale
        width={424}
        dotHeight={92}
        maxDot={18}
        labels
        dots={dots}
        low={dots?.[5] ?? null}
        high={dots?.[44] ?? null}
        point={point}
        bands={bands}
        active={active < 0 || active >= ICD203.length ? null : active}
      />
    ),
  };
}

function ladder(id: string, theCase: Case, hatch: boolean): Item {
  const rungs = rungInfos(theCase);
  const { result } = answerOf(theCase);
  const rows = theCase.horizons.flatMap(({ id: horizon, label, phrase }) => {
    const at = result.horizons[horizon];
    if (!at) return [];
    const whole = rungPercents(theCase, at);
    const parts = rungs.map((rung) => ({
      id: rung.id,
      value: at.rungs[rung.id] ?? 0,
      percent: whole[rung.id] ?? 0,
    }));
    return { id: horizon, label, phrase, breakLabel: percentLabel(at.break), rungs: parts };
  });
  return {
    id: `ladder-${id}`,
    title: `Ladder bars: ${theCase.title}${hatch ? ", hatched" : ""}`,
    width: 740,
    draw: () => (
      <>
        <LadderLegend rungs={rungs} hatch={hatch} />
        <LadderBars rows={rows} rungs={rungs} active="long" width={740} hatch={hatch} />
      </>
    ),
  };
}

function waterfall(id: string, theCase: Case, compact: boolean): Item {
  const why = answerOf(theCase).why.horizons["long"];
  if (!why) throw new Error(`${theCase.title} has no long run.`);
  const { rows, whole } = waterfallRows(theCase, why);
  const width = compact ? 226 : 276;
  return {
    id: `waterfall-${id}`,
    title: `Waterfall: ${theCase.title}${compact ? ", compact" : ""}`,
    width,
    draw: () => (
      <Waterfall
        start={{ label: "All at their lowest", value: why.start, percent: whole.start }}
        rows={rows}
        total={{ label: "Chance of a break", value: why.answer, percentLabel: percentLabel(why.answer) }}
        width={width}
        compact={compact}
      />
    ),
  };
}

function table(id: string, data: ChartTableData): Item {
  return { id: `table-${id}`, title: `Table: ${data.caption}`, width: 740, height: 320, draw: () => <ChartTable {...data} /> }; // prettier-ignore
}

/** Every chart by itself, with the numbers of the shipped cases or at the ends of its scale. */
export function charts({ syria, egypt, saudi }: Cases): Item[] {
  const answer = answerOf(syria);
  const long = answer.result.horizons["long"];
  if (!long) throw new Error("The case has no long run.");
  const map = {
    case: syria,
    horizon: "long",
    result: answer.result,
    levels: levelsAt(syria, {}, "long"),
    links: answer.links.horizons["long"] ?? null,
    percents: rungPercents(syria, long),
    breakLabel: percentLabel(long.break),
  };
  return [
    scale("usual", "as in the article", long.break, [0.22, 0.46]),
    scale("low", "at the low end", 0.004, [0.001, 0.012]),
    scale("high", "at the high end", 0.996, [0.98, 0.999]),
    scale("narrow", "all weightings agree", 0.5, [0.5, 0.5]),
    scale("wide", "weightings all over", 0.5, [0.01, 0.99]),
    scale("none", "no range yet", 0.33, null),
    ladder("syria", syria, false),
    ladder("egypt", egypt, false),
    ladder("saudi", saudi, true),
    waterfall("syria", syria, false),
    waterfall("egypt", egypt, true),
    waterfall("saudi", saudi, false),
    table("answer", dotTable(syria, answer.result, rangeOf(syria, { view: 1 }))),
    table("outcomes", rungTable(syria, answer.result)),
    table("why", whyTable(syria, answer.why)),
    table("arrows", mapTables(map).links),
  ];
}
