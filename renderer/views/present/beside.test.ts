import { describe, expect, test } from "vitest";
import type { GroupAnswer } from "../../../app/model/group/answer.ts";
import { append, newSession } from "../../../app/model/session/chain.ts";
import { dryRun, SETUP } from "../../../app/model/session/session.test-help.ts";
import { closedRounds, stateOf } from "../../../app/model/session/state.ts";
import type { Happened, Session } from "../../../app/model/session/types.ts";
import { viewOf } from "../../../app/model/session/view.ts";
import { shippedCase } from "../../../app/model/shipped.test-help.ts";
import { besideAnswer, practiceText } from "./beside.ts";
import { pageOf } from "./roomPage.ts";

const theCase = shippedCase("russia-iran-syria");
const AT = "2026-02-03T11:00:00.000Z";
const whole = dryRun();
const until = whole.events.findIndex((event) => event.type === "step" && event.step === "result");
const atResult: Session = { ...whole, events: whole.events.slice(0, until + 1) };
const people = stateOf(atResult).people.map(({ id }) => id);
const add = (...happened: Happened[]) => append(atResult, happened, AT);

/** What everybody's weights say: the first person the least. */
const chances = people.map((_, i) => 0.1 + i / 40);
const given = (session: Session) => {
  const view = viewOf(stateOf(session));
  const round = closedRounds(view).at(-1);
  if (!round) throw new Error("No round was closed.");
  const answer = { people: chances.map((late) => ({ breaks: { late }, weights: {} })) } as unknown as GroupAnswer; // prettier-ignore
  return { setup: session.setup, view, theCase, rounds: [{ round, answer }] };
};
const partOf = (session: Session, title: RegExp) =>
  besideAnswer(given(session)).find((one) => title.test(one.title));
const missing = (id: string, text: string): Happened => ({
  type: "comment",
  comment: { id, participant: null, kind: "missing", text },
});

describe("beside the room's answer", () => {
  test("nothing is told of what there is not", () => {
    const quiet = { ...atResult, events: atResult.events.filter(({ type }) => type !== "comment") };
    expect(besideAnswer(given(quiet))).toEqual([]);
  });

  test("teams are told apart only from four answers each on", () => {
    const team = (size: number) =>
      add(...people.slice(0, size).map((participant): Happened => ({ type: "moved", participant, group: "West" }))); // prettier-ignore
    const large = partOf(team(4), /^Teams/);
    expect(large?.rows.map(([what]) => what)).toEqual(["In no team (8)", "West (4)"]);
    for (const [, says] of large?.rows ?? []) expect(says).toMatch(/^\d+%: [a-z ]+\(\d\d–\d\d%\)$/);
    const small = partOf(team(3), /^Teams/);
    expect(small?.rows.map(([, says]) => says)).toEqual(["", ""]);
    expect(small?.note).toContain("4 answers");
  });

  test("missing factors stand with their votes, what says the same once, what is hidden not", () => {
    const session = add(
      missing("m1", "Prices"),
      missing("m2", "Weather"),
      missing("m3", "The climate"),
      missing("m4", "Rude"),
      { type: "same", comment: "m3", as: "m2" },
      { type: "hidden", comment: "m4", hidden: true },
      { type: "vote", id: "v1", participant: people[0] ?? "", comments: ["m3"], about: "missing" },
    );
    expect(partOf(session, /miss/)?.rows).toEqual([
      ["Weather", "1 vote"],
      ["Prices", "0 votes"],
    ]);
  });

  test("a vote that is going on shows what is voted on, and not how it stands", () => {
    const session = add(missing("m1", "Prices"), missing("m2", "Weather"), { type: "voting", about: "missing" }, { type: "vote", id: "v1", participant: people[0] ?? "", comments: ["m2"], about: "missing" }); // prettier-ignore
    const page = pageOf({ ...given(session), door: null, part: null, splits: null });
    expect(page).toMatchObject({ show: "vote", said: ["Prices", "Weather"], voted: 1, people: 12 });
    expect(JSON.stringify(page)).not.toMatch(/votes/);
  });
});

describe("a warm-up", () => {
  test("is told as practice, in a number only where there were spans enough", () => {
    const bare = newSession("s", SETUP, AT);
    expect(practiceText(SETUP, viewOf(stateOf(bare)))).toBe(
      "It was practice: none of it counts in what follows.",
    );
    expect(practiceText(SETUP, viewOf(stateOf(whole)))).toMatch(
      /^\d+ of 12 spans held the answer; .* None of it counts/,
    );
  });
});
