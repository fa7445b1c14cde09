// @vitest-environment jsdom
import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { shippedCase } from "../../../../app/model/shipped.test-help.ts";
import type { Case } from "../../../../app/model/case/types.ts";
import type { Subject } from "../../subject.ts";
import { judgement } from "./judgement.tsx";

const plain = shippedCase("us-saudi-1973");
const subjectOf = (theCase: Case) => ({ case: theCase }) as Subject;

test("there is no such section while nothing is written or frozen", () => {
  expect(judgement.available(subjectOf(plain))).toBe(false);
  expect(judgement.available(subjectOf({ ...plain, judgement: { text: { why: " " } } }))).toBe(false);
});

test("heads with text stand in their order, lists as lists, frozen ones with word and confidence apart", () => {
  const theCase: Case = {
    ...plain,
    judgement: {
      text: { dissent: "<b>None</b>", assumptions: "First holds.\n\nSecond holds.", why: "Because." },
    },
    judgements: [
      {
        horizons: { long: 0.3 },
        date: "1973-12-01T10:00:00Z",
        words: { long: "unlikely (20–45%)" },
        confidence: { level: "low", reasons: [] },
      },
    ],
  };
  expect(judgement.available(subjectOf(theCase))).toBe(true);
  render(<judgement.Body subject={subjectOf(theCase)} charts={[]} />);
  expect(screen.getAllByRole("heading").map(({ textContent }) => textContent)).toEqual([
    "Why",
    "Key assumptions",
    "Dissent",
  ]);
  expect(screen.getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual([
    "First holds.",
    "Second holds.",
  ]);
  expect(screen.getByText("<b>None</b>")).toBeTruthy();
  const cells = screen.getAllByRole("row")[1];
  expect(cells?.textContent).toContain("1973-12-01");
  expect(cells?.textContent).toContain("unlikely (20–45%)");
  expect(cells?.textContent).toContain("low");
});
