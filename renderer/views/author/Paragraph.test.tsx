// @vitest-environment jsdom
import { show } from "../page.test-help.tsx";
import { fireEvent, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { fakeApp } from "../../state/fakes.test-help.ts";
import { Paragraph } from "./Paragraph.tsx";

const words = "One partner wants to leave.";

test("a paragraph is marked when it is come to by keyboard, and by pointer only once the button is up", () => {
  const onMark = vi.fn();
  show(fakeApp().app, <Paragraph paragraph={{ id: "P1", text: words }} mark={null} onMark={onMark} />);
  const field = screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Paragraph P1" });
  fireEvent.focus(field);
  expect(onMark).toHaveBeenCalledTimes(1);
  field.blur();
  onMark.mockClear();

  fireEvent.pointerDown(field);
  fireEvent.mouseDown(field);
  field.focus();
  expect(onMark).not.toHaveBeenCalled();
  field.setSelectionRange(4, 11);
  fireEvent.mouseUp(field);
  expect(onMark).toHaveBeenCalledExactlyOnceWith({ paragraph: "P1", start: 4, end: 11 });
});

test("Tab goes from chosen words to the name of what is made of them, and only then to leaving the paragraph out", () => {
  Element.prototype.scrollIntoView = vi.fn();
  const mark = { paragraph: "P1", start: 4, end: 11 };
  show(fakeApp().app, <Paragraph paragraph={{ id: "P1", text: words }} mark={mark} onMark={vi.fn()} />);
  const stops = screen.getByRole("listitem").querySelectorAll("textarea, input, button");
  const at = (name: RegExp) =>
    [...stops].findIndex((stop) => name.test(stop.getAttribute("aria-label") ?? ""));
  expect(at(/^Paragraph P1/)).toBe(0);
  expect(at(/^Name of what is made/)).toBe(1);
  expect(at(/^Leave paragraph P1 out/)).toBe(stops.length - 1);
});
