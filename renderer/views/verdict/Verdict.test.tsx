// @vitest-environment jsdom
import { show } from "../page.test-help.tsx";
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { shippedCase } from "../../../app/model/shipped.test-help.ts";
import { settlement } from "../../../app/model/analysis/verdict.ts";
import { fakeApp } from "../../state/fakes.test-help.ts";
import { screensOf } from "../../state/screens.ts";
import { Verdict } from "./Verdict.tsx";
import { headline, scoreSentence } from "./words.ts";

const said = (name: string) => {
  const theCase = shippedCase(name);
  const settled = settlement(theCase);
  if (!settled) throw new Error("not settled");
  return { ...headline(theCase, settled), score: scoreSentence(settled) };
};

it("tells a miss as a miss, and a hit as a hit", () => {
  const egypt = said("soviet-egypt-1971");
  expect(egypt.came).toBe("It broke on 17 July 1972.");
  expect(egypt.said).toMatch(
    /^The model missed it: it had called a break very unlikely \(05–20%\) within three years/,
  );
  expect(egypt.score).toMatch(/worse than a coin/);
  const saudi = said("us-saudi-1973");
  expect(saudi.came).toBe("It held to 30 November 1983.");
  expect(saudi.said).toMatch(/^The model was right/);
  expect(saudi.score).toMatch(/better than a coin/);
  const vietnam = said("china-vietnam-1975");
  expect(vietnam.came).toBe("It broke in July 1978.");
  expect(vietnam.said).toBe(
    "The model missed it: it had called a break very unlikely (05–20%) within three years and unlikely (20–45%) within ten years.",
  );
  expect(vietnam.score).toMatch(/worse than a coin/);
});

it("is a screen of settled cases alone, and shows their events with sources as text", () => {
  const theCase = shippedCase("soviet-egypt-1971");
  const has = (name: string) => screensOf(shippedCase(name)).some(({ id }) => id === "verdict");
  expect([has("soviet-egypt-1971"), has("russia-iran-syria")]).toEqual([true, false]);
  show(fakeApp({ case: theCase }).app, <Verdict />);
  for (const { title } of theCase.events ?? []) expect(screen.getByText(title)).toBeTruthy();
  expect(document.querySelectorAll("a[href]")).toHaveLength(0);
});
