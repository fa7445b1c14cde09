import type { Line, Page, Personal, Stage, Strip } from "../../../app/bridge/contract.ts";
import { evaluate } from "../../../app/model/answer/evaluate.ts";
import { ImpossibleEvidence } from "../../../app/model/answer/conflict.ts";
import { markingLine } from "../../../app/model/case/marking.ts";
import type { Case } from "../../../app/model/case/types.ts";
import {
  asModelled,
  ballotWeights,
  type ByFactor,
  swings,
  withBallot,
} from "../../../app/model/group/ballots.ts";
import { instant } from "../../../app/model/session/instant.ts";
import { cardOf } from "../../../app/model/session/deal.ts";
import { cardsOf, CHALLENGES, DATE_PASSED } from "../../../app/model/session/prompts.ts";
import { pointsOf, stripOf, widestFirst } from "../../../app/model/session/round.ts";
import { reasonsAt } from "../../../app/model/session/reasons.ts";
import { type Round, openRound } from "../../../app/model/session/state.ts";
import type { Id, Response, Setup } from "../../../app/model/session/types.ts";
import { MOST, type VotedKind } from "../../../app/model/session/types.ts";
import { longDate, dueDates } from "../../../app/model/words/dates.ts";
import { percentLabel } from "../../../app/model/words/numbers.ts";
import { bandRange, ICD203 } from "../../../app/model/words/scale.ts";
import { estimate, estimateSentence, sentenceText } from "../../../app/model/words/sentence.ts";
import type { Work, WorkedRound } from "./context.ts";

/* What phones show at each step: never more than what the facilitator has opened. */

type Remarks = Stage["remarks"];
const MISSING: Remarks = [{ kind: "missing", label: "A factor is missing" }];
const UNCLEAR: Remarks = [{ kind: "unclear", label: "A term is unclear" }];
const CHANGED: Remarks = [{ kind: "changed", label: "I changed my mind because" }];
const DISSENT: Remarks = [{ kind: "dissent", label: "I see it otherwise" }];

/** How often an answer may be changed once it is sent: once, after its sender has seen what it says. */
const CHANGES = 1;

export function stageOf(work: Work, theCase: Case): Stage {
  const { setup } = work;
  const { page, remarks } = pageOf(work, theCase);
  return {
    title: setup.title,
    marking: markingLine(setup.marking) ?? "",
    page,
    remarks,
    endsAt: endsAt(work),
  };
}

function endsAt({ view, plan }: Work): number | null {
  const open = openRound(view);
  const step = plan.find(({ id }) => id === view.step);
  if (!open || !step || view.step === "setup") return null;
  const began = view.steps[view.step];
  const from = instant(began?.at ?? "");
  return from === null ? null : from + (step.minutes + (began?.extra ?? 0)) * 60_000;
}

const wait = (title: string, text: string): Page => ({ show: "wait", title, text });

function pageOf(work: Work, theCase: Case): { readonly page: Page; readonly remarks: Remarks } {
  const { setup, view, rounds } = work;
  const open = openRound(view);
  if (open) {
    const before = view.rounds.filter(({ kind, n }) => kind === "weights" && n === open.n - 1)[0];
    const warmup = open.kind === "warmup";
    return {
      page: {
        show: "round",
        round: open.id,
        kind: open.kind,
        n: open.n,
        questions: warmup ? setup.warmups.map(({ answer: _answer, ...question }) => question) : setup.chances,
        method: setup.method,
        factors: warmup ? [] : setup.factors,
        changes: CHANGES,
        from: warmup ? null : (before?.id ?? null),
      },
      remarks: warmup ? UNCLEAR : [...UNCLEAR, ...MISSING],
    };
  }
  if (view.voting) return { page: vote(work, view.voting.about), remarks: [] };
  switch (view.step) {
    case "setup":
    case "room":
      return { page: { show: "lobby", text: "You are in. We begin when everybody is here." }, remarks: [] };
    case "brief":
      return { page: brief(work, theCase), remarks: UNCLEAR };
    case "warmup":
    case "round1":
    case "round2":
      return {
        page: wait("The round is closed", "Look up: the results come on the screen in front."),
        remarks: [],
      };
    case "reveal":
      return { page: reveal(work, rounds[0]), remarks: [] };
    case "discuss":
      return { page: discuss(work, rounds[0]), remarks: CHANGED };
    case "result":
      return { page: result(work, theCase), remarks: DISSENT };
    case "challenge":
      return {
        page: vote(work, "sign"),
        remarks: CHALLENGES.map(({ kind, title }) => ({ kind, label: title })),
      };
    case "close":
      return {
        page: {
          show: "end",
          text: "Thank you. Your answers stay on the laptop in front; nothing of them is on this phone once you close it.",
          questions: [
            { id: "heard", text: "Could you say what you know?", low: "hardly", high: "fully" },
            { id: "useful", text: "Was it worth your time?", low: "no", high: "yes" },
          ],
        },
        remarks: DISSENT,
      };
    default:
      return view.step satisfies never;
  }
}

