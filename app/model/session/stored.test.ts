import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { groupAnswer } from "../group/answer.ts";
import { shippedCase } from "../shipped.test-help.ts";
import { append } from "./chain.ts";
import { checkSession } from "./read.ts";
import { sessionReport } from "./report.ts";
import { groupRequest } from "./round.ts";
import { dryRun } from "./session.test-help.ts";
import { firstChoices, setupOf } from "./setup.ts";
import { closedRounds, stateOf } from "./state.ts";
import { storedAggregate } from "./stored.ts";
import type { Session, StoredAggregate } from "./types.ts";
import { viewOf } from "./view.ts";

const AT = "2026-02-03T10:00:00.000Z";
const theCase = shippedCase("russia-iran-syria");
const setup = setupOf(theCase, firstChoices(theCase), { scenario: "Article", inputs: {} }, "1", 3);
const whole = dryRun({ ...setup, dryRun: true });
const view = viewOf(stateOf(whole));
const round = closedRounds(view).at(-1)!;
const good = storedAggregate(
  whole.setup,
  view,
  round,
  groupAnswer(theCase, {}, groupRequest(whole.setup, round)!),
);
const spreadOfGood = Object.values(good.spread!)[0]!;

const through = (aggregate: unknown) =>
  checkSession(
    JSON.parse(
      JSON.stringify(append(whole, [{ type: "aggregate", aggregate: aggregate as StoredAggregate }], AT)),
    ),
  );
/** What is said of a session whose stored numbers of one horizon are changed so; "" where they are taken. */
function refusal(change: Record<string, unknown>): string {
  const id = Object.keys(good.spread!)[0]!;
  const read = through({ ...good, spread: { ...good.spread, [id]: { ...spreadOfGood, ...change } } });
  return read.ok ? "" : read.sentence;
}

describe("the numbers kept of a round", () => {
  it("come back from a file as they went in", () => {
    const read = through(good);
    if (!read.ok) throw new Error(read.sentence);
    expect((read.value as Session).events.at(-1)).toMatchObject({ aggregate: good });
  });

  it("of an earlier version, without spread and order, are read too", () => {
    const { spread: _, order: __, ...headline } = good;
    expect(through(headline).ok).toBe(true);
  });

  it("hold nobody’s name or place, and nothing beyond what they are read for", () => {
    expect(JSON.stringify(good)).not.toContain("sim-");
    const read = through({ ...good, order: { ...good.order, names: ["Dana"] } });
    expect(read.ok ? "" : read.sentence).toMatch(/cannot be trusted: event \d+ of the log was changed/);
  });

  it.each([
    [{ median: 1.2 }, "median"],
    [{ mean: "0.3" }, "mean"],
    [{ trimmed: undefined }, "trimmed"],
    [{ entropy: -0.1 }, "entropy"],
    [{ sd: null }, "sd"],
    [{ sdApart: {} }, "sdApart"],
    [{ quartiles: [0.1] }, "quartiles"],
    [{ quartiles: [0.1, 0.2, 0.3] }, "quartiles"],
    [{ quartiles: "0102" }, "quartiles"],
    [{ outwards: [[1.5, 0.2, 0.3]] }, "outwards"],
    [{ outwards: Array.from({ length: 5 }, () => [1, 0.5]) }, "outwards"],
    [{ outwards: [[1.5, null]] }, "outwards"],
    [{ outwards: [[1.5, 1.7]] }, "outwards"],
    [{ outwards: [[-1, 0.5]] }, "outwards"],
    [{ practice: { p: 0.2, people: -1, counting: 1 } }, "practice"],
    [{ practice: { p: 0.2, people: 4, counting: 1.5 } }, "practice"],
    [{ practice: null }, "practice"],
    [{ camps: { people: [1], by: [] } }, "camps"],
    [{ camps: { people: [5, 7], by: [{ factor: "<b>", medians: [1, 2] }] } }, "camps"],
    [{ camps: { people: [5, 7], by: [{ factor: "a", medians: [1, 200] }] } }, "camps"],
    [{ drivers: { a: 2 } }, "drivers"],
    [{ drivers: [1] }, "drivers"],
    [{ teams: [{ name: "x".repeat(10_000), people: 1, p: null }] }, "teams"],
    [{ teams: [{ name: "A", people: 1 }] }, "teams"],
    [{ teams: {} }, "teams"],
    [{ moved: { both: 4 } }, "moved"],
    [{ moved: { both: -4, moved: 1 } }, "moved"],
    [{ moved: [4, 1] }, "moved"],
  ])("with %j are refused in one sentence that names the place", (change, part) => {
    const sentence = refusal(change);
    expect(sentence).toMatch(/^[^\n]{5,900}\.$/u);
    expect(sentence).toContain(`.${part}`);
  });

  it("whatever they are told to be, are read as shares and counts or refused, and a report can be made of them", () => {
    const part = fc.constantFrom(...Object.keys(spreadOfGood), "practice", "camps");
    const odd = fc.oneof(
      fc.anything({ maxDepth: 3 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 2 }),
      fc.dictionary(fc.constantFrom("a", "__proto__", "b"), fc.double({ min: 0, max: 1, noNaN: true })),
      fc.constant([]),
      fc.constant({}),
    );
    let taken = 0;
    fc.assert(
      fc.property(part, odd, (key, value) => {
        const text = JSON.stringify({ ...spreadOfGood, [key]: value }, (_, x: unknown) => typeof x === "bigint" ? null : x); // prettier-ignore
        const id = Object.keys(good.spread!)[0]!;
        const read = through({ ...good, spread: { ...good.spread, [id]: JSON.parse(text) as unknown } });
        if (!read.ok) return void expect(read.sentence).toMatch(/^[^\n]{5,900}\.$/u);
        taken += 1;
        const { tables } = sessionReport(theCase, read.value as Session);
        for (const { columns, rows } of tables)
          for (const row of rows) {
            expect(row).toHaveLength(columns.length);
            expect(row.join()).not.toMatch(/NaN|undefined|Infinity|\[object/);
          }
        const drivers = tables.find((one) => one.id === "drivers")?.rows ?? [];
        expect([0, 100]).toContain(drivers.reduce((sum, [, share = ""]) => sum + parseInt(share), 0));
      }),
      { numRuns: 300 },
    );
    expect(taken).toBeGreaterThan(10);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});
