// @vitest-environment jsdom
import { show } from "../page.test-help.tsx";
import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { blankCase } from "../../../app/model/author/start.ts";
import { withHorizons } from "../../../app/model/author/horizons.ts";
import { fakeApp } from "../../state/fakes.test-help.ts";
import { Rates } from "./Rates.tsx";

test("how often it ends is asked over the time that the case speaks of", () => {
  const blank = blankCase();
  const { app } = fakeApp({ case: withHorizons(blank, blank.horizons.slice(0, 2)) });
  show(app, <Rates />);
  for (const field of screen.getAllByRole<HTMLInputElement>("textbox", { name: /within how many years$/ }))
    expect(field.value).toBe("3");
});
