import { markingLine } from "../case/marking.ts";
import type { Case } from "../case/types.ts";
import { sharesOf } from "../group/shares.ts";
import { spreadOf } from "../group/spread.ts";
import { longDate } from "../words/dates.ts";
import { percentLabel, pointsLabel } from "../words/numbers.ts";
import { estimate } from "../words/sentence.ts";
import { minorityOf } from "./conclusion.ts";
import { verify } from "./chain.ts";
import { CHALLENGES } from "./prompts.ts";
import {
  cardsTable,
  missingTable,
  peopleRows,
  practiceRows,
  spanText,
  spreadTables,
  wholeShares,
} from "./report-room.ts";
import { answersOf, bestGuesses, FEWEST_DOTS, mayListPeople, mayTellSpread, pointsOf } from "./round.ts";
import { MOVERS } from "./agreement.ts";
import { stateOf, closedRounds } from "./state.ts";
import type { Session } from "./types.ts";
import { viewOf, type RoundView } from "./view.ts";

/** A table of the report: one in the document, one sheet of a workbook, one slide. */
export interface ReportTable {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface SessionReport {
  readonly title: string;
  readonly marking: string;
  /** What it came to and how: the first part of the sentences. */
  readonly result: readonly string[];
  /** How far people agree. */
  readonly room: readonly string[];
  /** These, and whether the log is whole. */
  readonly sentences: readonly string[];
  readonly tables: readonly ReportTable[];
  /** What those said who see it otherwise; "" for nobody. */
  readonly minority: string;
}

/** The two ways in which the same judgements are told, each where it is read best. */
const WEIGHTS_TOLD =
  "Here as shares of all weight. On screen from 0 to 10: a share beside the one that the model gives the factor, which is 5";

const METHOD_WORDS = {
  swing: "put in order, then rated against the first",
  rank: "put in order only",
  points: "100 points shared out",
  slider: "importance from 0 to 10",
  bestWorst: "the most and the least weighty against all others",
  pairs: "compared in pairs",
} as const;
const NAMES = { anonymous: "never shown", pseudonymous: "nicknames", named: "shown, as agreed" } as const;

/**
 * A session as it is reported: method, rounds, moves, disagreement, dissent, marking. Worked out from its log and the
 * stored numbers of its rounds; lines per person only from five people on, or where names were agreed.
 */
export function sessionReport(theCase: Case, session: Session): SessionReport {
  const { setup } = session;
  const state = stateOf(session);
  const view = viewOf(state);
  const rounds = closedRounds(view);
  const label = (id: string) => theCase.horizons.find((one) => one.id === id)?.label ?? id;
  const factor = (id: string) => setup.factors.find((one) => one.id === id)?.label ?? id;
  const ids = setup.factors.map(({ id }) => id);
  const chain = verify(session);
  const last = rounds.at(-1);
  const horizon = setup.chances.at(-1)?.id ?? "";
  const pooled = last?.aggregate?.pooled[horizon];
  const people = state.people.filter(({ status }) => status === "in").length;
  const late = state.rounds.reduce((sum, round) => sum + round.late.length, 0);

  const apart = spreadTables(theCase, setup, last);
  const result = [
    ...(setup.dryRun ? ["A dry run with simulated people: nothing of it is a finding."] : []),
    ...(pooled ? [headline(theCase, horizon, pooled, last?.sent.size ?? 0)] : []),
    ...(state.concluded && state.concluded.confidence !== ""
      ? [
          `The room’s confidence in its reasoning is ${state.concluded.confidence}${state.concluded.reasons.trim() === "" ? "" : `, because: ${state.concluded.reasons.trim()}`}`.replace(
            /([^.])$/,
            "$1.",
          ),
        ]
      : []),
    `Chances are pooled from what everybody’s own weights say, by the geometric mean of odds; ${(last?.sent.size ?? 0) < FEWEST_DOTS ? `a band is told from ${FEWEST_DOTS} answers on` : "the band is that of 2,000 rooms drawn from the same people"}.`,
  ];
  const log = chain.ok
    ? `The log of ${session.events.length} events is whole.`
    : `The log cannot be trusted: ${chain.sentence}`;
  const shares = rounds.map((round) =>
    answersOf(round).flatMap(({ weights }) => {
      if (!weights) return [];
      const points = pointsOf(weights, ids);
      return [sharesOf(ids.map((id) => points[id]!))];
    }),
  );
  const hasBand = (round: RoundView) => round.sent.size >= FEWEST_DOTS;
  const banded = rounds.some(hasBand);
  const tables: ReportTable[] = [
    {
      id: "method",
      title: "How it was held",
      columns: ["What", "How"],
      rows: [
        ["Question", setup.question],
        ["Held on", longDate(session.createdAt)],
        ["People", String(people)],
        ...peopleRows(state),
        ["Weights asked", METHOD_WORDS[setup.method]],
        ["Weights told", WEIGHTS_TOLD],
        ["Rounds", String(rounds.length)],
        ...practiceRows(setup),
        ["Names", NAMES[setup.anonymity]],
        ["Set to", setup.start.scenario],
        ["Late answers, not counted", String(late)],
        ["Seed", String(setup.seed)],
        ["Argument (SHA-256)", setup.caseHash],
        ["Marking", markingLine(setup.marking) ?? "none"],
      ],
    },
    {
      id: "rounds",
      title: "Rounds",
      columns: [
        "Round",
        "By when",
        "Answers",
        "Pooled",
        "Word",
        ...(banded ? ["Band, 8 in 10"] : []),
        "Before any model, middle",
      ],
      rows: rounds.flatMap((round) =>
        setup.chances.map(({ id }) => {
          const at = round.aggregate?.pooled[id];
          const guts = bestGuesses(round, id);
          const { word, range } = at ? estimate(at.p) : { word: "", range: "" };
          return [
            String(round.n),
            label(id),
            String(round.sent.size),
            at ? percentLabel(at.p) : "not worked out",
            `${word} ${range}`.trim(),
            ...(banded ? [at && hasBand(round) ? spanText(at.low, at.high) : ""] : []),
            guts.length > 0 ? percentLabel(spreadOf(guts).quartiles[1]) : "",
          ];
        }),
      ),
    },
    ...(rounds.length > 1 && last
      ? [
          {
            id: "moves",
            title: "Moves between the first round and the last",
            columns: ["By when", "Pooled, points", "Before any model, middle, points", MOVERS],
            rows: setup.chances.map(({ id }) => {
              const [a, b] = [rounds[0]!, last];
              const points = (x: number | undefined, y: number | undefined) =>
                x === undefined || y === undefined
                  ? ""
                  : pointsLabel(Math.round(100 * y) - Math.round(100 * x));
              const moved = b.aggregate?.spread?.[id]?.moved;
              const median = (round: typeof a) => {
                const guts = bestGuesses(round, id);
                return guts.length > 0 ? spreadOf(guts).quartiles[1] : undefined;
              };
              return [
                label(id),
                points(a.aggregate?.pooled[id]?.p, b.aggregate?.pooled[id]?.p),
                points(median(a), median(b)),
                moved ? `${moved.moved} of ${moved.both}` : "not worked out",
              ];
            }),
          },
        ]
      : []),
    {
      id: "disagreement",
      title: "Disagreement about weights, as shares of all weight",
      columns: ["Factor", "Round", "Lower quarter", "Middle", "Upper quarter", "Middle half spans"],
      rows: ids.flatMap((id, i) =>
        rounds.flatMap((round, r) => {
          const own = (shares[r] ?? []).map((one) => one[i]!);
          if (own.length === 0 || !mayTellSpread(setup, own.length)) return [];
          const { quartiles, iqr } = spreadOf(own);
          return [
            [
              factor(id),
              String(round.n),
              ...quartiles.map(percentLabel),
              Math.round(100 * iqr) === 1 ? "1 point" : `${Math.round(100 * iqr)} points`,
            ],
          ];
        }),
      ),
    },
    ...apart.tables,
    ...(last?.aggregate
      ? [
          {
            id: "group-model",
            title: "Group model: the middle of the room’s weights, for what-if; not its estimate",
            columns: ["Factor", "Share of weight"],
            rows: wholeShares(ids.map((id) => last.aggregate?.groupModel[id] ?? 0)).map((share, i) => [
              factor(ids[i]!),
              `${share}%`,
            ]),
          },
        ]
      : []),
    ...rounds.flatMap((round, r): ReportTable[] =>
      mayListPeople(setup, round.sent.size)
        ? [
            {
              id: `answers-${round.n}`,
              title: `Answers of round ${round.n}${setup.anonymity === "named" ? "" : ", without names"}`,
              columns: [
                setup.anonymity === "named" ? "Name" : "Answer",
                ...ids.map(factor),
                ...setup.chances.map(({ id }) => `First guess: ${label(id)}`),
              ],
              rows: listed(round, shares[r] ?? [], (id, i) =>
                setup.anonymity === "named"
                  ? (state.people.find((one) => one.id === id)?.name ?? "")
                  : String(i + 1),
              ),
            },
          ]
        : [],
    ),
    missingTable(view),
    ...CHALLENGES.flatMap(({ kind, title }) => {
      const said = view.comments.filter((one) => one.kind === kind && !one.hidden && one.as === null);
      return said.length === 0
        ? []
        : [
            {
              id: kind,
              title,
              columns: kind === "sign" ? ["Said", "Votes"] : ["Said"],
              rows: said
                .toSorted((a, b) => (view.votes.get(b.id) ?? 0) - (view.votes.get(a.id) ?? 0))
                .map(({ id, text }) => (kind === "sign" ? [text, String(view.votes.get(id) ?? 0)] : [text])),
            },
          ];
    }),
    cardsTable(session),
  ];
  return {
    title: `${setup.dryRun ? "Dry run" : "Workshop"} of ${longDate(session.createdAt)}`,
    marking: markingLine(theCase.marking) ?? markingLine(setup.marking) ?? "",
    result,
    room: apart.sentences,
    sentences: [...result, ...apart.sentences, log],
    tables: tables.filter(({ rows }) => rows.length > 0),
    minority: minorityOf(view).join("\n"),
  };
}

function headline(
  theCase: Case,
  horizon: string,
  at: { p: number; low: number; high: number },
  people: number,
): string {
  const { word, range } = estimate(at.p);
  const phrase = theCase.horizons.find(({ id }) => id === horizon)?.phrase ?? "";
  const band =
    people < FEWEST_DOTS
      ? ""
      : `; 8 in 10 such rooms would say ${percentLabel(at.low) === percentLabel(at.high) ? `${percentLabel(at.low)} too` : spanText(at.low, at.high)}`;
  return `The room’s weights say ${percentLabel(at.p)} that ${theCase.event} ${phrase}, ${word} ${range}${band}.`;
}

/** One line a person, in an order that tells nothing of who came first: by the first factor's share. */
function listed(
  round: RoundView,
  shares: readonly (readonly number[])[],
  name: (person: string, place: number) => string,
): string[][] {
  return [...(round.answers ?? [])]
    .map(([person, { estimates }], i) => ({ person, estimates, own: shares[i] ?? [] }))
    .toSorted((a, b) => (b.own[0] ?? 0) - (a.own[0] ?? 0))
    .map(({ person, estimates, own }, i) => [
      name(person, i),
      ...wholeShares(own).map((share) => `${share}%`),
      ...estimates.map(({ best }) => percentLabel(best)),
    ]);
}

/** The session a report is about: the one asked for, else the last one that was closed, else the last. */
export const reportedSession = ({ sessions = [] }: Case, asked: string | null): Session | undefined =>
  sessions.find(({ id }) => id === asked) ??
  sessions.findLast((session) => stateOf(session).closed) ??
  sessions.at(-1);
