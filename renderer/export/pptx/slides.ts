import { tornado } from "../../../app/model/analysis/tornado.ts";
import { changes } from "../../../app/model/case/edits.ts";
import { LEVELS } from "../../../app/model/case/types.ts";
import { percentLabel, rungPercents, wholePercent } from "../../../app/model/words/numbers.ts";
import { estimate } from "../../../app/model/words/sentence.ts";
import { rungInfos, wholePoints } from "../../state/select.ts";
import { APART, HOLD, RUNG_COLOURS } from "../palette.ts";
import { type SlideId, SLIDES } from "./names.ts";
import { headline, JUDGEMENT, rangeSentence, scenarioText, sourceLine, type Subject } from "../subject.ts";
import { workshopSlides } from "./workshop.ts";

/** A chart as its numbers: whole percent or points, as they are shown, so that the labels of any program agree. */
export interface SlideChart {
  readonly kind: "stacked" | "points" | "tornado";
  readonly categories: readonly string[];
  readonly series: readonly {
    readonly name: string;
    readonly colour: string;
    readonly values: readonly number[];
  }[];
  /** The chart in one sentence. */
  readonly alt: string;
}

export interface Slide {
  readonly id: SlideId;
  /** The finding. */
  readonly title: string;
  readonly lines: readonly string[];
  /** Numbers to be read from the last row: each with what it is of and its words. */
  readonly figures?: readonly { readonly label: string; readonly number: string; readonly words: string }[];
  readonly chart?: SlideChart;
}

/** The slides asked for, in their order; one whose numbers there are not is left out. */
export function slidesOf(subject: Subject, wanted: readonly SlideId[]): Slide[] {
  const makers: Readonly<Record<SlideId, (subject: Subject) => Slide | readonly Slide[] | null>> = {
    answer,
    horizons,
    why,
    matters,
    workshop: workshopSlides,
    method,
  };
  return SLIDES.flatMap(([id]) => (wanted.includes(id) ? (makers[id](subject) ?? []) : []));
}

const chanceAt = ({ answer: { result }, horizon }: Subject) => result.horizons[horizon]?.break ?? 0;
const horizonName = ({ case: { horizons: all }, horizon }: Subject) =>
  all.find(({ id }) => id === horizon)?.label ?? "";

function answer(subject: Subject): Slide {
  const { case: theCase } = subject;
  const { confidence } = theCase;
  return {
    id: "answer",
    title: `${headline(subject)}.`,
    lines: [
      rangeSentence(subject, subject.horizon),
      confidence ? `Confidence in this judgement: ${confidence.level}. ${confidence.reasons}` : "",
      `Scenario: ${scenarioText(subject)}. Seen from: ${subject.viewName.toLowerCase()}.`,
    ].filter(Boolean),
    figures: theCase.horizons.map(({ id, label, phrase }) => {
      const p = subject.answer.result.horizons[id]?.break ?? 0;
      const { word, range } = estimate(p);
      return { label: `${label}, ${phrase}`, number: percentLabel(p), words: `${word} ${range}` };
    }),
  };
}

function horizons(subject: Subject): Slide {
  const { case: theCase, answer: given } = subject;
  const rungs = rungInfos(theCase);
  const at = theCase.horizons.map(({ id }) => given.result.horizons[id]);
  const whole = at.map((one) => (one ? rungPercents(theCase, one) : {}));
  return {
    id: "horizons",
    title: `${horizonName(subject)}: chance of a break ${percentLabel(chanceAt(subject))}`,
    lines: [
      `Chance of a break: ${theCase.horizons.map(({ label }, i) => `${label.toLowerCase()} ${percentLabel(at[i]?.break ?? 0)}`).join(", ")}. ${rangeSentence(subject, subject.horizon)}`,
    ],
    chart: {
      kind: "stacked",
      categories: theCase.horizons.map(({ label }) => label),
      series: rungs.map((rung) => ({
        name: rung.happened ? `${rung.label} (a break)` : rung.label,
        colour: RUNG_COLOURS[rung.tone],
        values: whole.map((one) => one[rung.id] ?? 0),
      })),
      alt: `What happens, by horizon: ${theCase.horizons.map(({ label }, i) => `${label}: ${rungs.map((rung) => `${rung.short} ${percentLabel((whole[i]?.[rung.id] ?? 0) / 100)}`).join(", ")}`).join("; ")}.`,
    },
  };
}

