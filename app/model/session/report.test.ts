import { describe, expect, it } from "vitest";
import { groupAnswer } from "../group/answer.ts";
import { shippedCase } from "../shipped.test-help.ts";
import { append } from "./chain.ts";
import { handIn } from "./ballot.ts";
import { closeRound, goTo } from "./commands.ts";
import { named } from "./journal.ts";
import { reportedSession, sessionReport } from "./report.ts";
import { groupRequest, inputsHash, widestFirst } from "./round.ts";
import { storedAggregate } from "./stored.ts";
import { newSession } from "./chain.ts";
import { answer, clock, dryRun, SETUP } from "./session.test-help.ts";
import { firstChoices, setupOf } from "./setup.ts";
import { stateOf, closedRounds } from "./state.ts";
import type { Setup } from "./types.ts";
import { viewOf } from "./view.ts";

const theCase = shippedCase("russia-iran-syria");
const of = (people: number, change: Partial<Setup> = {}) => {
  const now = clock();
  const setup = { ...SETUP, ...change };
  let session = newSession("s", setup, now());
  session = append(session, goTo(setup, stateOf(session), "round1"), now());
  for (let i = 1; i <= people; i++) {
    session = append(
      session,
      handIn(session, "paper", answer({ id: `x${i}`, participant: `p${i}` }), `Dana ${i}`).happened,
      now(),
    );
    session = named(session, `p${i}`, `Dana ${i}`);
  }
  return append(session, closeRound(stateOf(session)), now());
};
const titles = (session: ReturnType<typeof of>) => sessionReport(theCase, session).tables.map(({ id }) => id);

describe("a report", () => {
  it("has no line per person below five people, unless names were agreed", () => {
    expect(titles(of(4))).not.toContain("answers-1");
    expect(titles(of(5))).toContain("answers-1");
    expect(titles(of(4, { anonymity: "named" }))).toContain("answers-1");
  });
  it("names nobody unless names were agreed", () => {
    expect(JSON.stringify(sessionReport(theCase, of(6)))).not.toContain("Dana");
    expect(JSON.stringify(sessionReport(theCase, of(6, { anonymity: "named" })))).toContain("Dana 3");
  });
  it("says how it was held, what moved, who dissents, and that the log is whole", () => {
    const report = sessionReport(theCase, dryRun());
    expect(report.minority).toBe("Two seats see none of it.");
    expect(report.tables.map(({ id }) => id)).toEqual(
      expect.arrayContaining(["method", "rounds", "moves", "disagreement", "sign"]),
    );
    expect(report.sentences.join(" ")).toMatch(/log of \d+ events is whole/);
    for (const { columns, rows } of report.tables)
      for (const row of rows) expect(row).toHaveLength(columns.length);
  });
  it("keeps likelihood and confidence in sentences of their own", () => {
    for (const sentence of sessionReport(theCase, dryRun()).sentences)
      expect(/confidence/.test(sentence) && /likely|chance \(/.test(sentence)).toBe(false);
  });
});

describe("the workshop that is reported", () => {
  const [closed, later] = [dryRun(), { ...of(2), id: "later" }];
  const both = { ...theCase, sessions: [{ ...closed, id: "closed" }, later] };
  it("is the one asked for, else the last that was closed, else the last", () => {
    expect(reportedSession(both, "later")?.id).toBe("later");
    expect(reportedSession(both, null)?.id).toBe("closed");
    expect(reportedSession(both, "gone")?.id).toBe("closed");
    expect(reportedSession({ ...theCase, sessions: [later] }, null)?.id).toBe("later");
    expect(reportedSession(theCase, null)).toBeUndefined();
  });
});

describe("a round on a shipped case", () => {
  const setup = setupOf(theCase, firstChoices(theCase), { scenario: "Article", inputs: {} }, "1", 3);
  const session = dryRun({ ...setup, dryRun: true });
  const round = closedRounds(viewOf(stateOf(session)))[0]!;
  const result = groupAnswer(theCase, {}, groupRequest(setup, round)!);

  it("is worked out again to the same numbers, with the hash of what it came from", () => {
    const again = groupAnswer(theCase, {}, groupRequest(setup, round)!);
    expect(storedAggregate(setup, viewOf(stateOf(session)), round, again)).toEqual(
      storedAggregate(setup, viewOf(stateOf(session)), round, result),
    );
    const others = { ...round, answers: new Map([...(round.answers ?? [])].slice(1)) };
    expect(inputsHash(setup, others)).not.toBe(inputsHash(setup, round));
  });
  it("shows the widest disagreement first", () => {
    const widths = widestFirst(setup, result).map(({ spread }) => spread.iqr);
    expect(widths).toEqual(widths.toSorted((a, b) => b - a));
    expect(widths).toHaveLength(setup.factors.length);
  });
  it("asks from calm to worst by what the model says of each factor", () => {
    const all = setupOf(
      theCase,
      { ...firstChoices(theCase), factors: theCase.factors.map(({ id }) => id) },
      setup.start,
      "1",
      1,
    );
    // What holds the two together is worst where there is least of it.
    const together = theCase.factors.find(
      ({ id, group, anchors }) =>
        group === "together" && anchors.length > 1 && all.factors.some((one) => one.id === id),
    );
    const asked = all.factors.find(({ id }) => id === together?.id);
    if (together) expect(asked?.worst).toBe(together.anchors[0]);
  });
});
