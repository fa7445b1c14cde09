// @vitest-environment jsdom
import { show } from "../page.test-help.tsx";
import { act, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { blankCase } from "../../../app/model/author/start.ts";
import { fakeApp } from "../../state/fakes.test-help.ts";
import { MadeFrom } from "./MadeFrom.tsx";

test("what a blank case came with is not counted as made from the text, and of many unused paragraphs some are named", () => {
  const { app } = fakeApp({ case: blankCase() });
  const paragraphs = Array.from({ length: 11 }, (_, i) => ({ id: `P${i + 1}`, text: "Words." }));
  act(() => app.edit({ edit: "setParagraphs", paragraphs }));
  show(app, <MadeFrom />);
  expect(screen.getByText(/so far/).textContent).toBe("0 factors, 0 mechanisms and 0 claims so far.");
  expect(screen.getByText(/^Not used yet/).textContent).toBe(
    "Not used yet: P1, P2, P3, P4, P5, P6, P7, P8 and 3 more.",
  );
});
