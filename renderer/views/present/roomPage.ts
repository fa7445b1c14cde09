import { asModelled } from "../../../app/model/group/ballots.ts";
import type { Case } from "../../../app/model/case/types.ts";
import { instant } from "../../../app/model/session/instant.ts";
import { planOf } from "../../../app/model/session/plan.ts";
import { cardsOf, CHALLENGES } from "../../../app/model/session/prompts.ts";
import { FEWEST_DOTS, gutGaps, type Strip, stripOf, widestFirst } from "../../../app/model/session/round.ts";
import { reasonsAt } from "../../../app/model/session/reasons.ts";
import { confidenceOf, minorityOf } from "../../../app/model/session/conclusion.ts";
import { cardOf } from "../../../app/model/session/deal.ts";
import { openRound } from "../../../app/model/session/state.ts";
import type { CommentKind, Reveal, Setup } from "../../../app/model/session/types.ts";
import type { SessionView } from "../../../app/model/session/view.ts";
import { percentLabel } from "../../../app/model/words/numbers.ts";
import { estimate } from "../../../app/model/words/sentence.ts";
import { endOf, modelledText, ticksTo, weightTicks } from "../workshop/axis.ts";
import { besideAnswer, type Facts, missed, practiceText } from "./beside.ts";
import type { ClosedRound, Door } from "./room.ts";
import type { Splits } from "./splits.ts";

/** One row of dots: what everybody said on one axis. */
export interface RoomStrip extends Strip {
  readonly id: string;
  readonly label: string;
  /** What is said of it in words. */
  readonly says: string;
  /** It is set off: the room is split. */
  readonly split: boolean;
  readonly to: number;
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
  readonly tone: "ink" | "break";
}

interface Sides {
  readonly label: string;
  readonly highest: readonly string[];
  readonly lowest: readonly string[];
}

/** What the room sees on its own slide at each step: never more than what the facilitator has opened. */
export type RoomPage =
  | { readonly show: "join"; readonly title: string; readonly here: number; readonly door: Door | null }
  | {
      readonly show: "round";
      readonly title: string;
      readonly text: string;
      readonly sent: number;
      readonly people: number;
      /** Milliseconds since 1970; null without a plan. */
      readonly endsAt: number | null;
      readonly door: Door | null;
    }
  | { readonly show: "look"; readonly title: string; readonly text: string }
  | {
      readonly show: "strips";
      readonly title: string;
      readonly text: string;
      readonly strips: readonly RoomStrip[];
    }
  /** Remarks that phones vote on; how it stands is told when the vote is closed. */
  | {
      readonly show: "vote";
      readonly title: string;
      readonly said: readonly string[];
      readonly voted: number;
      readonly people: number;
    }
  | {
      readonly show: "facts";
      readonly title: string;
      readonly text: string;
      readonly parts: readonly Facts[];
    }
  | { readonly show: "splits" }
  | { readonly show: "reasons"; readonly parts: readonly Sides[] }
  | {
      readonly show: "discuss";
      readonly part: Sides;
      readonly prompt: string;
      readonly endsAt: number | null;
    }
  | {
      readonly show: "challenge";
      readonly title: string;
      readonly asks: readonly {
        readonly title: string;
        readonly ask: string;
        /** What was said and is not hidden; signs with their votes, the most first. */
        readonly said: readonly { readonly text: string; readonly votes: number | null }[];
      }[];
    }
  /** What the room takes away, and who does not. */
  | {
      readonly show: "decided";
      readonly title: string;
      readonly signs: readonly { readonly text: string; readonly votes: number }[];
      readonly confidence: string | null;
      readonly because: string;
      readonly minority: readonly string[];
    };

interface Given {
  readonly setup: Setup;
  readonly view: SessionView;
  readonly theCase: Case;
  readonly rounds: readonly ClosedRound[];
  readonly door: Door | null;
  readonly part: Reveal | null;
  readonly splits: Splits | null;
}

const MINUTE = 60_000;
/** Factors whose reasons are read from the last row of chairs. */
const READ = 2;
const TEXTS = 2;
/** Remarks a part of the challenge shows. */
const SAID = 4;

