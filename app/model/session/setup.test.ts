import { describe, expect, it } from "vitest";
import { swings } from "../group/ballots.ts";
import { shippedCase } from "../shipped.test-help.ts";
import { firstChoices, setupProblem } from "./setup.ts";
import { MOST } from "./types.ts";

describe("the factors a room is asked about at first", () => {
  const CASES = ["russia-iran-syria", "soviet-egypt-1971", "us-saudi-1973", "china-vietnam-1975"];

  it.each(CASES)("%s: what the case puts first, and of the rest what swings its answer most", (id) => {
    const theCase = shippedCase(id);
    const asked = firstChoices(theCase).factors;
    const swing = swings(theCase, theCase.factors.map((one) => one.id)); // prettier-ignore
    const rest = theCase.factors.filter((one) => !one.starred);
    const [taken, left] = [true, false].map((isIn) =>
      rest.filter((one) => asked.includes(one.id) === isIn).map((one) => swing[one.id]!),
    );
    for (const { id: starred } of theCase.factors.filter((one) => one.starred))
      expect(asked).toContain(starred);
    expect(Math.min(Infinity, ...taken!)).toBeGreaterThanOrEqual(Math.max(...left!));
    expect(asked).toHaveLength(5);
    expect(setupProblem(firstChoices(theCase))).toBeNull();
  });

  it("of the first case are the article’s three, diverging aims and a secure Assad, in its order", () => {
    expect(firstChoices(shippedCase("russia-iran-syria")).factors).toEqual([
      "strikes",
      "israelTies",
      "proxyClashes",
      "aims",
      "stabilisation",
    ]);
  });

  it("hang on what the case is set to", () => {
    const theCase = shippedCase("russia-iran-syria");
    const without = firstChoices(theCase, { weights: { stabilisation: 0 } }).factors;
    expect(without).not.toContain("stabilisation");
  });

  it("are never more than a room is asked, nor more than the case has", () => {
    const theCase = shippedCase("russia-iran-syria");
    const all = { ...theCase, factors: theCase.factors.map((one) => ({ ...one, starred: true })) };
    expect(firstChoices(all).factors).toHaveLength(MOST.factors);
    const none = { ...theCase, factors: theCase.factors.map((one) => ({ ...one, starred: false })) };
    expect(firstChoices(none).factors).toHaveLength(5);
  });
});
