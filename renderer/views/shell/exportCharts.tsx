import { ChartBarStacked, ChartScatter, ChartBarDecreasing, Network, Waypoints } from "lucide-react";
import type { CSSProperties } from "react";
import type { Range } from "../../../app/model/analysis/shapes.ts";
import { breakFromView } from "../../../app/model/analysis/views.ts";
import type { HorizonResult } from "../../../app/model/answer/result.ts";
import { viewShare } from "../../../app/model/answer/settle.ts";
import type { Case, Inputs } from "../../../app/model/case/types.ts";
import { fiveLabel, rungFives } from "../../../app/model/words/fives.ts";
import { percentLabel, pointsLabel, rungPercents, wholePercent } from "../../../app/model/words/numbers.ts";
import { bandOf, ICD203 } from "../../../app/model/words/scale.ts";
import { estimateSentence } from "../../../app/model/words/sentence.ts";
import { CausalMap } from "../../charts/causal-map/CausalMap.tsx";
import { mapTables } from "../../charts/causal-map/tables.ts";
import { DotScale } from "../../charts/DotScale.tsx";
import { LadderBars } from "../../charts/LadderBars.tsx";
import { Waterfall } from "../../charts/Waterfall.tsx";
import type { ExportChart, Frame, LookName } from "../../export/choice.ts";
import { levelsAt, rungInfos, rungTones } from "../../state/select.ts";
import { dotTable, rungTable, whyTable } from "../../state/tables.ts";
import type { Answer } from "../../worker/protocol.ts";
import { waterfallRows } from "../explore/waterfallRows.ts";
import { capitalised } from "../../../app/model/words/text.ts";
import { sourceWords } from "../../../app/model/words/source.ts";

const ORANGE =
  "Orange pushes towards a break, blue holds together; an arrow’s width is what is lost if it is cut.";

/** Around the map: what its arrows keep clear is of the paper's colour. */
const ON_PAPER = { "--map-ground": "var(--surface)" } as CSSProperties;
/** Print has to be read without colour: the map hatches what breaks, as the bars do. */
const HATCHED = { ...ON_PAPER, "--hatch": "inline" } as CSSProperties;

/** px; as narrow as names allow, so that letters stay large on a page, and high enough for names of two lines. */
const LEAST_MAP = { overview: { width: 716, height: 492 }, full: { width: 980, height: 720 } } as const;

export interface OnScreen {
  readonly case: Case;
  readonly settings: Inputs;
  readonly answer: Answer;
  readonly range: Range | null;
  readonly horizon: string;
  readonly scenario: string;
  readonly view: string;
}

/** How chances are printed: as on screen, or in fives. */
interface Print {
  readonly label: (p: number) => string;
  readonly rungs: (theCase: Case, at: HorizonResult) => Record<string, number>;
}
const WHOLE: Print = { label: percentLabel, rungs: rungPercents };
const FIVES: Print = { label: fiveLabel, rungs: rungFives };

