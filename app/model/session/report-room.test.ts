import { describe, expect, it } from "vitest";
import { groupAnswer } from "../group/answer.ts";
import { shippedCase } from "../shipped.test-help.ts";
import { percentLabel } from "../words/numbers.ts";
import { append, newSession } from "./chain.ts";
import { closeRound, goTo } from "./commands.ts";
import { named } from "./journal.ts";
import { byPractice } from "./practice.ts";
import { sessionReport, type ReportTable } from "./report.ts";
import { cardsTable, missingTable, peopleRows, practiceRows, wholeShares } from "./report-room.ts";
import { MOVERS } from "./agreement.ts";
import { FEWEST_DOTS, FEWEST_ROWS, groupRequest, moversOf, moves, separatedBy } from "./round.ts";
import { clock, dryRun, SETUP } from "./session.test-help.ts";
import { firstChoices, setupOf } from "./setup.ts";
import { simulatedResponse } from "./simulate.ts";
import { closedRounds, openRound, stateOf } from "./state.ts";
import { isStored, storedAggregate } from "./stored.ts";
import { ANONYMITY, type Happened, type Session, type Setup } from "./types.ts";
import { viewOf } from "./view.ts";

const theCase = shippedCase("russia-iran-syria");
const plain = setupOf(theCase, firstChoices(theCase), { scenario: "Article", inputs: {} }, "1", 3);
const TEN = Array.from({ length: 10 }, (_, i) => ({ ...SETUP.warmups[0]!, kind: "quantity" as const, id: `w${i}` })); // prettier-ignore

const viewsOf = (session: Session) => viewOf(stateOf(session));
const after = (...happened: readonly Happened[]): Session =>
  append(newSession("s", SETUP, clock()()), happened, clock(1, Date.UTC(2026, 1, 4))());
const join = (...people: readonly string[]): Happened[] =>
  people.map((participant) => ({ type: "joined", participant, source: "lan", admitted: true }));

/** Two rounds of twelve, the second told against the first. */
function twice() {
  const session = dryRun({ ...plain, dryRun: true });
  const view = viewsOf(session);
  const [first, last] = closedRounds(view).map((round) => ({
    round,
    answer: groupAnswer(theCase, {}, groupRequest(plain, round)!),
  }));
  const aggregate = storedAggregate(plain, view, last!.round, last!.answer, first);
  return { session, view, first: first!, last: last!, aggregate };
}

interface Held {
  readonly people: number;
  readonly setup?: Partial<Setup>;
  /** Team by place. */
  readonly team?: (place: number) => string;
}

/** A workshop whose first round is closed and worked out, and the same before its numbers were kept. */
function held({ people, setup: change = {}, team }: Held) {
  const setup = { ...plain, ...change };
  const now = clock();
  let session = newSession("s", setup, now());
  const add = (...happened: readonly Happened[]) => (session = append(session, happened, now()));
  const ids = Array.from({ length: people }, (_, i) => `q${i}`);
  add(...join(...ids));
  for (const [i, id] of ids.entries()) {
    session = named(session, id, `Dana ${i}`);
    if (team) add({ type: "moved", participant: id, group: team(i) });
  }
  for (const step of setup.warmups.length > 0 ? (["warmup", "round1"] as const) : (["round1"] as const)) {
    add(...goTo(setup, stateOf(session), step));
    const open = openRound(stateOf(session))!;
    for (const [i, participant] of ids.entries()) {
      const response = { ...simulatedResponse(setup, i, open), participant, id: `${step}-${i}` };
      add({ type: "response", response, late: false });
    }
    add(...closeRound(stateOf(session)));
  }
  const view = viewsOf(session);
  const round = closedRounds(view).at(-1)!;
  const result = groupAnswer(theCase, {}, groupRequest(setup, round)!);
  const aggregate = storedAggregate(setup, view, round, result);
  const without = session;
  add({ type: "aggregate", aggregate });
  const report = sessionReport(theCase, session);
  const table = (id: string): ReportTable | undefined => report.tables.find((one) => one.id === id);
  return { setup, session, without, view, round, result, aggregate, report, table };
}

const percents = (cells: readonly string[]) => cells.map((cell) => Number(cell.replace("%", "")));
const sum = (numbers: readonly number[]) => numbers.reduce((total, x) => total + x, 0);

