import type { ByFactor } from "../group/ballots.ts";
import { hashOf, shuffled, uniform, type Uniform } from "../random/generator.ts";
import { pointsOf } from "./round.ts";
import type {
  CommentKind,
  Estimate,
  Happened,
  Id,
  Reason,
  Response,
  RoundKind,
  Setup,
  VotedKind,
  WeightAnswer,
} from "./types.ts";

/* Twelve people who are not there, for trying a workshop out: plausible, seeded, and never mistaken for a finding. */

export const SIMULATED = 12;

/** The people of one dry run: what they are asked, and what the model says of how far each factor goes. */
interface Crowd {
  readonly setup: Setup;
  readonly swing: ByFactor;
}
export const simulatedId = (i: number): Id => `sim-${i + 1}`;

/** Pages of a round as its people go through them. */
export const PAGES: Readonly<Record<RoundKind, readonly string[]>> = {
  warmup: ["Reading the questions", "Answering warm-up questions"],
  weights: ["Reading the question", "Before any model", "Putting in order", "Rating the swing"],
};

/** Twelve seats coming in. */
export const simulatedJoins = (): Happened[] =>
  Array.from({ length: SIMULATED }, (_, i) => ({
    type: "joined",
    participant: simulatedId(i),
    source: "simulated",
    admitted: true,
  }));

const drawFor = (setup: Setup, i: number, what: string): Uniform =>
  uniform(setup.seed, hashOf(`${what} ${i}`));

/** A draw that is near 0 as a rule: the sum of three, −1.5 … 1.5. */
const bell = (next: Uniform): number => next() + next() + next() - 1.5;

/** Seconds after the start of a round at which a person is done. Somebody is always slow. */
export const simulatedSeconds = (setup: Setup, i: number, round: Id): number =>
  6 + 44 * drawFor(setup, i, `pace ${round}`)() ** 0.8;

/** Which page of a round a person is on so long after its start; as many as it has when they have sent. */
export function simulatedPage(
  setup: Setup,
  i: number,
  round: { readonly id: Id; readonly kind: RoundKind },
  seconds: number,
): number {
  const { length } = PAGES[round.kind];
  return Math.min(length, Math.floor((length * seconds) / simulatedSeconds(setup, i, round.id)));
}

/** How much each factor matters to a person, 0..1 with 1 for the top one: what the model says, two leanings, own taste. */
function tastes({ setup, swing }: Crowd, i: number): Record<Id, number> {
  const own = drawFor(setup, i, "taste");
  const leaning = i % 12 < 5 ? 1 : -1;
  const most = Math.max(...setup.factors.map(({ id }) => swing[id] ?? 0));
  const raw = setup.factors.map(({ id }, k) => {
    const shared = most > 0 ? (swing[id] ?? 0) / most : 1;
    // The first factors are those the room is of two minds about.
    const split = leaning * (k === 0 ? -0.45 : k === 1 ? 0.2 : 0);
    return [id, Math.max(0.04, shared * Math.exp(split + 0.5 * bell(own)))] as const;
  });
  const top = Math.max(...raw.map(([, x]) => x));
  return Object.fromEntries(raw.map(([id, x]) => [id, x / top]));
}

/** What people took from each other: where the room stands, 0..1 by factor. */
type Room = Readonly<Record<Id, number>> | null;

const middle = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.ceil((sorted.length - 1) / 2)]!) / 2;
};

/** Where the room stood after the first round. */
const roomOf = (crowd: Crowd): Room => {
  const all = Array.from({ length: SIMULATED }, (_, i) => tastes(crowd, i));
  return Object.fromEntries(crowd.setup.factors.map(({ id }) => [id, middle(all.map((one) => one[id]!))]));
};

/**
 * A person's answer to a round; in later rounds most move some way towards the room, and some not at all.
 * @param swing `swings` of the asked factors: people differ about what the model says; none: all go equally far
 */
