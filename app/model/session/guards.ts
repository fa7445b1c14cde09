import { attempt, type CaseProblem, problemSentence } from "../case/problem.ts";
import { at, entries, type Field, items, mustBe, number, oneOf, parts, refuse } from "../case/read.ts";
import {
  type Comment,
  COMMENT_KINDS,
  type Estimate,
  type Id,
  MOST,
  type Question,
  type Reason,
  type Response,
  type RoundKind,
  type Setup,
  type WeightAnswer,
} from "./types.ts";
import { capitalised } from "../words/text.ts";

/* What comes in from a phone, a file or a sheet is checked here and nowhere else. */

export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  /** One sentence: what, where. */
  | { readonly ok: false; readonly sentence: string };

export const checked = <T>(read: () => T): Checked<T> => {
  const result: { ok: true; value: T } | { ok: false; problem: CaseProblem } = attempt(read);
  return result.ok ? result : { ok: false, sentence: capitalised(problemSentence(result.problem)) };
};

const ID = /^[A-Za-z0-9_-]{1,64}$/;
export const readSessionId = (field: Field): Id =>
  typeof field.value === "string" && ID.test(field.value) && !(field.value in {})
    ? field.value
    : mustBe(field, "an id of up to 64 letters, digits, _ and -");

/** Line breaks are kept, all other control and direction-changing signs go. */
export const plainText = (text: string): string =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(/(?!\n)[\p{Cc}\p{Zl}\p{Zp}]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, "")
    // Last: what goes may have stood between a letter and its accent.
    .normalize("NFC")
    .trim();

/** Text that people typed. */
export const readText = (field: Field, most: number = MOST.text): string => {
  if (typeof field.value !== "string") return mustBe(field, "text");
  if (field.value.length > 4 * most) return refuse(field, `must not be longer than ${most} characters`);
  const text = plainText(field.value);
  return text.length <= most ? text : refuse(field, `must not be longer than ${most} characters`);
};

/** A name or seat in one line, as people call themselves. */
export const readName = (field: Field): string => {
  const text = readText(field, MOST.name).replace(/\s+/gu, " ");
  return text === "" ? mustBe(field, `a name of up to ${MOST.name} characters`) : text;
};

export const checkName = (value: unknown): Checked<string> =>
  checked(() => readName({ path: "name", value }));

/** What a response is checked against. */
export type Asked = Pick<Setup, "factors" | "chances" | "warmups" | "method">;
export interface AskedRound {
  readonly id: Id;
  readonly kind: RoundKind;
}

/**
 * An answer from outside.
 * @param round the round it must belong to
 */
export function checkResponse(asked: Asked, round: AskedRound, value: unknown): Checked<Response> {
  return checked(() => readResponse(asked, round, { path: "answer", value }));
}

/** @throws Refused */
export function readResponse(asked: Asked, round: AskedRound, field: Field): Response {
  entries(field);
  const factors = asked.factors.map(({ id }) => id);
  if (at(field, "round").value !== round.id) refuse(at(field, "round"), "is not the round that is open");
  const questions: readonly Question[] = round.kind === "warmup" ? asked.warmups : asked.chances;
  return {
    id: readSessionId(at(field, "id")),
    round: round.id,
    participant: readSessionId(at(field, "participant")),
    rev: number(at(field, "rev"), "a whole number from 1", (x) => Number.isSafeInteger(x) && x >= 1),
    weights:
      round.kind === "warmup"
        ? nothing(at(field, "weights"))
        : readWeights(asked.method, factors, at(field, "weights")),
    estimates: readEstimates(questions, at(field, "estimates")),
    reasons: readReasons(factors, at(field, "reasons")),
    // A warm-up need not show the factors.
    shownOrder:
      round.kind === "warmup" && items(at(field, "shownOrder")).length === 0
        ? []
        : order(factors, at(field, "shownOrder")),
    seconds: number(at(field, "seconds"), "a number of seconds", (x) => x >= 0 && x <= 1e6),
    enteredBy: oneOf(at(field, "enteredBy"), ["self", "facilitator"]),
  };
}

const nothing = (field: Field): null =>
  field.value === null ? null : refuse(field, "must be null in a warm-up");