describe("who was in the room", () => {
  it("is told only as far as there is something to tell", () => {
    expect(peopleRows(stateOf(after(...join("a", "b"))))).toEqual([]);
  });
  it("tells who joined twice, who was taken out, and how large the teams are", () => {
    const session = after(
      ...join("a", "b", "c", "d"),
      { type: "merged", from: "d", into: "a" },
      { type: "removed", participant: "c" },
      { type: "moved", participant: "b", group: "West" },
    );
    expect(peopleRows(stateOf(session))).toEqual([
      ["Joined twice", "1, each taken together with the person they are and counted once"],
      ["Taken out", "1"],
      ["Teams", "in no team: 1 · West: 1"],
    ]);
    const apart = append(session, [{ type: "parted", participant: "d" }], clock(1, Date.UTC(2026, 1, 5))());
    expect(peopleRows(stateOf(apart)).map(([what]) => what)).toEqual(["Taken out", "Teams"]);
  });
  it("says whether practice weighs anything", () => {
    expect(practiceRows({ ...SETUP, warmups: [] })).toEqual([["Practice questions", "none"]]);
    expect(practiceRows(SETUP)[0]![1]).toMatch(/^1; too few .+\(10\)$/);
    expect(practiceRows({ ...SETUP, warmups: TEN })[0]![1]).toMatch(/^10; people also weighted/);
  });
});

describe("cards and missing factors", () => {
  it("counts the hands a card went through, over all that were dealt, and leaves out cards of no pack", () => {
    const session = after(
      { type: "dealt", cards: { a: "knows", b: "words" } },
      { type: "dealt", cards: { c: "knows", d: "opposite", e: "no-such-card" } },
    );
    expect(cardsTable(session).rows.map(([, when, hands]) => [when, hands])).toEqual([
      ["discussing", "2"],
      ["discussing", "1"],
      ["challenging", "1"],
    ]);
  });
  it("orders missing factors by votes, with the votes of what says the same, and none that is hidden", () => {
    const said = (id: string, text: string): Happened => ({
      type: "comment",
      comment: { id, participant: null, kind: "missing", text },
    });
    const vote = (participant: string, ...comments: string[]): Happened => ({
      type: "vote",
      id: `v-${participant}`,
      participant,
      comments,
      about: "missing",
    });
    const session = after(
      ...join("a", "b", "c"),
      said("m1", "Prices"),
      said("m2", "Weather"),
      said("m3", "The climate"),
      said("m4", "Rude"),
      { type: "same", comment: "m3", as: "m2" },
      { type: "hidden", comment: "m4", hidden: true },
      vote("a", "m1", "m2"),
      vote("b", "m3"),
    );
    expect(missingTable(viewsOf(session)).rows).toEqual([
      ["Weather", "2"],
      ["Prices", "1"],
    ]);
  });
});

