import { openCase, saveCase } from "../case/door.ts";
import { VERSION } from "../case/migrate.ts";
import { problemSentence } from "../case/problem.ts";
import type { Case, Horizon, Setting } from "../case/types.ts";
import { spreadRate, yearlyRate } from "./hazard.ts";
import { wordOf } from "./ids.ts";
import { TEMPLATE } from "./template.ts";

/** What a new case is asked for first; all may be left open. */
export interface StartWords {
  readonly title?: string;
  readonly question?: string;
  readonly event?: string;
  readonly partners?: readonly string[];
  /** Day of the argument, e.g. 2019-01-30. */
  readonly asOf?: string;
}

export const USUAL_LEVELS = [
  { id: "VL", label: "very low" },
  { id: "L", label: "low" },
  { id: "M", label: "medium" },
  { id: "H", label: "high" },
  { id: "VH", label: "very high" },
] as const;

export const USUAL_HORIZONS: readonly Horizon[] = [
  { id: "now", label: "Now", phrase: "within a year", years: 1 },
  { id: "medium", label: "Medium term", phrase: "within three years", years: 2 },
  { id: "long", label: "Long run", phrase: "within ten years", years: 7 },
];

/** The first factor of a blank case: there must be one, and it waits to be named. */
export const FIRST_FACTOR = "firstFactor";
export const FIRST_FACTOR_NAME = "First factor, to be named";

const SETTING: Setting = { level: "M", spread: 0.15 };

/** A case with one factor to be named, one mechanism, three horizons and three rungs. It can be saved and computed. */
export function blankCase(words: StartWords = {}): Case {
  const yearly = yearlyRate({ of100: 20, years: 10 });
  const rates = spreadRate(yearly, [0, 0.25, 0.5, 0.25, 0], 3);
  return opened({
    format: "entente-case",
    version: VERSION,
    ...said(words, { title: "New case", event: "the partnership ends" }),
    source: { title: "", author: "", publisher: "", note: "" },
    levels: USUAL_LEVELS,
    horizons: USUAL_HORIZONS,
    factors: [
      {
        id: FIRST_FACTOR,
        label: FIRST_FACTOR_NAME,
        short: "First factor",
        group: "apart",
        weight: { default: 5, min: 3, max: 7 },
        levels: Object.fromEntries(USUAL_HORIZONS.map(({ id }) => [id, SETTING])),
        fade: 0.5,
      },
    ],
    mechanisms: [
      {
        id: "pressure",
        label: "Pressure towards the event",
        short: "Pressure",
        spread: 0.1,
        rule: {
          kind: "sum",
          base: 0.1,
          pushes: [{ strength: 0.85, weightOf: FIRST_FACTOR, of: [{ node: FIRST_FACTOR, gate: "level" }] }],
        },
      },
    ],
    outcome: {
      short: "Outcome",
      rungs: [
        { id: "holds", label: "It holds", short: "Holds", happened: false },
        { id: "strained", label: "Open strain", short: "Strain", happened: false },
        { id: "ended", label: "It has ended", short: "Ended", happened: true },
      ],
      event: { of: "pressure", hazardPerYear: { article: rates, outside: rates.map(() => yearly) } },
      happened: [{ rung: "ended" }],
      notHappened: [{ rung: "strained", of: "pressure", p: [0.05, 0.15, 0.35, 0.6, 0.8] }, { rung: "holds" }],
    },
    links: [
      { from: FIRST_FACTOR, to: "pressure", raises: true, reason: "", paragraphs: [] },
      { from: "pressure", to: "outcome", raises: true, reason: "", paragraphs: [] },
    ],
  });
}

/** "Two partners under strain": an argument that fits many partnerships, to be made one's own. */
export const templateCase = (words: StartWords = {}): Case =>
  opened({ format: "entente-case", version: VERSION, ...TEMPLATE, ...said(words, TEMPLATE) });

/** Another case that argues alike. What was judged, held and done on the first stays with the first. */
export function copyCase(theCase: Case, title = `Copy of ${theCase.title}`): Case {
  const {
    judgement: _1,
    judgements: _2,
    judgementArguments: _3,
    history: _4,
    sessions: _5,
    ...rest
  } = theCase;
  return opened({ ...rest, id: wordOf(title, "case"), title });
}

function said(
  words: StartWords,
  usual: { readonly title: string; readonly event: string },
): StartWords & {
  readonly id: string;
} {
  const title = words.title?.trim() || usual.title;
  const given = Object.entries(words).filter(
    ([, value]) => value !== undefined && value !== "" && (value as readonly string[]).length > 0,
  );
  return { ...usual, ...Object.fromEntries(given), id: wordOf(title, "case"), title };
}

/** Through the one door, so that what comes out is what a file would give. */
function opened(file: object): Case {
  const read = openCase(saveCase(file as Case));
  if (!read.ok) throw new Error(problemSentence(read.problem));
  return read.case;
}
