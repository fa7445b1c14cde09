import { expect, test } from "vitest";
import { runStatement } from "../../../app/model/author/statements.ts";
import { shippedCase } from "../../../app/model/shipped.test-help.ts";
import { comparisonStatement } from "./statement.ts";

const theCase = shippedCase("us-saudi-1973");
const [first, , last] = theCase.horizons.map(({ id, phrase }) => ({ id, phrase }));
const base = { scenario: theCase.scenarios[0]?.id ?? "", q: "break", other: null, percent: 50 } as const;

test("two horizons of one scenario are compared, and the words name both", () => {
  const above = comparisonStatement(theCase, {
    ...base,
    h: last?.id ?? "",
    op: "gt",
    otherHorizon: first?.id ?? "",
  });
  expect(above.text).toContain(`${last?.phrase} is higher than ${first?.phrase}.`);
  expect(runStatement(theCase, above).held).toBe(true);
  const below = comparisonStatement(theCase, {
    ...base,
    h: last?.id ?? "",
    op: "lt",
    otherHorizon: first?.id ?? "",
  });
  expect(runStatement(theCase, below).held).toBe(false);
});