describe("how far a room lies apart", () => {
  const room = held({
    people: 12,
    setup: { warmups: TEN },
    team: (i) => (i < 4 ? "West" : i < 8 ? "" : "East"),
  });
  const last = room.setup.chances.at(-1)!.id;
  const at = room.result.horizons[last]!;

  it("is told in the numbers of the round, horizon by horizon", () => {
    const pools = room.table("pools")!;
    expect(pools.rows).toHaveLength(room.setup.chances.length);
    const row = pools.rows.at(-1)!;
    const { median, linear, trimmed, extremised } = at.pooled;
    expect(row.slice(1, 4 + extremised.length)).toEqual(
      [median, linear, trimmed, ...extremised.map(({ p }) => p)].map(percentLabel),
    );
    const practice = byPractice(room.setup, room.view.rounds, room.round, room.result, last)!;
    expect(row.slice(-2)).toEqual([percentLabel(practice.p), `${practice.counting} of 12`]);
    const apart = room.table("apart")!.rows.at(-1)!;
    expect(apart[1]).toBe(
      `${percentLabel(at.spread.quartiles[0])} to ${percentLabel(at.spread.quartiles[2])}`,
    );
    expect(apart[2]).toBe(at.entropy.toFixed(2));
  });

  it("adds up: what splits the room to 100, coupling to the difference of two shown spreads", () => {
    expect(sum(percents(room.table("drivers")!.rows.map(([, share]) => share!)))).toBe(100);
    expect(sum(percents(room.table("group-model")!.rows.map(([, share]) => share!)))).toBe(100);
    const [spread, coupling] = room.table("apart")!.rows.at(-1)!.slice(-2);
    const alone = Math.round(100 * Math.sqrt(at.drivers.product));
    expect(Number(spread) - alone).toBe(Number(coupling!.replace("−", "-").replace(/[±+]/, "")));
  });

  it("names the strongest driver first and every factor once", () => {
    const rows = room.table("drivers")!.rows;
    expect(new Set(rows.map(([name]) => name))).toEqual(
      new Set(room.setup.factors.map(({ label }) => label)),
    );
    const shares = percents(rows.map(([, share]) => share!));
    expect(shares).toEqual(shares.toSorted((a, b) => b - a));
  });

  it("tells teams apart from four answers each on, and else only how many answered", () => {
    const teams = room.table("teams")!;
    expect(teams.columns).toContain("Pooled");
    expect(teams.rows.map(([name, answers]) => [name, answers])).toEqual([
      ["In no team", "4"],
      ["East", "4"],
      ["West", "4"],
    ]);
    const small = held({ people: 9, team: (i) => (i < FEWEST_DOTS - 1 ? "West" : "East") });
    expect(small.table("teams")).toMatchObject({ columns: ["Team", "Answers"], rows: [["East", "6"], ["West", "3"]] }); // prettier-ignore
    expect(small.aggregate.spread![last]!.teams.map(({ p }) => p)).toEqual([null, null]);
    expect(held({ people: 6 }).table("teams")).toBeUndefined();
  });

  it("is told again when a person changes the team, and not when nothing changed", () => {
    const { setup, session, round, result } = room;
    const kept = closedRounds(viewsOf(session)).at(-1)!;
    expect(isStored(setup, viewsOf(session), round, result)).toBe(false);
    expect(isStored(setup, viewsOf(session), kept, result)).toBe(true);
    const moved = append(session, [{ type: "moved", participant: "q0", group: "East" }], "2026-02-05T09:00:00.000Z"); // prettier-ignore
    expect(isStored(setup, viewsOf(moved), kept, result)).toBe(false);
  });

  it("is left out where only a headline was kept, and the report still stands", () => {
    const { spread, order, ...headline } = room.aggregate;
    expect([spread, order]).not.toContain(undefined);
    const old = append(
      room.without,
      [{ type: "aggregate", aggregate: headline }],
      "2026-02-05T09:00:00.000Z",
    );
    const ids = sessionReport(theCase, old).tables.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(["rounds", "group-model"]));
    for (const id of ["pools", "apart", "drivers", "teams"]) expect(ids).not.toContain(id);
  });
});

describe("single people", () => {
  /** What of a report would give single answers away: rows, quarters, comparisons of pools. */
  const TELLING = ["answers-1", "disagreement", "pools", "apart"];

  it.each(ANONYMITY.flatMap((anonymity) => [1, 2, 3, 4, 5].map((people) => [anonymity, people] as const)))(
    "%s names, %d people: told only from five on, or where names were agreed",
    (anonymity, people) => {
      const { report, aggregate } = held({ people, setup: { anonymity } });
      const ids = report.tables.map(({ id }) => id);
      const may = anonymity === "named" || people >= FEWEST_ROWS;
      // Quarters of two or three are nobody's middle half, whatever was agreed.
      const half = people >= FEWEST_DOTS;
      for (const id of TELLING)
        expect([id, ids.includes(id)]).toEqual([id, may && (half || id !== "disagreement")]);
      expect(/8 in 10 such rooms|2,000 rooms/.test(report.sentences.join(" "))).toBe(half);
      if (!half) expect(JSON.stringify(report)).not.toMatch(/middle half|quarter|\d% to \d/i);
      expect(/told from 5 answers on/.test(report.sentences.join(" "))).toBe(!may);
      expect(JSON.stringify(report).includes("Dana")).toBe(anonymity === "named");
      if (!may) expect(JSON.stringify(report)).not.toMatch(/camps|quarter/i);
      expect(aggregate.people).toBe(people);
    },
  );

  it("in a small camp are not shown by what they weigh, unless names were agreed", () => {
    const by = [{ factor: "a", medians: [1, 9] as const, delta: 1 }];
    const camps = (less: number) => ({ people: [Array.from({ length: less }, (_, i) => i), [10, 11, 12, 13]] as const, by }); // prettier-ignore
    expect(separatedBy({ anonymity: "anonymous" }, camps(FEWEST_DOTS - 1))).toEqual([]);
    expect(separatedBy({ anonymity: "pseudonymous" }, camps(FEWEST_DOTS - 1))).toEqual([]);
    expect(separatedBy({ anonymity: "named" }, camps(FEWEST_DOTS - 1))).toEqual(by);
    expect(separatedBy({ anonymity: "anonymous" }, camps(FEWEST_DOTS))).toEqual(by);
  });

  it("who joined twice, or went, have no line of their own", () => {
    const whole = held({ people: 6 }).without;
    const fewer = append(
      whole,
      [
        { type: "merged", from: "q5", into: "q4" },
        { type: "removed", participant: "q3" },
      ],
      "2026-02-05T09:00:00.000Z",
    );
    // Four are left.
    expect(sessionReport(theCase, fewer).tables.map(({ id }) => id)).not.toContain("answers-1");
  });
});

