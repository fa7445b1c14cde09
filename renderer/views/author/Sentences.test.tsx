// @vitest-environment jsdom
import { show } from "../page.test-help.tsx";
import { act, fireEvent, screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { inParts } from "../../../app/model/author/parts-of-rule.ts";
import type { Rule } from "../../../app/model/case/types.ts";
import { plainRules, pushesOf } from "../../../app/model/case/rules.ts";
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
  const there = presentCase(app.document.getState()).mechanisms.find(({ rule }) =>
    pushesOf(rule).some(lowers),
  );
  found = there?.id ?? "";
  const at = there ? pushesOf(there.rule).findIndex(lowers) : -1;
  show(app, <Shown />);
  const push = () => {
    const { mechanisms } = presentCase(app.document.getState());
    const now = mechanisms.filter(({ id }) => id === found).flatMap(({ rule }) => pushesOf(rule))[at];
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

test("sentences for some levels of a cause: a level goes where it is pressed, an edit stays in its part", () => {
  const { app } = fakeApp();
  const mechanism = () => {
    const { mechanisms } = presentCase(app.document.getState());
    const one = mechanisms.find(({ id }) => id === "losses");
    if (!one) throw new Error("The case has no losses.");
    return one;
  };
  const whole = mechanism().rule;
  if (whole.kind === "partitioned") throw new Error("It is in parts already.");
  found = "losses";
  show(app, <Shown />);
  const put = (rule: Rule) => act(() => app.edit({ edit: "setRule", mechanism: "losses", rule }));
  put(inParts(whole, "israelTies", true));
  const part = (words: string) =>
    screen.getByRole("group", { name: `While Russian ties to Israel is ${words}` });
  const levels = () => {
    const { rule } = mechanism();
    return rule.kind === "partitioned" ? rule.parts.map(({ at }) => at.join(" ")) : [];
  };

  fireEvent.click(within(part("very low or low")).getByRole("button", { name: "medium" }));
  expect(levels()).toEqual(["VL L M", "H VH"]);
  // Pressed where it is, a level stays.
  fireEvent.click(within(part("very low to medium")).getByRole("button", { name: "medium" }));
  expect(levels()).toEqual(["VL L M", "H VH"]);

  const strength = within(part("high or very high")).getByRole("textbox", { name: /^Strength of/ });
  fireEvent.change(strength, { target: { value: "0.25" } });
  fireEvent.blur(strength);
  const strengths = () => plainRules(mechanism().rule).map(({ pushes }) => pushes[0]?.strength);
  expect(strengths()).toEqual([whole.pushes[0]?.strength, 0.25]);

  fireEvent.click(
    screen.getByRole("button", { name: /^Cut in two: while Russian ties to Israel is very low to medium/ }),
  );
  expect(levels()).toEqual(["VL L", "M", "H VH"]);
  fireEvent.click(
    screen.getByRole("button", { name: /^Remove the part: while Russian ties to Israel is medium/ }),
  );
  expect(levels()).toEqual(["VL L M", "H VH"]);
  // The last level of a part takes the part with it, and says so.
  for (const level of ["high", "very high"])
    fireEvent.click(
      within(part(level === "high" ? "very low to medium" : "very low to high")).getByRole("button", {
        name: level,
      }),
    );
  expect(mechanism().rule).toEqual(whole);
  act(() => app.document.undo());
  expect(levels()).toEqual(["VL L M H", "VH"]);
  act(() => app.document.redo());
  expect(mechanism().rule).toEqual(whole);
});
