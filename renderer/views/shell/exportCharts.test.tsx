// @vitest-environment jsdom
import { show } from "../page.test-help.tsx";
import { waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { templateCase } from "../../../app/model/author/start.ts";
import { PAPERS } from "../../export/choice.ts";
import { fakeApp } from "../../state/fakes.test-help.ts";
import { Explore } from "../explore/Explore.tsx";
import { exportCharts } from "./exportCharts.tsx";

test("on a slide both maps have the shape of the room that the words leave; elsewhere they may be higher", async () => {
  const theCase = templateCase();
  const { app } = fakeApp({ case: theCase });
  show(app, <Explore />);
  await waitFor(() => expect(app.answers.getState().now).not.toBeNull());
  const { now } = app.answers.getState();
  if (!now) throw new Error("There is no answer.");
  const charts = exportCharts({
    case: theCase,
    settings: now.inputs,
    answer: now.answer,
    range: null,
    horizon: theCase.horizons[0]?.id ?? "",
    scenario: "As written",
    view: "Article",
  });
  for (const id of ["argument", "full"]) {
    const chart = charts.find((one) => one.id === id);
    const shape = (paper: (typeof PAPERS)["slide"]) => {
      const { container, unmount } = show(app, chart?.render(paper.chart, "print", paper.frame));
      const svg = container.querySelector("svg");
      const size = Number(svg?.getAttribute("width")) / Number(svg?.getAttribute("height"));
      unmount();
      return size;
    };
    const { frame } = PAPERS.slide;
    expect(shape(PAPERS.slide) / ((frame?.width ?? 0) / (frame?.height ?? 1))).toBeGreaterThan(0.9);
    expect(shape(PAPERS.page)).toBeLessThan(2);
  }
});
