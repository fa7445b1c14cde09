import { expect, test } from "vitest";
import { evaluate } from "../../model/answer/evaluate.ts";
import { openCase, saveCase } from "../../model/case/door.ts";
import { shippedCase } from "../../model/shipped.test-help.ts";
import { sixtyCase, slotsOf, unplaced } from "./sixty.ts";

const base = shippedCase("russia-iran-syria");

test("sixty parts, each of which moves the answer, through the door; the same seed, the same argument", () => {
  const theCase = sixtyCase(base);
  expect(theCase.factors.length + theCase.mechanisms.length).toBe(60);
  const opened = openCase(saveCase({ ...theCase }));
  expect(opened).toMatchObject({ ok: true, case: theCase });
  expect(sixtyCase(base)).toEqual(theCase);
  expect(sixtyCase(base, 2)).not.toEqual(theCase);
  const last = theCase.horizons.at(-1)?.id ?? "";
  const chance = (weights?: Record<string, number>) => evaluate(theCase, { weights: weights ?? {} }).horizons[last]?.break; // prettier-ignore
  expect(theCase.factors.filter(({ id }) => chance({ [id]: 0 }) === chance())).toEqual([]);
});

test("its map is found again where every part stood", () => {
  const theCase = sixtyCase(base);
  expect(unplaced(theCase).factors[0]).not.toHaveProperty("place");
  expect(slotsOf(unplaced(theCase))).toEqual(slotsOf(theCase));
});