export function simulatedResponse(
  setup: Setup,
  i: number,
  round: { readonly id: Id; readonly kind: RoundKind; readonly n: number },
  swing: ByFactor = {},
): Response {
  const crowd = { setup, swing };
  const next = drawFor(setup, i, `answer ${round.id}`);
  const own = tastes(crowd, i);
  const room = round.n > 1 ? roomOf(crowd) : null;
  const openness = i % 4 === 0 ? 0 : 0.25 + 0.3 * drawFor(setup, i, "open")();
  const taste = Object.fromEntries(
    Object.entries(own).map(([id, x]) => [id, room ? x + openness * (room[id]! - x) : x]),
  );
  const shown = shuffled(
    setup.factors.map(({ id }) => id),
    drawFor(setup, i, "shown"),
  );
  const order = shown.toSorted((a, b) => taste[b]! - taste[a]!);
  return {
    id: `sim-${round.id}-${i + 1}`,
    round: round.id,
    participant: simulatedId(i),
    rev: 1,
    weights: round.kind === "weights" ? weightsBy(setup, taste, order) : null,
    estimates: round.kind === "weights" ? chances(setup, i, round.n, next) : guesses(setup, next),
    reasons: round.kind === "weights" && round.n === 1 ? reasonsOf(crowd, i) : [],
    shownOrder: shown,
    seconds: Math.round(simulatedSeconds(setup, i, round.id)),
    enteredBy: "self",
  };
}

const WHY_MUCH = [
  "It moved before each turn I know of, and the rest followed.",
  "Nobody can undo it quietly once it is in the open.",
  "Both sides have said in public that this is their limit.",
  "It is the only one of these that neither side controls.",
];
const WHY_LITTLE = [
  "They have lived with it for years and can go on doing so.",
  "It makes noise, but I know of no decision it changed.",
  "It follows from the others; alone it would move little.",
  "There are channels for exactly this, and they work.",
];

/** The share of all weight that everybody gives each factor in the first round. */
const firstShares = (crowd: Crowd): Record<Id, number>[] =>
  Array.from({ length: SIMULATED }, (_, i) => {
    const taste = tastes(crowd, i);
    const order = Object.keys(taste).toSorted((a, b) => taste[b]! - taste[a]!);
    const points = pointsOf(weightsBy(crowd.setup, taste, order), Object.keys(taste));
    const sum = Object.values(points).reduce((total, x) => total + x, 0);
    return Object.fromEntries(Object.entries(points).map(([id, x]) => [id, x / sum]));
  });

/** What the model can tell apart: where a factor moves little, those just below the middle weigh as much as it takes. */
const CLEARLY_BELOW = 0.8;

/** People say why where they stand furthest from the room: why much is said by those above its middle alone. */
function reasonsOf(crowd: Crowd, i: number): Reason[] {
  const { setup } = crowd;
  const shares = firstShares(crowd);
  const apart = setup.factors
    .map(({ id }) => ({ id, times: shares[i]![id]! / middle(shares.map((one) => one[id]!)) }))
    .sort((a, b) => b.times - a.times);
  const [most, least] = [apart[0], apart.at(-1)];
  return [
    ...(most && most.times > 1 ? [{ target: most.id, text: because(setup, i, true) }] : []),
    ...(least && least.times < CLEARLY_BELOW ? [{ target: least.id, text: because(setup, i, false) }] : []),
  ];
}

function because(setup: Setup, i: number, much: boolean): string {
  const said = much ? WHY_MUCH : WHY_LITTLE;
  return said[(i + setup.seed) % said.length]!;
}

/** The same taste put the way the workshop asks for it. */
function weightsBy(
  { method, factors }: Setup,
  taste: Readonly<Record<Id, number>>,
  order: readonly Id[],
): WeightAnswer {
  const by = (value: (x: number, id: Id) => number) =>
    Object.fromEntries(factors.map(({ id }) => [id, value(taste[id]!, id)]));
  const [best, worst] = [order[0]!, order.at(-1)!];
  const top = taste[best]!;
  // Never out of 1..9 and 1/9..9: people are asked on that scale.
  const times = (x: number) => Math.min(9, Math.max(1, Math.round(x)));
  switch (method) {
    case "rank":
      return { method, order };
    case "swing":
      return {
        method,
        order,
        raw: by((x) => (x === top ? 100 : Math.min(95, Math.round((20 * x) / top) * 5))),
      };
    case "slider":
      return { method, raw: by((x) => Math.max(1, Math.round((10 * x) / top))) };
    case "points": {
      const sum = Object.values(taste).reduce((total, x) => total + x, 0);
      const whole = by((x) => Math.floor((100 * x) / sum));
      const left = 100 - Object.values(whole).reduce((total, x) => total + x, 0);
      return { method, raw: { ...whole, [best]: whole[best]! + left } };
    }
    case "bestWorst":
      return {
        method,
        best,
        worst: order.length > 1 ? worst : best,
        bestTo: by((x) => times(top / x)),
        toWorst: by((x) => times(x / taste[worst]!)),
      };
    case "pairs":
      return {
        method,
        pairs: factors.flatMap(({ id: a }, i) =>
          factors.slice(i + 1).map(({ id: b }): readonly [Id, Id, number] => {
            const ratio = taste[a]! / taste[b]!;
            return [a, b, ratio >= 1 ? times(ratio) : 1 / times(1 / ratio)];
          }),
        ),
      };
    default:
      return method satisfies never;
  }
}

