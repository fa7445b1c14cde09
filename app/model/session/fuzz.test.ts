import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mutate } from "../case/mutate.test-help.ts";
import { RELIABILITIES } from "../case/evidence-types.ts";
import { readGradesFrom } from "../case/evidence.ts";
import { readBallot } from "./ballot.ts";
import { append, newSession, setupHash } from "./chain.ts";
import { goTo } from "./commands.ts";
import { type Checked, checkComment, checkName, checkResponse, checkVote } from "./guards.ts";
import { addedLine, type JournalLine, openingLine, recover } from "./journal.ts";
import { checkSession } from "./read.ts";
import { answer, dryRun, ROUND, SETUP } from "./session.test-help.ts";
import { stateOf } from "./state.ts";

const RUNS = 10_000;
const AT = "2026-02-03T09:00:00.000Z";
const opened = newSession("s", SETUP, AT);
const session = append(opened, goTo(SETUP, stateOf(opened), "round1"), AT);

/** What damaged text says, or the text itself where it is no JSON any more: nothing that is read here may mind. */
function said(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
const read = (of: (value: unknown) => Checked<unknown>) => (text: string) => of(said(text));

const ballot = { schema: "ballot/1", session: "s", round: "r1", setup: setupHash(SETUP), name: "Dana", response: answer() }; // prettier-ignore
const shorter = { ...opened, events: session.events.slice(0, 4) };
const rest = addedLine(opened, session) ?? "";
const line = (seq: number, text: string): JournalLine => ({ seq, at: AT, by: "window", text });
const grades = Object.fromEntries(RELIABILITIES.map((row, r) => [row, [1, 0.8, 0.6, 0.4, 0.2, 0].map((x, c) => (r === 0 && c === 0 ? 1 : r === 5 ? 0 : x * (1 - r / 6)))])); // prettier-ignore

const PARSERS: readonly (readonly [string, unknown, (text: string) => Checked<unknown>])[] = [
  ["an answer file", ballot, (text) => readBallot(session, text)],
  ["a phone’s answer", answer(), read((value) => checkResponse(SETUP, ROUND, value))],
  ["a remark", { id: "c1", round: "r1", participant: "p1", kind: "unclear", target: "b", text: "What is meant?" }, read(checkComment)], // prettier-ignore
  ["a vote", ["c1", "c2"], read((value) => checkVote(["c1", "c2", "c3"], value))],
  ["a session of a file", shorter, read(checkSession)],
  [
    "the first line of a journal",
    JSON.parse(openingLine(opened)),
    (text) => recover([line(1, text), line(2, rest)]),
  ],
  [
    "a later line of a journal",
    JSON.parse(rest),
    (text) => recover([line(1, openingLine(opened)), line(2, text)]),
  ],
  ["a table of grades", grades, read((value) => { const found = readGradesFrom(value); return found.ok ? { ok: true, value: found.grades } : found; })], // prettier-ignore
];

describe(`${String(RUNS)} damaged`, () => {
  it.each(PARSERS)("%s are taken, or refused in one sentence", (_, whole, parse) => {
    const text = JSON.stringify(whole);
    const first = parse(text);
    if (!first.ok) throw new Error(first.sentence);
    let [taken, refused] = [0, 0];
    for (let seed = 0; seed < RUNS; seed += 1) {
      const result = parse(mutate(text, seed));
      if (result.ok) taken += 1;
      else {
        refused += 1;
        if (!/^[^\n]{5,900}\.$/u.test(result.sentence))
          throw new Error(`Seed ${String(seed)}: ${result.sentence}`);
      }
    }
    expect(refused).toBeGreaterThan(20);
    expect(taken + refused).toBe(RUNS);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it("names are taken, or refused in one sentence", () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const result = checkName(value);
        if (!result.ok) return void expect(result.sentence).toMatch(/^[^\n]{5,400}\.$/u);
        expect(result.value).toMatch(/^[^\p{Cc}\u202a-\u202e\u2066-\u2069]+$/u);
      }),
      { numRuns: RUNS },
    );
  });

  it("a dry run’s whole log, damaged anywhere, is never taken for whole", () => {
    const log = JSON.stringify(dryRun());
    for (let seed = 0; seed < 300; seed += 1) {
      const result = checkSession(said(mutate(log, seed)));
      if (result.ok)
        expect(JSON.stringify((result.value as { events: unknown }).events)).toBe(
          JSON.stringify(dryRun().events),
        );
    }
  });
});
