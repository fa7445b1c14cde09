import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { freeze, isIntact, reproduce } from "../analysis/freeze.ts";
import { range } from "../analysis/range.ts";
import { score } from "../analysis/score.ts";
import { evaluate } from "../answer/evaluate.ts";
import { anyInputs } from "../answer/random.test-help.ts";
import { shippedCase } from "../shipped.test-help.ts";
import { openCase, saveCase } from "./door.ts";
import { applyEdit, describeEdit, type Edit } from "./edits.ts";
import { HEADS } from "./judgement.ts";
import { headText, verdictProblem } from "./judge.ts";
import type { Case, Inputs } from "./types.ts";

const syria = shippedCase("russia-iran-syria");
const egypt = shippedCase("soviet-egypt-1971");

const frozen = (theCase: Case, inputs: Inputs = {}, date = "2026-11-27T10:00:00.000Z"): Edit => ({
  edit: "freezeJudgement",
  ...freeze(theCase, { date, version: "0.1.0", scenario: "baseline", inputs, horizon: "long" }),
});
const write = (head: (typeof HEADS)[number]["id"], text: string): Edit => ({
  edit: "editJudgement",
  head,
  text,
});
const reopened = (theCase: Case): Case => {
  const again = openCase(saveCase(theCase));
  if (!again.ok) throw new Error("does not reopen");
  return again.case;
};

describe("the draft", () => {
  it("keeps what is written under each head, and nothing where it is emptied", () => {
    const written = applyEdit(syria, write("why", "Because."));
    expect(headText(written, "why")).toBe("Because.");
    expect(headText(written, "dissent")).toBe("");
    expect(applyEdit(written, write("why", "Because."))).toBe(written);
    expect(applyEdit(written, write("why", "")).judgement?.text).toEqual({});
    expect(reopened(written)).toEqual(written);
    expect(applyEdit(written, { edit: "editJudgement", head: "nonsense" as "why", text: "x" })).toBe(written);
  });

  it("adds a line once, as one line", () => {
    const add = (line: string): Edit => ({ edit: "addToJudgement", head: "assumptions", line });
    const two = [add("Assad\nstays"), add(" Arms  flow ")].reduce(applyEdit, syria);
    expect(headText(two, "assumptions")).toBe("Assad stays\nArms flow");
    expect(applyEdit(two, add("Arms flow"))).toBe(two);
    expect(applyEdit(two, add("  "))).toBe(two);
  });
});

describe("a frozen judgement", () => {
  it("has the numbers, words and days of its moment, and can be scored", () => {
    const theCase = applyEdit(applyEdit(egypt, write("bottomLine", "It holds.")), frozen(egypt));
    const [one] = theCase.judgements ?? [];
    const { horizons } = evaluate(egypt, {});
    expect(one?.horizons).toEqual(
      Object.fromEntries(egypt.horizons.map(({ id }) => [id, horizons[id]!.break])),
    );
    expect(one?.due).toEqual({ now: "1972-01-07", short: "1974-07-07", long: "1981-07-07" });
    expect(one?.words?.["long"]).toMatch(/^[a-z ]+ \(\d\d–\d\d%\)$/);
    expect(score(theCase).rows).toHaveLength(egypt.horizons.length);
  });

  it("answers again to the last bit after being saved, opened and argued over", () => {
    fc.assert(
      fc.property(anyInputs(syria), (inputs) => {
        const view = { ...inputs, observe: {}, likelihood: {} };
        const { observe: _o, likelihood: _l, ...plain } = view;
        const theCase = applyEdit(syria, frozen(syria, plain));
        const first = theCase.factors[0]!;
        const later = reopened({
          ...theCase,
          factors: [{ ...first, fade: 0, label: "Other" }, ...theCase.factors.slice(1)],
        });
        const again = reproduce(later, later.judgements![0]!);
        if (!again.ok) throw new Error(again.sentence);
        for (const { id } of syria.horizons)
          expect(again.result.horizons[id]!.break).toBe(later.judgements![0]!.horizons[id]);
        expect(again.result).toEqual(evaluate(syria, plain));
      }),
      { numRuns: 25 },
    );
  });

  it("keeps the range with its seed, and draws the same again", () => {
    const drawn = range(syria, { weights: { strikes: 8 } }, 7, 60);
    const made = freeze(syria, {
      date: "2026-01-02T00:00:00.000Z",
      version: "1",
      scenario: "baseline",
      inputs: { weights: { strikes: 8 } },
      horizon: "long",
      range: drawn,
    });
    const theCase = reopened(applyEdit(syria, { edit: "freezeJudgement", ...made }));
    const kept = theCase.judgements![0]!;
    const again = reproduce(theCase, kept);
    if (!again.ok) throw new Error(again.sentence);
    const redrawn = range(again.case, again.inputs, kept.range!.seed, kept.range!.draws);
    expect(redrawn.horizons["long"]!.low).toBe(kept.range!.horizons["long"]!.low);
  });

  it("is touched by no edit", () => {
    const theCase = applyEdit(syria, frozen(syria));
    const edits: Edit[] = [
      ...HEADS.map(({ id }) => write(id, "Other")),
      { edit: "setConfidence", confidence: { level: "high", reasons: "new" } },
      { edit: "setWeight", scenario: "baseline", factor: "strikes", weight: 9 },
      { edit: "renameCase", title: "Other" },
      { edit: "setJudgementRow", row: "phia" },
      { edit: "resolve", verdict: { byHorizon: { now: { broke: false } } } },
      frozen(syria, { weights: { strikes: 0 } }, "2026-11-28T10:00:00.000Z"),
    ];
    const after = edits.reduce(applyEdit, theCase);
    expect(after.judgements).toHaveLength(2);
    expect(after.judgements![0]).toBe(theCase.judgements![0]);
  });

  it("is taken in once, whole and sealed", () => {
    const edit = frozen(syria);
    const theCase = applyEdit(syria, edit);
    expect(applyEdit(theCase, edit)).toBe(theCase);
    if (edit.edit !== "freezeJudgement") throw new Error();
    const { judgement, argument } = edit;
    const refused = (change: Partial<typeof judgement>, its = argument) =>
      applyEdit(syria, { edit: "freezeJudgement", judgement: { ...judgement, ...change }, argument: its });
    expect(refused({ horizons: { long: 0.99 } })).toBe(syria);
    expect(refused({ seal: "0".repeat(64) })).toBe(syria);
    expect(refused({}, { ...argument, event: "it holds" })).toBe(syria);
    expect(isIntact(judgement)).toBe(true);
    expect(isIntact({ ...judgement, reason: "changed by hand" })).toBe(false);
  });

  it("two on one day on one argument keep it once", () => {
    const one = applyEdit(syria, frozen(syria));
    const two = applyEdit(one, frozen(one));
    expect(two.judgements?.map(({ id }) => id)).toEqual(["J20261127", "J20261127-2"]);
    expect(Object.keys(two.judgementArguments ?? {})).toHaveLength(1);
    const moved = { ...one, mechanisms: one.mechanisms.map((m) => ({ ...m, place: { column: 1, row: 1 } })) };
    expect(Object.keys(applyEdit(moved, frozen(moved)).judgementArguments ?? {})).toHaveLength(1);
  });

  it("says why it cannot be worked out again", () => {
    const theCase = applyEdit(syria, frozen(syria));
    const [one] = theCase.judgements!;
    const say = (c: Case, j = one!) => {
      const again = reproduce(c, j);
      return again.ok ? "fine" : again.sentence;
    };
    expect(say(theCase)).toBe("fine");
    expect(say(theCase, { horizons: { long: 0.5 } })).toMatch(/without its argument/);
    expect(say({ ...theCase, judgementArguments: { [one!.argument!]: { format: "x" } } })).toMatch(/by hand/);
    expect(say(theCase, { ...one!, inputs: { weights: { nobody: 3 } } })).toMatch(/do not fit/);
  });
});

