import type { Case } from "../../../app/model/case/types.ts";
import { byPractice, heldShare } from "../../../app/model/session/practice.ts";
import { FEWEST_DOTS, mayListPeople } from "../../../app/model/session/round.ts";
import { teamsOf } from "../../../app/model/session/stored.ts";
import type { Setup } from "../../../app/model/session/types.ts";
import type { SessionView } from "../../../app/model/session/view.ts";
import { percentLabel } from "../../../app/model/words/numbers.ts";
import { estimate } from "../../../app/model/words/sentence.ts";
import type { ClosedRound } from "./room.ts";

/** Lines of what is told and how it stands, under one head. */
export interface Facts {
  readonly title: string;
  readonly rows: readonly (readonly [what: string, says: string])[];
  readonly note?: string;
}

interface Given {
  readonly setup: Setup;
  readonly view: SessionView;
  readonly theCase: Case;
  readonly rounds: readonly ClosedRound[];
}
/** Remarks that are told. */
const SAID = 4;

/** Missing factors as they were said, what says the same once. */
export const missed = (view: SessionView) =>
  view.comments.filter(({ kind, hidden, as }) => kind === "missing" && !hidden && as === null);

/** How the warm-up went, for those who took part in it. */
export function practiceText(setup: Setup, view: SessionView): string {
  const spans = heldShare(setup, view.rounds);
  return spans
    ? `${spans.held} of ${spans.of} spans held the answer; spans that are wide enough hold it 9 times in 10. None of it counts in what follows.`
    : "It was practice: none of it counts in what follows.";
}

/** What stands beside the answer, each apart from it: teams, practice, what people miss. */
export function besideAnswer({ setup, view, theCase, rounds }: Given): Facts[] {
  const [worked, last] = [rounds.at(-1), setup.chances.at(-1)?.id ?? ""];
  const when = (theCase.horizons.find(({ id }) => id === last)?.label ?? last).toLowerCase();
  const answer = worked?.answer;
  const teams = worked && answer ? teamsOf(view, worked.round, answer, last) : [];
  const small = teams.some(({ p }) => p === null);
  const practice = worked && answer ? byPractice(setup, view.rounds, worked.round, answer, last) : null;
  const listed = mayListPeople(setup, practice?.people ?? 0) ? practice : null;
  const says = (p: number | null): string => {
    const { word, range } = estimate(p ?? 0);
    return p === null ? "" : `${percentLabel(p)}: ${word} ${range}`;
  };
  const said = missed(view)
    .map(({ id, text }) => ({ text, votes: view.votes.get(id) ?? 0 }))
    .toSorted((a, b) => b.votes - a.votes)
    .slice(0, SAID);
  const parts: readonly Facts[] = [
    {
      title: `Teams, each pooled by itself, ${when}`,
      rows: teams.map(({ name, people, p }) => [`${name === "" ? "In no team" : name} (${people})`, says(p)]),
      ...(small ? { note: `Teams are told apart once each has ${FEWEST_DOTS} answers.` } : {}),
    },
    {
      title: `For comparison, ${when}`,
      rows: listed ? [["If those counted more who did better in the warm-up", says(listed.p)]] : [],
    },
    {
      title: "Factors that people miss",
      rows: said.map(({ text, votes }) => [
        text,
        said.every((one) => one.votes === 0) ? "" : votes === 1 ? "1 vote" : `${votes} votes`,
      ]),
    },
  ];
  return parts.filter(({ rows }) => rows.length > 0);
}
