// @vitest-environment jsdom
import { show } from "../page.test-help.tsx";
import { act, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { closeRound, goTo } from "../../../app/model/session/commands.ts";
import { SAY } from "../../../app/model/session/prompts.ts";
import { SETUP } from "../../../app/model/session/session.test-help.ts";
import { simulatedJoins } from "../../../app/model/session/simulate.ts";
import { stateOf } from "../../../app/model/session/state.ts";
import type { StepId } from "../../../app/model/session/types.ts";
import { presentCase } from "../../state/document.ts";
import { silentApp } from "../../state/fakes.test-help.ts";
import { simulatedAnswers } from "./simulated.ts";
import { Workshop } from "./Workshop.tsx";

const setup = { ...SETUP, dryRun: true };

function dryRun() {
  const { app } = silentApp({
    handlers: {
      "app:info": () => ({ host: "browser", version: "0.1.0", platform: "linux", folder: null }),
      "journal:list": () => [],
    },
  });
  app.workshop.begin("s-1", setup);
  const state = () => {
    const { session } = app.workshop.getState();
    if (!session) throw new Error("There is no workshop.");
    return stateOf(session);
  };
  const go = (step: StepId) => app.workshop.happen(goTo(setup, state(), step));
  const close = () => {
    const theCase = presentCase(app.document.getState());
    app.workshop.happen(simulatedAnswers(theCase, setup, state(), app.now().getTime(), true));
    app.workshop.happen(closeRound(state()));
  };
  return { app, go, close };
}

const said = () => screen.getByRole("region", { name: "To say now" }).textContent;

test("what there is to say fits: no code in a rehearsal, and other words once a round is closed", () => {
  const { app, go, close } = dryRun();
  act(() => go("room"));
  app.workshop.happen(simulatedJoins());
  show(app, <Workshop />);
  expect(said()).not.toMatch(/code/);
  for (const [step, before, after] of [
    ["warmup", SAY.warmup, SAY.warmupClosed],
    ["round1", SAY.round, SAY.roundClosed],
    ["round2", SAY.again, SAY.againClosed],
  ] as const) {
    act(() => go(step));
    for (const text of before) expect(said()).toContain(text);
    act(() => close());
    for (const text of before) expect(said()).not.toContain(text);
    for (const text of after) expect(said()).toContain(text);
    const round = screen.getByRole("region", { name: /^Closed: / }).textContent;
    // The reveal is opened thing by thing; the result is not.
    expect(round.includes("one thing at a time")).toBe(step === "round1");
  }
});

test("a workshop that was left is listed with the words of its step", () => {
  const { app, go } = dryRun();
  go("room");
  go("round1");
  app.workshop.leave();
  show(app, <Workshop />);
  const before = screen.getByRole("region", { name: "Held before" }).textContent;
  expect(before).toContain("left at Round 1");
});
