// @vitest-environment jsdom
import { show } from "../page.test-help.tsx";
import { fireEvent, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { useCase } from "../../state/context.ts";
import { presentCase } from "../../state/document.ts";
import { fakeApp } from "../../state/fakes.test-help.ts";
import { lowers } from "../../../app/model/author/sentences.ts";
import { Sentences } from "./Sentences.tsx";

/** The first mechanism with a sentence that lowers it. */
function Shown() {
  const mechanism = useCase().mechanisms.find(({ id }) => id === found);
  return mechanism && <Sentences mechanism={mechanism} />;
}
let found = "";

function shown() {
  const { app } = fakeApp();
  const there = presentCase(app.document.getState()).mechanisms.find(({ rule }) => rule.pushes.some(lowers));
  found = there?.id ?? "";
  const at = there?.rule.pushes.findIndex(lowers) ?? -1;
  show(app, <Shown />);
  const push = () => {
    const { mechanisms } = presentCase(app.document.getState());
    const now = mechanisms.find(({ id }) => id === found)?.rule.pushes[at];
    if (!now) throw new Error("The sentence is gone.");
    return now;
  };
  const field = screen.getAllByRole<HTMLInputElement>("textbox", { name: /^Strength of/ })[at];
  if (!field) throw new Error("No field for the strength.");
  return { push, type: (text: string) => fireEvent.change(field, { target: { value: text } }), field };
}

test("a sentence that lowers still does when its strength is typed anew, also through nought", () => {
  const { push, type, field } = shown();
  expect(lowers(push())).toBe(true);
  for (const text of ["0", "0.", "0.5"]) type(text);
  fireEvent.blur(field);
  expect(Math.abs(push().strength)).toBe(0.5);
  expect(lowers(push())).toBe(true);
});
