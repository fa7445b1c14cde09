import { expect, it } from "vitest";
import { append } from "./chain.ts";
import { clock, dryRun, SETUP } from "./session.test-help.ts";
import { SIMULATED, simulatedComments, simulatedResponse } from "./simulate.ts";
import { stateOf, openRound } from "./state.ts";
import { viewOf } from "./view.ts";
import { goTo } from "./commands.ts";
import { newSession } from "./chain.ts";
import { simulatedJoins } from "./simulate.ts";

/** Everything in a value that could be read off it, maps and all. */
const everything = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) => (part instanceof Map ? [...part] : part));

it("tells nothing of an open round but who is in, at whatever moment one looks", () => {
  const session = dryRun();
  for (let n = 1; n <= session.events.length; n++) {
    const state = stateOf({ ...session, events: session.events.slice(0, n) });
    const view = viewOf(state);
    const open = openRound(view);
    if (!open) continue;
    expect(open.answers).toBeNull();
    expect([...open.sent.keys()]).toEqual([...state.rounds.find(({ id }) => id === open.id)!.answers.keys()]);
  }
});

it("is the same to the letter whatever people answer, until the round is closed", () => {
  const setup = { ...SETUP, dryRun: true };
  const view = (seed: number, closed: boolean) => {
    const now = clock();
    let session = newSession("s", setup, now());
    session = append(session, simulatedJoins(), now());
    session = append(session, goTo(setup, stateOf(session), "round1"), now());
    for (let i = 0; i < SIMULATED; i++) {
      const response = simulatedResponse({ ...setup, seed }, i, { id: "r1", kind: "weights", n: 1 });
      session = append(session, [{ type: "response", response, late: false }], now());
    }
    session = append(
      session,
      simulatedComments(["missing"]).map((one) =>
        one.type === "comment" ? { ...one, comment: { ...one.comment, text: `Text ${seed}` } } : one,
      ),
      now(),
    );
    if (closed) session = append(session, [{ type: "roundClosed", round: "r1" }], now());
    return everything(viewOf(stateOf(session)));
  };
  expect(view(1, false)).toBe(view(2, false));
  expect(view(1, true)).not.toBe(view(2, true));
});

it("shows answers and remarks once the round is closed", () => {
  const view = viewOf(stateOf(dryRun()));
  expect(view.rounds.every(({ answers }) => answers?.size === SIMULATED)).toBe(true);
  expect(view.waiting).toBe(0);
});
