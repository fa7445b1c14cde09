import { tornado } from "../../../app/model/analysis/tornado.ts";
import { evaluate } from "../../../app/model/answer/evaluate.ts";
import { changes, levelAt, weightOf } from "../../../app/model/case/edits.ts";
import { AS_IN_ARTICLE } from "../../../app/model/case/settings.ts";
import { type Level, LEVELS } from "../../../app/model/case/types.ts";
import { effectiveInputs } from "../../../app/model/evidence/weigh.ts";
import { percentLabel, rungPercents } from "../../../app/model/words/numbers.ts";
import { estimate, weightWord } from "../../../app/model/words/sentence.ts";
import { asInSource, sourceWords } from "../../../app/model/words/source.ts";
import { capitalised } from "../../../app/model/words/text.ts";
import { rungInfos } from "../../state/select.ts";
import { APART, HOLD, RUNG_COLOURS } from "../palette.ts";
import { headline, JUDGEMENT, marked, metadataOf, rangeSentence, type Subject } from "../subject.ts";
import { type Content, Grid, ref, span } from "./grid.ts";
import { workshopSheet } from "./workshop.ts";

/* The sheets of the workbook: numbers as numbers, sums as formulas, charts on cells. */

const grid = (subject: Subject, name: string, title: string) => new Grid(name, marked(subject), title);
const labels = ({ case: theCase }: Subject) => theCase.horizons.map(({ label }) => label);
const CHART = { legendFontSize: 10, titleFontSize: 12, roundedCorners: false } as const;
const WHOLE = { formatCode: "0%" } as const;

function readMe(subject: Subject): Grid {
  const { case: theCase, answer } = subject;
  const sheet = grid(subject, "Read me", theCase.title);
  const p = answer.result.horizons[subject.horizon]?.break ?? 0;
  sheet.add(["Question", theCase.question], "wrap");
  sheet.add(["Answer", `${headline(subject)}: ${percentLabel(p)}.`], "wrap");
  sheet.add(["Range", rangeSentence(subject, subject.horizon) || "Not drawn yet."], "wrap");
  const { confidence } = theCase;
  sheet.add(["Confidence", confidence ? `${confidence.level}: ${confidence.reasons}` : "Not given."], "wrap");
  for (const [name, value] of metadataOf(subject)) sheet.add([name, value], "wrap");
  sheet.add(["Note", JUDGEMENT], "wrap");
  sheet.add(
    [
      "Formulas",
      "Sums, the break, checks, percentiles and swings are live formulas on the numbers beside them.",
    ],
    "wrap",
  );
  return sheet;
}

function byHorizon(subject: Subject): Grid {
  const { case: theCase, answer } = subject;
  const sheet = grid(subject, "Answer by horizon", "What happens, by horizon");
  const rungs = rungInfos(theCase);
  const [breakAt, sumAt] = [rungs.length + 1, rungs.length + 2];
  sheet.add(
    ["Horizon", ...rungs.map(({ label }) => label), "Chance of a break", "Sum of all", "In words"],
    "headNumbers",
    "head",
  );
  const first = sheet.row;
  for (const { id, label } of theCase.horizons) {
    const { row } = sheet;
    const at = answer.result.horizons[id];
    const broken = rungs.flatMap(({ happened }, i) => (happened ? [ref(row, i + 1)] : []));
    const { word, range } = estimate(at?.break ?? 0);
    sheet.add([label, ...rungs.map((rung) => at?.rungs[rung.id] ?? 0)], "share");
    sheet.put(row, breakAt, { formula: `SUM(${broken.join(",")})`, value: at?.break ?? 0 }, "total");
    sheet.put(row, sumAt, { formula: `SUM(${span(row, 1, row, rungs.length)})`, value: 1 }, "share");
    sheet.put(row, sumAt + 1, `${word} ${range}`, "words");
  }
  const last = sheet.row - 1;
  sheet.row++;
  sheet.add(
    ["As shown, whole percent", ...rungs.map(({ short }) => short), "Chance of a break"],
    "headNumbers",
    "head",
  );
  for (const { id, label } of theCase.horizons) {
    const at = answer.result.horizons[id];
    const whole = at ? rungPercents(theCase, at) : {};
    sheet.add([label, ...rungs.map((rung) => shown(whole[rung.id] ?? 0)), percentLabel(at?.break ?? 0)]);
  }
  sheet.chart({
    ...CHART,
    type: "bar",
    barGrouping: "stacked",
    gapWidth: 40,
    overlap: 100,
    title: "What happens, by horizon",
    altText: `Stacked bars: what happens, by horizon. ${headline(subject)}.`,
    legend: "bottom",
    axes: {
      x: { reverse: true },
      y: { scale: { min: 0, max: 1 }, numberFormat: WHOLE },
    },
    series: rungs.map((rung, i) => ({
      name: rung.label,
      color: RUNG_COLOURS[rung.tone],
      categories: sheet.range(span(first, 0, last)),
      values: sheet.range(span(first, i + 1, last)),
    })),
    anchor: { from: { row: sheet.row + 1, col: 0 }, to: { row: sheet.row + 19, col: 6 } },
  });
  sheet.row += 20;
  return sheet;
}

