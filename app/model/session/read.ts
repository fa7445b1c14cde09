import { LONGEST_MARKING, readMarking } from "../case/marking.ts";
import {
  at,
  entries,
  type Field,
  items,
  mustBe,
  number,
  oneOf,
  parts,
  points,
  refuse,
  share,
} from "../case/read.ts";
import type { Inputs } from "../case/types.ts";
import { verify } from "./chain.ts";
import {
  checked,
  type Checked,
  readComment,
  readName,
  readResponse,
  readSessionId,
  readText,
} from "./guards.ts";
import {
  ANONYMITY,
  type Happened,
  METHODS,
  MOST,
  type Question,
  REVEALS,
  ROUND_KINDS,
  type Session,
  type SessionEvent,
  type Setup,
  SOURCES,
  STEPS,
  type StoredAggregate,
  type StoredSpread,
  VOTED,
} from "./types.ts";

/* Readers of sessions as a case or a journal holds them. */

const flag = (field: Field): boolean =>
  typeof field.value === "boolean" ? field.value : mustBe(field, "true or false");
const count = (field: Field): number =>
  number(field, "a whole number of 0 or more", (x) => Number.isSafeInteger(x) && x >= 0);
const LONG = 20_000;
const long = (field: Field) => readText(field, LONG);
const HASH = /^[0-9a-f]{64}$/;
const hash = (field: Field): string =>
  typeof field.value === "string" && HASH.test(field.value)
    ? field.value
    : mustBe(field, "a SHA-256 of 64 hexadecimal figures");

function upTo<T>(field: Field, most: number, each: (item: Field) => T): T[] {
  const all = items(field);
  return all.length <= most ? all.map(each) : refuse(field, `must not hold more than ${most} items`);
}

function byId<T>(field: Field, each: (part: Field) => T): Record<string, T> {
  return Object.fromEntries(
    parts(field).map((part): [string, T] => {
      readSessionId({ path: part.path, value: part.key });
      return [part.key, each(part)];
    }),
  );
}

/** @throws Refused */
export function readSetup(field: Field): Setup {
  const line = (part: Field) => readText(part, LONGEST_MARKING * 4);
  const question = (item: Field) => ({ id: readSessionId(at(item, "id")), text: readText(at(item, "text")) });
  return {
    title: line(at(field, "title")),
    question: long(at(field, "question")),
    caseId: line(at(field, "caseId")),
    caseHash: hash(at(field, "caseHash")),
    version: line(at(field, "version")),
    marking: readMarking(at(field, "marking")),
    anonymity: oneOf(at(field, "anonymity"), ANONYMITY),
    minutes: number(at(field, "minutes"), "60 or 90", (x) => x === 60 || x === 90) as 60 | 90,
    method: oneOf(at(field, "method"), METHODS),
    rounds: number(at(field, "rounds"), "1, 2 or 3", (x) => [1, 2, 3].includes(x)) as 1 | 2 | 3,
    factors: someOf(at(field, "factors"), MOST.factors, (item) => ({
      id: readSessionId(at(item, "id")),
      label: line(at(item, "label")),
      calm: long(at(item, "calm")),
      worst: long(at(item, "worst")),
    })),
    chances: upTo(at(field, "chances"), MOST.chances, (item) => ({ kind: "chance", ...question(item) })),
    warmups: upTo(at(field, "warmups"), MOST.warmups, (item): Extract<Question, { kind: "quantity" }> => ({
      kind: "quantity",
      ...question(item),
      unit: line(at(item, "unit")),
      answer: number(at(item, "answer")),
    })),
    start: {
      scenario: line(at(at(field, "start"), "scenario")),
      // Put to the argument it was taken from, which alone can say whether it fits.
      inputs: entries(at(at(field, "start"), "inputs")) as Inputs,
    },
    seed: number(at(field, "seed"), "a whole number", Number.isSafeInteger),
    dryRun: flag(at(field, "dryRun")),
  };
}

function someOf<T extends { readonly id: string }>(
  field: Field,
  most: number,
  each: (item: Field) => T,
): T[] {
  const all = upTo(field, most, each);
  if (all.length === 0) refuse(field, "must name at least one");
  return new Set(all.map(({ id }) => id)).size === all.length
    ? all
    : refuse(field, "must name each only once");
}