function why(subject: Subject): Slide | null {
  const { case: theCase, answer: given, horizon } = subject;
  const at = given.why.horizons[horizon];
  if (!at) return null;
  const whole = wholePoints(at);
  const rows = [
    ...theCase.factors.map(({ id, short }) => ({
      short,
      points: whole.points[id] ?? 0,
      exact: at.points[id] ?? 0,
    })),
    ...(at.evidence === undefined ? [] : [{ short: "Evidence", points: whole.evidence, exact: at.evidence }]),
  ].sort((a, b) => b.exact - a.exact);
  const all = [{ short: "All at their lowest", points: whole.start, exact: at.start }, ...rows];
  const [first] = rows;
  return {
    id: "why",
    title: `Why ${percentLabel(at.answer)}: ${first ? `${first.short} adds most, ${said(first.points)} points` : "no factor moves it"}`,
    lines: [
      `${horizonName(subject)}. Points that each factor adds from all at their lowest, averaged over all orders; they add up to ${percentLabel(at.answer)}.`,
    ],
    chart: {
      kind: "points",
      categories: all.map(({ short }) => short),
      series: [{ name: "Points", colour: APART, values: all.map(({ points }) => points) }],
      alt: `Points towards a break: ${all.map(({ short, points }) => `${short} ${said(points)}`).join(", ")}; together ${percentLabel(at.answer)}.`,
    },
  };
}

const said = (points: number) => (points === 0 ? "±0" : points > 0 ? `+${points}` : `−${-points}`);

function matters(subject: Subject): Slide | null {
  const { case: theCase, inputs, horizon } = subject;
  const swings = tornado(theCase, inputs).horizons[horizon];
  if (!swings) return null;
  const now = chanceAt(subject);
  const rows = theCase.factors
    .map(({ id, short }) => {
      const known = LEVELS.map((level) => swings.levels[id]?.[level] ?? null).filter((p) => p !== null);
      return { short, low: Math.min(now, ...known), high: Math.max(now, ...known) };
    })
    .sort((a, b) => b.high - b.low - (a.high - a.low));
  const [first] = rows;
  const points = (p: number) => wholePercent(p) - wholePercent(now);
  return {
    id: "matters",
    title: first
      ? `${first.short} moves the answer most: from ${percentLabel(first.low)} to ${percentLabel(first.high)}`
      : "Nothing moves the answer",
    lines: [
      `${horizonName(subject)}. Each factor’s state alone, from very low to very high; all else as set. Points from the answer of ${percentLabel(now)}.`,
    ],
    chart: {
      kind: "tornado",
      categories: rows.map(({ short }) => short),
      series: [
        { name: "Down", colour: HOLD, values: rows.map(({ low }) => points(low)) },
        { name: "Up", colour: APART, values: rows.map(({ high }) => points(high)) },
      ],
      alt: `How far each state alone moves the answer: ${rows.map(({ short, low, high }) => `${short} ${percentLabel(low)} to ${percentLabel(high)}`).join(", ")}.`,
    },
  };
}

function method(subject: Subject): Slide {
  const { case: theCase, range, scenario } = subject;
  const edits = changes(theCase, scenario).map(({ text }) => text);
  return {
    id: "method",
    title: "Method and limits",
    lines: [
      JUDGEMENT,
      `The argument as ${theCase.factors.length} factors and ${theCase.mechanisms.length} mechanisms of a causal model; exact inference, no sampling in the answer.`,
      ...(range
        ? [
            `Range: ${range.draws} plausible weightings, seed ${range.seed}; it holds what the weights leave open, not whether the argument is right.`,
          ]
        : []),
      ...(edits.length > 0 ? [`Scenario changes: ${edits.join("; ")}.`] : []),
      ...(theCase.outcome.event.basis?.short ? [theCase.outcome.event.basis.short] : []),
      sourceLine(subject),
    ],
  };
}
