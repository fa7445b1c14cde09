import { describe, expect, it } from "vitest";
import { append, newSession } from "./chain.ts";
import { nextStep, pace, planOf, remaining } from "./plan.ts";
import { SETUP } from "./session.test-help.ts";
import { stateOf } from "./state.ts";

const at = (minutes: number) => new Date(Date.UTC(2026, 1, 3, 9) + minutes * 60_000);
const iso = (minutes: number) => at(minutes).toISOString();

describe("the plan", () => {
  it.each([60, 90] as const)("of %i minutes takes that long", (minutes) => {
    const plan = planOf({ ...SETUP, minutes });
    expect(plan.reduce((sum, step) => sum + step.minutes, 0)).toBe(minutes);
    expect(plan).toHaveLength(10);
  });
  it("leaves out what there is not", () => {
    const plan = planOf({ ...SETUP, rounds: 1, warmups: [] });
    expect(plan.map(({ id }) => id)).not.toContain("round2");
    expect(plan.map(({ id }) => id)).not.toContain("warmup");
    expect(nextStep(plan, "brief")).toBe("round1");
    expect(nextStep(plan, "setup")).toBe("room");
    expect(nextStep(plan, "close")).toBeNull();
  });
});

describe("time left", () => {
  const plan = planOf(SETUP);
  let session = newSession("s", SETUP, iso(0));
  session = append(session, [{ type: "step", step: "room" }], iso(0));
  session = append(session, [{ type: "step", step: "brief" }], iso(7));
  const brief = stateOf(session);

  it("is what the step was given less what has gone by since it began", () => {
    expect(remaining(plan, brief, at(9).getTime())).toBe(3 * 60_000);
    expect(remaining(plan, brief, at(13).getTime())).toBe(-60_000);
    expect(remaining(plan, stateOf({ ...session, events: [] }), 0)).toBeNull();
  });
  it("grows by what is added to the step under way", () => {
    const more = stateOf(append(session, [{ type: "extended", minutes: 2 }], iso(10)));
    expect(remaining(plan, more, at(9).getTime())).toBe(5 * 60_000);
  });
  it("does not start again when a step is come back to", () => {
    let back = append(session, [{ type: "step", step: "room" }], iso(8));
    back = append(back, [{ type: "step", step: "brief" }], iso(10));
    expect(remaining(plan, stateOf(back), at(10).getTime())).toBe(2 * 60_000);
  });
  it("tells how far behind the plan it is", () => {
    expect(pace(plan, brief, at(9).getTime())).toEqual({ elapsed: 9, behind: 2 });
    expect(pace(plan, brief, at(14).getTime())).toEqual({ elapsed: 14, behind: 4 });
  });
  it("stands at the close of the workshop", () => {
    const closed = stateOf(append(session, [{ type: "closed" }], iso(9)));
    for (const minutes of [9, 10, 900]) {
      expect(remaining(plan, closed, at(minutes).getTime())).toBe(3 * 60_000);
      expect(pace(plan, closed, at(minutes).getTime())).toEqual({ elapsed: 9, behind: 2 });
    }
  });
});