export const weightText = (x: number): string => String(Math.round(x * 10) / 10);

export function pageOf(given: Given): RoomPage {
  const { setup, view, theCase, door } = given;
  const here = view.people.filter(({ status }) => status === "in").length;
  const open = openRound(view);
  if (open)
    return {
      show: "round",
      title:
        open.kind === "warmup"
          ? "Warm-up, alone"
          : `Round ${open.n}: weigh ${open.n > 1 ? "again, alone" : "alone"}`,
      text:
        open.kind === "warmup"
          ? "The lowest and the highest you would believe, then your best guess."
          : "Nobody sees a number before the round is closed.",
      sent: open.sent.size,
      people: here,
      endsAt: endOfStep(setup, view),
      door,
    };
  if (view.voting?.about === "missing")
    return {
      show: "vote",
      title: "Which of these do the factors miss most?",
      said: missed(view).map(({ text }) => text),
      voted: view.voting.voters,
      people: here,
    };
  switch (view.step) {
    case "setup":
    case "room":
      return { show: "join", title: setup.title, here, door };
    case "brief":
      return { show: "look", title: setup.question, text: "Is any word unclear?" };
    case "warmup":
      return { show: "look", title: "The warm-up is closed", text: practiceText(setup, view) };
    case "round1":
    case "round2":
      return { show: "look", title: "The round is closed", text: "What it says is opened together." };
    case "reveal":
      return revealed(given);
    case "discuss":
      return discussed(given);
    case "challenge":
      return {
        show: "challenge",
        title: "What would have to be true for us to be wrong?",
        asks: CHALLENGES.map(({ kind, title, ask }) => ({
          title,
          ask,
          said: said(view, kind).map(({ id, text }) => ({
            text,
            votes: kind === "sign" ? (view.votes.get(id) ?? 0) : null,
          })),
        })),
      };
    case "result": {
      const [title, text, parts] = [
        "What the room’s weights say",
        "The answer is on slide 3.",
        besideAnswer(given),
      ];
      return parts.length === 0 ? { show: "look", title, text } : { show: "facts", title, text, parts };
    }
    case "close":
      return {
        show: "decided",
        title: "What we decided, and who sees it otherwise",
        signs: said(view, "sign").map(({ id, text }) => ({ text, votes: view.votes.get(id) ?? 0 })),
        confidence: confidenceOf(theCase, view),
        because: view.concluded?.reasons.trim() ?? "",
        minority: minorityOf(view),
      };
    default:
      return view.step satisfies never;
  }
}

/** Remarks of a kind that may be seen, those with the most votes first; no more than can be read. */
const said = (view: SessionView, kind: CommentKind) =>
  view.comments
    .filter((one) => one.kind === kind && !one.hidden && one.as === null)
    .toSorted((a, b) => (view.votes.get(b.id) ?? 0) - (view.votes.get(a.id) ?? 0))
    .slice(0, SAID);

function endOfStep(setup: Setup, view: SessionView): number | null {
  if (view.step === "setup") return null;
  const began = view.steps[view.step];
  const step = planOf(setup).find(({ id }) => id === view.step);
  const from = instant(began?.at ?? "");
  return from === null || !step ? null : from + (step.minutes + (began?.extra ?? 0)) * MINUTE;
}

const LOOK_UP: RoomPage = { show: "look", title: "Look up in a moment", text: "Nothing is open yet." };

const IN_THE_MAKING: RoomPage = {
  show: "look",
  title: "In a moment",
  text: "What was opened is still being worked out.",
};

