import type { Case } from "../case/types.ts";
import { SEEDS_NEEDED } from "../group/calibration.ts";
import { listed } from "../words/text.ts";
import { largestRemainder, percentLabel, pointsLabel } from "../words/numbers.ts";
import { estimate } from "../words/sentence.ts";
import { concordText } from "./agreement.ts";
import { CARDS } from "./prompts.ts";
import type { ReportTable } from "./report.ts";
import { FEWEST_DOTS, FEWEST_ROWS, mayListPeople } from "./round.ts";
import type { SessionState } from "./state.ts";
import type { Id, Session, Setup, StoredSpread } from "./types.ts";
import type { RoundView, SessionView } from "./view.ts";

/* Who was in the room, what they were handed, and how far they lay apart: parts of its report. */

/** Whole percent that sum to 100; all 0 where there is nothing to share out. */
export function wholeShares(shares: readonly number[]): number[] {
  const sum = shares.reduce((total, x) => total + x, 0);
  return sum > 0
    ? largestRemainder(
        shares.map((x) => (100 * x) / sum),
        100,
      )
    : shares.map(() => 0);
}

/** "30% to 35%"; one number where both ends are shown as the same. */
export function spanText(low: number, high: number): string {
  const [from, to] = [percentLabel(low), percentLabel(high)];
  return from === to ? from : `${from} to ${to}`;
}

/** Who of those who joined was somebody else or went, and in which teams they sat; only what there was. */
export function peopleRows({ people, merged }: Pick<SessionState, "people" | "merged">): string[][] {
  const out = people.filter(({ status }) => status === "removed").length;
  const teams = new Map<string, number>();
  for (const { group, status } of people) if (status === "in") teams.set(group, (teams.get(group) ?? 0) + 1);
  const sizes = [...teams]
    .sort(([a], [b]) => a.localeCompare(b, "en"))
    .map(([team, count]) => `${team === "" ? "in no team" : team}: ${count}`);
  return [
    ...(merged.length > 0
      ? [["Joined twice", `${merged.length}, each taken together with the person they are and counted once`]]
      : []),
    ...(out > 0 ? [["Taken out", String(out)]] : []),
    ...([...teams.keys()].some((team) => team !== "") ? [["Teams", sizes.join(" · ")]] : []),
  ];
}

/** Whether answers were also weighted by practice, and what it takes. */
export function practiceRows({ warmups }: Setup): string[][] {
  if (warmups.length === 0) return [["Practice questions", "none"]];
  const few = warmups.length < SEEDS_NEEDED;
  return [
    [
      "Practice questions",
      `${warmups.length}${few ? `; too few to weight people by (${SEEDS_NEEDED})` : "; people also weighted by them, for comparison"}`,
    ],
  ];
}

/** Cards by how many hands held them, over the whole workshop. */
export function cardsTable({ events }: Pick<Session, "events">): ReportTable {
  const hands = new Map<Id, number>();
  for (const event of events)
    if (event.type === "dealt")
      for (const card of Object.values(event.cards)) hands.set(card, (hands.get(card) ?? 0) + 1);
  return {
    id: "cards",
    title: "Prompt cards that were dealt",
    columns: ["Card", "While", "Hands"],
    rows: CARDS.flatMap(({ id, step, text }) => {
      const count = hands.get(id);
      return count === undefined
        ? []
        : [[text, step === "discuss" ? "discussing" : "challenging", String(count)]];
    }),
  };
}

const FEW = `How far the answers lie apart, and other ways to pool them, are told from ${FEWEST_ROWS} answers on: below that, single people would show.`;

/** Factors that people miss, with the votes for each. */
export const missingTable = (view: Pick<SessionView, "comments" | "votes">): ReportTable => ({
  id: "missing",
  title: "Factors that people miss",
  columns: ["Said", "Votes"],
  rows: view.comments
    .filter(({ kind, hidden, as }) => kind === "missing" && !hidden && as === null)
    .map(({ id, text }) => ({ text, votes: view.votes.get(id) ?? 0 }))
    .toSorted((a, b) => b.votes - a.votes)
    .map(({ text, votes }) => [text, String(votes)]),
});

/**
 * How far the answers of the last round lay apart, and other ways to pool them; none where only a headline was kept.
 * Of so few people that these would give single answers away, only what splits them is told, and why not more.
 */
