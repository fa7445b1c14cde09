import { expect, test } from "vitest";
import { verdictProblem } from "../../../app/model/case/judge.ts";
import { shippedCase, SHIPPED } from "../../../app/model/shipped.test-help.ts";
import { dueDates } from "../../../app/model/words/dates.ts";
import { saidIn, verdictOf } from "./settle.ts";

const told = SHIPPED.map(({ name }) => shippedCase(name)).filter(({ verdict }) => verdict !== undefined);
const known = (verdict: object | undefined) =>
  Object.fromEntries(Object.entries(verdict ?? {}).filter(([, value]) => value !== null));

test.each(told.map((theCase) => [theCase.title, theCase] as const))(
  "%s: kept unchanged, its verdict says the same",
  (_, theCase) => {
    const said = saidIn(theCase);
    const verdict = verdictOf(theCase, { ...said, date: said.date ?? "" }, dueDates(theCase, theCase.asOf));
    expect(verdict).toEqual(known(theCase.verdict));
    expect(verdictProblem(theCase, verdict)).toBeNull();
  },
);

test("an outcome goes when what was said of its period no longer fits it, and so does the event of a break that was none", () => {
  const theCase = shippedCase("soviet-egypt-1971");
  const said = saidIn(theCase);
  const held = Object.fromEntries(theCase.horizons.map(({ id }) => [id, "held" as const]));
  const verdict = verdictOf(theCase, { ...said, said: held, date: "" }, {});
  expect(verdict.broke).toBe(false);
  expect(verdict).not.toHaveProperty("event");
  expect(verdict).not.toHaveProperty("rung");
  expect(verdict).not.toHaveProperty("date");
  expect(verdict.byHorizon["long"]).toEqual({ broke: false, date: theCase.verdict?.byHorizon["long"]?.date });
  expect(verdictProblem(theCase, verdict)).toBeNull();
});
