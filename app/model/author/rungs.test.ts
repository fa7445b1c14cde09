import { describe, expect, test } from "vitest";
import { applyEdit } from "../case/edits.ts";
import type { Case, Outcome } from "../case/types.ts";
import { evaluate } from "../answer/evaluate.ts";
import { mayLeave, withoutRung, withRung, withRungMoved, withRungTurned } from "./rungs.ts";
import { blankCase } from "./start.ts";

const set = (theCase: Case, outcome: Outcome): Case => {
  const next = applyEdit(theCase, { edit: "setOutcome", outcome });
  expect(next.outcome).toEqual(outcome);
  return next;
};
const sum = (theCase: Case) =>
  Object.values(evaluate(theCase, {}).horizons).map(({ rungs }) =>
    Object.values(rungs).reduce((all, one) => all + one, 0),
  );

describe("rungs of the outcome", () => {
  test("one more of each kind can be held, and all of them still make a whole", () => {
    const start = blankCase();
    for (const happened of [true, false]) {
      const more = set(start, withRung(start, "Something else", happened));
      expect(more.outcome.rungs).toHaveLength(start.outcome.rungs.length + 1);
      for (const whole of sum(more)) expect(whole).toBeCloseTo(1, 12);
    }
  });

  test("taken away again the outcome is what it was", () => {
    const start = blankCase();
    const more = set(start, withRung(start, "Something else", true));
    const id = more.outcome.rungs.at(-1)?.id ?? "";
    expect(withoutRung(more.outcome, id)).toEqual(start.outcome);
  });

  test("without the one that took the rest, another takes it", () => {
    const start = blankCase();
    const more = set(start, withRung(start, "Something else", true));
    const last = more.outcome.happened.at(-1)?.rung ?? "";
    const less = withoutRung(more.outcome, last);
    expect(less.happened).toHaveLength(1);
    expect(less.happened[0]).not.toHaveProperty("of");
    for (const whole of sum({ ...more, outcome: less })) expect(whole).toBeCloseTo(1, 12);
  });

  test("turned and turned back it is on its old side, and the case holds both", () => {
    const start = blankCase();
    const more = set(start, withRung(start, "Something else", true));
    const rung = more.outcome.rungs.at(-1)!;
    const turned = set(more, withRungTurned(more.outcome, rung.id));
    expect(turned.outcome.notHappened.some((share) => share.rung === rung.id)).toBe(true);
    expect(turned.outcome.happened.some((share) => share.rung === rung.id)).toBe(false);
    const back = set(turned, withRungTurned(turned.outcome, rung.id));
    expect(back.outcome.rungs).toEqual(more.outcome.rungs);
  });

  test("moving passes over the other kind and stops at the ends", () => {
    const { outcome } = blankCase();
    const [first, second] = outcome.rungs.filter(({ happened }) => !happened);
    const down = withRungMoved(outcome, first!.id, 1);
    expect(down.rungs.filter(({ happened }) => !happened).map(({ id }) => id)).toEqual([
      second!.id,
      first!.id,
    ]);
    expect(withRungMoved(outcome, first!.id, -1)).toBe(outcome);
  });

  test("the only break may not leave", () => {
    const { outcome } = blankCase();
    const broke = outcome.rungs.find(({ happened }) => happened)!;
    expect(mayLeave(outcome, broke)).toBe(false);
    expect(
      mayLeave(
        outcome,
        outcome.rungs.find(({ happened }) => !happened)!,
      ),
    ).toBe(true);
  });
});