function readAggregate(field: Field): StoredAggregate {
  return {
    round: readSessionId(at(field, "round")),
    inputs: hash(at(field, "inputs")),
    people: count(at(field, "people")),
    pooled: byId(at(field, "pooled"), (one) => ({
      p: share(at(one, "p")),
      low: share(at(one, "low")),
      high: share(at(one, "high")),
    })),
    groupModel: byId(at(field, "groupModel"), share),
    ...maybe(at(field, "spread"), (spread) => ({ spread: byId(spread, readSpread) })),
    ...maybe(at(field, "order"), (order) => ({
      order: { w: share(at(order, "w")), p: share(at(order, "p")) },
    })),
  };
}

const maybe = <T>(field: Field, read: (field: Field) => T): T | Record<never, never> =>
  field.value === undefined ? {} : read(field);

function two<T>(field: Field, each: (item: Field) => T): readonly [T, T] {
  const [a, b, ...more] = upTo(field, 2, each);
  return a === undefined || b === undefined || more.length > 0
    ? refuse(field, "must have two parts")
    : [a, b];
}

function readOutwards(field: Field): readonly [number, number] {
  const [a, p] = two(field, (item) => item);
  return [number(a, "a number above 0", (x) => x > 0), share(p)];
}

function readSpread(field: Field): StoredSpread {
  const of = (part: string) => share(at(field, part));
  return {
    median: of("median"),
    mean: of("mean"),
    trimmed: of("trimmed"),
    outwards: upTo(at(field, "outwards"), 4, readOutwards),
    ...maybe(at(field, "practice"), (practice) => ({
      practice: {
        p: share(at(practice, "p")),
        people: count(at(practice, "people")),
        counting: count(at(practice, "counting")),
      },
    })),
    quartiles: two(at(field, "quartiles"), share),
    entropy: of("entropy"),
    ...maybe(at(field, "camps"), (camps) => ({
      camps: {
        people: two(at(camps, "people"), count),
        by: upTo(at(camps, "by"), MOST.factors, (item) => ({
          factor: readSessionId(at(item, "factor")),
          medians: two(at(item, "medians"), points),
        })),
      },
    })),
    drivers: byId(at(field, "drivers"), share),
    sd: of("sd"),
    sdApart: of("sdApart"),
    ...maybe(at(field, "moved"), (moved) => ({
      moved: { both: count(at(moved, "both")), moved: count(at(moved, "moved")) },
    })),
    teams: upTo(at(field, "teams"), MOST.people, (item) => ({
      name: readText(at(item, "name"), MOST.name),
      people: count(at(item, "people")),
      p: at(item, "p").value === null ? null : share(at(item, "p")),
    })),
  };
}

type Readers = {
  readonly [T in Happened["type"]]: (field: Field) => Omit<Extract<Happened, { type: T }>, "type">;
};