const VOTES: Readonly<Record<VotedKind, string>> = {
  sign: "Which three would we see first if we were wrong?",
  missing: "Which of these should the model have?",
};

function vote({ view }: Work, about: VotedKind): Page {
  return {
    show: "vote",
    about,
    title: VOTES[about],
    options: view.comments
      .filter(({ kind, hidden, as }) => kind === about && !hidden && as === null)
      .map(({ id, text }) => ({ id, label: text })),
    most: MOST.votes,
  };
}

function brief({ setup, view }: Work, theCase: Case): Page {
  const due = dueDates(theCase, view.people[0]?.joinedAt ?? "");
  const dates = setup.chances.flatMap(({ id }) => {
    const label = theCase.horizons.find((one) => one.id === id)?.label ?? id;
    return due[id] === undefined ? [] : [`${label}: until ${longDate(due[id])}`];
  });
  const counts = theCase.outcome.rungs
    .filter(({ happened }) => happened)
    .map(({ label, criteria }) => `${label}. ${criteria}`.trim());
  return {
    show: "brief",
    question: setup.question,
    paragraphs: [...counts, ...dates, DATE_PASSED],
    words: ICD203.map((band) => ({ label: band.word, text: bandRange(band) })),
  };
}

function reveal({ setup }: Work, worked: WorkedRound | undefined): Page {
  const answer = worked?.answer;
  const shown = worked?.round.revealed ?? [];
  if (!answer || shown.length === 0) return wait("Look up", "The results are opened on the screen in front.");
  return {
    show: "reveal",
    title: "How the room weighed",
    strips: [
      ...(shown.includes("weights")
        ? widestFirst(setup, answer).map(({ id, weights }) =>
            strip(id, setup.factors.find((one) => one.id === id)?.label ?? id, weights, 10, ""),
          )
        : []),
      ...(shown.includes("answers")
        ? setup.chances.map(({ id, text }) => {
            const chances = answer.people.map(({ breaks }) => 100 * (breaks[id] ?? 0));
            return strip(`chance-${id}`, text, chances, 100, "%");
          })
        : []),
    ],
  };
}

const strip = (id: Id, label: string, values: readonly number[], to: number, unit: string): Strip => ({
  id,
  label,
  from: 0,
  to,
  unit,
  ...stripOf(values),
});

function discuss({ setup, view }: Work, worked: WorkedRound | undefined): Page {
  const answer = worked?.answer;
  if (!answer) return wait("We talk", "Look up.");
  const top = widestFirst(setup, answer);
  const factor = top.find(({ id }) => id === view.discussing?.factor) ?? top[0];
  if (!factor) return wait("We talk", "Look up.");
  const { highest, lowest } = reasonsAt(worked.round, factor);
  return {
    show: "discuss",
    title: setup.factors.find(({ id }) => id === factor.id)?.label ?? factor.id,
    prompts: cardsOf("discuss")
      .slice(0, 2)
      .map(({ text }) => text),
    reasons: [...highest.slice(0, 3), ...lowest.slice(0, 3)],
  };
}