describe("a verdict", () => {
  const rungs = (happened: boolean) =>
    syria.outcome.rungs.filter((rung) => rung.happened === happened).map(({ id }) => id);
  const [HOLDS, BREAKS] = [rungs(false), rungs(true)];
  const resolve = (byHorizon: Record<string, { broke: boolean }>): Edit => ({
    edit: "resolve",
    verdict: { byHorizon },
  });
  it("is put and taken back", () => {
    const settled = applyEdit(syria, resolve({ now: { broke: false }, short: { broke: true } }));
    expect(settled.verdict?.byHorizon["short"]?.broke).toBe(true);
    expect(reopened(settled)).toEqual(settled);
    expect("verdict" in applyEdit(settled, { edit: "resolve", verdict: null })).toBe(false);
  });
  it.each([
    [{ byHorizon: { now: { broke: false, rung: "none-such" } } }, "has no outcome"],
    [{ byHorizon: { now: { broke: true, rung: BREAKS[0]! } } }, null],
    [{ byHorizon: { now: { broke: false, rung: BREAKS[0]! } } }, "is a break, and there was none"],
    [{ byHorizon: { now: { broke: true, rung: HOLDS[0]! } } }, "is no break, and it broke"],
    [{ byHorizon: { now: { broke: true } }, event: "E99" }, 'no event "E99"'],
    [{ byHorizon: { now: { broke: true } }, event: syria.next!.events[0]!.id }, null],
    [{ byHorizon: {} }, "at least one period"],
    [{ byHorizon: { now: { broke: true }, short: { broke: false } } }, "A break stays a break"],
  ])("%j: %s", (verdict, says) => {
    const done = applyEdit(syria, { edit: "resolve", verdict });
    const problem = verdictProblem(syria, verdict);
    if (says === null) {
      expect(problem).toBeNull();
      expect(reopened(done).verdict).toEqual(verdict);
    } else {
      expect(problem).toContain(says);
      expect(done).toBe(syria);
    }
  });
  it("cannot say that a break was undone, or nothing", () => {
    expect(applyEdit(syria, resolve({ now: { broke: true }, long: { broke: false } }))).toBe(syria);
    expect(applyEdit(syria, resolve({}))).toBe(syria);
    expect(applyEdit(syria, resolve({ elsewhere: { broke: true } }))).toBe(syria);
  });
});

it("every edit has a name", () => {
  const name = (edit: Edit) => describeEdit(syria, edit);
  expect(name(write("indicators", ""))).toBe("Judgement: what would change our mind");
  expect(name(frozen(syria))).toBe("Judgement frozen on 2026-11-27");
  expect(
    name({ edit: "resolve", verdict: { byHorizon: { now: { broke: false }, long: { broke: true } } } }),
  ).toBe("Verdict: within six months no break, within ten years a break");
});