const readersFor = (setup: Setup): Readers => {
  const id = (part: string) => (field: Field) => readSessionId(at(field, part));
  const [participant, round, comment] = [id("participant"), id("round"), id("comment")];
  return {
    opened: (field) => ({ setup: hash(at(field, "setup")) }),
    joined: (field) => ({
      participant: participant(field),
      source: oneOf(at(field, "source"), SOURCES),
      admitted: flag(at(field, "admitted")),
    }),
    admitted: (field) => ({ participant: participant(field) }),
    removed: (field) => ({ participant: participant(field) }),
    merged: (field) => {
      const [from, into, keep] = [id("from")(field), id("into")(field), at(field, "keep")];
      return {
        from,
        into,
        ...(keep.value === undefined ? {} : { keep: oneOf(keep, [from, into]) }),
      };
    },
    parted: (field) => ({ participant: participant(field) }),
    moved: (field) => ({ participant: participant(field), group: readText(at(field, "group"), MOST.name) }),
    step: (field) => ({ step: oneOf(at(field, "step"), STEPS) }),
    extended: (field) => ({
      minutes: number(at(field, "minutes"), "a number of minutes", (x) => Math.abs(x) <= 240),
    }),
    nudged: (field) => ({ count: count(at(field, "count")) }),
    roundOpened: (field) => ({
      round: round(field),
      kind: oneOf(at(field, "kind"), ROUND_KINDS),
      n: count(at(field, "n")),
    }),
    response: (field) => {
      const response = at(field, "response");
      const own = at(response, "round");
      const kind = own.value === "warmup" ? "warmup" : "weights";
      return {
        response: readResponse(setup, { id: readSessionId(own), kind }, response),
        late: flag(at(field, "late")),
      };
    },
    roundClosed: (field) => ({ round: round(field) }),
    revealed: (field) => ({ round: round(field), what: oneOf(at(field, "what"), REVEALS) }),
    concealed: (field) => ({ round: round(field) }),
    aggregate: (field) => ({ aggregate: readAggregate(at(field, "aggregate")) }),
    comment: (field) => ({ comment: readComment(at(field, "comment")) }),
    hidden: (field) => ({ comment: comment(field), hidden: flag(at(field, "hidden")) }),
    reasonHidden: (field) => ({
      round: round(field),
      response: id("response")(field),
      target: at(field, "target").value === "" ? "" : id("target")(field),
      hidden: flag(at(field, "hidden")),
    }),
    same: (field) => ({
      comment: comment(field),
      as: at(field, "as").value === null ? null : readSessionId(at(field, "as")),
    }),
    voting: (field) => ({
      about: at(field, "about").value === null ? null : oneOf(at(field, "about"), VOTED),
    }),
    vote: (field) => ({
      id: readSessionId(at(field, "id")),
      participant: participant(field),
      comments: upTo(at(field, "comments"), MOST.votes, readSessionId),
      ...(at(field, "about").value === undefined ? {} : { about: oneOf(at(field, "about"), VOTED) }),
    }),
    hands: (field) => ({ comment: comment(field), count: count(at(field, "count")) }),
    discuss: (field) => ({
      factor: readSessionId(at(field, "factor")),
      minutes: number(at(field, "minutes"), "a number of minutes", (x) => x > 0 && x <= 240),
    }),
    dealt: (field) => ({ cards: byId(at(field, "cards"), readSessionId) }),
    note: (field) => ({ text: long(at(field, "text")) }),
    concluded: (field) => ({
      confidence: readText(at(field, "confidence"), MOST.name),
      reasons: long(at(field, "reasons")),
      minority: long(at(field, "minority")),
    }),
    feedback: (field) => ({
      id: readSessionId(at(field, "id")),
      participant: participant(field),
      answers: byId(at(field, "answers"), (one) =>
        number(one, "a number from 1 to 5", (x) => x >= 1 && x <= 5),
      ),
    }),
    closed: () => ({}),
  };
};

/** @throws Refused */
export function readEvent(setup: Setup, field: Field, readers = readersFor(setup)): SessionEvent {
  const type = oneOf(at(field, "type"), Object.keys(readers) as Happened["type"][]);
  const prev = at(field, "prev");
  return {
    type,
    ...readers[type](field),
    seq: count(at(field, "seq")),
    at: readText(at(field, "at"), MOST.name),
    prev: prev.value === "" ? "" : hash(prev),
    hash: hash(at(field, "hash")),
  } as SessionEvent;
}

/**
 * A session as it was written: its log must be whole, with every event as it was.
 * @throws Refused
 */
export function readSession(field: Field): Session {
  oneOf(at(field, "schema"), ["workshop/1"]);
  const setup = readSetup(at(field, "setup"));
  const readers = readersFor(setup);
  const session: Session = {
    schema: "workshop/1",
    id: readSessionId(at(field, "id")),
    createdAt: readText(at(field, "createdAt"), MOST.name),
    setup,
    names: byId(at(field, "names"), readName),
    events: upTo(at(field, "events"), MOST.events, (event) => readEvent(setup, event, readers)),
  };
  const chain = verify(session);
  if (!chain.ok)
    refuse(
      at(field, "events"),
      `cannot be trusted: ${chain.sentence.replace(/\.$/, "").replace(/^E/, "e")}; open the previous copy (.bak)`,
    );
  return session;
}

/** @throws Refused */
export function readSessions(field: Field): Session[] {
  const sessions = upTo(field, MOST.sessions, readSession);
  if (new Set(sessions.map(({ id }) => id)).size !== sessions.length)
    refuse(field, "must hold each session once");
  return sessions;
}

/** A session from a text that came from outside, such as a journal. */
export const checkSession = (value: unknown): Checked<Session> =>
  checked(() => readSession({ path: "session", value }));
