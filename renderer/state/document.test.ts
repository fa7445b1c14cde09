import { expect, test } from "vitest";
import { syria } from "./fakes.test-help.ts";
import { createDocument, presentArgument, presentCase } from "./document.ts";

test("the argument is the same object while only scenarios change, and another when anything else of the case does", () => {
  const theCase = syria();
  const document = createDocument(theCase, "Ours");
  const scenario = theCase.scenarios[0]?.id ?? "";
  const argument = () => presentArgument(document.getState());
  expect(argument()).toBe(theCase);
  document.edit({ edit: "setWeight", scenario, factor: "strikes", weight: 8 });
  expect(presentCase(document.getState())).not.toBe(theCase);
  expect(argument()).toBe(theCase);

  document.edit({ edit: "renameCase", title: "Ours" });
  expect(argument()).not.toBe(theCase);
  expect(argument().title).toBe("Ours");
  document.undo();
  expect(argument().title).toBe(theCase.title);
});
