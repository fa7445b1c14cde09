// @vitest-environment jsdom
import { show } from "../page.test-help.tsx";
import { expect, test } from "vitest";
import { goTo } from "../../../app/model/session/commands.ts";
import { SETUP } from "../../../app/model/session/session.test-help.ts";
import { SIMULATED, simulatedJoins } from "../../../app/model/session/simulate.ts";
import { stateOf } from "../../../app/model/session/state.ts";
import { silentApp } from "../../state/fakes.test-help.ts";
import { presentCase } from "../../state/document.ts";
import { simulatedAnswers } from "./simulated.ts";
import { SimulatedRoom } from "./SimulatedRoom.tsx";

/** A dry run that has just begun. */
function begun() {
  const { app } = silentApp();
  const setup = { ...SETUP, dryRun: true };
  app.workshop.begin("s-1", setup);
  const state = () => {
    const { session } = app.workshop.getState();
    if (!session) throw new Error("There is no workshop.");
    return stateOf(session);
  };
  return { app, setup, state };
}

test("the people of a dry run come in while nothing of the workshop is on screen", () => {
  const { app, setup, state } = begun();
  app.workshop.happen(goTo(setup, state(), "room"));
  show(app, <SimulatedRoom />);
  expect(state().people).toHaveLength(SIMULATED);
});

test("what the factors miss is remarked even where all are made to answer at once", () => {
  const { app, setup, state } = begun();
  app.workshop.happen(simulatedJoins());
  app.workshop.happen(goTo(setup, state(), "round1"));
  app.workshop.happen(
    simulatedAnswers(presentCase(app.document.getState()), setup, state(), app.now().getTime(), true),
  );
  expect(state().comments).toEqual([]);
  show(app, <SimulatedRoom />);
  expect(state().comments.map(({ kind }) => kind)).toContain("missing");
});

test("nobody comes into a workshop that is over", () => {
  const { app } = silentApp();
  app.workshop.begin("s-1", { ...SETUP, dryRun: true });
  app.workshop.happen([{ type: "step", step: "room" }, { type: "closed" }]);
  show(app, <SimulatedRoom />);
  const { session } = app.workshop.getState();
  expect(session && stateOf(session).people).toEqual([]);
});