/** Never 0 or 100 %. */
const shown = (whole: number) => percentLabel(whole / 100);

function why(subject: Subject): Grid {
  const { case: theCase, answer, horizon } = subject;
  const sheet = grid(subject, "Why", "Why: what each factor adds, from all at their lowest");
  const here = Math.max(
    0,
    theCase.horizons.findIndex(({ id }) => id === horizon),
  );
  const at = theCase.horizons.map(({ id }) => answer.why.horizons[id]);
  sheet.add(["", ...labels(subject)], "headNumbers", "head");
  const start = sheet.add(["All at their lowest", ...at.map((one) => one?.start ?? 0)], "share");
  const points = [
    ...theCase.factors.map(({ id, short }) => [short, ...at.map((one) => one?.points[id] ?? 0)] as const),
    ...(at.some((one) => one?.evidence !== undefined)
      ? [["Evidence", ...at.map((one) => one?.evidence ?? 0)] as const]
      : []),
  ].sort((a, b) => Number(b[here + 1]) - Number(a[here + 1]));
  for (const row of points) sheet.add(row, "share");
  const last = start + points.length;
  const sum = sheet.row;
  const columns = at.map((_, i) => i + 1);
  sheet.add(
    [
      "Sum",
      ...columns.map((c, i) => ({ formula: `SUM(${span(start, c, last)})`, value: at[i]?.answer ?? 0 })),
    ],
    "total",
  );
  const model = sheet.add(["Chance of a break, as computed", ...at.map((one) => one?.answer ?? 0)], "share");
  sheet.add([
    "Check",
    ...columns.map((c) => ({
      formula: `IF(ABS(${ref(sum, c)}-${ref(model, c)})<0.000000001,"adds up","does not add up")`,
      value: "adds up",
    })),
  ]);
  sheet.row++;
  sheet.add(
    [
      answer.why.orders === undefined
        ? "Shares of probability, averaged over all orders of adding the factors; exact."
        : `Shares of probability, averaged over ${answer.why.orders} seeded orders of adding the factors.`,
    ],
    "note",
  );
  sheet.chart({
    ...CHART,
    type: "bar",
    barGrouping: "clustered",
    gapWidth: 40,
    title: `Why: points towards a break, ${labels(subject)[here] ?? ""}`,
    altText: `Bars: what each factor adds to the chance of a break. ${headline(subject)}.`,
    legend: false,
    axes: { x: { reverse: true, tickLblPos: "low" }, y: { numberFormat: { formatCode: "+0%;-0%;0%" } } },
    series: [
      {
        name: labels(subject)[here] ?? "",
        color: APART,
        categories: sheet.range(span(start + 1, 0, last)),
        values: sheet.range(span(start + 1, here + 1, last)),
        dataPoints: points.flatMap((row, idx) =>
          Number(row[here + 1]) < 0 ? [{ idx, fillColor: HOLD }] : [],
        ),
      },
    ],
    anchor: { from: { row: sheet.row + 1, col: 0 }, to: { row: sheet.row + 23, col: 5 } },
  });
  sheet.row += 24;
  return sheet;
}