export function spreadTables(
  theCase: Case,
  setup: Setup,
  round: RoundView | undefined,
): { readonly sentences: readonly string[]; readonly tables: readonly ReportTable[] } {
  const { spread, order } = round?.aggregate ?? {};
  const rows = setup.chances.flatMap(({ id }) => {
    const at = spread?.[id];
    return at ? [{ id, when: theCase.horizons.find((one) => one.id === id)?.label ?? id, at }] : [];
  });
  const last = rows.at(-1);
  if (!last) return { sentences: [], tables: [] };
  const factor = (id: string) => setup.factors.find((one) => one.id === id)?.label ?? id;
  const people = round?.sent.size ?? 0;
  const half = people >= FEWEST_DOTS;
  if (!mayListPeople(setup, people))
    return {
      sentences: [...(order ? [concordText(order)] : []), FEW],
      tables: [driversTable(last.when, last.at, factor)],
    };
  const pushed = [...new Set(rows.flatMap(({ at }) => at.outwards.map(([a]) => a)))];
  const practised = rows.some(({ at }) => at.practice);
  const camps = rows.toReversed().find(({ at }) => at.camps);
  return {
    sentences: [
      ...(order ? [concordText(order)] : []),
      ...(camps?.at.camps ? [campsText(camps.when, camps.at.camps, factor)] : []),
    ],
    tables: [
      {
        id: "pools",
        title: "The same answers, pooled in other ways, for comparison",
        columns: [
          "By when",
          "Middle answer",
          "Plain mean",
          "Mean without the ends",
          ...pushed.map((a) => `Pushed outwards, × ${a}`),
          ...(practised ? ["Weighted by practice", "Counting, by practice"] : []),
        ],
        rows: rows.map(({ when, at }) => [
          when,
          ...[at.median, at.mean, at.trimmed].map(percentLabel),
          ...pushed.map(
            (a) => at.outwards.filter(([by]) => by === a).map(([, p]) => percentLabel(p))[0] ?? "",
          ),
          ...(at.practice
            ? [percentLabel(at.practice.p), `${at.practice.counting} of ${at.practice.people}`]
            : practised
              ? ["", ""]
              : []),
        ]),
      },
      {
        id: "apart",
        title: "How far the answers lie apart",
        columns: [
          "By when",
          ...(half ? ["Middle half"] : []),
          "Mixed over words, 0 to 1",
          "Two camps",
          "Spread, points",
          "Coupling, points",
        ],
        rows: rows.map(({ when, at }) => [
          when,
          ...(half ? [spanText(...at.quartiles)] : []),
          at.entropy.toFixed(2),
          at.camps ? "yes" : "no",
          String(Math.round(100 * at.sd)),
          pointsLabel(Math.round(100 * at.sd) - Math.round(100 * at.sdApart)),
        ]),
      },
      driversTable(last.when, last.at, factor),
      teamsTable(last.when, last.at),
    ],
  };
}

/** Whose disagreement spreads the answers; shares that sum to 100. */
function driversTable(when: string, at: StoredSpread, factor: (id: string) => string): ReportTable {
  const ranked = Object.entries(at.drivers).sort(([, a], [, b]) => b - a);
  const whole = ranked.some(([, share]) => share > 0) ? wholeShares(ranked.map(([, share]) => share)) : [];
  return {
    id: "drivers",
    title: `What splits the room, ${when.toLowerCase()}: share of the spread that comes from disagreement about each factor`,
    columns: ["Factor", "Share of the spread"],
    rows: whole.map((share, i) => [factor(ranked[i]![0]), `${share}%`]),
  };
}

function teamsTable(when: string, { teams }: StoredSpread): ReportTable {
  const small = teams.some(({ p }) => p === null);
  return {
    id: "teams",
    title: small
      ? `Teams are told apart once each has ${FEWEST_DOTS} answers`
      : `Teams, each pooled by itself, ${when.toLowerCase()}`,
    columns: ["Team", "Answers", ...(small ? [] : ["Pooled", "Word"])],
    rows: teams.map(({ name, people, p }) => {
      const { word, range } = estimate(p ?? 0);
      return [
        name === "" ? "In no team" : name,
        String(people),
        ...(small ? [] : [percentLabel(p ?? 0), `${word} ${range}`]),
      ];
    }),
  };
}

function campsText(
  when: string,
  { people: [less, more], by }: NonNullable<StoredSpread["camps"]>,
  factor: (id: string) => string,
): string {
  const most = by.map(
    ({ factor: id, medians: [a, b] }) => `${factor(id)} (${weight(b)} against ${weight(a)})`,
  );
  return `Two camps, ${when.toLowerCase()}: ${more} people’s weights say more likely, ${less} people’s less.${most.length > 0 ? ` What separates them most: ${listed(most)}.` : ""}`;
}

/** A weight of 0 to 10, one decimal where it needs one. */
const weight = (x: number): string => String(Math.round(x * 10) / 10);
