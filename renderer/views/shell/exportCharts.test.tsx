// @vitest-environment jsdom
import { show } from "../page.test-help.tsx";
import { waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { templateCase } from "../../../app/model/author/start.ts";
import { type ExportChart, type PageSize, PAPERS, sizeFor } from "../../export/choice.ts";
import { fakeApp } from "../../state/fakes.test-help.ts";
import { Explore } from "../explore/Explore.tsx";
import { exportCharts } from "./exportCharts.tsx";

/** The charts of the template, and how one is drawn. */
async function template() {
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
  const drawn = (chart: ExportChart, paper: (typeof PAPERS)[PageSize]) => {
    const { container, unmount } = show(app, chart.render(paper.chart, "print", paper.frame));
    const svg = container.querySelector("svg");
    const size = { width: Number(svg?.getAttribute("width")), height: Number(svg?.getAttribute("height")) };
    const letters = [...(svg?.querySelectorAll("[data-box] > text:first-of-type") ?? [])].map((text) => Number(text.getAttribute("font-size"))); // prettier-ignore
    unmount();
    return { ...size, letters };
  };
  return { maps: charts.filter(({ id }) => id === "argument" || id === "full"), drawn };
}

test("on a slide both maps have the shape of the room that the words leave; elsewhere they may be higher", async () => {
  const { maps, drawn } = await template();
  expect(maps).toHaveLength(2);
  for (const chart of maps) {
    const shape = (paper: (typeof PAPERS)[PageSize]) => {
      const { width, height } = drawn(chart, paper);
      return width / height;
    };
    const { frame } = PAPERS.slide;
    expect(shape(PAPERS.slide) / ((frame?.width ?? 0) / (frame?.height ?? 1))).toBeGreaterThan(0.9);
    expect(shape(PAPERS.page)).toBeLessThan(2);
  }
});

test("names on a map are never printed smaller than 5 points, whatever size is chosen", async () => {
  const { maps, drawn } = await template();
  for (const chart of maps)
    for (const chosen of ["column", "page"] as const) {
      const paper = PAPERS[sizeFor(chart, chosen)];
      const { width, letters } = drawn(chart, paper);
      const points = (paper.mm / paper.width / 25.4) * 72 * (paper.chart / width);
      expect(letters.length).toBeGreaterThan(5);
      for (const size of letters) expect(size * points).toBeGreaterThan(5);
    }
});