/** @throws Refused */
export function readWeights(
  method: WeightAnswer["method"],
  factors: readonly Id[],
  field: Field,
): WeightAnswer {
  const said = oneOf(at(field, "method"), [method]);
  const raw = (part: string, what: string, holds: (x: number) => boolean) =>
    each(factors, at(field, part), what, holds);
  switch (said) {
    case "rank":
      return { method: said, order: order(factors, at(field, "order")) };
    case "swing": {
      const sorted = order(factors, at(field, "order"));
      const rated = raw("raw", "a number from 0 to 100", (x) => x >= 0 && x <= 100);
      if (rated[sorted[0]!] !== 100) refuse(at(field, "raw"), "must give 100 to the first in the order");
      sorted.forEach((id, i) => {
        if (i > 0 && rated[id]! > rated[sorted[i - 1]!]!)
          refuse(at(field, "raw"), `must not rate "${id}" above the one before it in the order`);
      });
      return { method: said, order: sorted, raw: rated };
    }
    case "points": {
      const given = raw("raw", "a number from 0 to 100", (x) => x >= 0 && x <= 100);
      const sum = factors.reduce((total, id) => total + given[id]!, 0);
      if (Math.abs(sum - 100) > 1e-6) refuse(at(field, "raw"), `must share out 100 points, not ${sum}`);
      return { method: said, raw: given };
    }
    case "slider": {
      const given = raw("raw", "a number from 0 to 10", (x) => x >= 0 && x <= 10);
      if (factors.every((id) => given[id] === 0))
        refuse(at(field, "raw"), "must give something to one of the factors");
      return { method: said, raw: given };
    }
    case "bestWorst": {
      const one = (part: string) => oneOf(at(field, part), factors);
      const [best, worst] = [one("best"), one("worst")];
      if (factors.length > 1 && best === worst)
        refuse(at(field, "worst"), "must be another factor than the best");
      const scale = (x: number) => x >= 1 && x <= 9;
      return {
        method: said,
        best,
        worst,
        bestTo: raw("bestTo", "a number from 1 to 9", scale),
        toWorst: raw("toWorst", "a number from 1 to 9", scale),
      };
    }
    case "pairs": {
      const pairs = items(at(field, "pairs")).map((pair): readonly [Id, Id, number] => {
        const [a, b, times] = Array.isArray(pair.value) ? items(pair) : [];
        if (!a || !b || !times) return mustBe(pair, "two factors and a number");
        const ratio = number(times, "a number from 1/9 to 9", (x) => x >= 1 / 9 - 1e-9 && x <= 9);
        return [oneOf(a, factors), oneOf(b, factors), ratio];
      });
      const named = new Set(pairs.map(([a, b]) => [a, b].sort().join(" ")));
      const wanted = (factors.length * (factors.length - 1)) / 2;
      if (pairs.some(([a, b]) => a === b) || named.size !== wanted || pairs.length !== wanted)
        refuse(at(field, "pairs"), "must compare every two factors once");
      return { method: said, pairs };
    }
    default:
      return said satisfies never;
  }
}

/** One number for every asked factor and for nothing else. */
function each(
  factors: readonly Id[],
  field: Field,
  what: string,
  holds: (x: number) => boolean,
): Record<Id, number> {
  const stranger = parts(field).find(({ key }) => !factors.includes(key));
  if (stranger) refuse(stranger, "is no factor that was asked about");
  return Object.fromEntries(factors.map((id) => [id, number(at(field, id), what, holds)]));
}

/** Every asked factor once. */
function order(factors: readonly Id[], field: Field): Id[] {
  const given = items(field).map((item) => oneOf(item, factors));
  return given.length === factors.length && new Set(given).size === factors.length
    ? given
    : refuse(field, "must name every factor once");
}

function readEstimates(questions: readonly Question[], field: Field): Estimate[] {
  const given = items(field).map((item): Estimate => {
    const question = questions.find(({ id }) => id === at(item, "question").value);
    if (!question) return refuse(at(item, "question"), "is no question of this round");
    const value =
      question.kind === "chance"
        ? (part: string) => number(at(item, part), "a number from 0 to 1", (x) => x >= 0 && x <= 1)
        : (part: string) => number(at(item, part), "a number", (x) => Math.abs(x) <= 1e12);
    const [low, best, high] = [value("low"), value("best"), value("high")];
    if (low > best) refuse(at(item, "low"), "must not be above the best guess");
    if (high < best) refuse(at(item, "high"), "must not be below the best guess");
    return { question: question.id, low, best, high };
  });
  const answered = new Set(given.map(({ question }) => question));
  const open = questions.find(({ id }) => !answered.has(id));
  if (open) refuse(field, `must answer "${open.id}"`);
  if (answered.size !== given.length) refuse(field, "must answer every question once");
  return given;
}

function readReasons(factors: readonly Id[], field: Field): Reason[] {
  const given = items(field);
  if (given.length > MOST.reasons) refuse(field, `must not hold more than ${MOST.reasons} reasons`);
  return given
    .map((item) => ({
      target: oneOf(at(item, "target"), ["", ...factors]),
      text: readText(at(item, "text")),
    }))
    .filter(({ text }) => text !== "");
}

/** A remark from outside. */
export const checkComment = (value: unknown): Checked<Comment> =>
  checked(() => readComment({ path: "remark", value }));

/** @throws Refused */
export function readComment(field: Field): Comment {
  const participant = at(field, "participant");
  const said = readText(at(field, "text"));
  return {
    id: readSessionId(at(field, "id")),
    participant: participant.value === null ? null : readSessionId(participant),
    kind: oneOf(at(field, "kind"), COMMENT_KINDS),
    text: said === "" ? mustBe(at(field, "text"), "a remark") : said,
  };
}

/** Up to three different remarks that can be voted for. */
export const checkVote = (comments: readonly Id[], value: unknown): Checked<readonly Id[]> =>
  checked(() => {
    const field = { path: "vote", value };
    const given = items(field).map((item) => oneOf(item, comments));
    if (given.length > MOST.votes || new Set(given).size !== given.length)
      return refuse(field, `must name up to ${MOST.votes} different remarks`);
    return given;
  });

/** What a participant may know of the setup: no known answer of a warm-up, no seed. */
export type PublicSetup = Omit<Setup, "seed" | "warmups" | "caseHash" | "start"> & {
  readonly warmups: readonly Omit<Setup["warmups"][number], "answer">[];
};

export function publicSetup(setup: Setup): PublicSetup {
  const { seed: _seed, caseHash: _hash, start: _start, warmups, ...rest } = setup;
  return { ...rest, warmups: warmups.map(({ answer: _answer, ...open }) => open) };
}