describe("who moved between rounds", () => {
  const { session, view, first, last, aggregate } = twice();
  const now = append({ ...session, events: session.events.slice(0, -1) }, [{ type: "aggregate", aggregate }], "2026-02-05T09:00:00.000Z"); // prettier-ignore
  const { tables } = sessionReport(theCase, now);

  it("is counted by their own weights, at each horizon, and says so in its head", () => {
    const table = tables.find(({ id }) => id === "moves")!;
    expect(table.columns.at(-1)).toBe(MOVERS);
    expect(table.rows.map((row) => row.at(-1))).toEqual(
      plain.chances.map(({ id }) => {
        const { both, moved } = moversOf(moves(first, last, id).moves);
        return `${moved} of ${both}`;
      }),
    );
  });
  it("is worked out again when somebody’s first answer no longer counts", () => {
    const kept = closedRounds(viewsOf(now)).at(-1)!;
    expect(isStored(plain, view, kept, last.answer, first)).toBe(true);
    const fewer = new Map([...first.round.answers!].slice(1));
    const other = { round: { ...first.round, answers: fewer }, answer: { ...first.answer, people: first.answer.people.slice(1) } }; // prettier-ignore
    expect(isStored(plain, view, kept, last.answer, other)).toBe(false);
  });
  it("is not told of a workshop whose numbers were kept before it was", () => {
    const old = storedAggregate(plain, view, last.round, last.answer);
    const so = append(session, [{ type: "aggregate", aggregate: old }], "2026-02-05T09:00:00.000Z");
    const rows = sessionReport(theCase, so).tables.find(({ id }) => id === "moves")!.rows;
    expect(new Set(rows.map((row) => row.at(-1)))).toEqual(new Set(["not worked out"]));
  });
});

describe("two camps", () => {
  const { session, aggregate, setup } = held({ people: 8 });
  const id = setup.chances.at(-1)!.id;
  const told = (by: NonNullable<NonNullable<typeof aggregate.spread>[string]["camps"]>["by"]) => {
    const spread = { ...aggregate.spread, [id]: { ...aggregate.spread![id]!, camps: { people: [5, 3] as const, by } } }; // prettier-ignore
    const so = append(session, [{ type: "aggregate", aggregate: { ...aggregate, spread } }], "2026-02-05T09:00:00.000Z"); // prettier-ignore
    return sessionReport(theCase, so).sentences.find((one) => one.startsWith("Two camps"));
  };
  it("are told with how many people stand in each and what separates them", () => {
    const [factor] = setup.factors;
    expect(told([{ factor: factor!.id, medians: [2.04, 8] }])).toMatch(
      `3 people’s weights say more likely, 5 people’s less. What separates them most: ${factor!.label} (8 against 2).`,
    );
  });
  it("are told without their weights where those would be single people’s", () => {
    expect(told([])).toMatch(/3 people’s weights say more likely, 5 people’s less\.$/);
  });
});

describe("whole shares", () => {
  it("sum to 100 whatever they are shares of, and are nothing of nothing", () => {
    expect(wholeShares([1, 1, 1])).toEqual([34, 33, 33]);
    expect(sum(wholeShares([0.1, 0.25]))).toBe(100);
    expect(wholeShares([0, 0])).toEqual([0, 0]);
  });
});

it("a warm-up is no round of the report", () => {
  const { table } = held({ people: 5, setup: { warmups: TEN } });
  expect(new Set(table("rounds")!.rows.map(([round]) => round))).toEqual(new Set(["1"]));
});