/** Every chart of the screen as it can be exported: the same components, the same numbers. */
export function exportCharts({
  case: theCase,
  settings,
  answer,
  range,
  horizon,
  scenario,
  view,
}: OnScreen): ExportChart[] {
  const at = answer.result.horizons[horizon];
  const why = answer.why.horizons[horizon];
  const phase = theCase.horizons.find(({ id }) => id === horizon);
  if (!at || !why || !phase) return [];
  const label = percentLabel(at.break);
  const sentence = estimateSentence(at.break, theCase.event);
  const begin = sentence.before.charAt(0).toLowerCase() + sentence.before.slice(1);
  const when = capitalised(phase.phrase);
  const titled = ({ label: print }: Print) =>
    `${when}, ${begin}${sentence.word}\u00a0${sentence.range}${sentence.after.replace(/\.$/, "")}: ${print(at.break)}`;
  const title = titled(WHOLE);
  const seen = `${scenario}, seen from: ${view.toLowerCase()}.`;
  const ranged = range?.horizons[horizon];
  const rangeIn = ({ label: print }: Print) => {
    const [low, high] = ranged ? [print(ranged.low), print(ranged.high)] : ["", ""];
    if (low === "") return "";
    return low === high
      ? `4 in 5 plausible weightings put it about ${low}.`
      : `4 in 5 plausible weightings put it between ${low} and ${high}.`;
  };
  const the = capitalised(sourceWords(theCase).the);
  // The side it is not seen from: from in between, the outside view.
  const isOutside = viewShare(settings.view) === 0;
  const other = breakFromView(theCase, answer.result, isOutside ? 1 : 0);
  const otherView = {
    label: isOutside ? `${the} beside the outside view` : "Outside view beside",
    says: (isRounded: boolean) =>
      `${isOutside ? the : "Outside view"}: ${theCase.horizons
        .map(
          ({ id, label: name }) =>
            `${name.toLowerCase()} ${(isRounded ? FIVES : WHOLE).label(other[id] ?? 0)}`,
        )
        .join(", ")}.`,
  };
  const rungs = rungInfos(theCase);
  const active = bandOf(wholePercent(at.break));
  const { rows, whole } = waterfallRows(theCase, why);
  const map = {
    case: theCase,
    horizon,
    result: answer.result,
    levels: levelsAt(theCase, settings, horizon),
    links: answer.links.horizons[horizon] ?? null,
    percents: rungPercents(theCase, at),
    breakLabel: label,
  };
  const drawMap = (
    mode: "overview" | "full",
    wanted: number,
    look: LookName,
    frame: Frame | undefined,
    print: Print = WHOLE,
  ) => {
    const least = LEAST_MAP[mode];
    const width = Math.max(frame?.width ?? wanted, least.width);
    const height = frame?.height ?? least.height;
    return (
      <div style={look === "print" ? HATCHED : ON_PAPER}>
        <CausalMap
          {...map}
          percents={print.rungs(theCase, at)}
          breakLabel={print.label(at.break)}
          mode={mode}
          width={width}
          height={height}
          rungTone={rungTones(theCase)}
          selected={null}
          lit={null}
          onSelect={() => undefined}
          onHover={() => undefined}
        />
      </div>
    );
  };
  const drawLadder = (width: number, look: LookName, print: Print) => (
    <LadderBars
      width={width}
      rungs={rungs}
      rows={theCase.horizons.map(({ id, label: name, phrase }) => {
        const one = answer.result.horizons[id];
        const percents = one ? print.rungs(theCase, one) : {};
        return {
          id,
          label: name,
          phrase,
          breakLabel: print.label(one?.break ?? 0),
          rungs: rungs.map((rung) => ({
            id: rung.id,
            value: one?.rungs[rung.id] ?? 0,
            percent: percents[rung.id] ?? 0,
          })),
        };
      })}
      active={horizon}
      rowHeight={52}
      hatch={look === "print"}
      legend
    />
  );
  const ladderNotes = (print: Print) => [
    `Right-hand numbers: chance of a break by then. ${rangeIn(print)}`,
    ...(print === FIVES ? ["Rounded to 5, each within its word."] : []),
  ];
  const dotNotes = (print: Print) => [
    `Each dot is 1 of 50 equally plausible weightings; hollow: the outer 1 in 5. ${rangeIn(print)}`,
    ...(print === FIVES ? ["Rounded to 5, each within its word."] : []),
  ];
  const drawDots = (width: number) => (
    <DotScale
      width={width}
      dotHeight={130}
      maxDot={18}
      labels
      dots={ranged?.dots ?? null}
      low={ranged?.low ?? null}
      high={ranged?.high ?? null}
      point={at.break}
      bands={ICD203.map(({ id, word, low, high }) => ({
        id,
        label: word,
        low: low / 100,
        high: high / 100,
      }))}
      active={active < 0 || active >= ICD203.length ? null : active}
    />
  );
  return [
    {
      id: "by-horizon",
      label: "By horizon",
      icon: ChartBarStacked,
      title,
      subtitle: `What happens, by horizon. ${seen}`,
      notes: ladderNotes(WHOLE),
      table: rungTable(theCase, answer.result),
      render: (width, look) => drawLadder(width, look, WHOLE),
      rounded: {
        title: titled(FIVES),
        notes: ladderNotes(FIVES),
        render: (width, look) => drawLadder(width, look, FIVES),
      },
      otherView,
    },
    {
      id: "answer",
      label: "Answer",
      icon: ChartScatter,
      title,
      subtitle: `How likely, on the scale of estimative words. ${seen}`,
      notes: dotNotes(WHOLE),
      table: dotTable(theCase, answer.result, range),
      render: drawDots,
      rounded: { title: titled(FIVES), notes: dotNotes(FIVES), render: drawDots },
      otherView,
    },
    {
      id: "argument",
      label: "Argument",
      icon: Waypoints,
      title,
      subtitle: `How the argument runs. ${seen}`,
      notes: [ORANGE],
      table: mapTables(map).links,
      render: (width, look, frame) => drawMap("overview", width, look, frame),
      tooWideForColumn: true,
      rounded: {
        title: titled(FIVES),
        notes: [ORANGE, "Rounded to 5, each within its word."],
        render: (width, look, frame) => drawMap("overview", width, look, frame, FIVES),
      },
      otherView,
    },
    {
      id: "full",
      label: "Full argument",
      icon: Network,
      title,
      subtitle: `The full argument. ${seen}`,
      notes: ["Numbers on arrows: points lost if the arrow is cut. Dashed boxes are not in the overview."],
      table: mapTables(map).links,
      render: (width, look, frame) => drawMap("full", width, look, frame),
      tooWideForColumn: true,
    },
    {
      id: "why",
      label: `Why ${label}`,
      icon: ChartBarDecreasing,
      title,
      subtitle: `What each factor adds, from all at their lowest. ${seen}`,
      notes: [
        `Percentage points, averaged over all orders; they add up to the answer. Largest: ${rows[0]?.label ?? ""} ${pointsLabel(rows[0]?.points ?? 0)}.`,
      ],
      table: whyTable(theCase, answer.why),
      otherView,
      render: (width) => (
        <Waterfall
          width={width}
          start={{ label: "All at their lowest", value: why.start, percent: whole.start }}
          rows={rows}
          total={{ label: "Chance of a break", value: why.answer, percentLabel: label }}
        />
      ),
    },
  ];
}
