// @vitest-environment jsdom
import "../page.test-help.tsx";
import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { ANONYMITY } from "../../../app/model/session/types.ts";
import { GroupModel } from "./GroupModel.tsx";

const FACTORS = [
  { id: "strikes", label: "Israeli strikes", calm: "few", worst: "many" },
  { id: "ties", label: "Russian ties to Israel", calm: "hostile", worst: "close" },
];
const MODEL = { shares: { strikes: 0.333, ties: 0.667 }, weights: { strikes: 3.46, ties: 7 }, breaks: { long: 0.31 } }; // prettier-ignore
const cases = ANONYMITY.flatMap((anonymity) => [1, 3, 4, 5].map((people) => [anonymity, people] as const));

test.each(cases)("%s names, %d people: another pool beside it only where nobody is told by both", (anonymity, people) => {
  render(
    <GroupModel setup={{ anonymity, factors: FACTORS }} answer={{ model: MODEL, atMeans: { long: 0.42 }, people: { length: people } }} horizon="long" />,
  );
  expect(document.body.textContent.includes("42%")).toBe(anonymity === "named" || people >= 5);
  expect(document.body.textContent).toContain("it says 31%");
}); // prettier-ignore

test("weights stand beside the shares that the report tells, which add up", () => {
  render(
    <GroupModel setup={{ anonymity: "named", factors: FACTORS }} answer={{ model: MODEL, atMeans: { long: 0.42 }, people: { length: 5 } }} horizon="long" />,
  );
  expect(screen.getByText("3.5 · 33%")).toBeTruthy();
  expect(screen.getByText("7 · 67%")).toBeTruthy();
}); // prettier-ignore