function result({ setup, rounds }: Work, theCase: Case): Page {
  const answer = rounds.at(-1)?.answer;
  const last = setup.chances.at(-1);
  const p = last && answer?.horizons[last.id]?.pooled.oddsMean;
  if (p === undefined || !answer) return wait("Look up", "The result comes on the screen in front.");
  return {
    show: "result",
    title: "What the room’s weights say",
    sentence: sentenceText(estimateSentence(p, theCase.event)),
    lines: setup.chances.map(({ id }) => ({
      label: theCase.horizons.find((one) => one.id === id)?.label ?? id,
      text: chanceText(answer.horizons[id]?.pooled.oddsMean ?? 0),
    })),
  };
}

function chanceText(p: number): string {
  const { word, range } = estimate(p);
  return `${percentLabel(p)}, ${word} ${range}`;
}

/** What one person's own weights say, by horizon: shown to that person alone, once they have sent. @param swing of the asked factors */
function ownLines(setup: Setup, theCase: Case, response: Response, swing: ByFactor): Line[] {
  if (!response.weights) return [];
  const { inputs } = setup.start;
  try {
    const weights = ballotWeights(
      pointsOf(response.weights, Object.keys(swing)),
      swing,
      asModelled(theCase, Object.keys(swing)),
    );
    const { horizons } = evaluate(theCase, withBallot(inputs, weights));
    return setup.chances.map(({ id }) => ({
      label: theCase.horizons.find((one) => one.id === id)?.label ?? id,
      text: chanceText(horizons[id]?.break ?? 0),
    }));
  } catch (error) {
    // Under some weights what was seen cannot be; then there is nothing to tell.
    if (error instanceof ImpossibleEvidence) return [];
    throw error;
  }
}

/** What single people may see, by person. `rounds` holds answers of the open round too: each goes to its sender alone. */
export function personalOf(
  work: Work,
  theCase: Case,
  rounds: readonly Round[],
  known: Map<Id, Line[]>,
): Record<Id, Personal> {
  const people: Record<Id, Personal> = {};
  const weighed = rounds.filter(({ kind }) => kind === "weights");
  const now = weighed.at(-1);
  const shown = work.rounds[0];
  const places = new Map([...(shown?.round.answers?.keys() ?? [])].map((id, i) => [id, i]));
  const { setup } = work;
  // The same for everybody, and worked out when the first new answer needs it.
  let swing: ByFactor | null = null;
  const linesOf = (response: Response): Line[] =>
    ownLines(
      setup,
      theCase,
      response,
      (swing ??= swings(
        theCase,
        setup.factors.map(({ id }) => id),
        setup.start.inputs,
      )),
    );
  /** What this phone need not send, for its person has sent it from another. */
  const elsewhere = (phone: Id, person: Id): Pick<Personal, "elsewhere"> => {
    const sent = rounds.filter(({ answers }) => {
      const by = answers.get(person)?.response.participant;
      return by !== undefined && by !== phone;
    });
    return sent.length > 0 ? { elsewhere: sent.map(({ id }) => id) } : {};
  };
  // Their answers may be somebody else's, should they be told apart again: none are shown there.
  for (const { from, now: person } of work.view.merged)
    if (from.source === "lan") {
      const { group = "" } = work.view.people.find(({ id }) => id === person) ?? {};
      people[from.id] = {
        ...elsewhere(from.id, person),
        result: null,
        own: {},
        moves: [],
        team: group,
        card: cardOf(work.view, person)?.text ?? null,
      };
    }
  for (const { id, source, group } of work.view.people) {
    if (source !== "lan") continue;
    const response = now?.answers.get(id)?.response;
    const lines = response && (known.get(response.id) ?? linesOf(response));
    if (response && lines) known.set(response.id, lines);
    const own = shown?.answer?.people[places.get(id) ?? -1];
    people[id] = {
      ...elsewhere(id, id),
      result:
        response && lines && lines.length > 0
          ? { round: response.round, title: "What your own weights say", lines }
          : null,
      own: own
        ? {
            ...own.weights,
            ...Object.fromEntries(Object.entries(own.breaks).map(([h, p]) => [`chance-${h}`, 100 * p])),
          }
        : {},
      team: group,
      card: cardOf(work.view, id)?.text ?? null,
      moves: weighed.flatMap((round) => {
        const best = round.answers.get(id)?.response.estimates.at(-1)?.best;
        return best === undefined
          ? []
          : [{ label: `Round ${round.n}, before any model`, text: percentLabel(best) }];
      }),
    };
  }
  return people;
}
