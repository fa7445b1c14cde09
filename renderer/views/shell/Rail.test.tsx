// @vitest-environment jsdom
import { show } from "../page.test-help.tsx";
import { act, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { SETUP } from "../../../app/model/session/session.test-help.ts";
import { silentApp } from "../../state/fakes.test-help.ts";
import type { Files } from "../../state/files.ts";
import { Rail } from "./Rail.tsx";

test("the rail says that a workshop waits to be gone on with, until it is closed", () => {
  const { app } = silentApp();
  show(app, <Rail files={{} as Files} />);
  const said = () => screen.queryByRole("button", { name: "Workshop", description: "open" });
  expect(said()).toBeNull();
  act(() => app.workshop.begin("s-1", SETUP));
  expect(said()).not.toBeNull();
  act(() => app.workshop.happen([{ type: "step", step: "room" }, { type: "closed" }]));
  expect(said()).toBeNull();
});