/** In this step the first round is looked at; the result has the last. */
function revealed(given: Given): RoomPage {
  const { setup, theCase, rounds, part, splits } = given;
  const [worked] = rounds;
  const shown = worked?.round.revealed ?? [];
  const what = part !== null && shown.includes(part) ? part : shown.at(-1);
  if (what === undefined) return LOOK_UP;
  if (!worked?.answer) return IN_THE_MAKING;
  const { round, answer } = worked;
  const people = `${answer.people.length} people`;
  const bar = answer.people.length < FEWEST_DOTS ? "Tick" : "Bar: the middle half; tick";
  const modelled = asModelled(
    theCase,
    setup.factors.map(({ id }) => id),
  );
  const horizon = (id: string) => theCase.horizons.find((one) => one.id === id)?.label ?? id;
  switch (what) {
    case "weights":
      return {
        show: "strips",
        title: `Round ${round.n}: how much each factor matters`,
        text: `${people}. ${bar}: the middle answer; ${modelledText(modelled)}.`,
        strips: widestFirst(setup, answer).map(({ id, weights, spread, split }) => ({
          id,
          label: labelOf(setup, id),
          says: `${split === null ? "" : split ? "Split room, " : "Agreed, "}middle ${weightText(spread.quartiles[1])}`,
          split: split === true,
          ...stripOf(weights),
          to: 10,
          ticks: weightTicks(modelled[id]),
          tone: "ink",
        })),
      };
    case "answers": {
      const asked = setup.chances.map(({ id }) => id).toReversed();
      const chances = (id: string) => answer.people.map(({ breaks }) => breaks[id] ?? 0);
      const to = endOf(asked.flatMap(chances));
      return {
        show: "strips",
        title: "What each weighting says: chance of a break",
        text: `${people}, each by their own weights. ${bar}: the middle answer.`,
        strips: asked.map((id) => {
          const p = answer.horizons[id]?.pooled.oddsMean ?? 0;
          const { word, range } = estimate(p);
          return {
            id,
            label: horizon(id),
            says: `pooled ${percentLabel(p)}: ${word} ${range}`,
            split: false,
            ...stripOf(chances(id)),
            to,
            ticks: ticksTo(to),
            tone: "break",
          };
        }),
      };
    }
    case "drivers":
      return splits ? { show: "splits" } : LOOK_UP;
    case "gut": {
      const last = setup.chances.at(-1)?.id ?? "";
      const gaps = gutGaps(round, answer, last);
      if (gaps.length === 0) return LOOK_UP;
      const to = endOf(gaps.flatMap(({ gut, own }) => [gut, own]));
      return {
        show: "strips",
        title: `Before any model, and by own weights: ${horizon(last).toLowerCase()}`,
        text: `${gaps.length} people. ${bar}: the middle answer.`,
        strips: (
          [
            ["gut", "Before any model"],
            ["own", "By own weights"],
          ] as const
        ).map(([id, label]) => {
          const values = gaps.map((one) => one[id]);
          const strip = stripOf(values);
          return {
            id,
            label,
            says: `middle ${percentLabel(strip.middle)}`,
            split: false,
            ...strip,
            to,
            ticks: ticksTo(to),
            tone: "break",
          };
        }),
      };
    }
    case "reasons":
      return {
        show: "reasons",
        parts: widestFirst(setup, answer)
          .map((row) => ({ label: labelOf(setup, row.id), ...some(reasonsAt(round, row)) }))
          .filter(({ highest, lowest }) => highest.length + lowest.length > 0)
          .slice(0, READ),
      };
    default:
      return what satisfies never;
  }
}

const labelOf = ({ factors }: Setup, id: string) => factors.find((one) => one.id === id)?.label ?? id;

const some = ({
  highest,
  lowest,
}: {
  readonly highest: readonly string[];
  readonly lowest: readonly string[];
}) => ({
  highest: highest.slice(0, TEXTS),
  lowest: lowest.slice(0, TEXTS),
});

function discussed({ setup, view, rounds }: Given): RoomPage {
  const [worked] = rounds;
  if (!worked?.answer) return IN_THE_MAKING;
  const rows = widestFirst(setup, worked.answer);
  const talk = view.discussing;
  const row = rows.find(({ id }) => id === talk?.factor) ?? rows[0];
  if (!row) return LOOK_UP;
  const from = instant(talk?.at ?? "");
  return {
    show: "discuss",
    part: { label: labelOf(setup, row.id), ...some(reasonsAt(worked.round, row)) },
    prompt: view.people.some(({ id }) => cardOf(view, id))
      ? "Each of you holds a card with a question: on your phone, or read out to you."
      : (cardsOf("discuss")[0]?.text ?? ""),
    endsAt: talk && from !== null && talk.factor === row.id ? from + talk.minutes * MINUTE : null,
  };
}