function weights(subject: Subject): Grid {
  const { case: theCase, inputs } = subject;
  const sheet = grid(subject, "Weights and states", "How much each factor matters, and what is happening");
  const called = (level: Level) => theCase.levels.find(({ id }) => id === level)?.label ?? level;
  sheet.add(
    [
      "Factor",
      "Weight",
      "In words",
      "Usual",
      "From",
      "To",
      ...theCase.horizons.flatMap(({ label }) => [`State, ${label}`, capitalised(asInSource(theCase))]),
    ],
    "head",
  );
  for (const { id, label, weight } of theCase.factors) {
    const now = weightOf(theCase, inputs, id);
    const [low, high] = inputs.ranges?.[id] ?? [weight.min, weight.max];
    sheet.add(
      [
        label,
        now,
        weightWord(theCase, now, weight.default),
        weight.default,
        low,
        high,
        ...theCase.horizons.flatMap((horizon) => [
          called(levelAt(theCase, inputs, id, horizon.id)),
          called(levelAt(theCase, AS_IN_ARTICLE, id, horizon.id)),
        ]),
      ],
      "words",
      "plain",
    );
  }
  return sheet;
}

function scenarios(subject: Subject): Grid {
  const { case: theCase, inputs } = subject;
  const sheet = grid(subject, "Scenarios", "Scenarios: the answer and what each changes");
  sheet.add(
    ["Scenario", ...labels(subject), `Differences from ${sourceWords(theCase).the}`],
    "headNumbers",
    "head",
  );
  for (const { id, name } of theCase.scenarios) {
    const own = {
      ...effectiveInputs(theCase, id),
      ...(inputs.view === undefined ? {} : { view: inputs.view }),
    };
    const row = sheet.add(
      [
        name,
        ...theCase.horizons.map((h): Content => chance(() => evaluate(theCase, own).horizons[h.id]?.break)),
      ],
      "share",
    );
    const list = changes(theCase, id).map(({ text }) => text);
    sheet.put(row, theCase.horizons.length + 1, list.join("; ") || "none", "wrap");
  }
  sheet.row++;
  sheet.add([`Chance of a break by each horizon, seen from: ${subject.viewName.toLowerCase()}.`], "note");
  return sheet;
}