/** Chances that grow with the horizon, in fives, with a span a person would give. */
function chances({ chances: asked, seed }: Setup, i: number, n: number, next: Uniform): Estimate[] {
  const gut = uniform(seed, hashOf(`gut ${i}`));
  // In a second round those far out come in by a third.
  const level = 0.32 + 0.17 * bell(gut) * (n > 1 && i % 4 !== 0 ? 0.66 : 1);
  return asked.map(({ id }, h) => {
    const whole =
      100 * Math.min(0.9, Math.max(0.02, level * ((h + 1) / asked.length) ** 0.8 + 0.02 * bell(next)));
    const best = Math.max(1, Math.round(whole / 5) * 5 || Math.round(whole));
    const reach = 5 + Math.round(2 * next()) * 5;
    return {
      question: id,
      low: Math.max(0, best - reach) / 100,
      best: best / 100,
      high: Math.min(100, best + reach + 5) / 100,
    };
  });
}

function guesses({ warmups }: Setup, next: Uniform): Estimate[] {
  return warmups.map(({ id, answer, unit }) => {
    const size = isYear(answer, unit) ? YEARS_OFF : answer;
    const whole = isYear(answer, unit) ? Math.round : round3;
    const best = whole(answer + size * 0.35 * bell(next));
    const reach = Math.abs(whole(size * (0.08 + 0.3 * next())));
    return { question: id, low: best - reach, best, high: best + reach };
  });
}

/** A year is missed by decades, not by a share of two thousand. */
const YEARS_OFF = 60;
const isYear = (answer: number, unit: string): boolean =>
  unit === "" && Number.isInteger(answer) && answer >= 1000 && answer <= 2100;

/** Three significant figures. */
const round3 = (x: number): number => {
  if (x === 0) return 0;
  const unit = 10 ** (Math.floor(Math.log10(Math.abs(x))) - 2);
  return Math.round(x / unit) * unit;
};

const REMARKS: readonly (readonly [number, CommentKind, string])[] = [
  [3, "missing", "How much money each side still has for this."],
  [8, "missing", "What a change of leadership on either side would do."],
  [5, "premortem", "A single incident nobody planned left no way back in public."],
  [10, "premortem", "One side got what it wanted and needed the other no longer."],
  [1, "assumption", "Both sides go on talking to each other when it matters."],
  [6, "assumption", "No third party offers either of them something better."],
  [0, "sign", "A joint meeting is put off twice without a new date."],
  [4, "sign", "One side criticises the other by name in its own press."],
  [7, "sign", "Supplies or payments stop without an explanation."],
  [11, "sign", "An accident is blamed on the partner in public."],
];

/** Remarks of simulated people of these kinds. */
export const simulatedComments = (kinds: readonly CommentKind[]): Happened[] =>
  REMARKS.flatMap(([i, kind, text], k) =>
    kinds.includes(kind)
      ? [{ type: "comment", comment: { id: `sim-c${k + 1}`, participant: simulatedId(i), kind, text } }]
      : [],
  );

/** Everybody's votes among these remarks. */
export const simulatedVotes = (
  setup: Setup,
  comments: readonly Id[],
  most: number,
  about: VotedKind = "sign",
): Happened[] =>
  Array.from({ length: SIMULATED }, (_, i) => ({
    type: "vote",
    id: `sim-v${i + 1}-${comments.length}${about === "sign" ? "" : `-${about}`}`,
    participant: simulatedId(i),
    comments: shuffled(comments, drawFor(setup, i, "votes")).slice(0, most),
    about,
  }));