/** A scenario whose evidence cannot be has no number; that is no reason to write no workbook. */
function chance(of: () => number | undefined): Content {
  try {
    return of() ?? null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function rangeDots(subject: Subject): Grid | null {
  const { case: theCase, range } = subject;
  if (!range) return null;
  const sheet = grid(subject, "Range", "Range: 50 equally plausible weightings");
  const at = theCase.horizons.map(({ id }) => range.horizons[id]);
  sheet.add(["Dot", ...labels(subject)], "headNumbers", "head");
  const first = sheet.row;
  const count = Math.max(...at.map((one) => one?.dots.length ?? 0));
  for (let i = 0; i < count; i++)
    sheet.add([i + 1, ...at.map((one) => one?.dots[i] ?? null)], "share", "plain");
  const last = sheet.row - 1;
  const over = (
    name: string,
    formula: (cells: string) => string,
    value: (dots: readonly number[]) => number,
  ) =>
    sheet.add(
      [
        name,
        ...at.map((one, i) => ({
          formula: formula(span(first, i + 1, last)),
          value: value(one?.dots ?? []),
        })),
      ],
      "total",
    );
  over(
    "10% of the dots",
    (cells) => `PERCENTILE(${cells},0.1)`,
    (dots) => percentile(dots, 0.1),
  );
  over(
    "Middle of the dots",
    (cells) => `MEDIAN(${cells})`,
    (dots) => percentile(dots, 0.5),
  );
  over(
    "90% of the dots",
    (cells) => `PERCENTILE(${cells},0.9)`,
    (dots) => percentile(dots, 0.9),
  );
  sheet.add([`10% of all ${range.draws} draws`, ...at.map((one) => one?.low ?? null)], "share");
  sheet.add([`90% of all ${range.draws} draws`, ...at.map((one) => one?.high ?? null)], "share");
  sheet.row++;
  sheet.add(
    [`4 in 5 plausible weightings lie between 10% and 90%; ${range.draws} draws, seed ${range.seed}.`],
    "note",
  );
  return sheet;
}

/** As spreadsheets compute PERCENTILE: linear between the two nearest, n − 1 steps apart. */
export function percentile(ascending: readonly number[], share: number): number {
  const place = (ascending.length - 1) * share;
  const low = ascending[Math.floor(place)] ?? 0;
  return low + (place - Math.floor(place)) * ((ascending[Math.ceil(place)] ?? low) - low);
}

function swings(subject: Subject): Grid | null {
  const { case: theCase, inputs, horizon, answer } = subject;
  const at = tornado(theCase, inputs).horizons[horizon];
  const now = answer.result.horizons[horizon]?.break;
  if (!at || now === undefined) return null;
  const phase = theCase.horizons.find(({ id }) => id === horizon);
  const sheet = grid(subject, "Tornado", `What moves the answer, ${phase?.label ?? ""}: one state at a time`);
  const rows = theCase.factors
    .map(({ id, short }) => {
      const values = LEVELS.map((level) => at.levels[id]?.[level] ?? null);
      const known = values.filter((value) => value !== null);
      return { short, values, low: Math.min(...known, now), high: Math.max(...known, now) };
    })
    .sort((a, b) => b.high - b.low - (a.high - a.low));
  const answerRow = sheet.add(["Chance of a break as set", now], "share");
  sheet.row++;
  const name = (level: Level) => theCase.levels.find(({ id }) => id === level)?.label ?? level;
  sheet.add(
    ["Factor", ...LEVELS.map(name), "Lowest", "Highest", "Swing", "Down from the answer", "Up"],
    "headNumbers",
    "head",
  );
  const first = sheet.row;
  const [low, high] = [LEVELS.length + 1, LEVELS.length + 2];
  const base = `$${ref(answerRow, 1).replace(/\d/, "$$$&")}`;
  for (const each of rows) {
    const { row } = sheet;
    const cells = `${span(row, 1, row, LEVELS.length)},${base}`;
    sheet.add(
      [
        each.short,
        ...each.values,
        { formula: `MIN(${cells})`, value: each.low },
        { formula: `MAX(${cells})`, value: each.high },
        { formula: `${ref(row, high)}-${ref(row, low)}`, value: each.high - each.low },
        { formula: `${ref(row, low)}-${base}`, value: each.low - now },
        { formula: `${ref(row, high)}-${base}`, value: each.high - now },
      ],
      "share",
    );
  }
  const last = sheet.row - 1;
  const series = (title: string, color: string, column: number) => ({
    name: title,
    color,
    categories: sheet.range(span(first, 0, last)),
    values: sheet.range(span(first, column, last)),
  });
  sheet.chart({
    ...CHART,
    type: "bar",
    barGrouping: "clustered",
    gapWidth: 40,
    overlap: 100,
    title: `How far each state alone moves the answer, ${phase?.label ?? ""}`,
    altText: `Tornado: how far each factor’s state alone moves the chance of a break. Longest: ${rows[0]?.short ?? ""}.`,
    legend: "bottom",
    axes: { x: { reverse: true, tickLblPos: "low" }, y: { numberFormat: { formatCode: "+0%;-0%;0%" } } },
    series: [series("Down", HOLD, high + 2), series("Up", APART, high + 3)],
    anchor: { from: { row: sheet.row + 1, col: 0 }, to: { row: sheet.row + 23, col: 7 } },
  });
  sheet.row += 24;
  return sheet;
}

/** Every sheet in its order, with the widths of its columns in characters; one without numbers is left out. */
export const SHEETS: readonly {
  readonly name: string;
  readonly make: (subject: Subject) => Grid | null;
  readonly widths: readonly number[];
}[] = [
  { name: "Read me", make: readMe, widths: [16, 100] },
  { name: "Answer by horizon", make: byHorizon, widths: [26, 16, 16, 16, 16, 16, 16, 12, 30] },
  { name: "Why", make: why, widths: [34, 16, 16, 16, 16] },
  { name: "Weights and states", make: weights, widths: [40, 9, 24, 9, 9, 9, 15, 15, 15, 15, 15, 15] },
  { name: "Scenarios", make: scenarios, widths: [34, 14, 14, 14, 90] },
  { name: "Range", make: rangeDots, widths: [24, 16, 16, 16] },
  { name: "Tornado", make: swings, widths: [30, 11, 11, 11, 11, 11, 11, 11, 11, 14, 11] },
  { name: "Workshop", make: workshopSheet, widths: [44, 20, 16, 16, 22, 18, 24, 18, 18, 18, 18, 18] },
];
